import Testing

@testable import RelationExtraction

@Suite struct GazetteerTests {
    @Test func `a name may mean several things`() {
        let senses = NamedTree.gazetteer.senses(of: "Caracas")
        #expect(senses == [.country(0, .capital(metonym: true)), .city(country: "VE")])
    }

    @Test func `a capital marked with a hyphen is only a city`() {
        #expect(NamedTree.gazetteer.senses(of: "Philadelphia") == [.country(1, .capital(metonym: false))])
    }

    @Test func `headlines in capitals are understood and short words are not`() {
        #expect(NamedTree.gazetteer.country(named: "VENEZUELA") == 0)
        #expect(NamedTree.gazetteer.country(named: "us") == nil)
    }

    @Test(
        "says which row cannot be read, and why",
        arguments: [
            ("country\tVEN\tVenezuela\t-\t-\t-", "world.tsv:2: 'VEN' is no ISO 3166-1 code; two capital letters expected, such as VE"),
            ("city\tVE", "world.tsv:2: 2 columns found, 3 expected (city, country, names); separate them by single tabs"),
            ("titles\tx\tMr", "world.tsv:2: gender 'x' found; m, f or - expected"),
        ])
    func problems(row: String, message: String) {
        #expect {
            try Gazetteer(tables: [(name: "world.tsv", text: "# a comment\n" + row)])
        } throws: {
            "\($0)" == message
        }
    }

    @Test func `an unknown kind of row is named with those that are known`() {
        #expect {
            try Gazetteer(tables: [(name: "mine.tsv", text: "countries\tVE")])
        } throws: {
            "\($0)".hasPrefix("mine.tsv:1: 'countries' is no kind of row; expected one of country, territory")
        }
    }

    @Test func `later tables add to earlier ones`() throws {
        let gazetteer = try Gazetteer(tables: [
            (name: "a", text: "country\tVE\tVenezuela\t-\t-\t-"), (name: "b", text: "country\tVE\tVenezuela\tBolivarian Republic\t-\t-"),
        ])
        #expect(gazetteer.countries.count == 1)
        #expect(gazetteer.country(named: "Bolivarian Republic") == 0)
    }
}
