public import GraphModel

/// A format of other programs that a graph can be written in.
public enum ExportFormat: String, CaseIterable, Sendable, Hashable {
    /// The project's own JSON, `entitygraph/1`.
    case json
    /// GraphML, for yEd, Cytoscape, Gephi, networkx.
    case graphml
    /// GEXF with spells, for Gephi's timeline.
    case gexf
    /// JSON of Cytoscape.js and Cytoscape.
    case cytoscape
    /// RDF as Turtle, for triple stores.
    case turtle
    /// RDF as JSON-LD.
    case jsonld
    /// Two tables for `neo4j-admin database import`.
    case neo4j
    /// FollowTheMoney entities, a line each, for OpenAleph and OpenSanctions' tools.
    case ftm
    /// Coded events, a row each, after PLOVER and CAMEO.
    case plover
    /// Two tables, of entities and of relations.
    case csv

    /// A file that an export consists of.
    public struct File: Hashable, Sendable {
        /// Its name where the export is a folder.
        public var name: String
        public var bytes: [UInt8]

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// Whether the export is several files, which need a folder.
    public var isFolder: Bool { self == .neo4j || self == .csv }

    /// The usual suffix of a file of this format, with its point; that of each table for several.
    public var suffix: String {
        switch self {
        case .json: ".json"
        case .graphml: ".graphml"
        case .gexf: ".gexf"
        case .cytoscape: ".cyjs"
        case .turtle: ".ttl"
        case .jsonld: ".jsonld"
        case .ftm: ".ftm.json"
        case .neo4j, .csv, .plover: ".csv"
        }
    }

    /// The graph in this format: one file, or several where `isFolder`.
    ///
    /// - Throws: `ExchangeError.placeOutsideText` from `json`, whose places are counted in the documents' texts.
    public func files(of graph: KnowledgeGraph, ontology: Ontology) throws -> [File] {
        switch self {
        case .json: [File("graph.json", try GraphJSON.encode(graph))]
        case .graphml: [File("graph.graphml", GraphML.encode(graph, ontology: ontology))]
        case .gexf: [File("graph.gexf", GEXF.encode(graph, ontology: ontology))]
        case .cytoscape: [File("graph.cyjs", CytoscapeJSON.encode(graph, ontology: ontology))]
        case .turtle: [File("graph.ttl", Turtle.encode(graph, ontology: ontology))]
        case .jsonld: [File("graph.jsonld", JSONLD.encode(graph, ontology: ontology))]
        case .neo4j: [File("nodes.csv", Neo4jCSV.nodes(graph)), File("relationships.csv", Neo4jCSV.relationships(graph, ontology: ontology))]
        case .ftm: [File("graph.ftm.json", FollowTheMoney.encode(graph, ontology: ontology))]
        case .plover: [File("events.csv", EventCSV.encode(graph, ontology: ontology))]
        case .csv: [File("entities.csv", GraphCSV.entities(graph)), File("relations.csv", GraphCSV.relations(graph))]
        }
    }
}
