/// Reads the pattern language. The grammar stands in `Queries.md` of the documentation and is followed here rule by rule.
struct QueryParser {
    /// What a variable stands for.
    enum Element: Hashable {
        case node(Int)
        case edge(Int)
    }

    let query: String
    let ontology: Ontology
    private let tokens: [QueryToken]
    private var position = 0
    private var nodes: [GraphQuery.Node] = []
    private var edges: [GraphQuery.Edge] = []
    private(set) var variables: [String: Element] = [:]
    /// What the braces of the pattern ask for.
    private var conditions: [QueryCondition] = []

    init(_ query: String, ontology: Ontology) throws {
        self.query = query
        self.ontology = ontology
        tokens = try QueryTokenizer.tokens(of: query)
    }

    /// query = ["MATCH"] pattern {"," pattern} ["WHERE" condition] ["RETURN" …] ["ORDER" "BY" …] ["LIMIT" number]
    mutating func parse() throws -> GraphQuery {
        _ = accept(word: "MATCH")
        repeat { try pattern() } while accept(",")
        var condition = conditions.reduce(nil) { all, next in all.map { .and($0, next) } ?? next }
        if accept(word: "WHERE") {
            let asked = try self.condition()
            condition = condition.map { .and($0, asked) } ?? asked
        }
        var result = GraphQuery(nodes: nodes, edges: edges, condition: condition)
        if accept(word: "RETURN") {
            result.isDistinct = accept(word: "DISTINCT")
            result.columns = try columns()
        }
        if accept(word: "ORDER") {
            try expect(word: "BY")
            repeat { result.order.append(try order(of: result)) } while accept(",")
        }
        if accept(word: "LIMIT") { result.limit = try limit() }
        guard token.kind == .end else {
            var expected = ["LIMIT"]
            if result.limit == nil, result.order.isEmpty { expected = ["ORDER BY"] + expected }
            if result.columns == nil, result.order.isEmpty { expected = ["RETURN"] + expected }
            if condition == nil, result.columns == nil { expected = ["another pattern after a comma", "WHERE"] + expected }
            throw error(
                result.limit == nil
                    ? "expected \(expected.joined(separator: ", ")) or the end of the query" : "expected the end of the query")
        }
        return result
    }

    // MARK: Patterns

    /// pattern = node {edge node}
    private mutating func pattern() throws {
        var left = try node()
        while case .sign(let sign) = token.kind, sign == "-" || sign == "<" {
            var edge = try self.edge()
            edge.left = left
            left = try node()
            edge.right = left
            edges.append(edge)
        }
    }

    /// node = "(" [variable] [":" type {"|" type}] [properties] ")"
    private mutating func node() throws -> Int {
        guard accept("(") else { throw error("expected '(' and an entity, such as (p:person)") }
        let index = try nodeIndex()
        if accept(":") {
            var types: Set<EntityType> = []
            repeat {
                let (word, place) = try word("a type of entity: person, country, organization or place")
                types.insert(try entityType(word, at: place))
            } while accept("|")
            nodes[index].types = nodes[index].types.map { $0.intersection(types) } ?? types
        }
        if accept("{") {
            repeat { try nodeProperty(of: index) } while accept(",")
            guard accept("}") else { throw error("expected ',' and another property, or '}'") }
        }
        guard accept(")") else { throw error("expected ')' after the entity") }
        return index
    }

    private mutating func nodeIndex() throws -> Int {
        guard case .word(let name) = token.kind else {
            nodes.append(GraphQuery.Node())
            return nodes.count - 1
        }
        let place = token.place
        advance()
        switch variables[name] {
        case .node(let index): return index
        case .edge: throw error("'\(name)' is a relation already; give the entity another variable", at: place)
        case nil:
            nodes.append(GraphQuery.Node(variable: name))
            variables[name] = .node(nodes.count - 1)
            return nodes.count - 1
        }
    }

    private mutating func nodeProperty(of index: Int) throws {
        let (word, place) = try word("a property of an entity: name, type or id")
        guard let property = NodeProperty(rawValue: word) else { throw unknown(word, NodeProperty.self, of: "an entity", at: place) }
        guard accept(":") else { throw error("expected ':' and the value of '\(word)'") }
        guard property == .name else {
            try condition(.node(index, property))
            return
        }
        let start = token.place
        guard case .text(let name) = token.kind else { throw error("expected a name in quotation marks, such as {name: \"Maduro\"}") }
        advance()
        guard nodes[index].name == nil else { throw error("this entity has a name already; use another variable for another one", at: start) }
        nodes[index].name = GraphQuery.Name(text: name, place: start)
    }

    /// edge = ["<"] "-" ["[" [variable] [":" relation {"|" relation}] [properties] "]"] "-" [">"]
    private mutating func edge() throws -> GraphQuery.Edge {
        let start = token.place
        let pointsLeft = accept("<")
        guard accept("-") else { throw error("expected '-' and a relation, such as -[:captured]->") }
        var words: [(name: String, place: Range<Int>)] = []
        // Its nodes are known when it has been read; the properties in its braces need its index before.
        let index = edges.count
        var variable: String?
        if accept("[") {
            variable = try edgeVariable(index)
            if accept(":") {
                repeat { words.append(try word("a relation, such as captured")) } while accept("|")
            }
            if accept("{") {
                repeat { try edgeProperty(of: index) } while accept(",")
                guard accept("}") else { throw error("expected ',' and another property, or '}'") }
            }
            guard accept("]") else { throw error("expected ']' after the relation") }
        }
        guard accept("-") else { throw error("expected '-' after the relation") }
        let pointsRight = accept(">")
        if pointsLeft && pointsRight {
            throw error("a relation points one way; leave out both arrowheads for either way", at: start.lowerBound..<token.place.lowerBound)
        }
        var edge = GraphQuery.Edge(variable: variable, left: 0, right: 0, forward: .only([]), backward: .only([]))
        if words.isEmpty {
            let symmetric = GraphQuery.RelationTypes.only(Set(ontology.relationTypes.filter(\.isSymmetric).map(\.id)))
            edge.forward = pointsLeft ? symmetric : .any
            edge.backward = pointsRight ? symmetric : .any
        }
        for (word, place) in words {
            let (type, isInverse) = try relation(word, at: place)
            if type.isSymmetric || pointsLeft == pointsRight {
                edge.forward.insert(type.id)
                edge.backward.insert(type.id)
            } else if pointsRight != isInverse {
                edge.forward.insert(type.id)
            } else {
                edge.backward.insert(type.id)
            }
        }
        return edge
    }

    private mutating func edgeVariable(_ index: Int) throws -> String? {
        guard case .word(let name) = token.kind else { return nil }
        guard variables[name] == nil else { throw error("'\(name)' stands for something else already; give the relation another variable") }
        variables[name] = .edge(index)
        advance()
        return name
    }

    private mutating func edgeProperty(of index: Int) throws {
        let (word, place) = try word("a property of a relation, such as status")
        guard let property = EdgeProperty(rawValue: word) else { throw unknown(word, EdgeProperty.self, of: "a relation", at: place) }
        guard accept(":") else { throw error("expected ':' and the value of '\(word)'") }
        try condition(.edge(index, property))
    }

    /// The condition that a property has the value that follows.
    private mutating func condition(_ property: QueryProperty) throws {
        let value = try term()
        conditions.append(.comparison(.property(property), .equal, try operand(value, comparedTo: property)))
    }

    private func relation(_ word: String, at place: Range<Int>) throws -> (RelationType, isInverse: Bool) {
        if let type = ontology[word] { return (type, false) }
        if let type = ontology.relationTypes.first(where: { $0.inverse == word }) { return (type, true) }
        let known = ontology.relationTypes.map(\.id) + ontology.relationTypes.compactMap(\.inverse)
        throw error("the ontology has no relation '\(word)'\(suggestion(for: word, among: known))", at: place)
    }

    func entityType(_ word: String, at place: Range<Int>) throws -> EntityType {
        guard let type = EntityType(rawValue: word) else {
            let known = EntityType.allCases.map(\.rawValue)
            throw error(
                "'\(word)' is no type of entity\(suggestion(for: word, among: known)) (types are \(known.joined(separator: ", ")))", at: place)
        }
        return type
    }

    // MARK: Tokens

    var token: QueryToken { tokens[position] }

    /// The token before this one.
    var previous: QueryToken { tokens[max(0, position - 1)] }

    mutating func advance() { position = min(position + 1, tokens.count - 1) }

    mutating func accept(_ sign: Character) -> Bool {
        guard token.kind == .sign(sign) else { return false }
        advance()
        return true
    }

    /// Whether the next word is this keyword, in whatever case; steps over it if so.
    mutating func accept(word keyword: String) -> Bool {
        guard isNext(word: keyword) else { return false }
        advance()
        return true
    }

    func isNext(word keyword: String) -> Bool {
        guard case .word(let word) = token.kind else { return false }
        return word.uppercased() == keyword
    }

    mutating func expect(word keyword: String) throws {
        guard accept(word: keyword) else { throw error("expected \(keyword)") }
    }

    mutating func word(_ expected: String) throws -> (name: String, place: Range<Int>) {
        guard case .word(let name) = token.kind else { throw error("expected \(expected)") }
        defer { advance() }
        return (name, token.place)
    }

    func error(_ message: String, at place: Range<Int>? = nil) -> QueryError {
        guard place == nil else { return QueryError(query: query, place: place ?? token.place, message: message) }
        let words = String(String.UnicodeScalarView(query.unicodeScalars.dropFirst(token.place.lowerBound).prefix(token.place.count)))
        return QueryError(
            query: query, place: token.place, message: message + (token.kind == .end ? ", found the end of the query" : ", found \(words)"))
    }

    func unknown<Property: RawRepresentable & CaseIterable>(
        _ word: String, _ property: Property.Type, of owner: String, at place: Range<Int>
    ) -> QueryError where Property.RawValue == String {
        let known = Property.allCases.map(\.rawValue)
        return error(
            "\(owner) has no property '\(word)'\(suggestion(for: word, among: known)) (it has \(known.joined(separator: ", ")))", at: place)
    }
}

extension GraphQuery.RelationTypes {
    fileprivate mutating func insert(_ type: RelationType.ID) {
        guard case .only(let types) = self else { return }
        self = .only(types.union([type]))
    }
}

extension GraphQuery {
    /// Reads a query such as `(p:person)-[r:captured]->(v) WHERE r.date >= 2026-01-01 RETURN p, v`.
    ///
    /// - Parameter ontology: says which relations there are, and what they are called from the other side.
    /// - Throws: `QueryError`, which points at what is wrong.
    public init(parsing text: String, ontology: Ontology) throws {
        var parser = try QueryParser(text, ontology: ontology)
        self = try parser.parse()
    }
}
