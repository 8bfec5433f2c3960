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
    /// filtered graph, where the filter's types of entity do not hold for the two.
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
            var search = PathSearch<RelationWeb.Node>(
                avoidsHubs: avoidingHubs, maximumHops: maximumHops, precedes: { $0.id < $1.id }, neighbours: web.neighbours)
            let found = try search.paths(
                from: .init(row: ends[0], id: start), to: .init(row: ends[1], id: end), count: count)

            let hops = Set(found.flatMap { zip($0, $0.dropFirst()).map { [$0.row, $1.row] } })
            let contents = try reader.contents(
                .init(extractions: web.extractions, relations: try web.relations(between: hops), mentionsOf: []))
            let whole = KnowledgeGraph(
                documents: contents.documents, entities: try reader.entities(Set(hops.joined())).map(\.entity), mentions: [:],
                statements: contents.statements, ontology: ontology)
            let dates = Dictionary(uniqueKeysWithValues: contents.documents.map { ($0.id, $0.published) })
            let relations = whole.relations.compactMap { $0.narrowed(by: filter, published: dates, ontology: ontology) }
            let narrowed = KnowledgeGraph(documents: whole.documents, entities: whole.entities, relations: relations)
            let byPair = Dictionary(grouping: relations) { Set([$0.subject, $0.object]) }
            let paths = found.map { nodes in
                GraphPath(entities: nodes.map(\.id), hops: zip(nodes, nodes.dropFirst()).map { byPair[[$0.id, $1.id]] ?? [] })
            }
            return PathAnswer(paths: paths, graph: narrowed.part(along: paths), undatedDocuments: undated)
        }
    }
}

/// The relations that a filter admits, looked up entity by entity.
private struct RelationWeb {
    struct Node: Hashable {
        var row: Int64
        var id: Entity.ID

        static func == (a: Node, b: Node) -> Bool { a.row == b.row }
        func hash(into hasher: inout Hasher) { hasher.combine(row) }
    }

    private let database: Database
    private let ontology: Ontology
    private let filter: GraphFilter
    private let centres: Set<Int64>
    private let published: [Int64: PartialDate?]

    init(reader: GraphReader, filter: GraphFilter, centres: Set<Int64>) throws {
        database = reader.database
        ontology = reader.ontology
        self.filter = filter
        self.centres = centres
        published = filter == GraphFilter() ? [:] : try reader.publicationDates().filter { filter.admits(published: $0.value) }
    }

    /// The extractions that count; nil for all.
    var extractions: Set<Int64>? { filter == GraphFilter() ? nil : Set(published.keys) }

    func neighbours(of node: Node) throws -> [Node] {
        if filter == GraphFilter() {
            let sql = """
                SELECT e.id, e.name_id FROM entity e WHERE e.id IN
                    (SELECT object FROM relation WHERE subject = ?1 UNION SELECT subject FROM relation WHERE object = ?1)
                """
            return try SQLStatement(database, sql).map(.integer(node.row)) { Node(row: $0.id(0), id: $0.text(1)) }
        }
        let sql = """
            SELECT o.id, o.name_id, o.type, r.id, t.name, s.status, s.date, s.until, s.confidence, s.extraction
            FROM (SELECT id, object AS other, type FROM relation WHERE subject = ?1
                UNION ALL SELECT id, subject, type FROM relation WHERE object = ?1) r
            JOIN entity o ON o.id = r.other JOIN relation_type t ON t.id = r.type
            JOIN edge e ON e.relation = r.id JOIN statement s ON s.id = e.statement
            """
        var sources: [Int64: (node: Node, extractions: Set<Int64>)] = [:]
        try SQLStatement(database, sql).forEach(.integer(node.row)) { row in
            guard let date = published[row.id(9)],
                try centres.contains(row.id(0)) || filter.entityTypes?.contains(row.entityType(2)) ?? true,
                filter.admits(
                    type: row.text(4), status: try row.status(5), date: try row.date(6), until: try row.date(7), confidence: row.real(8),
                    published: date, ontology: ontology)
            else { return }
            sources[row.id(3), default: (Node(row: row.id(0), id: row.text(1)), [])].extractions.insert(row.id(9))
        }
        return Array(Set(sources.values.lazy.filter { $0.extractions.count >= filter.minimumSources }.map(\.node)))
    }

    /// The relations between the two entities of each pair, in either direction.
    func relations(between pairs: Set<[Int64]>) throws -> Set<Int64> {
        let sql = "SELECT id FROM relation WHERE (subject = ?1 AND object = ?2) OR (subject = ?2 AND object = ?1)"
        return Set(try pairs.flatMap { pair in try SQLStatement(database, sql).map(.integer(pair[0]), .integer(pair[1])) { $0.id(0) } })
    }
}
