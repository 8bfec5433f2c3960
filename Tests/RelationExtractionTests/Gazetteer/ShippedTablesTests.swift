import Foundation
import Testing

@testable import RelationExtraction

/// The tables that the package ships with.
@Suite struct ShippedTablesTests {
    private func gazetteer() throws -> Gazetteer {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/EntityGraph/Resources/gazetteers")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tsv") }.sorted()
        return try Gazetteer(tables: names.map { (name: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) })
    }

    @Test func `hold the members and observers of the United Nations, Taiwan and Kosovo`() throws {
        let gazetteer = try gazetteer()
        #expect(gazetteer.countries.count == 193 + 2 + 2)
        #expect(gazetteer.countries.contains { $0.code == "TW" } && gazetteer.countries.contains { $0.code == "XK" })
    }

    @Test(
        "know what news calls countries",
        arguments: [
            ("US", "US"), ("U.S.", "US"), ("America", "US"), ("British", "GB"), ("Emirati", "AE"), ("Türkiye", "TR"), ("Ivory Coast", "CI"),
            ("Saudis", "SA"),
            ("Democratic Republic of Congo", "CD"), ("North Korean", "KP"), ("Holy See", "VA"), ("Dutch", "NL"),
        ])
    func countries(name: String, code: String) throws {
        let gazetteer = try gazetteer()
        let country = try #require(gazetteer.country(named: name))
        #expect(gazetteer.countries[country].code == code)
    }

    @Test(arguments: ["Hong Kong", "Scotland", "Puerto Rico", "Gaza", "Texas", "Greenland"])
    func `hold territories as places`(name: String) throws {
        let senses = try gazetteer().senses(of: name)
        #expect(senses.contains { $0.isTerritoryByName } && !senses.contains { $0.isOfCountry })
    }
}
