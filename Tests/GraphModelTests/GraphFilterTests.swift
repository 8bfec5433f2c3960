import GraphModel
import RandomGraphs
import Testing

@Suite struct GraphFilterTests {
    private let ontology = RandomArticles.ontology

    private func statement(_ type: String, _ status: Status = .asserted, date: String? = nil, until: String? = nil) -> Statement<Int> {
        let span = TextSpan(start: 0, end: 1)
        return Statement(
            document: "d", subject: 0, type: type, object: 1, status: status, date: date.flatMap { PartialDate($0) },
            until: until.flatMap { PartialDate($0) },
            evidence: Evidence(span: span, text: "x", trigger: "x", triggerSpan: span, rule: "r", confidence: 0.5))
    }

    @Test(
        "as-of counts articles that were surely out by the end of that day",
        arguments: [
            ("2026-01-09", "2026-01-09", true), ("2026-01-10", "2026-01-09", false), ("2026-01", "2026-01-15", false),
            ("2026-01", "2026-01-31", true), ("2026-01-15", "2026-01", true), ("2025", "2026-01-01", true),
        ])
    func asOf(published: String, day: String, admitted: Bool) {
        let filter = GraphFilter(asOf: PartialDate(day))
        #expect(filter.admits(published: PartialDate(published)) == admitted)
        #expect(!filter.admits(published: nil))
    }

    @Test(
        "valid-at asks whether the statement was true on that day",
        arguments: [
            ("attacked", Status.asserted, "2026-01-03", nil, "2026-01-03", true), ("attacked", .asserted, "2026-01-03", nil, "2026-01-04", false),
            ("attacked", .asserted, "2026-01", nil, "2026-01-20", true), ("attacked", .asserted, nil, nil, "2026-01-09", true),
            ("attacked", .denied, "2026-01-03", nil, "2026-01-03", false), ("head_of", .asserted, "2020", nil, "2026-05-01", true),
            ("head_of", .asserted, "2020", "2025", "2026-05-01", false), ("head_of", .asserted, "2020", "2025", "2025-05-01", true),
            ("head_of", .asserted, nil, nil, "2026-01-08", false), ("head_of", .asserted, nil, nil, "2026-02-01", true),
            ("head_of", .former, "2020", nil, "2026-01-08", true), ("head_of", .former, "2020", nil, "2026-01-09", false),
            ("head_of", .former, nil, nil, "2026-01-08", false),
        ] as [(String, Status, String?, String?, String, Bool)])
    func validAt(type: String, status: Status, date: String?, until: String?, day: String, admitted: Bool) {
        let filter = GraphFilter(validAt: PartialDate(day))
        let statement = statement(type, status, date: date, until: until)
        #expect(filter.admits(statement, published: PartialDate("2026-01-09"), ontology: ontology) == admitted)
    }

    @Test(
        "since and until go by the statement's date, else its article's",
        arguments: [
            ("2026-01-03", nil, "2026-01-03", "2026-01-03", true), ("2026-01-03", nil, "2026-01-04", nil, false),
            ("2026-01-03", nil, nil, "2026-01-02", false), (nil, nil, "2026-01-09", "2026-01-09", true), (nil, nil, nil, "2026-01-08", false),
            ("2026-01-03", "2026-02", "2026-02-05", nil, true), ("2026", nil, "2026-03", "2026-04", true),
        ] as [(String?, String?, String?, String?, Bool)])
    func sinceUntil(date: String?, end: String?, since: String?, until: String?, admitted: Bool) {
        let filter = GraphFilter(since: since.flatMap { PartialDate($0) }, until: until.flatMap { PartialDate($0) })
        let statement = statement("attacked", date: date, until: end)
        #expect(filter.admits(statement, published: PartialDate("2026-01-09"), ontology: ontology) == admitted)
    }

    @Test func dropsNothingWithoutAskingForAnything() {
        var random = RandomArticles(seed: 3)
        let graph = SimpleResolution.graph(of: random.articles(20))
        #expect(graph.filtered(by: GraphFilter(), ontology: ontology) == GraphSelection(graph: graph, undatedDocuments: 0))
    }

    @Test("as-of equals the graph of the articles until then, names aside", arguments: 0..<20 as Range<UInt64>)
    func asOfEqualsAssembly(seed: UInt64) {
        var random = RandomArticles(seed: seed)
        let articles = random.articles(20), filter = GraphFilter(asOf: random.randomDate())
        let selection = SimpleResolution.graph(of: articles).filtered(by: filter, ontology: ontology)
        let known = SimpleResolution.graph(of: articles.filter { filter.admits(published: $0.document.published) })
        #expect(selection.graph.relations == known.relations)
        #expect(selection.graph.documents == known.documents)
        #expect(selection.graph.entities.map(\.mentions) == known.entities.map(\.mentions))
        #expect(selection.undatedDocuments == articles.count { $0.document.published == nil })
    }
}
