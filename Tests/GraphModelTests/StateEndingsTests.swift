import GraphModel
import Testing

@Suite struct StateEndingsTests {
    private static let ontology = Ontology(
        version: "1",
        relationTypes: [
            type("head_of", .state), type("allied_with", .state, symmetric: true), type("deployed_to", .state),
            type("resigned_from", .event, closes: [ClosingRule(states: ["head_of"])]),
            type(
                "dismissed", .event,
                closes: [
                    ClosingRule(states: ["head_of"], subject: .object, object: .subject),
                    ClosingRule(states: ["head_of"], subject: .object, object: nil, by: [.person], of: [.country]),
                ]),
            type("died_in", .event, closes: [ClosingRule(states: ["head_of", "allied_with"], subject: .subject, object: nil)]),
            type("broke_with", .event, symmetric: true, closes: [ClosingRule(states: ["allied_with"])]),
        ])

    private static func type(_ name: String, _ kind: RelationType.Kind, symmetric: Bool = false, closes: [ClosingRule] = []) -> RelationType {
        let all = Set(EntityType.allCases)
        return RelationType(id: name, group: "t", kind: kind, domain: all, range: all, isSymmetric: symmetric, closes: closes)
    }

    /// Articles written "day: subject type object" with an optional status, date and title: `2026-01-03: Ana head_of Chad @2020 (president)`.
    private func graph(_ lines: [String]) -> KnowledgeGraph {
        let types: [String: EntityType] = ["Chad": .country, "Mali": .country, "Acme": .organization, "Oslo": .place]
        var documents: [Document] = [], statements: [Statement<Entity.ID>] = []
        for line in lines {
            let parts = line.split(separator: ": ", maxSplits: 1).map(String.init), id = parts[0]
            if !documents.contains(where: { $0.id == id }) {
                documents.append(Document(id: id, source: id, title: id, published: PartialDate(id.prefix(10)), text: ""))
            }
            let words = parts[1].split(separator: " ").map(String.init), span = TextSpan(start: statements.count, end: statements.count + 1)
            statements.append(
                Statement(
                    document: id, subject: words[0], type: words[1], object: words[2],
                    status: words.compactMap { Status(rawValue: $0) }.first ?? .asserted,
                    date: words.first { $0.hasPrefix("@") }.flatMap { PartialDate($0.dropFirst()) },
                    until: words.first { $0.hasPrefix("-") }.flatMap { PartialDate($0.dropFirst()) },
                    qualifiers: Qualifiers(title: words.first { $0.hasPrefix("(") }.map { String($0.dropFirst().dropLast()) }),
                    evidence: Evidence(span: span, text: line, trigger: words[1], triggerSpan: span, rule: "r", confidence: 1)))
        }
        let names = Set(statements.flatMap { [$0.subject, $0.object] }).sorted()
        let mentions = names.map { name in
            (name, documents.map { EntityMention(document: $0.id, span: TextSpan(start: 0, end: 1), text: name, kind: .name) })
        }
        return KnowledgeGraph(
            documents: documents, entities: names.map { Entity(id: $0, type: types[$0] ?? .person, name: $0) },
            mentions: Dictionary(uniqueKeysWithValues: mentions),
            statements: statements, ontology: Self.ontology)
    }

    private func ends(_ lines: String...) -> [String] {
        graph(lines).relations.filter { Self.ontology[$0.type]?.kind == .state }.flatMap(\.statements).map { $0.until?.description ?? "open" }
    }

    @Test func whoResignsHeadsNoLonger() throws {
        let state = try #require(
            graph(["2026-01-01: Ana head_of Chad @2020", "2026-01-04: Ana resigned_from Chad @2026-01-03"]).relations.first?.statements.first)
        #expect(state.until == PartialDate("2026-01-03"))
        #expect(state.endedBy == Ending(type: "resigned_from", document: "2026-01-04"))
    }

    @Test func anEventWithoutADateEndsItOnTheDayOfItsArticle() {
        #expect(ends("2026-01-01: Ana head_of Chad", "2026-01-04: Ana resigned_from Chad") == ["2026-01-04"])
    }

    @Test func onlyWhatWasSaidToEndDoes() {
        #expect(ends("2026-01-01: Ana head_of Chad", "2026-01-04: Ana resigned_from Mali") == ["open"])
        #expect(ends("2026-01-01: Bo head_of Chad", "2026-01-04: Ana resigned_from Chad") == ["open"])
        #expect(ends("2026-01-01: Ana deployed_to Chad", "2026-01-04: Ana resigned_from Chad") == ["open"])
        #expect(ends("2026-01-01: Ana head_of Chad denied", "2026-01-04: Ana resigned_from Chad") == ["open"])
    }

    @Test("only a fact ends anything", arguments: ["planned", "alleged", "denied", "possible", "requested"]) func statuses(status: String) {
        #expect(ends("2026-01-01: Ana head_of Chad", "2026-01-04: Ana resigned_from Chad \(status)") == ["open"])
    }

    @Test func theTextsOwnEndStands() {
        #expect(ends("2026-01-01: Ana head_of Chad @2020 -2025", "2026-01-04: Ana resigned_from Chad") == ["2025"])
    }

    @Test func aRuleSaysWhoMustMatch() {
        #expect(ends("2026-01-01: Ana head_of Acme", "2026-01-04: Acme dismissed Ana") == ["2026-01-04"])
        #expect(ends("2026-01-01: Ana head_of Acme", "2026-01-04: Bo dismissed Ana") == ["open"])
        #expect(ends("2026-01-01: Ana head_of Chad", "2026-01-04: Bo dismissed Ana") == ["2026-01-04"])
        #expect(ends("2026-01-01: Ana head_of Chad", "2026-01-04: Acme dismissed Ana") == ["open"])
        #expect(ends("2026-01-01: Bo allied_with Ana", "2026-01-04: Bo died_in Oslo") == ["2026-01-04"])
        #expect(ends("2026-01-01: Chad allied_with Mali", "2026-01-04: Mali broke_with Chad") == ["2026-01-04"])
    }

    @Test func titlesMustShareAWordWhereBothAreTold() {
        #expect(ends("2026-01-01: Ana head_of Chad (president)", "2026-01-04: Ana resigned_from Chad (minister)") == ["open"])
        #expect(ends("2026-01-01: Ana head_of Chad (president)", "2026-01-04: Ana resigned_from Chad (President)") == ["2026-01-04"])
        #expect(ends("2026-01-01: Ana head_of Chad (president)", "2026-01-04: Ana resigned_from Chad") == ["2026-01-04"])
    }

    @Test func separateIntervalsStaySeparate() {
        let found = ends(
            "2015-06-01: Ana head_of Chad", "2016-02-02: Ana resigned_from Chad @2016-02-01", "2020-05-05: Ana head_of Chad @2019",
            "2026-01-04: Ana resigned_from Chad @2026-01-03")
        #expect(found == ["2016-02-01", "2026-01-03"])
    }

    @Test func whatIsSaidAfterTheEndIsKeptAsAContradiction() {
        #expect(ends("2026-01-09: Ana head_of Chad", "2026-01-04: Ana resigned_from Chad @2026-01-03") == ["open"])
        #expect(ends("2026-01-04: Ana head_of Chad", "2026-01-04: Ana resigned_from Chad @2026-01-03") == ["2026-01-03"])
    }

    @Test func aFormerStateEndedWithTheLastEventBeforeItsArticle() {
        let found = ends(
            "2026-01-09: Ana head_of Chad former", "2016-02-02: Ana resigned_from Chad @2016-02-01", "2025-03-04: Ana resigned_from Chad",
            "2027-01-01: Ana resigned_from Chad")
        #expect(found == ["2025-03-04"])
    }

    @Test func whatLaterArticlesTellDoesNotCountOnADay() {
        let graph = graph(["2026-01-01: Ana head_of Chad", "2026-01-04: Ana resigned_from Chad @2026-01-02"])
        func ends(_ filter: GraphFilter) -> [PartialDate?] {
            graph.filtered(by: filter, ontology: Self.ontology).graph.relations.first { $0.type == "head_of" }?.statements.map(\.until) ?? []
        }
        #expect(ends(GraphFilter(asOf: PartialDate("2026-01-03"))) == [nil])
        #expect(ends(GraphFilter(asOf: PartialDate("2026-01-04"))) == [PartialDate("2026-01-02")])
        #expect(ends(GraphFilter(validAt: PartialDate("2026-01-02"))) == [PartialDate("2026-01-02")])
        #expect(ends(GraphFilter(validAt: PartialDate("2026-01-03"))) == [])
    }
}
