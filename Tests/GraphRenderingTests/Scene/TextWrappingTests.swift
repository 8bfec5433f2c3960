import Testing

@testable import GraphRendering

@Suite struct TextWrappingTests {
    @Test(
        "long names are broken into lines of about equal length",
        arguments: [
            ("Nicolás Maduro", ["Nicolás Maduro"]), ("Southern District of New York", ["Southern District", "of New York"]),
            ("", [""]), ("Donaudampfschifffahrtsgesellschaft", ["Donaudampfschifffa", "hrtsgesellschaft"]),
            ("Torbjørn Skjelbreid-Kristoffersen", ["Torbjørn Skjelbreid-", "Kristoffersen"]),
            ("Ladislav Horváth-Březina", ["Ladislav", "Horváth-Březina"]),
        ])
    func wraps(text: String, lines: [String]) {
        #expect(TextWrapping.wrap(text, width: 20, lines: 4) == lines)
    }

    @Test func eastAsianTextIsBrokenBetweenCharacters() {
        let lines = TextWrapping.wrap(String(repeating: "東", count: 15), width: 20, lines: 4)
        #expect(lines.joined().count == 15 && lines.allSatisfy { TextWrapping.columns($0) <= 20 } && lines.count == 2)
    }

    @Test("what does not fit ends in an ellipsis", arguments: [200, 5_000, 100_000])
    func cuts(count: Int) {
        let lines = TextWrapping.wrap(String(repeating: "word ", count: count), width: 20, lines: 4)
        #expect(lines.count == 4 && lines.last?.hasSuffix("…") == true)
    }
}
