import GraphModel
import GraphStorage
import RandomGraphs
import Testing

@Suite struct GraphStoreLookupTests {
    private let folder: TemporaryFolder
    private let store: GraphStore

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.store()
        let names: [(String, EntityType, [String])] = [
            ("Nicolás Maduro", .person, ["Maduro"]), ("Nicolás Guerra", .person, []), ("Venezuela", .country, ["Caracas", "Venezuelan"]),
            ("Łódź", .place, []), ("U.S. Army", .organization, []), ("AT&T", .organization, []),
        ]
        let span = TextSpan(start: 0, end: 1)
        let entities = names.enumerated().map { index, entry in
            LocalEntity(
                id: index, type: entry.1, name: entry.0, aliases: entry.2,
                mentions: [Mention(tokens: 0..<1, head: 0, span: span, kind: .name)])
        }
        try store.add(all: [
            ExtractedDocument(document: Document(id: "d", source: "d", title: "d", text: "text"), entities: entities, statements: [])
        ])
    }

    @Test(
        "finds an entity",
        arguments: [
            ("Nicolás Maduro", "Nicolás Maduro", NameMatch.Quality.name), ("Maduro", "Nicolás Maduro", .alias),
            ("nicolas maduro", "Nicolás Maduro", .folded), ("VENEZUELA", "Venezuela", .folded), ("Caracas", "Venezuela", .alias),
            ("lodz", "Łódź", .folded), ("us army", "U.S. Army", .folded), ("at&t", "AT&T", .folded), ("Guer", "Nicolás Guerra", .words),
            ("Nicolás Mad", "Nicolás Maduro", .words), ("Madruo", "Nicolás Maduro", .near), ("Venezula", "Venezuela", .near),
            ("Nicolas Madurro", "Nicolás Maduro", .near), ("person/Guerra", "Nicolás Guerra", .identifier),
        ])
    func finds(wanted: String, name: String, quality: NameMatch.Quality) throws {
        let match = try #require(try store.lookup(wanted).first)
        #expect(match.entity.name == name)
        #expect(match.quality == quality)
    }

    @Test func listsAllThatANameMayMean() throws {
        #expect(try store.lookup("Nicolas").map(\.entity.name) == ["Nicolás Guerra", "Nicolás Maduro"])
    }

    @Test("finds nothing", arguments: ["", "   ", "Zaphod Beeblebrox", "*", "\"", "NEAR(", "x AND", "-"]) func nothing(wanted: String) throws {
        #expect(try store.lookup(wanted).isEmpty)
    }
}
