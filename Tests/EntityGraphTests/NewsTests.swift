import Foundation
import Testing

@testable import EntityGraph

/// How what is new to standing queries is written.
@Suite struct NewsTests {
    private let news = [
        News(
            name: "arrests", pattern: "(a)-[:arrested]->(b)",
            report: Report(columns: [Report.Column("a"), Report.Column("b")], rows: [[.text("Ana \"Bo\""), .text("Juan, Jr.")]])),
        News(name: "peru", pattern: "({name: \"Peru\"})", report: Report(columns: [Report.Column("entity")], rows: [[.text("Peru")]])),
    ]

    @Test func asATableEachStandsBelowItsName() {
        let text = News.text(news, as: .table)
        #expect(text.hasPrefix("arrests: 1 new\n") && text.contains("\nperu: 1 new\n"), "\(text)")
    }

    @Test func asJSONEachReportSaysWhoseItIs() throws {
        struct Answer: Decodable, Equatable {
            var watch: String
            var pattern: String
            var rows: [[String: String]]
        }
        let expected = [
            Answer(watch: "arrests", pattern: "(a)-[:arrested]->(b)", rows: [["watch": "arrests", "a": "Ana \"Bo\"", "b": "Juan, Jr."]]),
            Answer(watch: "peru", pattern: "({name: \"Peru\"})", rows: [["watch": "peru", "entity": "Peru"]]),
        ]
        #expect(try JSONDecoder().decode([Answer].self, from: Data(News.text(news, as: .json).utf8)) == expected)
        #expect(News.text([], as: .json) == "[]\n")
    }

    @Test func asCSVTheFirstColumnSaysWhoseItIs() {
        #expect(
            News.text(news, as: .csv)
                == "watch,a,b\r\narrests,\"Ana \"\"Bo\"\"\",\"Juan, Jr.\"\r\n\r\nwatch,entity\r\nperu,Peru\r\n")
    }
}
