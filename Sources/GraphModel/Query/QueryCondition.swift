/// What a query asks of the entities and relations of a match. Unknown values make a comparison neither true nor false, as in SQL.
public indirect enum QueryCondition: Hashable, Sendable {
    case comparison(QueryOperand, QueryComparison, QueryOperand)
    /// The left text contains the right one, whatever the case and the accents.
    case contains(QueryOperand, QueryOperand)
    case isKnown(QueryProperty)
    /// Both are the same entity.
    case same(Int, Int)
    case not(QueryCondition)
    case and(QueryCondition, QueryCondition)
    case or(QueryCondition, QueryCondition)
}

/// How two values are compared.
public enum QueryComparison: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case unequal = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

/// A side of a comparison. Both sides are of one kind.
public enum QueryOperand: Hashable, Sendable {
    case text(String)
    case number(Double)
    case date(PartialDate)
    case property(QueryProperty)

    /// What kind of value it has.
    public var kind: QueryValueKind {
        switch self {
        case .text: .text
        case .number: .number
        case .date: .date
        case .property(let property): property.kind
        }
    }
}

/// The kinds of values that a query compares.
public enum QueryValueKind: String, Hashable, Sendable {
    case text, number, date
}

/// A property of a node or an edge of the pattern.
public enum QueryProperty: Hashable, Sendable {
    case node(Int, NodeProperty)
    case edge(Int, EdgeProperty)

    public var kind: QueryValueKind {
        switch self {
        case .node: .text
        case .edge(_, let property): property.kind
        }
    }
}

/// What a query can ask about an entity.
public enum NodeProperty: String, Hashable, Sendable, CaseIterable {
    case name, type, id
}

/// What a query can ask about a relation.
public enum EdgeProperty: String, Hashable, Sendable, CaseIterable {
    // Of the relation as a whole.
    case type, status, sources, confidence
    // Of one of its statements.
    /// When it happened, else when the article that says so came out; RETURN gives the former only.
    case date
    /// When the text says that it happened.
    case statedDate = "stated_date"
    case until, published, publisher, title, amount, currency, place
    case attributedTo = "attributed_to"
    case charge, text, document

    /// Whether statements of one relation may differ in it.
    public var isOfStatement: Bool {
        switch self {
        case .type, .status, .sources, .confidence: false
        default: true
        }
    }

    public var kind: QueryValueKind {
        switch self {
        case .sources, .confidence, .amount: .number
        case .date, .statedDate, .until, .published: .date
        default: .text
        }
    }
}

extension QueryComparison {
    /// How two texts compare: by case and accents only equal or not, in order by their bytes.
    func holds(_ a: String, _ b: String) -> Bool {
        switch self {
        case .equal: a.foldedForNames == b.foldedForNames
        case .unequal: a.foldedForNames != b.foldedForNames
        case .less: a.utf8.lexicographicallyPrecedes(b.utf8)
        case .greater: b.utf8.lexicographicallyPrecedes(a.utf8)
        case .lessOrEqual: !b.utf8.lexicographicallyPrecedes(a.utf8)
        case .greaterOrEqual: !a.utf8.lexicographicallyPrecedes(b.utf8)
        }
    }

    func holds(_ a: Double, _ b: Double) -> Bool {
        switch self {
        case .equal: a == b
        case .unequal: a != b
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        }
    }

    /// Of dates of which only month or year is known, `>=` and `<=` ask whether it may be so, as `--since` and `--until` do; `>` and `<`
    /// whether it must be so; `=` whether the left one lies within the right one.
    func holds(_ a: PartialDate, _ b: PartialDate) -> Bool {
        switch self {
        case .equal: a.firstDay >= b.firstDay && a.lastDay <= b.lastDay
        case .unequal: !Self.equal.holds(a, b)
        case .less: a.lastDay < b.firstDay
        case .lessOrEqual: a.firstDay <= b.lastDay
        case .greater: a.firstDay > b.lastDay
        case .greaterOrEqual: a.lastDay >= b.firstDay
        }
    }
}
