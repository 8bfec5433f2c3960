import GraphModel
import RandomGraphs
import Testing

@Suite struct KnowledgeGraphPathsTests {
    /// A graph of one-letter entities and relations between them, written "a-b".
    private func graph(_ edges: [String]) -> KnowledgeGraph {
        let span = TextSpan(start: 0, end: 1)
        let evidence = Evidence(span: span, text: "x", trigger: "x", triggerSpan: span, rule: "r", confidence: 1)
        let statements = edges.map { edge in
            let ends = edge.split(separator: "-").map(String.init)
            return Statement(document: "d", subject: ends[0], type: "attacked", object: ends[1], evidence: evidence)
        }
        let names = Set(statements.flatMap { [$0.subject, $0.object] }).sorted()
        return KnowledgeGraph(
            documents: [Document(id: "d", source: "d", title: "d", text: "")],
            entities: names.map { Entity(id: $0, type: .person, name: $0) },
            relations: KnowledgeGraph.relations(grouping: statements, in: ArticleIndex([]), ontology: RandomArticles.ontology))
    }

    @Test func findsTheShortestFirstAndBreaksTiesByName() {
        let paths = graph(["a-b", "b-z", "c-a", "z-c", "a-d", "d-e", "e-z"]).paths(from: "a", to: "z", count: 5)
        #expect(paths.map { $0.entities.joined() } == ["abz", "acz", "adez"])
        #expect(paths.first?.hops.map { $0.map(\.key.subject) } == [["a"], ["b"]])
    }

    @Test func preferADetourToAHub() {
        let edges = ["a-h", "h-z", "a-b", "b-c", "c-z"] + "klmnopqrstuv".map { "\($0)-h" }
        #expect(graph(edges).paths(from: "a", to: "z", count: 1).map { $0.entities.joined() } == ["abcz"])
        #expect(graph(edges).paths(from: "a", to: "z", count: 1, avoidingHubs: false).map { $0.entities.joined() } == ["ahz"])
    }

    @Test func thereIsNoneToAStrangerOrToOneself() {
        let graph = graph(["a-b", "c-d"])
        #expect(graph.paths(from: "a", to: "c").isEmpty)
        #expect(graph.paths(from: "a", to: "nobody").isEmpty)
        #expect(graph.paths(from: "a", to: "a").isEmpty)
    }

    @Test("finds what trying all simple paths finds", arguments: 0..<100 as Range<UInt64>) func matchesBruteForce(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let letters = Array("abcdefgh")
        var neighbours: [Character: Set<Character>] = [:]
        for _ in 0..<14 {
            guard let a = letters.randomElement(using: &generator), let b = letters.randomElement(using: &generator), a != b else { continue }
            neighbours[a, default: []].insert(b)
            neighbours[b, default: []].insert(a)
        }
        let limit = Int.random(in: 2...6, using: &generator), count = Int.random(in: 1...12, using: &generator)
        let avoidsHubs = !generator.oneIn(3)
        var all: [(cost: Double, path: String)] = []
        func extend(_ path: String, _ last: Character, _ cost: Double) {
            if last == "h" { return all.append((cost, path)) }
            guard path.count <= limit else { return }
            let degree = Double(neighbours[last]?.count ?? 1)
            let toll = path.count == 1 || !avoidsHubs ? 0 : Double(degree.exponent) + degree.significand - 1
            for next in neighbours[last] ?? [] where !path.contains(next) { extend(path + String(next), next, cost + 1 + toll) }
        }
        extend("a", "a", 0)
        let edges = neighbours.flatMap { a, others in others.filter { $0 > a }.map { "\(a)-\($0)" } }
        let found = graph(edges + ["x-y"]).paths(from: "a", to: "h", count: count, avoidingHubs: avoidsHubs, maximumHops: limit)
        let expected = all.sorted { ($0.cost, $0.path) < ($1.cost, $1.path) }.prefix(count)
        #expect(found.map { $0.entities.joined() } == expected.map(\.path))
    }

    @Test func theirPartOfTheGraphHoldsTheirRelationsOnly() {
        let graph = graph(["a-b", "b-z", "b-c"])
        let part = graph.part(along: graph.paths(from: "a", to: "z"))
        #expect(part.entities.map(\.id) == ["a", "b", "z"])
        #expect(part.relations.count == 2)
        #expect(part.documents.count == 1)
    }
}

@Suite struct KnowledgeGraphNeighbourhoodTests {
    @Test("holds what is so many hops away", arguments: 0..<20 as Range<UInt64>) func hops(seed: UInt64) throws {
        var random = RandomArticles(seed: seed, cast: 24)
        let graph = SimpleResolution.graph(of: random.articles(12))
        let centre = try #require(graph.entities.first).id
        var distance = [centre: 0]
        for step in 0..<3 {
            let part = graph.neighbourhood(of: centre, hops: step)
            #expect(Set(part.entities.map(\.id)) == Set(distance.keys))
            #expect(part.relations == graph.relations.filter { min(distance[$0.subject] ?? 9, distance[$0.object] ?? 9) < step })
            let before = distance
            for relation in graph.relations {
                if before[relation.subject] != nil, before[relation.object] == nil { distance[relation.object] = step + 1 }
                if before[relation.object] != nil, before[relation.subject] == nil { distance[relation.subject] = step + 1 }
            }
        }
    }

    @Test func ofAnUnknownEntityIsEmpty() {
        #expect(KnowledgeGraph().neighbourhood(of: "person/nobody") == KnowledgeGraph())
    }
}
