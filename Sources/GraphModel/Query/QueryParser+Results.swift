// The part of a query after RETURN.

extension QueryParser {
    /// "*" | column {"," column}
    mutating func columns() throws -> [GraphQuery.Column] {
        if accept("*") {
            guard !variables.isEmpty else { throw error("RETURN * gives the variables of the pattern, and it has none") }
            return variables.sorted { $0.value.rank < $1.value.rank }.map { GraphQuery.Column(title: $0.key, output: $0.value.output) }
        }
        var columns: [GraphQuery.Column] = []
        repeat {
            var column = try column()
            if accept(word: "AS") {
                let (name, place) = try word("a name for the column")
                guard variables[name] == nil else { throw error("'\(name)' is a variable already; choose another name", at: place) }
                column.title = name
            }
            guard !columns.contains(where: { $0.title == column.title }) else {
                throw error("the column '\(column.title)' is there already; give one of them another name with AS")
            }
            columns.append(column)
        } while accept(",")
        return columns
    }

    /// column = variable ["." property] | "count" "(" ("*" | ["DISTINCT"] variable ["." property]) ")"
    private mutating func column() throws -> GraphQuery.Column {
        let start = token.place
        let (name, place) = try word("a variable, a property or count(*)")
        if name.lowercased() == "count", variables[name] == nil || token.kind == .sign("(") {
            guard accept("(") else { throw error("expected '(' after count, such as count(*)") }
            let output = try count()
            guard accept(")") else { throw error("expected ')'") }
            return GraphQuery.Column(title: words(from: start), output: output)
        }
        let element = try element(name, at: place)
        guard accept(".") else { return GraphQuery.Column(title: name, output: element.output) }
        let property = try property(of: element)
        return GraphQuery.Column(title: words(from: start), output: .property(property.asGiven))
    }

    private mutating func count() throws -> GraphQuery.Output {
        if accept("*") { return .count }
        let isDistinct = accept(word: "DISTINCT")
        let (name, place) = try word("a variable, a property or *")
        let element = try element(name, at: place)
        guard accept(".") else { return .countOf(element.operand, isDistinct: isDistinct) }
        return .countOf(.property(try property(of: element).asGiven), isDistinct: isDistinct)
    }

    /// order = (column | variable ["." property]) ["ASC" | "DESC"]
    mutating func order(of query: GraphQuery) throws -> GraphQuery.Order {
        let place = token.place
        var order = GraphQuery.Order(key: try orderKey(of: query))
        if case .property(let property) = order.key {
            if let column = query.columns?.firstIndex(where: { $0.output == .property(property.asGiven) }) {
                order.key = .column(column)
            } else if query.isGrouped {
                throw error(
                    "a row may stand for several matches here, so it can only be sorted by what RETURN gives",
                    at: place.lowerBound..<tokenEnd)
            }
        }
        if accept(word: "DESC") || accept(word: "DESCENDING") {
            order.isDescending = true
        } else {
            _ = accept(word: "ASC") || accept(word: "ASCENDING")
        }
        return order
    }

    private mutating func orderKey(of query: GraphQuery) throws -> GraphQuery.Order.Key {
        let start = token
        let (name, place) = try word("a variable, a property or a name given with AS")
        if variables[name] == nil, let columns = query.columns, let column = columns.firstIndex(where: { $0.title == name }) {
            if case .edge = columns[column].output { throw error("a relation has no order of its own; sort by one of its properties", at: place) }
            return .column(column)
        }
        if name.lowercased() == "count", variables[name] == nil {
            guard accept("("), let output = try? count(), accept(")"), let column = query.columns?.firstIndex(where: { $0.output == output })
            else { throw error("only a count that RETURN gives can be sorted by", at: start.place) }
            return .column(column)
        }
        let element = try element(name, at: place)
        if accept(".") { return .property(try property(of: element)) }
        switch element {
        case .node(let index): return query.isGrouped ? try groupedNode(index, of: query, at: place) : .property(.node(index, .name))
        case .edge: throw error("a relation has no order of its own; sort by one of its properties, such as \(name).date", at: place)
        }
    }

    /// A grouped answer is sorted by an entity's name if it gives the entity.
    private func groupedNode(_ index: Int, of query: GraphQuery, at place: Range<Int>) throws -> GraphQuery.Order.Key {
        guard let column = query.columns?.firstIndex(where: { $0.output == .node(index) }) else {
            throw error("a row may stand for several matches here, so it can only be sorted by what RETURN gives", at: place)
        }
        return .column(column)
    }

    mutating func limit() throws -> Int {
        guard case .number(let number) = token.kind, let limit = Int(exactly: number), limit > 0 else {
            throw error("expected a whole number of rows, such as LIMIT 10")
        }
        advance()
        return limit
    }

    /// The end of the token before this one.
    var tokenEnd: Int { previous.place.upperBound }

    private func words(from start: Range<Int>) -> String {
        String(String.UnicodeScalarView(query.unicodeScalars.prefix(tokenEnd).dropFirst(start.lowerBound).filter { $0 != " " && $0 != "\n" }))
    }
}

extension QueryProperty {
    /// The property as an answer gives it: a date is then what the text says, where a condition would fall back on its article's.
    fileprivate var asGiven: QueryProperty {
        guard case .edge(let index, .date) = self else { return self }
        return .edge(index, .statedDate)
    }
}

extension QueryParser.Element {
    var output: GraphQuery.Output {
        switch self {
        case .node(let index): .node(index)
        case .edge(let index): .edge(index)
        }
    }

    var operand: GraphQuery.Output.Operand {
        switch self {
        case .node(let index): .node(index)
        case .edge(let index): .edge(index)
        }
    }

    /// First the entities, then the relations, both in the order of the pattern.
    fileprivate var rank: (Int, Int) {
        switch self {
        case .node(let index): (0, index)
        case .edge(let index): (1, index)
        }
    }
}
