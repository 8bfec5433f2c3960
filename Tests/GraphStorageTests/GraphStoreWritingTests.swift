import GraphModel
import RandomGraphs
import Testing

@testable import GraphStorage

@Suite struct GraphStoreWritingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("gives articles back as they were added", arguments: 0..<10 as Range<UInt64>) func roundTrip(seed: UInt64) throws {
        var random = RandomArticles(seed: seed)
        let articles = random.articles(10), store = try folder.store()
        try store.add(all: articles)
        for article in articles { #expect(try store.article(article.document.id) == article) }
        #expect(try store.article("nobody") == nil)
    }

    @Test("holds the graph that the articles tell", arguments: 0..<20 as Range<UInt64>) func wholeGraph(seed: UInt64) throws {
        var random = RandomArticles(seed: seed)
        let articles = random.articles(15), store = try folder.store()
        try store.add(all: articles)
        #expect(try store.graph().graph == SimpleResolution.graph(of: articles))
        #expect(try store.graph(includingTexts: true).graph == SimpleResolution.graph(of: articles, includingTexts: true))
        #expect(try store.check(resolver: .simple) == [])
    }

    @Test func addingTheSameArticleAgainChangesNothing() throws {
        var random = RandomArticles(seed: 1)
        let articles = random.articles(5), store = try folder.store()
        try store.add(all: articles)
        let before = try store.contents()
        var moved = articles[2]
        moved.document.source = "elsewhere.txt"
        #expect(try store.add(moved, run: .first, resolver: .simple) == .unchanged)
        #expect(try store.contents() == before)
        #expect(try store.contains(articles[2].document, run: .first))
        #expect(try !store.contains(articles[2].document, run: .second))
    }

    @Test func anArticleWithANewTextReplacesTheOldOne() throws {
        var random = RandomArticles(seed: 2)
        let articles = random.articles(5), changed = random.article(id: "a3"), store = try folder.store()
        try store.add(all: articles)
        #expect(try store.add(changed, run: .first, resolver: .simple) == .replaced)
        #expect(try store.graph().graph == SimpleResolution.graph(of: articles + [changed]))
        #expect(try store.article("a3") == changed)
    }

    @Test func aLaterRunSupersedesAnEarlierOne() throws {
        var random = RandomArticles(seed: 3)
        let article = random.article(id: "a"), store = try folder.store()
        #expect(try store.add(article, run: .first, resolver: .simple) == .added)
        #expect(try store.add(article, run: .second, resolver: .simple) == .replaced)
        #expect(try store.documents().map(\.run) == [.second])
        #expect(try store.graph().graph == SimpleResolution.graph(of: [article]))
    }

    @Test("comes to the same by any way of adding, replacing and removing", arguments: 0..<20 as Range<UInt64>)
    func anyWay(seed: UInt64) throws {
        var random = RandomArticles(seed: seed, cast: 16), generator = SeededGenerator(seed: seed)
        let articles = random.articles(10), others = random.articles(14)
        let straight = try folder.store("a"), winding = try folder.store("b")
        try straight.add(all: articles, resolver: .chaining)
        try winding.add(all: others.shuffled(using: &generator), resolver: .chaining)
        for index in 10..<14 { try winding.remove(document: "a\(index)", resolver: .chaining) }
        try winding.add(all: articles.shuffled(using: &generator), resolver: .chaining)
        #expect(try straight.contents() == winding.contents())
        #expect(try straight.check(resolver: .chaining) == [])
        #expect(try winding.check(resolver: .chaining) == [])
        for document in try winding.documents() { try winding.remove(document: document.document.id, resolver: .chaining) }
        #expect(try winding.graph().graph == KnowledgeGraph())
        #expect(try winding.check(resolver: .chaining) == [])
        #expect(try winding.rowCounts().filter { $0.value > 0 }.keys.sorted() == ["relation_type", "rule", "run", "setting", "status"])
    }

    @Test func anotherResolverIsTakenOverWithTheNextArticle() throws {
        var random = RandomArticles(seed: 4)
        let articles = random.articles(8), store = try folder.store("a"), straight = try folder.store("b")
        try store.add(all: articles.dropLast(), resolver: .chaining)
        try store.add(all: articles, resolver: .simple)
        try straight.add(all: articles, resolver: .simple)
        #expect(try store.contents() == straight.contents())
    }

    @Test("many at once are as many one by one", arguments: 0..<10 as Range<UInt64>) func batches(seed: UInt64) throws {
        var random = RandomArticles(seed: seed, cast: 16)
        let articles = random.articles(20) + random.articles(7), single = try folder.store("a"), batched = try folder.store("b")
        let expected = try articles.map { try single.add($0, run: .first, resolver: .chaining) }
        #expect(try batched.add(batch: Array(articles[..<5]), run: .first, resolver: .chaining) == Array(expected[..<5]))
        var commits: [Int] = []
        let counts = try batched.load(articles[5...], run: .first, resolver: .chaining, batch: 6) { commits.append($0) }
        #expect(counts == Dictionary(grouping: expected[5...]) { $0 }.mapValues(\.count))
        #expect(commits == [6, 12, 18, 22])
        #expect(try single.contents() == batched.contents())
        #expect(try batched.check(resolver: .chaining) == [])
        _ = try batched.add(articles[0], run: .second, resolver: .chaining)
        #expect(try batched.check(resolver: .chaining) == [])
    }

    @Test("reading all articles anew in another run is as if built by it in one go", arguments: 0..<10 as Range<UInt64>)
    func anotherRun(seed: UInt64) throws {
        var random = RandomArticles(seed: seed, cast: 16), generator = SeededGenerator(seed: seed)
        let old = random.articles(12), new = random.articles(12), store = try folder.store("a"), straight = try folder.store("b")
        try store.add(all: old, resolver: .chaining)
        for article in new.shuffled(using: &generator) { _ = try store.add(article, run: .second, resolver: .chaining) }
        _ = try straight.load(new, run: .second, resolver: .chaining)
        #expect(try store.contents() == straight.contents())
        #expect(try store.documents().allSatisfy { $0.run == .second })
    }

    @Test func rebuildingChangesNothing() throws {
        var random = RandomArticles(seed: 5)
        let store = try folder.store()
        try store.add(all: random.articles(8), resolver: .chaining)
        let before = try store.contents()
        try store.rebuild(resolver: .chaining)
        #expect(try store.contents() == before)
    }

    @Test func removingWhatIsNotThereNamesTheNearest() throws {
        var random = RandomArticles(seed: 6)
        let store = try folder.store()
        try store.add(all: [random.article(id: "story-12")])
        let expected = StoreError(path: store.path, reason: .unknownDocument("story-21", nearest: ["story-12"]))
        #expect(throws: expected) { try store.remove(document: "story-21", resolver: .simple) }
    }

    @Test func takesTwoSpellingsOfOneAccentForTheSameId() throws {
        var random = RandomArticles(seed: 7)
        let store = try folder.store()
        _ = try store.add(random.article(id: "\u{E9}"), run: .first, resolver: .simple)
        #expect(try store.add(random.article(id: "e\u{301}"), run: .first, resolver: .simple) == .replaced)
        #expect(try store.graph().graph.documents.map(\.id) == ["\u{E9}"])
    }

    @Test(
        "keeps any name unharmed",
        arguments: [
            "O'Hara \"Bo\" \\ `x`", "line\nbreak\ttab\r", "nul\0inside", "\0", "Robert'); DROP TABLE statement;--", "<b>&amp;</b>",
            "%s %n _ ?1 :x @y $z", "日本 العربية 🇻🇪", "e\u{301}lodie", "", " ", String(repeating: "x", count: 10_000), "\u{FEFF}\u{202E}", "\" OR *",
        ])
    func hostileNames(name: String) throws {
        let span = TextSpan(start: 0, end: name.utf8.count)
        let mention = Mention(tokens: 0..<1, head: 0, span: span, kind: .name)
        let document = Document(
            id: name, source: name, title: name, publisher: name, published: PartialDate("2026-01-09"), text: name + " and B",
            passages: [Passage(span: span, role: .headline)])
        let evidence = Evidence(span: span, text: name + "!", trigger: name + "?", triggerSpan: span, rule: name, confidence: 0.1)
        let article = ExtractedDocument(
            document: document,
            entities: [
                LocalEntity(id: 0, type: .person, name: name, aliases: [name + "2"], identifiers: [name: name], mentions: [mention]),
                LocalEntity(id: 1, type: .country, name: "B", mentions: [mention]),
            ],
            statements: [
                Statement(
                    document: name, subject: 0, type: name, object: 1,
                    qualifiers: Qualifiers(
                        amount: MoneyAmount(value: 0.1, currency: name), title: name, place: .init(text: name, entity: 1),
                        attributedTo: .init(text: name), charge: name), evidence: evidence)
            ])
        let store = try folder.store()
        try store.add(all: [article])
        #expect(try store.article(name) == article)
        #expect(try store.article(name)?.document.text.utf8.elementsEqual(article.document.text.utf8) == true)
        #expect(try store.graph().graph == SimpleResolution.graph(of: [article]))
        #expect(try store.lookup(name, limit: 9).contains { $0.entity.type == .person } == !name.isEmpty)
        #expect(try store.contains(document, run: .first))
        #expect(try store.add(article, run: .first, resolver: .simple) == .unchanged)
        #expect(try store.check(resolver: .simple) == [])
        try store.remove(document: name, resolver: .simple)
        #expect(try store.documents().isEmpty)
    }
}

extension GraphStore {
    /// How many rows each table has.
    func rowCounts() throws -> [String: Int] {
        try read { database in
            let tables = try SQLStatement(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'entity_name_words%'")
                .map { $0.text(0) }
            return try tables.reduce(into: [:]) { counts, table in
                counts[table] = try SQLStatement(database, "SELECT count(*) FROM \"\(table)\"").first { $0.integer(0) } ?? 0
            }
        }
    }
}
