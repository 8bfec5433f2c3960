/// A cell of a query's answer.
public enum QueryValue: Hashable, Sendable {
    case entity(Entity.ID)
    case relation(Relation.Key)
    case text(String)
    case number(Double)
    case date(PartialDate)
    /// Nobody says.
    case none
}

/// What a query found.
public struct QueryResult: Hashable, Sendable {
    /// A value for each column of the query; without columns, an empty list for each match.
    ///
    /// Sorted as the query asks, unknown values last, then by the columns from left to right, then by the matches' entities and relations.
    public var rows: [[QueryValue]]
    /// The entities and relations of the matches that the rows stand for, and the documents that the relations cite.
    public var graph: KnowledgeGraph

    public init(rows: [[QueryValue]], graph: KnowledgeGraph) {
        self.rows = rows
        self.graph = graph
    }
}

extension GraphQuery {
    /// The edges of which a statement is looked at, not only the relation: where it is asked for what statements may differ in.
    public var edgesWithStatements: Set<Int> {
        var properties = condition.map(\.properties) ?? []
        for column in columns ?? [] {
            switch column.output {
            case .property(let property), .countOf(.property(let property), _): properties.append(property)
            default: break
            }
        }
        for order in order {
            if case .property(let property) = order.key { properties.append(property) }
        }
        return Set(
            properties.compactMap { property in
                guard case .edge(let index, let asked) = property, asked.isOfStatement else { return nil }
                return index
            })
    }

    /// The columns in which rows of one match may differ, because its statements do.
    public var columnsOfStatements: [Int] {
        (columns ?? []).indices.filter { index in
            guard case .property(.edge(_, let property)) = columns?[index].output else { return false }
            return property.isOfStatement
        }
    }

    /// Pairs of edges that could match the same relation, which no match may use twice.
    public var rivalEdges: [(Int, Int)] {
        edges.indices.flatMap { a in edges.indices.filter { b in a < b }.map { (a, $0) } }
            .filter { a, b in edges[a].mayMeet(edges[b]) }
    }
}

extension GraphQuery.Edge {
    fileprivate func mayMeet(_ other: GraphQuery.Edge) -> Bool {
        [forward, backward].contains { mine in [other.forward, other.backward].contains { mine.meets($0) } }
    }
}

extension GraphQuery.RelationTypes {
    fileprivate func meets(_ other: GraphQuery.RelationTypes) -> Bool {
        switch (self, other) {
        case (.any, .any): true
        case (.any, .only(let types)), (.only(let types), .any): !types.isEmpty
        case (.only(let mine), .only(let theirs)): !mine.isDisjoint(with: theirs)
        }
    }
}

extension QueryCondition {
    /// All properties that it asks for.
    var properties: [QueryProperty] {
        switch self {
        case .comparison(let a, _, let b), .contains(let a, let b): [a, b].compactMap(\.property)
        case .isKnown(let property): [property]
        case .same: []
        case .not(let inner): inner.properties
        case .and(let a, let b), .or(let a, let b): a.properties + b.properties
        }
    }
}

extension QueryOperand {
    var property: QueryProperty? {
        guard case .property(let property) = self else { return nil }
        return property
    }
}
