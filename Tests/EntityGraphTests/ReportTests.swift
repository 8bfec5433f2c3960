import Testing

@testable import EntityGraph

@Suite struct ReportTests {
    static let report = Report(
        facts: [Report.Fact("name", .text("Ana \"A\" Diaz")), Report.Fact("none", .none)],
        columns: [
            Report.Column("group", .heading), Report.Column("who"), Report.Column("n", unit: "time"), Report.Column("quote", .line),
            Report.Column("id", .hidden),
        ],
        rows: [
            [.text("met with"), .text("Bo"), .integer(2), .text("They met, he said."), .text("x/1")],
            [.text("met with"), .text("Élise\n"), .none, .none, .list(["a", "b"])],
        ])

    @Test func tablesGroupRowsAndKeepControlCharactersOffTheTerminal() {
        #expect(
            Self.report.text(as: .table) == """
                name: Ana "A" Diaz

                met with
                  Bo      2 times
                      They met, he said.
                  Élise

                """)
    }

    @Test func jsonNamesEveryColumn() {
        #expect(
            Self.report.text(as: .json) == #"""
                {
                  "name": "Ana \"A\" Diaz",
                  "none": null,
                  "rows": [
                    {"group": "met with", "who": "Bo", "n": 2, "quote": "They met, he said.", "id": "x/1"},
                    {"group": "met with", "who": "Élise\n", "n": null, "quote": null, "id": ["a", "b"]}
                  ]
                }

                """#)
    }

    @Test func csvQuotesWhatNeedsIt() {
        #expect(
            Self.report.text(as: .csv)
                == "group,who,n,quote,id\r\nmet with,Bo,2,\"They met, he said.\",x/1\r\nmet with,\"Élise\n\",,,a; b\r\n")
    }

    @Test func anEmptyReportSaysSo() {
        let empty = Report(columns: [Report.Column("a")], emptyText: "no relations")
        #expect(empty.text(as: .table) == "no relations\n")
        #expect(empty.text(as: .json) == "{\n  \"rows\": []\n}\n")
    }

    @Test("prints two digits", arguments: [(0.125, "0.13"), (1, "1.00"), (-2.5, "-2.50"), (0.999, "1.00"), (-0.001, "0.00")])
    func decimals(number: Double, text: String) { #expect(Report.Value.decimal(number).plain == text) }

    @Test("words sums", arguments: [(100e9, "USD 100 billion"), (2.5e6, "USD 2.50 million"), (950, "USD 950")])
    func sums(value: Double, words: String) { #expect(MoneyAmount(value: value, currency: "USD").words == words) }
}
