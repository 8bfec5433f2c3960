internal import GraphModel

/// A `GraphFilter` as conditions in SQL: what `GraphFilter.admits` says, for whole tables at once.
///
/// Dates stand as 20260100 for 2026-01. So a date begins on or before a day if its number is no greater than the day's, and the number of
/// its last day is that with 99 for what is unknown.
struct FilterCondition {
    let filter: GraphFilter
    /// Rows of the types that are states.
    private let states: [Int64]
    private let types: [Int64]?

    /// - Parameter relationTypes: the rows of the store's relation types by their names.
    init(_ filter: GraphFilter, relationTypes: [RelationType.ID: Int64], ontology: Ontology) {
        self.filter = filter
        states = relationTypes.filter { ontology[$0.key]?.kind == .state }.map(\.value)
        types = filter.relationTypes.map { asked in relationTypes.filter { asked.contains($0.key) }.map(\.value) }
    }

    /// Whether it asks something of single statements or their articles.
    var narrowsStatements: Bool { filter.isDated || filter.minimumConfidence > 0 }

    /// What it asks of a relation by its type and status; nil for nothing.
    func relation(_ relation: String) -> SQLFragment? {
        var conditions: [SQLFragment] = []
        if let types { conditions.append("\(name: relation).type IN \(rows: types)") }
        if let statuses = filter.statuses { conditions.append("\(name: relation).status IN \(rows: statuses.map { Int64($0.code) })") }
        return conditions.isEmpty ? nil : conditions.conjunction
    }

    /// What it asks of an article; nil for nothing.
    func document(_ document: String) -> SQLFragment? {
        guard filter.isDated else { return nil }
        let published: SQLFragment = "\(name: document).published"
        var conditions: [SQLFragment] = ["\(published) IS NOT NULL"]
        if let first = filter.publishedSince { conditions.append("\(Self.lastDay(published)) >= \(first.firstDay.code)") }
        if let asOf = filter.asOf {
            // The last day of publication lies before the day after.
            let next = asOf.lastDay.adding(days: 1).code
            conditions.append(
                """
                CASE WHEN \(published) % 100 > 0 THEN \(published) < \(next)
                WHEN \(published) % 10000 > 0 THEN \(published) / 100 < \(next / 100) ELSE \(published) / 10000 < \(next / 10_000) END
                """)
        }
        return conditions.conjunction
    }

    /// What it asks of a statement and its article, given the relation that it belongs to; nil for nothing.
    func statement(_ statement: String, of relation: String, in document: String) -> SQLFragment? {
        var conditions = [self.document(document)].compactMap(\.self)
        let date: SQLFragment = "\(name: statement).date", end = Self.end(of: statement)
        let published: SQLFragment = "\(name: document).published"
        if filter.minimumConfidence > 0 { conditions.append("\(name: statement).confidence >= \(value: .real(filter.minimumConfidence))") }
        if let since = filter.since {
            conditions.append("\(Self.lastDay("coalesce(\(end), \(date), \(published))")) >= \(since.firstDay.code)")
        }
        if let until = filter.until { conditions.append("coalesce(\(date), \(end), \(published)) <= \(until.lastDay.code)") }
        if let day = filter.validAt {
            let first = day.firstDay.code, last = day.lastDay.code
            let isOver: SQLFragment = "(\(end) IS NULL OR \(Self.lastDay(end)) >= \(first))"
            conditions.append(
                """
                \(name: relation).status NOT IN (\(Status.denied.code), \(Status.cancelled.code)) AND CASE
                WHEN \(name: relation).type NOT IN \(rows: states) THEN
                    coalesce(\(date), \(end), \(published)) <= \(last) AND \(Self.lastDay("coalesce(\(end), \(date), \(published))")) >= \(first)
                WHEN \(name: relation).status = \(Status.former.code) THEN
                    \(date) <= \(last) AND \(isOver) AND NOT (\(end) IS NULL AND \(published) IS NOT NULL AND \(published) <= \(first))
                ELSE coalesce(\(date), \(published)) <= \(last) AND \(isOver) END
                """)
        }
        return conditions.isEmpty ? nil : conditions.conjunction
    }

    /// What tells independent sources apart: the article of this table, or the one whose words it prints.
    static func source(_ document: String) -> String { "coalesce(\(document).copy_of, \(document).id)" }

    /// When a state ended, as its text or another statement tells.
    static func end(of statement: String) -> SQLFragment {
        "coalesce(\(name: statement).until, \(name: StateEndFunction.name)(\(name: statement).id))"
    }

    /// A number that compares with whole days as the last day of the date does.
    static func lastDay(_ date: SQLFragment) -> SQLFragment {
        "(\(date) + (\(date) % 100 = 0) * 99 + (\(date) % 10000 = 0) * 9900)"
    }
}
