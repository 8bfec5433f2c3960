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
            let names = EntityIDs(database: database)
            var search = PathSearch<Int64>(
                avoidsHubs: avoidingHubs, maximumHops: maximumHops, precedes: { $0 != $1 && names[$0] < names[$1] },
                neighbours: web.neighbours)
            let found = try search.paths(from: ends[0], to: ends[1], count: count)

            let hops = Set(found.flatMap { zip($0, $0.dropFirst()).map { [$0, $1] } })
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
                GraphPath(
                    entities: nodes.map { names[$0] }, hops: zip(nodes, nodes.dropFirst()).map { byPair[[names[$0], names[$1]]] ?? [] })
            }
            return PathAnswer(paths: paths, graph: narrowed.part(along: paths), undatedDocuments: undated)
        }
    }
}

/// The ids of entities by their rows, looked up where paths of one cost are to be told apart.
private final class EntityIDs {
    private let database: Database
    private var known: [Int64: Entity.ID] = [:]

    init(database: Database) { self.database = database }

    subscript(row: Int64) -> Entity.ID {
        if let id = known[row] { return id }
        // A database that fails here fails again, and with a message, when the search looks up its next neighbours.
        let id = try? SQLStatement(database, "SELECT name_id FROM entity WHERE id = ?").first(.integer(row)) { $0.text(0) }
        known[row] = id ?? ""
        return id ?? ""
    }
}

/// The relations that a filter admits, looked up entity by entity.
private struct RelationWeb {
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

    func neighbours(of node: Int64) throws -> [Int64] {
        if filter == GraphFilter() {
            let sql = "SELECT object FROM relation WHERE subject = ?1 UNION SELECT subject FROM relation WHERE object = ?1"
            return try SQLStatement(database, sql).map(.integer(node)) { $0.id(0) }
        }
        let sql = """
            SELECT o.id, o.type, r.id, t.name, s.status, s.date, s.until, s.confidence, s.extraction
            FROM (SELECT id, object AS other, type FROM relation WHERE subject = ?1
                UNION ALL SELECT id, subject, type FROM relation WHERE object = ?1) r
            JOIN entity o ON o.id = r.other JOIN relation_type t ON t.id = r.type
            JOIN edge e ON e.relation = r.id JOIN statement s ON s.id = e.statement
            """
        var sources: [Int64: (other: Int64, extractions: Set<Int64>)] = [:]
        try SQLStatement(database, sql).forEach(.integer(node)) { row in
            guard let date = published[row.id(8)],
                try centres.contains(row.id(0)) || filter.entityTypes?.contains(row.entityType(1)) ?? true,
                filter.admits(
                    type: row.text(3), status: try row.status(4), date: try row.date(5), until: try row.date(6), confidence: row.real(7),
                    published: date, ontology: ontology)
            else { return }
            sources[row.id(2), default: (row.id(0), [])].extractions.insert(row.id(8))
        }
        return Array(Set(sources.values.lazy.filter { $0.extractions.count >= filter.minimumSources }.map(\.other)))
    }

    /// The relations between the two entities of each pair, in either direction.
    func relations(between pairs: Set<[Int64]>) throws -> Set<Int64> {
        let sql = "SELECT id FROM relation WHERE (subject = ?1 AND object = ?2) OR (subject = ?2 AND object = ?1)"
        return Set(try pairs.flatMap { pair in try SQLStatement(database, sql).map(.integer(pair[0]), .integer(pair[1])) { $0.id(0) } })
    }
}
