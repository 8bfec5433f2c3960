public import ArgumentParser
public import EntityGraph

struct ExportCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Graph files for other programs.",
        discussion: """
            FORMATS
              json        the graph JSON of this program, with all evidence
              graphml     yEd, Cytoscape, Gephi, networkx, igraph
              gexf        Gephi, with a timeline: each relation has the days on which it held
              cytoscape   Cytoscape and Cytoscape.js
              turtle      RDF for triple stores and SPARQL, with Wikidata properties
              jsonld      the same as JSON-LD
              neo4j       a folder with nodes.csv and relationships.csv for neo4j-admin database import
              ftm         FollowTheMoney, for OpenAleph and the tools of OpenSanctions
              plover      coded events, a row each, with PLOVER and CAMEO codes
              csv         a folder with entities.csv and relations.csv for spreadsheets

            EXAMPLES
              entitygraph export --format graphml -o graph.graphml
              entitygraph export --format gexf --since 2026-01-01 -o january.gexf
              entitygraph export --format neo4j -o neo4j/
              entitygraph export --format turtle | head
            """)

    @Option(help: "The format: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: ExportFormat

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file, or the folder for neo4j and csv (default: standard output).", valueName: "path"))
    var output: String?

    @OptionGroup var filter: FilterOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func validate() throws {
        if format.isFolder, output == nil { throw ValidationError("--format \(format.rawValue) writes several files: name a folder with -o") }
    }

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        let notes: [String]
        if let output {
            notes = try stored.export(as: format, filter: filter.filter, to: output)
        } else {
            let export = try stored.export(as: format, filter: filter.filter)
            for file in export.files { Terminal.write(String(decoding: file.bytes, as: UTF8.self)) }
            notes = export.notes
        }
        if !store.quiet { notes.forEach(Terminal.say) }
        return 0
    }
}

extension ExportFormat: ExpressibleByArgument {}
