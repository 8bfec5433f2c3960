import GraphModel
import RelationExtraction
import Testing

@testable import EntityGraph

@Suite struct GazetteerFileTests {
    static let csv = #"""
        name,type,aliases,identifiers,roles
        # people
        Nicolás Maduro,person,Maduro; Nicolasito,wikidata=Q19872,president of Venezuela from 2013-04-19 until 2026-01-03; chair of the PSUV

        "Smith, Brown & Co",organization,,"lei=5493;house=""A""",
        The Daily Echo,none
        """#

    @Test func readsCSV() throws {
        let entries = try GazetteerFile.entries(of: Self.csv, named: "g.csv", isCSV: true)
        #expect(entries.map(\.name) == ["Nicolás Maduro", "Smith, Brown & Co", "The Daily Echo"])
        #expect(entries.map(\.type) == [.person, .organization, nil])
        #expect(entries.map(\.source.line) == [3, 5, 6])
        #expect(entries[0].aliases == ["Maduro", "Nicolasito"] && entries[0].identifiers == ["wikidata": "Q19872"])
        #expect(
            entries[0].roles == [
                .init(title: "president", body: "Venezuela", from: PartialDate("2013-04-19"), until: PartialDate("2026-01-03")),
                .init(title: "chair", body: "the PSUV"),
            ])
        #expect(entries[1].identifiers == ["lei": "5493", "house": "\"A\""])
    }

    @Test func readsYAML() throws {
        let yaml = """
            - name: Nicolás Maduro
              type: person
              aliases: [Maduro, Nicolasito]
              identifiers: {wikidata: Q19872}
              roles:
                - {title: president, of: Venezuela, from: 2013-04-19, until: 2026-01-03}
                - {title: chair, of: the PSUV}
            - {name: The Daily Echo, type: none}
            """
        let entries = try GazetteerFile.entries(of: yaml, named: "g.yaml", isCSV: false)
        let same = try GazetteerFile.entries(of: Self.csv, named: "g.csv", isCSV: true)[0]
        #expect(entries[0].aliases == same.aliases && entries[0].identifiers == same.identifiers && entries[0].roles == same.roles)
        #expect(entries.map(\.source.line) == [1, 8] && entries[1].type == nil)
    }

    @Test func aLineOfASpreadsheetWithAByteOrderMarkAndCarriageReturnsIsRead() throws {
        let entries = try GazetteerFile.entries(of: "\u{FEFF}name,type\r\nOrange,organization\r\n", named: "g.csv", isCSV: true)
        #expect(entries.map(\.name) == ["Orange"] && entries[0].source.line == 2)
    }

    struct BadFile: Sendable, CustomTestStringConvertible {
        let text: String
        let message: String
        var testDescription: String { message }
    }

    static let badFiles = [
        BadFile(text: "name,typ\nA,person", message: "g.csv:1: unknown column 'typ'; did you mean 'type'?"),
        BadFile(text: "name,aliases\nA,B", message: "g.csv:1: the column 'type' is missing"),
        BadFile(
            text: "name,type\nA,persn",
            message: "g.csv:2: type 'persn' of 'A' is none of person, country, organization, place, none; did you mean 'person'?"),
        BadFile(text: "name,type\n\nA,person,x", message: "g.csv:3: 3 cells found, 2 expected; put a cell with a comma in quotation marks"),
        BadFile(text: "name,type\n\"A\nB,person", message: "g.csv:2: a quotation mark of this row is never closed"),
        BadFile(text: "name,type\n,person", message: "g.csv:2: the name is missing"),
        BadFile(text: "name,type,identifiers\nA,person,Q1", message: "g.csv:2: identifier 'Q1' of 'A' has no scheme; write scheme=value"),
        BadFile(text: "name,type,roles\nA,person,president", message: "g.csv:2: role 'president' of 'A' does not say of whom"),
        BadFile(text: "name,type,roles\nA,person,king of B from May", message: "g.csv:2: 'May' in a role of 'A' is no date after 'from'"),
        BadFile(
            text: "name,type,roles\nA,person,king of B from 2020 until 2019", message: "g.csv:2: a role of 'A' ends (2019) before it begins (2020)"),
        BadFile(text: "", message: "g.csv: the gazetteer is empty"),
    ]

    @Test("names file, line and remedy", arguments: badFiles)
    func refuses(_ bad: BadFile) {
        let error = #expect(throws: DataFileError.self) { try GazetteerFile.entries(of: bad.text, named: "g.csv", isCSV: true) }
        #expect(error?.description.hasPrefix(bad.message) == true, "\(error?.description ?? "")")
    }

    static let badYAML = [
        BadFile(text: "name: A", message: "g.yaml:1: a gazetteer is a list"),
        BadFile(text: "- {type: person}", message: "g.yaml:1: an entry without a name"),
        BadFile(text: "- name: A", message: "g.yaml:1: 'A' lacks 'type'"),
        BadFile(text: "- name: A\n  type: person\n  alias: [B]", message: "g.yaml:3: unknown field 'alias' of an entry; did you mean 'aliases'?"),
        BadFile(text: "- name: A\n  type: person\n  roles: [king]", message: "g.yaml:3: a role of 'A' must have fields: title, of, from, until"),
        BadFile(text: "- name: A\n  type: person\n  roles: [{title: king}]", message: "g.yaml:3: a role of 'A' needs 'title' and 'of'"),
    ]

    @Test("names file, line and remedy in YAML", arguments: badYAML)
    func refusesYAML(_ bad: BadFile) {
        let error = #expect(throws: DataFileError.self) { try GazetteerFile.entries(of: bad.text, named: "g.yaml", isCSV: false) }
        #expect(error?.description.hasPrefix(bad.message) == true, "\(error?.description ?? "")")
    }
}
