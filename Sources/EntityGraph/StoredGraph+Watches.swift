import GraphModel
import GraphStorage

/// What a standing query found that it had not found before.
public struct News: Sendable {
    public var name: String
    public var pattern: String
    /// The new answers only.
    public var report: Report

    /// What several standing queries found: for people a table each below its name; as JSON a list of reports that say whose they are; as
    /// CSV a table each, with the query's name in the first column and an empty line between them.
    public static func text(_ news: [News], as format: Report.Format, width: Int = 100) -> String {
        switch format {
        case .table: news.map { "\($0.name): \($0.report.rows.count) new\n\($0.report.text(as: .table, width: width))\n" }.joined()
        case .json: "[" + news.map { $0.named.json.dropLast() }.joined(separator: ",\n") + "]\n"
        case .csv: news.map(\.named.csv).joined(separator: "\r\n")
        }
    }

    /// The report, which says what it answers.
    private var named: Report {
        var named = report
        named.facts = [Report.Fact("watch", .text(name)), Report.Fact("pattern", .text(pattern))] + report.facts
        named.columns.insert(Report.Column("watch"), at: 0)
        named.rows = report.rows.map { [.text(name)] + $0 }
        return named
    }
}

extension StoredGraph {
    /// The standing queries, by name.
    public func standingQueries() throws -> Answer {
        let rows = try store.standingQueries().map { [Report.Value.text($0.name), .text($0.pattern)] }
        return Answer(
            report: Report(columns: [Report.Column("name"), Report.Column("pattern")], rows: rows, emptyText: "no standing queries"), notes: [])
    }

    /// Keeps a query that is asked again after each build; what matches now is not new any more. Names that no article has used so far
    /// are waited for.
    ///
    /// - Returns: how many answers there are now.
    /// - Throws: `QueryError` if the pattern cannot be read.
    public func watch(_ pattern: String, as name: String) throws -> Int {
        _ = try GraphQuery(parsing: pattern, ontology: ontology)
        try store.add(StandingQuery(name: name, pattern: pattern))
        let answers = try answer(to: pattern)?.keys ?? []
        return try store.newAnswers(answers, to: name).count
    }

    /// Forgets a standing query.
    ///
    /// - Throws: `QuestionError.unknownWatch`.
    public func unwatch(_ name: String) throws {
        guard try store.removeStandingQuery(name) else {
            throw QuestionError.unknownWatch(name, nearest: nearestNames(to: name, among: try store.standingQueries().map(\.name)))
        }
    }

    /// What each standing query finds that it had not found before, by name; those that find nothing new are left out.
    ///
    /// The store must have been opened for writing.
    public func news() throws -> [News] {
        try store.standingQueries().compactMap { query in
            guard let answer = try answer(to: query.pattern) else { return nil }
            let new = try store.newAnswers(answer.keys, to: query.name)
            return new.isEmpty ? nil : News(name: query.name, pattern: query.pattern, report: answer.keeping(new).report)
        }
    }

    /// What a standing query finds; nil if it names somebody of whom nobody has written so far, or a relation that the ontology has not.
    private func answer(to pattern: String) throws -> PatternAnswer? {
        do {
            return try query(pattern, filter: GraphFilter(), takingNearNames: false, forGraph: false)
        } catch is QueryError {
            return nil
        }
    }
}

extension PatternAnswer {
    /// A text for each answer that tells it from all others: for each row, else each relation, else each entity.
    fileprivate var keys: [String] {
        if query.columns != nil { return result.rows.map { $0.map(\.stableText).joined(separator: "\u{1F}") } }
        return query.edges.isEmpty ? result.graph.entities.map(\.id) : result.graph.relations.map { QueryValue.relation($0.key).stableText }
    }

    /// Only the answers at these places among `keys`.
    fileprivate func keeping(_ places: [Int]) -> PatternAnswer {
        var result = result
        if query.columns != nil {
            result.rows = places.map { result.rows[$0] }
        } else if query.edges.isEmpty {
            result.graph.entities = places.map { result.graph.entities[$0] }
        } else {
            result.graph.relations = places.map { result.graph.relations[$0] }
        }
        return PatternAnswer(query, result, notes: notes, ontology: ontology)
    }
}

extension QueryValue {
    /// The value in words that do not change from one version of the program to the next.
    fileprivate var stableText: String {
        switch self {
        case .entity(let id): id
        case .relation(let key): [key.subject, key.type, key.object, key.status.rawValue].joined(separator: " ")
        case .text(let text): text
        case .number(let number): number.description
        case .date(let date): date.description
        case .none: "\u{0}"
        }
    }
}
