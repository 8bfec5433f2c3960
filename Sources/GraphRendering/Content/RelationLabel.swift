import GraphModel

/// What a line of an edge's label says of one relation.
struct RelationLabel: Hashable, Sendable {
    /// The relation in words ("captured").
    var words: String
    /// Stands before the words ("planned"), nil for a plain fact.
    var status: String?
    /// Title, amount, date and number of sources, those that are known.
    var details: [String]

    init(_ drawn: DrawnRelation, ontology: Ontology) {
        let relation = drawn.relation
        words = ontology[relation.type]?.words ?? RelationType(id: relation.type, group: "", kind: .event, domain: [], range: []).words
        if words.isEmpty { words = "relates to" }
        status = StatusStyle(relation.status).word
        details = []
        let titles = relation.statements.compactMap(\.qualifiers.title).filter { !$0.allSatisfy(\.isWhitespace) }
        if let title = Self.mostFrequent(titles) { details.append(title) }
        if let amount = Self.mostFrequent(relation.statements.compactMap(\.qualifiers.amount).map(Self.words)) { details.append(amount) }
        if let span = Self.span(of: relation) { details.append(span.words) }
        if let before = drawn.before, before.sources != relation.sources {
            details.append("\(before.sources) → \(relation.sources) sources")
        } else if relation.sources > 1 {
            details.append("\(relation.sources) sources")
        }
    }

    /// The dates that a relation's statements give, from the first to the last.
    static func span(of relation: Relation) -> DateSpan? {
        let dates = Set(relation.statements.compactMap(\.date))
        // "2026" adds nothing to "3 January 2026".
        let exact = dates.filter { date in !dates.contains { $0 != date && date.firstDay <= $0.firstDay && $0.lastDay <= date.lastDay } }
        guard let first = exact.min() else { return relation.statements.compactMap(\.until).max().map { DateSpan(first: nil, last: $0) } }
        let ends = relation.statements.compactMap(\.until)
        return DateSpan(first: first, last: max(exact.max() ?? first, ends.max() ?? first))
    }

    /// The commonest, of equally common ones the first in order.
    private static func mostFrequent(_ texts: [String]) -> String? {
        var counts: [String: Int] = [:]
        for text in texts { counts[text, default: 0] += 1 }
        return counts.min { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }?.key
    }

    /// An amount as newspapers write it: "USD 100 billion", "EUR 2.5 million", "GBP 700".
    static func words(_ amount: MoneyAmount) -> String {
        let units = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")]
        let unit = units.first { amount.value >= $0.0 } ?? (1, "")
        let tenths = (amount.value / unit.0 * 10).rounded()
        guard tenths.isFinite, tenths < 1e15 else { return amount.currency }
        let whole = Int(tenths) / 10, rest = Int(tenths) % 10
        return "\(amount.currency) \(whole)" + (rest == 0 ? "" : ".\(rest)") + unit.1
    }
}

/// When something held: from a day, month or year to another, or to now.
struct DateSpan: Hashable, Sendable {
    /// nil if only the end is known.
    var first: PartialDate?
    var last: PartialDate

    /// "3 Jan 2026", "3–9 Jan 2026", "until 2019".
    var words: String {
        guard let first else { return "until \(Self.words(last))" }
        if first == last { return Self.words(first) }
        if first.year == last.year, first.month == last.month, let day = first.day, last.day != nil { return "\(day)–\(Self.words(last))" }
        return "\(Self.words(first)) – \(Self.words(last))"
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// "3 Jan 2026", "Jan 2026", "2026".
    static func words(_ date: PartialDate) -> String {
        let month = date.month.map { months[$0 - 1] + " " } ?? ""
        return (date.day.map { "\($0) " } ?? "") + month + "\(date.year)"
    }
}
