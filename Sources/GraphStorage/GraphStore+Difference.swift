internal import class GRDB.Database
public import GraphModel

extension GraphStore {
    /// What changed between what was known at the end of two days.
    ///
    /// Complexity: linear in the store; `changes(from:to:)` is quicker where nobody asks for what stayed the same.
    /// - Parameter filter: narrows both; its `asOf` is not used.
    public func difference(from old: PartialDate, to new: PartialDate, _ filter: GraphFilter = GraphFilter()) throws -> GraphComparison {
        let all = try graph(GraphFilter(asOf: max(old.lastDay, new.lastDay)))
        return GraphComparison(of: all, from: old, to: new, filter, ontology: ontology)
    }

    /// The same, but with only so much of both graphs as is needed to tell what changed: the relations of the articles that came out in
    /// between, those that differ from them in status only, and the states that these articles end; without mentions, and without the
    /// entities and articles that nothing of it touches. Of entities only those that are new or gone are told, not what they are called.
    ///
    /// Complexity: linear in what the articles of the days in between touch.
    /// - Parameter filter: narrows both; its `asOf` is not used.
    public func changes(from old: PartialDate, to new: PartialDate, _ filter: GraphFilter = GraphFilter()) throws -> GraphComparison {
        try read { database in
            let reader = GraphReader(database: database, ontology: ontology)
            let window = try ChangeWindow(database: database, from: min(old.lastDay, new.lastDay), to: max(old.lastDay, new.lastDay))
            let rows = try window.relations(RelationReader(reader, filter: filter)), spoken = try window.entities()
            let entities = try reader.entities(Set(rows.flatMap { [$0.subject, $0.object] }).union(spoken.keys))
            func known(_ day: PartialDate, isLater: Bool) throws -> KnowledgeGraph {
                var filter = filter
                filter.asOf = day
                let relationReader = try RelationReader(reader, filter: filter)
                let relations = try relationReader.narrowed(rows, keeping: []).map(\.relation)
                let present = entities.filter { row, entity in
                    filter.entityTypes?.contains(entity.type) ?? true && (isLater || spoken[row] != false)
                }
                return KnowledgeGraph(
                    documents: relationReader.documents.sorted { $0.precedes($1) }, entities: present.map(\.entity).sorted { $0.id < $1.id },
                    relations: relations.sorted { $0.key < $1.key })
            }
            let isForward = old.lastDay <= new.lastDay
            let graphs = (try known(old, isLater: !isForward), try known(new, isLater: isForward || old.lastDay == new.lastDay))
            var difference = graphs.1.difference(from: graphs.0)
            difference.unchangedRelations = []
            return GraphComparison(
                difference: difference, before: graphs.0, after: graphs.1, undatedDocuments: try reader.undatedDocuments())
        }
    }
}

extension GraphComparison {
    /// Compares what a graph held at the end of two days.
    init(of all: GraphSelection, from old: PartialDate, to new: PartialDate, _ filter: GraphFilter, ontology: Ontology) {
        var (before, after) = (filter, filter)
        (before.asOf, after.asOf) = (old, new)
        let graphs = (all.graph.filtered(by: before, ontology: ontology).graph, all.graph.filtered(by: after, ontology: ontology).graph)
        self.init(
            difference: graphs.1.difference(from: graphs.0), before: graphs.0, after: graphs.1, undatedDocuments: all.undatedDocuments)
    }
}

/// What the articles touch that came out after one day and up to another one.
private struct ChangeWindow {
    private let database: Database
    private let first: PartialDate
    /// The extractions of these articles.
    private let extractions: [Int64]

    init(database: Database, from first: PartialDate, to last: PartialDate) throws {
        self.database = database
        self.first = first
        // A month counts from its last day, but stands at its beginning in the index.
        let sql = "SELECT x.id, d.published FROM document d JOIN extraction x ON x.document = d.id WHERE d.published BETWEEN ? AND ?"
        extractions = try SQLStatement(database, sql).map(.integer(first.year * 10_000), .integer(last.code)) { row in
            guard let published = try row.date(1), published.lastDay > first, published.lastDay <= last else { return nil }
            return row.id(0)
        }.compactMap(\.self).sorted()
    }

    func relations(_ reader: RelationReader) throws -> [RelationReader.Row] {
        let touched = """
            SELECT DISTINCT r.id, r.subject, r.type, r.object, r.status
            FROM statement s JOIN edge e ON e.statement = s.id JOIN relation r ON r.id = e.relation WHERE s.extraction = ?
            """
        let alike = "SELECT id, subject, type, object, status FROM relation WHERE subject = ? AND type = ? AND object = ?"
        var rows: Set<RelationReader.Row> = []
        for extraction in extractions { try SQLStatement(database, touched).forEach(.integer(extraction)) { rows.insert(Self.row($0)) } }
        let states = try reader.states(endedBy: rows.sorted { $0.id < $1.id })
        for row in rows {
            let found = try SQLStatement(database, alike).map(.integer(row.subject), .integer(row.type), .integer(row.object), transform: Self.row)
            rows.formUnion(found)
        }
        return rows.union(states).sorted { $0.id < $1.id }
    }

    /// The entities that the articles speak of, and whether an article up to the first day does.
    func entities() throws -> [Int64: Bool] {
        let spoken = """
            SELECT DISTINCT r.entity FROM local_entity l JOIN resolution r ON r.profile = l.profile WHERE l.extraction = ?
            AND length(l.mentions) > 0
            """
        let earlier = """
            SELECT d.published FROM resolution r JOIN local_entity l ON l.profile = r.profile JOIN extraction x ON x.id = l.extraction
            JOIN document d ON d.id = x.document WHERE r.entity = ? AND d.published <= ?
            AND length(l.mentions) > 0
            """
        var known: [Int64: Bool] = [:]
        for extraction in extractions {
            for entity in try SQLStatement(database, spoken).map(.integer(extraction), transform: { $0.id(0) }) where known[entity] == nil {
                var isKnown = false
                // Stops at the first article that was surely out by then.
                let find = try SQLStatement(database, earlier)
                isKnown = try find.contains(.integer(entity), .integer(first.code)) { row in
                    try row.date(0).map { $0.lastDay <= first } ?? false
                }
                known[entity] = isKnown
            }
        }
        return known
    }

    private static func row(_ row: SQLRow) -> RelationReader.Row {
        RelationReader.Row(id: row.id(0), subject: row.id(1), type: row.id(2), object: row.id(3), status: row.id(4))
    }
}
