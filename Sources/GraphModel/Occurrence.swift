/// One event, or one interval of a state, of those that the statements of a relation tell.
public struct Occurrence: Hashable, Sendable {
    /// The widest-known beginning: the earliest date that a statement tells; nil if none does.
    public var date: PartialDate?
    /// When it ended; nil for an event of one day, and for a state of which nobody tells an end.
    public var until: PartialDate?
    /// Independent sources that tell of it.
    public var sources: Int
    /// In the relation's order.
    public var statements: [Statement<Entity.ID>]

    public init(date: PartialDate?, until: PartialDate?, sources: Int, statements: [Statement<Entity.ID>]) {
        self.date = date
        self.until = until
        self.sources = sources
        self.statements = statements
    }
}

extension Relation {
    /// How many days after the first day of an event its statements may date it: what forty articles tell of one event is one event.
    public static let eventWindow = 3
    /// How many days after an event an article that gives no date may still mean it.
    public static let reportWindow = 14

    /// The events, or the intervals of the state, that the statements tell, in the order of time.
    ///
    /// Statements of an event that date it within `eventWindow` days of its first day tell the same event; one that gives only month or
    /// year tells the first event within it; one without a date tells the last event up to `reportWindow` days before its article, or
    /// one of the day of its article. Statements of a state tell the same interval if they end it within `eventWindow` days of each
    /// other, and those that tell no end tell one interval that is still open.
    public func occurrences(in articles: ArticleIndex, ontology: Ontology) -> [Occurrence] {
        let groups = ontology[type]?.kind == .state ? intervals() : events(in: articles)
        return groups.map { group in
            let statements = group.sorted().map { self.statements[$0] }
            return Occurrence(
                date: statements.compactMap(\.date).min(), until: statements.compactMap(\.until).max(), sources: articles.sources(of: statements),
                statements: statements)
        }
    }

    private func intervals() -> [[Int]] {
        var groups: [(end: PartialDate, members: [Int])] = [], open: [Int] = []
        let ended = statements.indices.filter { statements[$0].until != nil }
        for (end, index) in ended.compactMap({ index in statements[index].until.map { ($0, index) } }).sorted(by: { $0 < $1 }) {
            if let last = groups.last,
                last.end.contains(end) || end.contains(last.end) || end.firstDay <= last.end.lastDay.adding(days: Self.eventWindow)
            {
                groups[groups.count - 1].members.append(index)
            } else {
                groups.append((end, [index]))
            }
        }
        open = statements.indices.filter { statements[$0].until == nil }
        return groups.map(\.members) + (open.isEmpty ? [] : [open])
    }

    private func events(in articles: ArticleIndex) -> [[Int]] {
        /// An event: its first day, or the month or year that it falls in.
        var groups: [(first: PartialDate, members: [Int])] = [], timeless: [Int] = []
        /// What is told of a day, of a month or year, and only by an article of some day, each by time.
        var days: [(PartialDate, Int)] = [], spans: [(PartialDate, Int)] = [], reports: [(PartialDate, Int)] = []
        for (index, statement) in statements.enumerated() {
            if let date = statement.date {
                if date.day != nil { days.append((date, index)) } else { spans.append((date, index)) }
            } else if let published = articles.published(statement.document) {
                reports.append((published.lastDay, index))
            } else {
                timeless.append(index)
            }
        }
        for (day, index) in days.sorted(by: { $0 < $1 }) {
            if let last = groups.last, day <= last.first.adding(days: Self.eventWindow) {
                groups[groups.count - 1].members.append(index)
            } else {
                groups.append((day, [index]))
            }
        }
        for (span, index) in spans.sorted(by: { $0 < $1 }) {
            if let place = groups.firstIndex(where: { span.contains($0.first) || $0.first.contains(span) }) {
                groups[place].members.append(index)
            } else {
                groups.append((span, [index]))
            }
        }
        groups.sort { ($0.first, $0.members[0]) < ($1.first, $1.members[0]) }
        for (day, index) in reports.sorted(by: { $0 < $1 }) {
            let fits = groups.lastIndex { $0.first.firstDay <= day && day <= $0.first.lastDay.adding(days: Self.reportWindow) }
            if let fits {
                groups[fits].members.append(index)
            } else {
                groups.append((day, [index]))
                groups.sort { ($0.first, $0.members[0]) < ($1.first, $1.members[0]) }
            }
        }
        return groups.map(\.members) + (timeless.isEmpty ? [] : [timeless])
    }
}

extension PartialDate {
    /// Whether all days of the other date are days of this one.
    fileprivate func contains(_ other: PartialDate) -> Bool { firstDay <= other.firstDay && other.lastDay <= lastDay }
}
