internal import GraphModel

/// Translates a query of the pattern language into SQL.
///
/// The matches become a table `match` with the row of each entity and relation and the values that the answer needs; from it the rows of
/// the answer are selected. Tables are joined in the order that the compiler says, from what the query narrows most.
struct QueryCompiler {
    let query: GraphQuery
    let filter: FilterCondition
    /// Rows of the relation types by name.
    let relationTypes: [RelationType.ID: Int64]
    let withStatements: Set<Int>
    private var tables: [SQLFragment] = []
    private var conditions: [SQLFragment] = []

    init(_ query: GraphQuery, filter: GraphFilter, relationTypes: [RelationType.ID: Int64], ontology: Ontology) {
        self.query = query
        self.relationTypes = relationTypes
        self.filter = FilterCondition(filter, relationTypes: relationTypes, ontology: ontology)
        withStatements = query.edgesWithStatements
        placeTables()
        if let condition = query.condition { conditions.append(sql(condition)) }
        for (a, b) in query.rivalEdges { conditions.append("r\(a).id <> r\(b).id") }
    }

    // MARK: The matches

    /// The query for all matches: the rows of nodes (`n0`) and edges (`r0`), their ids to sort by (`n0k`, `r0s`, `r0t`, `r0o`, `r0u`), the
    /// values of the columns (`v0`) and of what the answer is sorted by (`o0`).
    var matches: SQLFragment {
        var columns: [SQLFragment] = []
        for index in query.nodes.indices { columns.append("n\(index).id AS n\(index), n\(index).name_id AS n\(index)k") }
        for (index, edge) in query.edges.enumerated() {
            let left: SQLFragment = "n\(edge.left).name_id", right: SQLFragment = "n\(edge.right).name_id"
            let isForward: SQLFragment = "r\(index).subject = n\(edge.left).id"
            columns.append(
                """
                r\(index).id AS r\(index), CASE WHEN \(isForward) THEN \(left) ELSE \(right) END AS r\(index)s, \
                (SELECT name FROM relation_type WHERE id = r\(index).type) AS r\(index)t, \
                CASE WHEN \(isForward) THEN \(right) ELSE \(left) END AS r\(index)o, r\(index).status AS r\(index)u
                """)
        }
        for (index, column) in (query.columns ?? []).enumerated() {
            switch column.output {
            case .property(let property), .countOf(.property(let property), _): columns.append("\(sql(property)) AS v\(index)")
            default: break
            }
        }
        for (index, order) in query.order.enumerated() {
            switch order.key {
            case .property(let property): columns.append("\(sql(property)) AS o\(index)")
            case .column(let column):
                if case .node(let node) = query.columns?[column].output { columns.append("n\(node).name AS o\(index)") }
            }
        }
        return """
            SELECT DISTINCT \(columns.joined(separator: ", "))
            FROM \(tables.joined(separator: " CROSS JOIN ")) WHERE \(conditions.conjunction)
            """
    }

    // MARK: Tables

    private mutating func placeTables() {
        var placed: Set<Int> = [], open = Set(query.edges.indices)
        func ends(_ edge: Int) -> Int { [query.edges[edge].left, query.edges[edge].right].count { placed.contains($0) } }
        while true {
            if let edge = open.filter({ ends($0) > 0 }).min(by: { (-ends($0), $0) < (-ends($1), $1) }) {
                placeEdge(edge, placed: &placed)
                open.remove(edge)
            } else if let node = query.nodes.indices.first(where: { query.nodes[$0].entity != nil && !placed.contains($0) }) {
                placeNode(node, at: nil, placed: &placed)
            } else if let edge = open.min(by: { (breadth($0), $0) < (breadth($1), $1) }) {
                placeEdge(edge, placed: &placed)
                open.remove(edge)
            } else if let node = query.nodes.indices.first(where: { !placed.contains($0) }) {
                placeNode(node, at: nil, placed: &placed)
            } else {
                return
            }
        }
    }

    /// How many types of relations an edge can be, counted in both directions.
    private func breadth(_ edge: Int) -> Int {
        [query.edges[edge].forward, query.edges[edge].backward].reduce(0) { sum, types in
            if case .only(let types) = types { return sum + types.count }
            return sum + 1000
        }
    }

    /// - Parameter place: the row of the entity; nil to take any.
    private mutating func placeNode(_ index: Int, at place: SQLFragment?, placed: inout Set<Int>) {
        guard placed.insert(index).inserted else {
            if let place { conditions.append("n\(index).id = \(place)") }
            return
        }
        let node = query.nodes[index]
        tables.append(place.map { "entity n\(index) ON n\(index).id = \($0)" } ?? "entity n\(index)")
        if let id = node.entity { conditions.append("n\(index).name_id = \(value: .key(id))") }
        for types in [node.types, filter.filter.entityTypes].compactMap(\.self) {
            let names = types.sorted().map { type -> SQLFragment in "\(value: .text(type.rawValue))" }
            conditions.append("n\(index).type IN (\(names.joined(separator: ", ")))")
        }
        // What a relation touches is spoken of where the relation is told.
        if place == nil, !query.edges.contains(where: { $0.left == index || $0.right == index }), let admitted = filter.document("d") {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM resolution z JOIN local_entity l ON l.profile = z.profile JOIN extraction x ON x.id = l.extraction
                JOIN document d ON d.id = x.document WHERE z.entity = n\(index).id AND \(admitted)
                AND length(l.mentions) > 0)
                """)
        }
    }

    private mutating func placeEdge(_ index: Int, placed: inout Set<Int>) {
        let edge = query.edges[index]
        let forward = types(edge.forward, of: "r\(index)"), backward = types(edge.backward, of: "r\(index)")
        let left: SQLFragment = "n\(edge.left).id", right: SQLFragment = "n\(edge.right).id"
        func direction(_ types: SQLFragment?, _ subject: SQLFragment?, _ object: SQLFragment?) -> SQLFragment? {
            guard let types else { return nil }
            return [subject.map { "r\(index).subject = \($0)" }, object.map { "r\(index).object = \($0)" }, types].compactMap(\.self)
                .joined(separator: " AND ")
        }
        let hasLeft = placed.contains(edge.left), hasRight = placed.contains(edge.right)
        if hasLeft || hasRight {
            let ways = [
                direction(forward, hasLeft ? left : nil, hasRight ? right : nil), direction(backward, hasRight ? right : nil, hasLeft ? left : nil),
            ].compactMap(\.self)
            tables.append("relation r\(index) ON \(ways.disjunction)")
            let known = hasLeft ? left : right
            let other: SQLFragment = "CASE WHEN r\(index).subject = \(known) THEN r\(index).object ELSE r\(index).subject END"
            if !hasLeft { placeNode(edge.left, at: other, placed: &placed) }
            if !hasRight { placeNode(edge.right, at: other, placed: &placed) }
        } else if forward == nil || backward == nil {
            tables.append("relation r\(index)")
            conditions.append(forward ?? backward ?? "0")
            placeNode(edge.left, at: forward == nil ? "r\(index).object" : "r\(index).subject", placed: &placed)
            placeNode(edge.right, at: forward == nil ? "r\(index).subject" : "r\(index).object", placed: &placed)
        } else {
            let columns: SQLFragment = "id, subject, type, object, status"
            tables.append(
                """
                (SELECT \(columns), subject AS a, object AS b FROM relation WHERE \(types(edge.forward, of: "relation") ?? "0")
                UNION ALL SELECT \(columns), object, subject FROM relation WHERE \(types(edge.backward, of: "relation") ?? "0")) r\(index)
                """)
            placeNode(edge.left, at: "r\(index).a", placed: &placed)
            placeNode(edge.right, at: "r\(index).b", placed: &placed)
        }
        narrow(index)
    }

    /// The condition that a relation is of these types; nil if there are none.
    private func types(_ types: GraphQuery.RelationTypes, of table: String) -> SQLFragment? {
        switch types {
        case .any: return "1"
        case .only(let names): return names.isEmpty ? nil : "\(name: table).type IN \(rows: names.compactMap { relationTypes[$0] })"
        }
    }

    /// Joins the statements of an edge if they are asked for, and lets the filter narrow it.
    private mutating func narrow(_ index: Int) {
        let admitted = filter.statement("s\(index)", of: "r\(index)", in: "d\(index)")
        if let condition = filter.relation("r\(index)") { conditions.append(condition) }
        if withStatements.contains(index) {
            tables.append("edge g\(index) ON g\(index).relation = r\(index).id")
            tables.append("statement s\(index) ON s\(index).id = g\(index).statement")
            tables.append("extraction x\(index) ON x\(index).id = s\(index).extraction")
            tables.append("document d\(index) ON d\(index).id = x\(index).document")
            if let admitted { conditions.append(admitted) }
        } else if filter.narrowsStatements {
            conditions.append("EXISTS (SELECT 1 \(statements(of: index)))")
        }
        if filter.filter.minimumSources > 1 {
            conditions.append("\(sql(.edge(index, .sources))) >= \(filter.filter.minimumSources)")
        }
    }

    /// The statements of an edge's relation that the filter admits, from FROM on; `s`, `x` and `d` are statement, extraction and document.
    func statements(of index: Int) -> SQLFragment {
        let tables: SQLFragment = """
            FROM edge g JOIN statement s ON s.id = g.statement JOIN extraction x ON x.id = s.extraction JOIN document d ON d.id = x.document
            WHERE g.relation = r\(index).id
            """
        return filter.statement("s", of: "r\(index)", in: "d").map { "\(tables) AND \($0)" } ?? tables
    }
}
