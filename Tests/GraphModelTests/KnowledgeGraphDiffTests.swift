import GraphModel
import RandomGraphs
import Testing

@Suite struct KnowledgeGraphDiffTests {
    @Test("applied to the old graph gives the new one", arguments: 0..<50 as Range<UInt64>) func apply(seed: UInt64) {
        var random = RandomArticles(seed: seed)
        let articles = random.articles(10)
        let changed = articles.dropFirst(3) + [random.article(id: "a5"), random.article(id: "new")]
        let old = SimpleResolution.graph(of: articles), new = SimpleResolution.graph(of: Array(changed))
        let diff = new.difference(from: old)
        #expect(old.applying(diff) == new)
        #expect(new.applying(old.difference(from: new)) == old)
        #expect(diff.isEmpty == new.difference(from: old).isEmpty)
    }

    @Test func isEmptyBetweenEqualGraphs() {
        var random = RandomArticles(seed: 1)
        let graph = SimpleResolution.graph(of: random.articles(10))
        let diff = graph.difference(from: graph)
        #expect(diff.isEmpty)
        #expect(diff.unchangedRelations == graph.relations)
        #expect(graph.applying(diff) == graph)
    }
}
