import Testing

@testable import EntityGraph

/// What people read when they ask who, how connected, and what changed.
@Suite struct AnswerReportTests {
    let graph = StoryGraph.graph(days: [1, 2], StoryGraph.statements)

    @Test func whoGroupsByRelationInTheOntologysOrderAndNamesTheDirection() {
        let report = Report.who(StoryGraph.entities[0], couldAlsoBe: ["Spain Inc"], in: graph, ontology: StoryGraph.ontology)
        #expect(
            report.text(as: .table) == """
                name: Spain
                type: country
                id: country/ES
                also called: Madrid; Spanish
                could also be: Spain Inc

                head
                  Ana Diaz  asserted              2 sources  president
                      “Spain's president, Ana Diaz” (The Paper, 2026-01-01)

                attacked
                  Peru      asserted  2026-01-02  1 source
                      “Spain attacked Peru.” (The Paper, 2026-01-02)
                  Peru      planned               1 source
                      “So it was.” (The Paper, 2026-01-01)

                """)
    }

    @Test func aRelationWithoutInverseIsWordedFromTheOtherSide() {
        let report = Report.who(StoryGraph.entities[1], in: graph, ontology: StoryGraph.ontology)
        #expect(report.rows.compactMap { $0.first?.plain } == ["← visited", "attacked by", "attacked by"])
    }

    @Test func pathsShowEachHopWithItsEvidence() {
        let paths = graph.paths(from: "person/ana-diaz", to: "country/PE", count: 2, avoidingHubs: false)
        let report = Report.paths(
            paths, from: StoryGraph.entities[2], to: StoryGraph.entities[1], in: graph, ontology: StoryGraph.ontology)
        let text = report.text(as: .table)
        #expect(text.contains("path 1, 1 hop\n  Ana Diaz  visited   Peru"))
        #expect(text.contains("path 2, 2 hops\n  Ana Diaz  head of   Spain"))
        #expect(text.contains("“Spain attacked Peru.”"))
    }

    @Test func changesShowNewStatusesBeforeNewRelations() {
        let before = StoryGraph.graph(days: [1], StoryGraph.statements)
        let report = Report.changes(graph.difference(from: before), from: before, to: graph, ontology: StoryGraph.ontology)
        let kinds = report.rows.map { row in row.prefix(6).map(\.plain).joined(separator: " ") }
        #expect(
            kinds == [
                "changed status Spain attacked Peru asserted planned", "became known Ana Diaz visited Peru asserted ",
                "more sources Ana Diaz head of Spain asserted 1 source",
            ])
    }

    @Test func noChangesAreSaidToBeNone() {
        let report = Report.changes(graph.difference(from: graph), from: graph, to: graph, ontology: StoryGraph.ontology)
        #expect(report.text(as: .table) == "nothing changed\n")
    }
}
