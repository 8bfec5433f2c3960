import Testing

@testable import GraphModel

/// What the pattern language means, on a graph small enough to count by hand.
@Suite struct GraphQueryTests {
    static let ontology = Ontology(
        version: "1",
        relationTypes: [
            type("captured", inverse: "captured_by"), type("head_of", inverse: "head"), type("met_with", symmetric: true), type("visited"),
        ])

    private static func type(_ name: String, symmetric: Bool = false, inverse: String? = nil) -> RelationType {
        let all = Set(EntityType.allCases)
        return RelationType(id: name, group: "", kind: .event, domain: all, range: all, isSymmetric: symmetric, inverse: inverse)
    }

    private static func statement(
        _ subject: String, _ type: String, _ object: String, _ status: Status = .asserted, date: String? = nil, title: String? = nil
    ) -> Statement<Entity.ID> {
        Statement(
            document: "d", subject: subject, type: type, object: object, status: status, date: date.flatMap { PartialDate($0) },
            qualifiers: Qualifiers(title: title),
            evidence: Evidence(
                span: TextSpan(start: 0, end: 1), text: "x", trigger: date ?? "x", triggerSpan: TextSpan(start: 0, end: 1), rule: "r", confidence: 0.9
            ))
    }

    /// The USA captured Ana on 3 January (told twice, once with the month only) and may capture Bo; Ana heads Peru; Ana met Bo.
    static let graph: KnowledgeGraph = {
        let statements = [
            statement("us", "captured", "ana", date: "2026-01-03"), statement("us", "captured", "ana", date: "2026-01"),
            statement("us", "captured", "bo", .possible), statement("ana", "head_of", "peru", title: "interim president"),
            statement("bo", "met_with", "ana", date: "2025-12-31"),
        ]
        let entities = [
            Entity(id: "ana", type: .person, name: "Aña Díaz"), Entity(id: "bo", type: .person, name: "Bo"),
            Entity(id: "peru", type: .country, name: "Peru"), Entity(id: "us", type: .country, name: "United States"),
        ]
        let document = Document(id: "d", source: "d", title: "", published: PartialDate("2026-01-04"), text: "")
        return KnowledgeGraph(documents: [document], entities: entities, mentions: [:], statements: statements, ontology: ontology)
    }()

    private static func rows(_ text: String) throws -> [String] {
        try graph.answer(to: GraphQuery(parsing: text, ontology: ontology)).rows.map { row in
            row.map { value in
                switch value {
                case .entity(let id): id
                case .relation(let key): "\(key.subject) \(key.type) \(key.object) \(key.status)"
                case .text(let text): text
                case .number(let number): String(Int(number))
                case .date(let date): date.description
                case .none: "-"
                }
            }.joined(separator: ", ")
        }
    }

    @Test(
        "finds what the pattern says",
        arguments: [
            ("(a)-[:captured]->(b) RETURN a, b", ["us, ana", "us, bo"]),
            ("(a)<-[:captured]-(b) RETURN a, b", ["ana, us", "bo, us"]),
            ("(a)-[:captured_by]->(b) RETURN a, b", ["ana, us", "bo, us"]),
            ("(a)-[:captured]-(b) RETURN a, b", ["ana, us", "bo, us", "us, ana", "us, bo"]),
            ("MATCH (a)-[:met_with]->(b) RETURN a, b", ["ana, bo", "bo, ana"]),
            ("(a)-[r:captured|head_of {status: asserted}]->(b) RETURN r", ["ana head_of peru asserted", "us captured ana asserted"]),
            ("(:country)-[:captured]->(p:person)-[:head_of]->(c:country) RETURN p, c", ["ana, peru"]),
            ("(a)-[:captured]->(b), (b)-[:met_with]-(c) RETURN b, c", ["ana, bo", "bo, ana"]),
            ("(a)-[r]->(b)<-[s]-(a) WHERE r.status = asserted AND s.status = possible RETURN a", []),
            ("(p:person) RETURN p", ["ana", "bo"]),
            ("(p {id: \"ana\"})-->(x) RETURN x", ["bo", "peru"]),
        ])
    func patterns(text: String, expected: [String]) throws { #expect(try Self.rows(text) == expected) }

    @Test(
        "narrows by conditions",
        arguments: [
            ("(a)-[r:captured]->(b) WHERE r.date >= 2026-01-04 RETURN b", ["ana", "bo"]),
            ("(a)-[r:captured]->(b) WHERE r.date > 2026-01-03 RETURN b", ["bo"]),
            ("(a)-[r:captured]->(b) WHERE r.stated_date = 2026-01 RETURN b, r.stated_date", ["ana, 2026-01", "ana, 2026-01-03"]),
            ("(a)-[r:captured|head_of]->(b) WHERE r.date >= 2026-01-01 RETURN b, r.date", ["ana, 2026-01", "ana, 2026-01-03", "bo, -", "peru, -"]),
            ("(a)-[r:captured]->(b) WHERE r.confidence > 0 RETURN b, r.title, r.date", ["ana, -, 2026-01", "ana, -, 2026-01-03", "bo, -, -"]),
            ("(a)-[r]->(b) WHERE r.stated_date < 2026 RETURN DISTINCT r.type", ["met_with"]),
            ("(a)-[r]->(b) WHERE NOT r.title = \"Interim President\" RETURN r", []),
            ("(a)-[r:captured]->(b) WHERE r.title IS NULL AND r.status <> possible RETURN b", ["ana"]),
            ("(p) WHERE p.name CONTAINS \"ana\" OR p.name = \"bo\" RETURN p", ["ana", "bo"]),
            ("(p) WHERE p.type IN [country] AND NOT p.name CONTAINS 'United' RETURN p", ["peru"]),
            ("(a)-[:met_with]-(b) WHERE a <> b AND a.name < b.name RETURN a, b", ["ana, bo"]),
            ("(a)-[r]->(b) WHERE r.sources >= 1 AND r.confidence > 0.95 RETURN r", []),
        ])
    func conditions(text: String, expected: [String]) throws { #expect(try Self.rows(text) == expected) }

    @Test(
        "sorts, counts and cuts",
        arguments: [
            ("(a)-[r]->(b) RETURN a, count(*) AS n ORDER BY n DESC, a", ["ana, 2", "us, 2", "bo, 1"]),
            ("(a)-[:captured]->(b) RETURN count(b), count(DISTINCT a)", ["2, 1"]),
            ("(a)-[r:captured]->(b) RETURN count(r.stated_date)", ["2"]),
            ("(a:place) RETURN count(*)", ["0"]),
            ("(a)-[r:captured]->(b) RETURN b ORDER BY r.stated_date DESC", ["ana", "bo"]),
            ("(p:country) RETURN p ORDER BY p DESC LIMIT 1", ["us"]),
            ("(a)-[:captured]->(b) RETURN DISTINCT a", ["us"]),
            ("(a)-[:captured]->(b)", ["", ""]),
        ])
    func tables(text: String, expected: [String]) throws { #expect(try Self.rows(text) == expected) }

    @Test func theGraphHoldsWhatMatched() throws {
        let query = try GraphQuery(parsing: "(a)-[:captured {status: asserted}]->(b)-[:head_of]->(c) RETURN c", ontology: Self.ontology)
        let graph = Self.graph.answer(to: query).graph
        #expect(graph.entities.map(\.id) == ["ana", "peru", "us"])
        #expect(graph.relations.map(\.type) == ["head_of", "captured"])
    }

    @Test(
        "points at what is wrong",
        arguments: [
            ("(p:persn)", 4, "'persn' is no type of entity; did you mean 'person'?"),
            ("(a)-[:captred]->(b)", 7, "the ontology has no relation 'captred'; did you mean 'captured'?"),
            ("(a)-[r:captured]->(b) WHERE r.dat > 2026", 31, "a relation has no property 'dat'; did you mean 'date'?"),
            ("(abc) RETURN abd", 14, "'abd' is no variable of the pattern; did you mean 'abc'?"),
            ("(a)-[:captured->(b)", 15, "expected ']' after the relation, found -"),
            ("(a", 3, "expected ')' after the entity, found the end of the query"),
            ("a", 1, "expected '(' and an entity"),
            ("(a) WHERE a.name = Maduro", 20, "put the text in quotation marks"),
            ("(a)-[r]->(b) WHERE r.date > 2026-13-01", 29, "'2026-13-01' is no date"),
            ("(a)-[r]->(b) WHERE r.status = sure", 31, "'sure' is no status"),
            ("(a)<-[r]->(b)", 4, "a relation points one way"),
            ("(a {name: \"x)", 11, "this text does not end"),
            ("(a)-[a]->(b)", 6, "'a' stands for something else already"),
            ("(a) RETURN count(*) ORDER BY a.name", 30, "a row may stand for several matches here"),
            ("(a) LIMIT 0", 11, "expected a whole number of rows"),
            ("(a) RETURN a WHERE a.name = \"x\"", 14, "expected ORDER BY, LIMIT or the end of the query, found WHERE"),
        ])
    func errors(text: String, column: Int, message: String) {
        #expect {
            try GraphQuery(parsing: text, ontology: Self.ontology)
        } throws: { error in
            guard let error = error as? QueryError else { return false }
            return error.column == column && error.message.contains(message)
        }
    }

    @Test func anErrorShowsTheLineWithCaretsUnderIt() {
        let error = QueryError(query: "(a)\n-[:x]->(b)", place: 7..<8, message: "no such relation")
        #expect(error.description == "query, line 2, column 4: no such relation\n  -[:x]->(b)\n     ^")
    }
}
