import GraphModel
import GraphStorage
import RandomGraphs
import Testing

/// What SQL finds for a query is what trying everything finds.
@Suite struct GraphStoreQueryTests {
    private let ontology = RandomArticles.ontology

    @Test("answers queries", arguments: 0..<16 as Range<UInt64>) func answers(seed: UInt64) throws {
        var random = RandomArticles(seed: seed, cast: 16)
        let articles = random.articles(12), folder = try TemporaryFolder(), store = try folder.store()
        try store.add(all: articles)
        let graph = SimpleResolution.graph(of: articles)
        var queries = RandomQueries(seed: seed), answersWithRows = 0
        for step in 0..<60 {
            var filter = step % 2 == 0 ? GraphFilter() : random.filter()
            if step % 5 == 0 { filter.publishedSince = random.randomDate() }
            let text = queries.query()
            let query = try GraphQuery(parsing: text, ontology: ontology)
            let expected = graph.filtered(by: filter, ontology: ontology).graph.answer(to: query)
            let found = try store.answer(to: query, filter, includingTexts: true).result
            #expect(found.rows == expected.rows, "\(text) \(filter)")
            #expect(found.graph.withoutTexts == expected.graph, "\(text) \(filter)")
            #expect(try store.answer(to: query, filter, includingMatches: false).result.rows == expected.rows, "\(text) \(filter)")
            answersWithRows += found.rows.isEmpty ? 0 : 1
        }
        // Queries that find nothing show nothing.
        #expect(answersWithRows > 15)
        withExtendedLifetime(folder) {}
    }

    @Test func aNameStandsForTheEntityThatItMeans() throws {
        var random = RandomArticles(seed: 7)
        let articles = random.articles(20), folder = try TemporaryFolder(), store = try folder.store()
        try store.add(all: articles)
        let graph = SimpleResolution.graph(of: articles), id = try #require(graph.relations.first?.subject)
        let query = try GraphQuery(parsing: "({name: \"whoever\"})--(other) RETURN other", ontology: ontology).named { name, types in
            #expect(name.text == "whoever" && types == nil)
            return id
        }
        let found = try store.answer(to: query).result
        #expect(found == graph.answer(to: query).withoutMentions && !found.rows.isEmpty)
    }

    @Test func textsOfAnyKindGoThrough() throws {
        let name = "Robert'); DROP TABLE entity;--\0\n\"<b>"
        let article = ExtractedDocument(
            document: Document(id: "a", source: "a", title: "", text: "x y"),
            entities: [
                LocalEntity(id: 0, type: .person, name: name, mentions: [Self.mention(0)]),
                LocalEntity(id: 1, type: .person, name: "B", mentions: [Self.mention(2)]),
            ],
            statements: [
                Statement(
                    document: "a", subject: 0, type: "praised", object: 1,
                    evidence: Evidence(
                        span: TextSpan(start: 0, end: 3), text: "x y", trigger: "x", triggerSpan: TextSpan(start: 0, end: 1), rule: "r",
                        confidence: 1))
            ])
        let folder = try TemporaryFolder(), store = try folder.store()
        try store.add(all: [article])
        let literal = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        for text in [
            "(a)-[:praised]->(b) WHERE a.name = \"\(literal)\" RETURN a.name", "(a)--(b) WHERE a.name CONTAINS \"\0\n\\\"<B\" RETURN a.name",
        ] {
            #expect(try store.answer(to: GraphQuery(parsing: text, ontology: ontology)).result.rows == [[.text(name)]])
        }
        #expect(try store.check(resolver: .simple).isEmpty)
    }

    private static func mention(_ start: Int) -> Mention {
        Mention(tokens: 0..<1, head: 0, span: TextSpan(start: start, end: start + 1), kind: .name)
    }
}

extension KnowledgeGraph {
    fileprivate var withoutTexts: KnowledgeGraph {
        var graph = self
        graph.documents = graph.documents.map(\.withoutText)
        return graph
    }
}

extension QueryResult {
    fileprivate var withoutMentions: QueryResult { QueryResult(rows: rows, graph: graph.withoutMentions) }
}
