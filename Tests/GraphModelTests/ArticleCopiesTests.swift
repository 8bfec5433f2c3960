import GraphModel
import RandomGraphs
import Testing

@Suite struct ArticleCopiesTests {
    private static let story = """
        The harbour of Port Sefton was closed on Monday after two freighters ran into each other in thick fog, the coast guard said. Nobody
        was hurt, but oil spilled into the bay and fishing was forbidden until further notice. Divers will look at the wrecks as soon as the
        weather allows, said Ida Holm, who leads the port authority, and the channel may stay shut for a week. Fishermen asked the ministry
        for help with what they stand to lose, and an inquiry into the pilots' work was opened the same evening by the district attorney.
        """
    private static let other = """
        Voters in the lake district go to the polls on Sunday to choose a new council, and for the first time in twenty years the outcome is
        open. The party of mayor Tom Arden, who does not stand again, is challenged by a list of farmers and shop keepers that promises to
        reopen the railway. Turnout is expected to be high, since the quarrel over the line has divided towns and families for a decade.
        """

    private func articles(_ texts: [(id: String, published: String?, text: String)]) -> [String?] {
        ArticleCopies.marked(
            texts.map { Document(id: $0.id, source: "", title: "", published: $0.published.flatMap { PartialDate($0) }, text: $0.text) }
        ).map(\.copyOf)
    }

    @Test func theSameStoryInSeveralPapersIsTheFirstOnesCopy() {
        let cut = Self.story.split(separator: " ").dropLast(14).joined(separator: " ")
        let found = articles([
            ("b", "2026-01-02", "PORT SEFTON (Wire) - " + Self.story + " Our own reporter adds that the lighthouse was dark."),
            ("a", "2026-01-01", Self.story), ("c", nil, cut.uppercased()), ("d", "2026-01-02", Self.other),
        ])
        #expect(found == ["a", nil, "a", nil])
    }

    @Test func twoStoriesOnOneThingAreTwo() {
        let retold =
            "Oil from two freighters that collided in fog reached the beaches of Port Sefton, and the port authority under Ida Holm keeps "
            + "the channel shut. The coast guard counted no victims. How the pilots came to steer into each other is what an inquiry is to find out."
        #expect(articles([("a", "2026-01-01", Self.story), ("b", "2026-01-01", retold)]) == [nil, nil])
    }

    @Test func flashesAreNotCompared() {
        #expect(
            articles([("a", nil, "Port Sefton harbour closed after collision."), ("b", nil, "Port Sefton harbour closed after collision.")]) == [
                nil, nil,
            ])
    }

    @Test("what was a copy on a day does not depend on later articles", arguments: 0..<20 as Range<UInt64>) func prefixes(seed: UInt64) throws {
        var random = RandomArticles(seed: seed)
        let documents = random.articles(24).map(\.document), day = random.randomDate()
        let all = ArticleCopies.marked(documents)
        let known = ArticleCopies.marked(documents.filter { $0.published.map { $0.lastDay <= day.lastDay } ?? false })
        #expect(known == all.filter { $0.published.map { $0.lastDay <= day.lastDay } ?? false })
        #expect(all.contains { $0.copyOf != nil })
        var generator = SeededGenerator(seed: seed)
        #expect(Set(ArticleCopies.marked(documents.shuffled(using: &generator))) == Set(all))
    }

    @Test func copiesCountAsOneSource() {
        let graph = KnowledgeGraph(documents: [
            Document(id: "a", source: "", title: "", text: ""), Document(id: "b", source: "", title: "", text: "", copyOf: "a"),
            Document(id: "c", source: "", title: "", text: ""),
        ])
        let span = TextSpan(start: 0, end: 1)
        let evidence = Evidence(span: span, text: "x", trigger: "x", triggerSpan: span, rule: "r", confidence: 1)
        let statements = ["a", "b", "c", "c"].map {
            Statement(document: $0, subject: "x", type: "attacked", object: "y", evidence: evidence)
        }
        let index = ArticleIndex(graph.documents)
        #expect(index.sources(of: statements) == 2)
        #expect(index.sources(of: Array(statements[..<2])) == 1)
        #expect(index.sources(of: Array(statements[1..<2])) == 1)
    }
}
