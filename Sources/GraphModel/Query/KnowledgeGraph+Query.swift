extension KnowledgeGraph {
    /// What a query finds in this graph, by trying everything: what the query means, and what a store's answer is held against.
    ///
    /// A match gives each node of the pattern an entity and each edge a relation, no relation twice, so that the types, the directions
    /// and the condition hold. What the condition asks of one edge must hold of one and the same statement of its relation. Each match
    /// gives one row, or one for each of the different values that its statements have in the columns; what a statement does not say
    /// makes no row of its own beside one that says it. Filter the graph before if only a part of it counts; names must have been replaced by entities (`GraphQuery.named(_:)`).
    /// Complexity: the number of relations to the power of the number of edges.
    public func answer(to query: GraphQuery) -> QueryResult {
        var matcher = QueryMatcher(graph: self, query: query)
        matcher.match(edge: 0)
        return QueryTabulation(graph: self, query: query).result(of: matcher.found)
    }
}

/// What stands for the nodes and edges of a pattern.
struct QueryMatch: Hashable {
    struct Hop: Hashable {
        /// Index of the relation in the graph.
        var relation: Int
        /// Index of the statement in the relation; nil if none is looked at.
        var statement: Int?
    }

    /// Indices of the entities in the graph.
    var nodes: [Int?]
    var edges: [Hop]
}

/// Finds all matches of a pattern, one edge after the other.
private struct QueryMatcher {
    let values: QueryValues
    let query: GraphQuery
    private let graph: KnowledgeGraph
    private let indexByID: [Entity.ID: Int]
    private let withStatements: Set<Int>
    private var current: QueryMatch
    private(set) var found: [QueryMatch] = []

    init(graph: KnowledgeGraph, query: GraphQuery) {
        self.graph = graph
        self.query = query
        values = QueryValues(graph: graph)
        indexByID = Dictionary(uniqueKeysWithValues: graph.entities.enumerated().map { ($1.id, $0) })
        withStatements = query.edgesWithStatements
        current = QueryMatch(nodes: Array(repeating: nil, count: query.nodes.count), edges: [])
    }

    /// Tries all relations for this edge and those after it, then all entities for the nodes without an edge.
    mutating func match(edge index: Int) {
        guard index < query.edges.count else { return match(node: 0) }
        let edge = query.edges[index], before = current
        for (number, relation) in graph.relations.enumerated() where !current.edges.contains(where: { $0.relation == number }) {
            for isForward in [true, false] where (isForward ? edge.forward : edge.backward).contains(relation.type) {
                let ends = isForward ? (relation.subject, relation.object) : (relation.object, relation.subject)
                if place(ends.0, at: edge.left), place(ends.1, at: edge.right) {
                    let statements: [Int?] = withStatements.contains(index) ? Array(relation.statements.indices) : [nil]
                    for statement in statements {
                        current.edges.append(QueryMatch.Hop(relation: number, statement: statement))
                        match(edge: index + 1)
                        current.edges.removeLast()
                    }
                }
                current = before
            }
        }
    }

    private mutating func match(node index: Int) {
        guard index < query.nodes.count else {
            if query.condition.map({ values.truth(of: $0, in: current) ?? false }) ?? true { found.append(current) }
            return
        }
        guard current.nodes[index] == nil else { return match(node: index + 1) }
        for entity in graph.entities {
            if place(entity.id, at: index) { match(node: index + 1) }
            current.nodes[index] = nil
        }
    }

    /// Lets an entity stand for a node; false if it cannot.
    private mutating func place(_ id: Entity.ID, at node: Int) -> Bool {
        guard let entity = indexByID[id] else { return false }
        if let present = current.nodes[node] { return present == entity }
        let asked = query.nodes[node]
        guard asked.types?.contains(graph.entities[entity].type) ?? true, asked.entity.map({ $0 == id }) ?? true else { return false }
        current.nodes[node] = entity
        return true
    }
}

/// The properties of what matches a pattern.
struct QueryValues {
    private let graph: KnowledgeGraph
    private let documents: [Document.ID: Document]

    init(graph: KnowledgeGraph) {
        self.graph = graph
        documents = Dictionary(uniqueKeysWithValues: graph.documents.map { ($0.id, $0) })
    }

    /// The value of a property; `none` if nobody says.
    func value(of property: QueryProperty, in match: QueryMatch) -> QueryValue {
        switch property {
        case .node(let index, let property):
            guard let entity = match.nodes[index].map({ graph.entities[$0] }) else { return .none }
            switch property {
            case .name: return .text(entity.name)
            case .type: return .text(entity.type.rawValue)
            case .id: return .text(entity.id)
            }
        case .edge(let index, let property):
            let hop = match.edges[index], relation = graph.relations[hop.relation]
            switch property {
            case .type: return .text(relation.type)
            case .status: return .text(relation.status.rawValue)
            case .sources: return .number(Double(relation.sources))
            case .confidence: return .number(relation.confidence)
            default: return hop.statement.map { value(of: property, relation.statements[$0]) } ?? .none
            }
        }
    }

    private func value(of property: EdgeProperty, _ statement: Statement<Entity.ID>) -> QueryValue {
        func text(_ text: String?) -> QueryValue { text.map(QueryValue.text) ?? .none }
        func date(_ date: PartialDate?) -> QueryValue { date.map(QueryValue.date) ?? .none }
        let document = documents[statement.document], qualifiers = statement.qualifiers
        return switch property {
        case .date: date(statement.date ?? statement.until ?? document?.published)
        case .statedDate: date(statement.date)
        case .until: date(statement.until)
        case .published: date(document?.published)
        case .publisher: text(document?.publisher)
        case .title: text(qualifiers.title)
        case .amount: qualifiers.amount.map { .number($0.value) } ?? .none
        case .currency: text(qualifiers.amount?.currency)
        case .place: text(qualifiers.place?.text)
        case .attributedTo: text(qualifiers.attributedTo?.text)
        case .charge: text(qualifiers.charge)
        case .text: text(statement.evidence.text)
        case .document: text(statement.document)
        case .type, .status, .sources, .confidence: .none
        }
    }

    /// Whether a condition holds; nil if that cannot be told.
    func truth(of condition: QueryCondition, in match: QueryMatch) -> Bool? {
        switch condition {
        case .comparison(let a, let sign, let b):
            return switch (value(of: a, in: match), value(of: b, in: match)) {
            case (.text(let a), .text(let b)): sign.holds(a, b)
            case (.number(let a), .number(let b)): sign.holds(a, b)
            case (.date(let a), .date(let b)): sign.holds(a, b)
            default: nil
            }
        case .contains(let whole, let part):
            guard case (.text(let whole), .text(let part)) = (value(of: whole, in: match), value(of: part, in: match)) else { return nil }
            return whole.foldedForNames.contains(bytesOf: part.foldedForNames)
        case .isKnown(let property): return value(of: property, in: match) != .none
        case .same(let a, let b): return match.nodes[a] == match.nodes[b]
        case .not(let inner): return truth(of: inner, in: match).map { !$0 }
        case .and(let a, let b):
            let (a, b) = (truth(of: a, in: match), truth(of: b, in: match))
            return a == false || b == false ? false : a == nil || b == nil ? nil : true
        case .or(let a, let b):
            let (a, b) = (truth(of: a, in: match), truth(of: b, in: match))
            return a == true || b == true ? true : a == nil || b == nil ? nil : false
        }
    }

    private func value(of operand: QueryOperand, in match: QueryMatch) -> QueryValue {
        switch operand {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .date(let date): .date(date)
        case .property(let property): value(of: property, in: match)
        }
    }
}

extension String {
    /// Whether the bytes of another text are among those of this one. Complexity: the product of the lengths.
    fileprivate func contains(bytesOf part: String) -> Bool {
        let whole = Array(utf8), part = Array(part.utf8)
        guard part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { whole[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
