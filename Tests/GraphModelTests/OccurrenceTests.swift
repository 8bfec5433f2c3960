import GraphModel
import RandomGraphs
import Testing

@Suite struct OccurrenceTests {
    /// Statements of one relation, each of an article of its own: "published date until", `-` for what is not told.
    private func occurrences(_ type: String, _ lines: [String]) -> [[Int]] {
        let span = TextSpan(start: 0, end: 1)
        var documents: [Document] = [], statements: [Statement<Entity.ID>] = []
        for (index, line) in lines.enumerated() {
            let dates = line.split(separator: " ").map { PartialDate($0) }
            documents.append(Document(id: "\(100 + index)", source: "", title: "", published: dates[0], text: ""))
            statements.append(
                Statement(
                    document: "\(100 + index)", subject: "a", type: type, object: "b", date: dates[1], until: dates.count > 2 ? dates[2] : nil,
                    evidence: Evidence(span: span, text: "\(index)", trigger: "", triggerSpan: span, rule: "", confidence: 1)))
        }
        let relation = Relation(key: statements[0].key, statements: statements, in: ArticleIndex(documents))
        return relation.occurrences(in: ArticleIndex(documents), ontology: RandomArticles.ontology)
            .map { $0.statements.compactMap { Int($0.evidence.text) } }
    }

    @Test func oneEventToldByFortyArticlesIsOneEventWithFortySources() {
        // Some give the day, some another one, some none.
        let days = ["2026-01-03", "2026-01-04", "-", "2026-01"]
        let lines = (0..<40).map { "2026-01-\($0 % 8 + 10) \(days[$0 % 4])" }
        #expect(occurrences("attacked", lines) == [Array(0..<40)])
    }

    @Test(
        "statements tell one event or several",
        arguments: [
            (["2026-01-03 2026-01-03", "2026-01-05 2026-01-05", "2026-01-09 2026-01-06"], [[0, 1, 2]]),
            (["2026-01-03 2026-01-03", "2026-01-09 2026-01-07"], [[0], [1]]),
            (["2026-01-20 2026-01-20", "2026-01-03 2026-01-03", "2026-01-05 -", "2026-01-21 -"], [[1, 2], [0, 3]]),
            (["2026-02-20 2026-01", "2026-01-03 2026-01-03"], [[0, 1]]), (["2026-02-20 2025", "2026-01-03 2026-01-03"], [[0], [1]]),
            (["2026-01-03 -", "2026-01-05 -", "2026-03-05 -", "- -"], [[0, 1], [2], [3]]),
        ] as [([String], [[Int]])])
    func events(lines: [String], groups: [[Int]]) {
        #expect(occurrences("attacked", lines) == groups)
    }

    @Test(
        "statements tell one interval or several",
        arguments: [
            (["2026-01-03 2013", "2026-01-05 -"], [[0, 1]]), (["2026-01-03 2013 2016-02-01", "2026-01-05 2019"], [[0], [1]]),
            (["2026-01-03 2013 2016-02-01", "2026-01-05 - 2016-02", "2026-01-05 2019 2026-01-05"], [[0, 1], [2]]),
        ] as [([String], [[Int]])])
    func intervals(lines: [String], groups: [[Int]]) {
        #expect(occurrences("head_of", lines) == groups)
    }

    @Test("every statement tells of one occurrence", arguments: 0..<10 as Range<UInt64>) func partition(seed: UInt64) {
        var random = RandomArticles(seed: seed, cast: 4)
        let graph = SimpleResolution.graph(of: random.articles(40)), articles = ArticleIndex(graph.documents)
        for relation in graph.relations {
            let found = relation.occurrences(in: articles, ontology: RandomArticles.ontology)
            #expect(found.reduce(0) { $0 + $1.statements.count } == relation.statements.count)
            #expect(Set(found.flatMap(\.statements)) == Set(relation.statements))
        }
    }
}
