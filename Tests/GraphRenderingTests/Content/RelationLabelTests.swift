import GraphModel
import Testing

@testable import GraphRendering

@Suite struct RelationLabelTests {
    @Test(
        "amounts are worded as newspapers do",
        arguments: [
            (100_000_000_000.0, "USD 100 billion"), (2_500_000, "USD 2.5 million"), (700, "USD 700"), (1_250_000_000_000, "USD 1.3 trillion"),
        ])
    func amounts(value: Double, words: String) {
        #expect(RelationLabel.words(MoneyAmount(value: value, currency: "USD")) == words)
    }

    @Test(
        "dates of several statements become one span",
        arguments: [
            (["2026-01-03"], "3 Jan 2026"), (["2026-01-03", "2026"], "3 Jan 2026"), (["2026-01-09", "2026-01-03"], "3–9 Jan 2026"),
            (["2025-12", "2026-01-03"], "Dec 2025 – 3 Jan 2026"), (["2019"], "2019"),
        ])
    func spans(dates: [String], words: String) throws {
        var relation = SampleGraphs.relation("a", "attacked", "b")
        let statement = try #require(relation.statements.first)
        relation.statements = dates.map { date in
            var dated = statement
            dated.date = PartialDate(date)
            return dated
        }
        #expect(RelationLabel.span(of: relation)?.words == words)
    }

    @Test func anEndWithoutABeginningIsAnEnd() throws {
        var relation = SampleGraphs.relation("a", "head_of", "b")
        relation.statements[0].until = PartialDate("2026")
        #expect(RelationLabel.span(of: relation)?.words == "until 2026")
    }
}
