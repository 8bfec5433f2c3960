/// Makes the rows of an answer from the matches of a pattern.
struct QueryTabulation {
    private let graph: KnowledgeGraph
    private let query: GraphQuery
    private let values: QueryValues

    init(graph: KnowledgeGraph, query: GraphQuery) {
        self.graph = graph
        self.query = query
        values = QueryValues(graph: graph)
    }

    func result(of matches: [QueryMatch]) -> QueryResult {
        let rows = query.isGrouped ? grouped(matches) : single(matches)
        let shown = rows.sorted { precedes($0, $1) }.prefix(query.limit ?? .max)
        let entities = Set(shown.lazy.flatMap(\.matches).flatMap { match in match.nodes.compactMap { $0.map { graph.entities[$0].id } } })
        let relations = Set(shown.lazy.flatMap(\.matches).flatMap { $0.edges.map(\.relation) }).sorted().map { graph.relations[$0] }
        return QueryResult(
            rows: shown.map(\.values), graph: graph.part(entities: entities, relations: relations, keepingDocumentsThatMention: []))
    }

    private struct Row {
        var order: [QueryValue]
        var values: [QueryValue]
        var matches: [QueryMatch]
        /// Tells rows apart that look alike; empty if there are none.
        var identity: [QueryValue]
    }

    /// A row for each match and what it shows, but for rows that only say less than another one of the same match; of several values to
    /// sort by, the one that comes first counts.
    private func single(_ matches: [QueryMatch]) -> [Row] {
        var rows: [[QueryValue]: Row] = [:]
        for match in matches {
            let values = (query.columns ?? []).map { value(of: $0.output, in: match) }
            let identity = identity(of: match)
            let order = query.order.map { order in
                switch order.key {
                case .column(let index): key(values[index])
                case .property(let property): self.values.value(of: property, in: match)
                }
            }
            let new = Row(order: order, values: values, matches: [match], identity: identity)
            guard var row = rows[values + identity] else {
                rows[values + identity] = new
                continue
            }
            for index in order.indices where comesFirst(order[index], row.order[index], isDescending: query.order[index].isDescending) ?? false {
                row.order[index] = order[index]
            }
            rows[values + identity] = row
        }
        let bySubject = Dictionary(grouping: rows.values, by: \.identity)
        return rows.values.filter { row in !(bySubject[row.identity] ?? []).contains { $0.values != row.values && $0.values.say(allOf: row.values) } }
    }

    /// A row for each combination of what is shown, with counts of the matches that show it.
    private func grouped(_ matches: [QueryMatch]) -> [Row] {
        let columns = query.columns ?? []
        var groups = Dictionary(grouping: matches) { match in
            columns.filter { !$0.output.isCount }.map { value(of: $0.output, in: match) }
        }
        if groups.isEmpty, columns.allSatisfy(\.output.isCount) { groups[[]] = [] }
        return groups.map { group, matches in
            var rest = group[...]
            let values = columns.map { column in
                column.output.isCount ? QueryValue.number(Double(count(column.output, matches))) : rest.removeFirst()
            }
            let order = query.order.map { order -> QueryValue in
                guard case .column(let index) = order.key else {
                    preconditionFailure("what broke: a grouped answer is sorted by what it does not give")
                }
                return key(values[index])
            }
            return Row(order: order, values: values, matches: matches, identity: [])
        }
    }

    private func count(_ output: GraphQuery.Output, _ matches: [QueryMatch]) -> Int {
        guard case .countOf(let operand, let isDistinct) = output else { return Set(matches.map(identity)).count }
        let counted = matches.compactMap { match -> [QueryValue]? in
            let value =
                switch operand {
                case .node(let index): value(of: .node(index), in: match)
                case .edge(let index): value(of: .edge(index), in: match)
                case .property(let property): values.value(of: property, in: match)
                }
            return value == .none ? nil : [value] + (isDistinct ? [] : identity(of: match))
        }
        return Set(counted).count
    }

    private func value(of output: GraphQuery.Output, in match: QueryMatch) -> QueryValue {
        switch output {
        case .node(let index): match.nodes[index].map { .entity(graph.entities[$0].id) } ?? .none
        case .edge(let index): .relation(graph.relations[match.edges[index].relation].key)
        case .property(let property): values.value(of: property, in: match)
        case .count, .countOf: .none
        }
    }

    /// The entities and relations of a match.
    private func identity(of match: QueryMatch) -> [QueryValue] {
        match.nodes.map { $0.map { .entity(graph.entities[$0].id) } ?? .none } + match.edges.map { .relation(graph.relations[$0.relation].key) }
    }

    /// What a cell is sorted by: an entity by its name.
    private func key(_ value: QueryValue) -> QueryValue {
        guard case .entity(let id) = value else { return value }
        return graph.entity(id).map { .text($0.name) } ?? value
    }

    private func precedes(_ a: Row, _ b: Row) -> Bool {
        for (index, order) in query.order.enumerated() {
            if let isFirst = comesFirst(a.order[index], b.order[index], isDescending: order.isDescending) { return isFirst }
        }
        for (a, b) in zip(a.values + a.identity, b.values + b.identity) {
            if let isFirst = comesFirst(a, b, isDescending: false) { return isFirst }
        }
        return false
    }

    /// Whether the first value comes first; nil if both are alike.
    private func comesFirst(_ a: QueryValue, _ b: QueryValue, isDescending: Bool) -> Bool? {
        if a == b { return nil }
        if a == .none || b == .none { return b == .none }
        return isAscending(a, b) != isDescending
    }

    private func isAscending(_ a: QueryValue, _ b: QueryValue) -> Bool {
        switch (a, b) {
        case (.text(let a), .text(let b)), (.entity(let a), .entity(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
        case (.number(let a), .number(let b)): a < b
        case (.date(let a), .date(let b)): a < b
        case (.relation(let a), .relation(let b)): a < b
        default: preconditionFailure("what broke: a column with values of two kinds")
        }
    }
}

extension [QueryValue] {
    /// Whether these values say all that the others say.
    fileprivate func say(allOf others: [QueryValue]) -> Bool { zip(self, others).allSatisfy { $1 == .none || $0 == $1 } }
}
