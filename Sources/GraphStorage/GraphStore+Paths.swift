internal import class GRDB.Database
public import GraphModel

/// Connections between two entities, and the part of the graph that they run through.
public struct PathAnswer: Hashable, Sendable {
    /// Best first.
    public var paths: [GraphPath]
    /// The entities and relations of the paths, and the documents that the relations cite.
    public var graph: KnowledgeGraph
    /// How many articles were left out of a dated question because they have no date.
    public var undatedDocuments: Int

    public init(paths: [GraphPath], graph: KnowledgeGraph, undatedDocuments: Int) {
        self.paths = paths
        self.graph = graph
        self.undatedDocuments = undatedDocuments
    }
}

extension GraphStore {
    /// The shortest connections between two entities: equal to `KnowledgeGraph.paths(from:to:count:avoidingHubs:maximumHops:)` of the
    /// filtered graph, where the filter's types of entity do not hold for the two. Hubs are those of the whole graph.
    public func paths(
        from start: Entity.ID, to end: Entity.ID, count: Int = 3, _ filter: GraphFilter = GraphFilter(), avoidingHubs: Bool = true,
        maximumHops: Int = 6
    ) throws -> PathAnswer {
        try read { database in
            let reader = GraphReader(database: database, ontology: ontology)
            let undated = filter.isDated ? try reader.undatedDocuments() : 0
            let ends = try reader.rows(of: [start, end])
            guard ends.count == 2 else { return PathAnswer(paths: [], graph: KnowledgeGraph(), undatedDocuments: undated) }
            let web = try RelationWeb(reader: reader, filter: filter, centres: Set(ends))
            let names = try EntityIDs(database: database)
            var search = PathSearch<Int64>(
                avoidsHubs: avoidingHubs, maximumHops: maximumHops, precedes: { $0 != $1 && names[$0] < names[$1] },
                degree: web.degree, neighbours: web.neighbours)
            let found = try search.paths(from: ends[0], to: ends[1], count: count)

            let hops = Set(found.flatMap { zip($0, $0.dropFirst()).map { [min($0, $1), max($0, $1)] } })
            let relations = try web.relations(between: hops.sorted { $0.lexicographicallyPrecedes($1) }).sorted { $0.key < $1.key }
            let byPair = Dictionary(grouping: relations) { Set([$0.subject, $0.object]) }
            let paths = found.map { nodes in
                GraphPath(
                    entities: nodes.map { names[$0] }, hops: zip(nodes, nodes.dropFirst()).map { byPair[[names[$0], names[$1]]] ?? [] })
            }
            let whole = KnowledgeGraph(
                documents: web.documents, entities: try reader.entities(Set(found.joined())).map(\.entity).sorted { $0.id < $1.id },
                relations: relations)
            return PathAnswer(paths: paths, graph: whole.part(along: paths), undatedDocuments: undated)
        }
    }
}

/// The ids of entities by their rows, looked up where paths of one cost are to be told apart.
private final class EntityIDs {
    private let selectName: SQLStatement
    private var known: [Int64: Entity.ID] = [:]

    init(database: Database) throws { selectName = try SQLStatement(database, "SELECT name_id FROM entity WHERE id = ?") }

    subscript(row: Int64) -> Entity.ID {
        if let id = known[row] { return id }
        // A database that fails here fails again, and with a message, when the search looks up its next neighbours.
        let id = try? selectName.first(.integer(row)) { $0.text(0) }
        known[row] = id ?? ""
        return id ?? ""
    }
}

/// The relations that a filter admits, looked up entity by entity.
private struct RelationWeb {
    private let reader: RelationReader
    private let filter: GraphFilter
    private let centres: Set<Int64>
    private let selectNeighbours: SQLStatement
    private let selectDegree: SQLStatement

    init(reader: GraphReader, filter: GraphFilter, centres: Set<Int64>) throws {
        self.reader = try RelationReader(reader, filter: filter)
        self.filter = filter
        self.centres = centres
        let known = filter.asOf == nil ? "?2 IS NULL" : "known <= ?2"
        selectNeighbours = try SQLStatement(
            reader.database,
            """
            SELECT object FROM relation WHERE subject = ?1 AND \(known) UNION ALL SELECT subject FROM relation WHERE object = ?1 AND \(known)
            """)
        selectDegree = try SQLStatement(reader.database, "SELECT others FROM degree WHERE entity = ?")
    }

    /// The admitted articles that were come by.
    var documents: [Document] { reader.documents.sorted { $0.precedes($1) } }

    func neighbours(of node: Int64) throws -> [Int64] {
        if filter.narrowsOnlyByDay {
            let limit = filter.asOf.map { SQLValue.integer($0.lastDay.code) } ?? .null
            return Array(Set(try selectNeighbours.map(.integer(node), limit) { $0.id(0) }))
        }
        let relations = try reader.narrowed(try reader.rows(touching: node), keeping: centres)
        return Array(Set(relations.map { $0.row.subject == node ? $0.row.object : $0.row.subject }))
    }

    /// With how many others an entity has to do in the whole store.
    func degree(of node: Int64) throws -> Int {
        try selectDegree.first(.integer(node)) { $0.integer(0) } ?? 0
    }

    /// The admitted relations between the two entities of each pair, in either direction.
    func relations(between pairs: [[Int64]]) throws -> [Relation] {
        let sql = """
            SELECT id, subject, type, object, status FROM relation WHERE object = ?2 AND subject = ?1
            UNION ALL SELECT id, subject, type, object, status FROM relation WHERE object = ?1 AND subject = ?2
            """
        let rows = try pairs.flatMap { pair in
            try SQLStatement(reader.database, sql).map(.integer(pair[0]), .integer(pair[1])) { row in
                RelationReader.Row(id: row.id(0), subject: row.id(1), type: row.id(2), object: row.id(3), status: row.id(4))
            }
        }
        return try reader.narrowed(rows, keeping: centres).map(\.relation)
    }
}
