import GraphModel
import RandomGraphs
import Testing

@testable import GraphStorage

@Suite struct GraphStoreCorrectionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let rules: [EntityResolver] = [.simple, .chaining]
    private static let now = CorrectionTime(secondsSince1970: 1_800_000_000)

    @Test("corrections before, between and after articles come to the same", arguments: Array(0..<40) + [114, 196] as [UInt64])
    func commutes(seed: UInt64) throws {
        var random = RandomArticles(seed: seed, cast: 14), generator = SeededGenerator(seed: seed), made = RandomCorrections(seed: seed)
        let articles = random.articles(8), corrections = made.corrections(7, about: articles), rules = Self.rules[Int(seed % 2)]
        let after = try folder.store("a"), between = try folder.store("b"), before = try folder.store("c")
        try after.add(all: articles, resolver: rules)
        for correction in corrections { _ = try after.correct(correction, resolver: rules) }
        try between.add(all: articles.suffix(4).shuffled(using: &generator), resolver: rules)
        for correction in corrections { _ = try between.correct(correction, resolver: rules) }
        try between.add(all: Array(articles.prefix(4)), resolver: rules)
        for correction in corrections.shuffled(using: &generator) { _ = try before.correct(correction, resolver: rules) }
        try before.add(all: articles.shuffled(using: &generator), resolver: rules)
        let expected = CorrectedGraph.of(articles, corrections, rules)
        for store in [after, between, before] {
            #expect(try store.graph().graph == expected)
            #expect(try store.check(resolver: rules) == [])
        }
        #expect(try after.contents() == between.contents())
        #expect(try after.contents() == before.contents())
        try between.rebuild(resolver: rules)
        #expect(try after.contents() == between.contents())
        for article in articles { #expect(try after.article(article.document.id) == article) }
    }

    @Test("undoing all in any order leaves the graph as it was", arguments: Array(0..<40) + [114, 196] as [UInt64])
    func undoesAll(seed: UInt64) throws {
        var random = RandomArticles(seed: seed, cast: 14), generator = SeededGenerator(seed: seed), made = RandomCorrections(seed: seed)
        let articles = random.articles(8), corrections = made.corrections(8, about: articles), rules = Self.rules[Int(seed % 2)]
        let store = try folder.store()
        try store.add(all: articles, resolver: rules)
        let untouched = try store.contents(), rows = try store.rowCounts()
        for correction in corrections { _ = try store.correct(correction, resolver: rules) }
        var left = try store.corrections(resolver: rules).map(\.number).shuffled(using: &generator)
        while !left.isEmpty {
            let number = left.removeFirst()
            do {
                _ = try store.undo(number, at: Self.now, resolver: rules)
                let inForce = try store.corrections(resolver: rules).filter { $0.undone == nil }.map(\.correction)
                #expect(try store.graph().graph == CorrectedGraph.of(articles, inForce, rules))
            } catch CorrectionError.inTheWay(_, let others) {
                #expect(others.allSatisfy { left.contains($0.number) })
                left.append(number)
            }
        }
        #expect(try store.contents() == untouched)
        #expect(try store.check(resolver: rules) == [])
        var now = try store.rowCounts()
        now["correction"] = 0
        // What was added by hand may leave the names of its relation, rule and run.
        for table in ["relation_type", "rule", "run", "sqlite_sequence"] { now[table] = rows[table] }
        #expect(now == rows)
    }

    @Test("corrections hold when articles go and are read anew", arguments: 0..<20 as Range<UInt64>)
    func replays(seed: UInt64) throws {
        var random = RandomArticles(seed: seed, cast: 14), made = RandomCorrections(seed: seed)
        let articles = random.articles(8), corrections = made.corrections(7, about: articles), newer = random.articles(4)
        let store = try folder.store()
        try store.add(all: articles)
        for correction in corrections { _ = try store.correct(correction, resolver: .simple) }
        try store.remove(document: "a7", resolver: .simple)
        for article in newer { _ = try store.add(article, run: .second, resolver: .simple) }
        let now = newer + articles[4...6]
        #expect(try store.graph().graph == CorrectedGraph.of(now, corrections, .simple))
        #expect(try store.check(resolver: .simple) == [])
    }

    @Test("taken over by another store they give the same graph, however often", arguments: 0..<20 as Range<UInt64>)
    func transfers(seed: UInt64) throws {
        var random = RandomArticles(seed: seed, cast: 14), generator = SeededGenerator(seed: seed), made = RandomCorrections(seed: seed)
        let articles = random.articles(8), corrections = made.corrections(8, about: articles)
        let first = try folder.store("a"), second = try folder.store("b")
        for store in [first, second] { try store.add(all: articles) }
        for correction in corrections { _ = try first.correct(correction, resolver: .simple) }
        for number in [2, 5] { _ = try? first.undo(number, at: Self.now, resolver: .simple) }
        let records = try first.corrections(resolver: .simple).shuffled(using: &generator)
        let result = try second.take(over: records, resolver: .simple)
        #expect(result.added == 8)
        #expect(try first.contents() == second.contents())
        #expect(try Set(second.corrections(resolver: .simple).map(\.correction)) == Set(corrections))
        let again = try second.take(over: records, resolver: .simple)
        #expect(again.added == 0 && again.undone == 0 && again.known == 8)
        #expect(try first.contents() == second.contents())
        #expect(try second.check(resolver: .simple) == [])
    }

    @Test func whatIsRejectedIsGoneEverywhere() throws {
        let articles = [
            article("a", [("Ana Ruiz", .person), ("Peru", .country), ("Sources", .organization)], [(0, "head_of", 1), (2, "praised", 0)]),
            article("b", [("Ana Ruiz", .person), ("Peru", .country)], [(0, "attacked", 1), (0, "head_of", 1)]),
        ]
        let store = try folder.store()
        try store.add(all: articles)
        let ana = EntityReference(type: .person, name: "Ana Ruiz"), peru = EntityReference(type: .country, name: "Peru")
        let sources = EntityReference(type: .organization, name: "Sources")
        _ = try store.correct(Correction(.rejectEntity(sources), time: Self.now), resolver: .simple)
        #expect(try store.graph().graph.entities.map(\.name).sorted() == ["Ana Ruiz", "Peru"])
        #expect(try store.lookup("Sources").isEmpty)
        let attack = RelationReference(subject: ana, type: "attacked", object: peru)
        _ = try store.correct(Correction(.rejectRelation(attack), time: Self.now), resolver: .simple)
        #expect(try store.graph().graph.relations.map(\.type) == ["head_of"])
        #expect(try store.who("person/Ruiz").graph.relations.map(\.sources) == [2])
        let here = RelationReference(subject: ana, type: "head_of", object: peru, article: "b")
        _ = try store.correct(Correction(.rejectRelation(here), time: Self.now), resolver: .simple)
        #expect(try store.who("person/Ruiz").graph.relations.map(\.sources) == [1])
        #expect(try store.check(resolver: .simple) == [])
    }

    @Test func twoOfOneNameAreToldApartByArticle() throws {
        let store = try folder.store()
        try store.add(all: [
            article("a", [("John Smith", .person), ("Peru", .country)], [(0, "head_of", 1)]),
            article("b", [("John Smith", .person), ("Chile", .country)], [(0, "praised", 1)]),
            article("c", [("John Smith", .person), ("Peru", .country)], [(0, "attacked", 1)]),
        ])
        let john = EntityReference(type: .person, name: "John Smith")
        let split = Correction(.split(john, .articles(["b"], names: ["John Smith"]), label: "John Smith (singer)"), time: Self.now)
        let number = try store.correct(split, resolver: .simple)
        let singer = try #require(split.splitID)
        #expect(try store.who(singer).graph.relations.map(\.type) == ["praised"])
        #expect(try store.who("person/Smith").graph.relations.map(\.type) == ["attacked", "head_of"])
        let reference = try #require(try store.reference(to: singer))
        #expect(reference.article == "b")
        let later = CorrectionTime(secondsSince1970: 1_800_000_060)
        _ = try store.correct(Correction(.rename(reference, to: "J. Smith"), time: later), resolver: .simple)
        #expect(try store.graph().graph.entity(singer)?.name == "J. Smith")
        #expect(throws: CorrectionError.self) { try store.undo(number, at: later, resolver: .simple) }
        _ = try store.undo(2, at: later, resolver: .simple)
        _ = try store.undo(number, at: later, resolver: .simple)
        #expect(try store.who("person/Smith").graph.relations.count == 3)
        #expect(try store.check(resolver: .simple) == [])
    }

    @Test func aHandmadeRelationIsASourceOfItsOwn() throws {
        let store = try folder.store()
        try store.add(all: [article("a", [("Ana Ruiz", .person), ("Peru", .country)], [(0, "head_of", 1)])])
        let ana = EntityReference(type: .person, name: "Ana Ruiz"), peru = EntityReference(type: .country, name: "Peru")
        let made = HandmadeRelation(subject: ana, type: "head_of", object: peru, date: PartialDate("2025"), source: "The gazette")
        let add = Correction(.add(made), time: Self.now, reason: "seen on page 3")
        let number = try store.correct(add, resolver: .simple)
        let relation = try #require(try store.graph().graph.relations.first)
        #expect(relation.sources == 2)
        let statement = try #require(relation.statements.first { $0.evidence.rule == Correction.rule })
        #expect(statement.evidence.text == "Ana Ruiz head of Peru: seen on page 3")
        #expect(statement.date == PartialDate("2025"))
        #expect(throws: CorrectionError.madeByHand(try #require(add.articleID), number: number)) {
            try store.remove(document: try #require(add.articleID), resolver: .simple)
        }
        #expect(throws: CorrectionError.alreadyMade(number: number)) { try store.correct(add, resolver: .simple) }
        #expect(throws: CorrectionError.unknownNumber(7, last: 1)) { try store.undo(7, at: Self.now, resolver: .simple) }
        _ = try store.undo(number, at: Self.now, resolver: .simple)
        #expect(throws: CorrectionError.alreadyUndone(number: number, at: Self.now)) { try store.undo(number, at: Self.now, resolver: .simple) }
        #expect(try store.graph().graph.relations.first?.sources == 1)
    }

    @Test func whatWasAddedByHandStaysWhileOthersSpeakOfIt() throws {
        let store = try folder.store()
        let ana = EntityReference(type: .person, name: "Ana Ruiz"), bo = EntityReference(type: .person, name: "Bo Lund")
        let add = Correction(.add(HandmadeRelation(subject: ana, type: "met_with", object: bo)), time: Self.now)
        let rename = Correction(.rename(bo, to: "Bo E. Lund"), time: CorrectionTime(secondsSince1970: 1_800_000_060))
        for correction in [add, rename] { _ = try store.correct(correction, resolver: .simple) }
        let blocker = try store.corrections(resolver: .simple)[1]
        #expect(throws: CorrectionError.inTheWay(number: 1, of: [blocker])) { try store.undo(1, at: Self.now, resolver: .simple) }
        for number in [2, 1] { _ = try store.undo(number, at: Self.now, resolver: .simple) }
        #expect(try store.graph().graph == KnowledgeGraph())
    }

    @Test func theLogTellsWhatMatchesNothing() throws {
        let store = try folder.store()
        try store.add(all: [article("a", [("Ana Ruiz", .person)], [])])
        for name in ["Ana Ruiz", "Nobody"] {
            _ = try store.correct(Correction(.rename(EntityReference(type: .person, name: name), to: "X"), time: Self.now), resolver: .simple)
        }
        #expect(try store.corrections(resolver: .simple).map(\.isIdle) == [false, true])
    }

    private func article(
        _ id: String, _ things: [(String, EntityType)], _ relations: [(Int, String, Int)]
    ) -> ExtractedDocument {
        var text = ""
        let entities = things.enumerated().map { index, thing in
            let span = TextSpan(start: text.utf8.count, end: text.utf8.count + thing.0.utf8.count)
            text += thing.0 + ". "
            return LocalEntity(
                id: index, type: thing.1, name: thing.0, mentions: [Mention(tokens: index..<(index + 1), head: index, span: span, kind: .name)])
        }
        let span = TextSpan(start: 0, end: text.utf8.count)
        let evidence = Evidence(span: span, text: text, trigger: text, triggerSpan: span, rule: "test", confidence: 0.5)
        return ExtractedDocument(
            document: Document(id: id, source: id, title: id, published: PartialDate("2026-01-09"), text: text), entities: entities,
            statements: relations.map { Statement(document: id, subject: $0.0, type: $0.1, object: $0.2, evidence: evidence) })
    }
}
