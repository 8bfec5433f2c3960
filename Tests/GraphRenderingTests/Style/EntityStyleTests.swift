import Foundation
import GraphModel
import Testing

@testable import GraphRendering

@Suite struct EntityStyleTests {
    @Test(
        "the score tells the tone",
        arguments: [
            (-9.0 as Double?, Tone.conflict), (-1, .conflict), (-0.5, .neutral), (0, .neutral), (1, .cooperation), (10, .cooperation),
            (nil, .neutral),
        ])
    func tones(score: Double?, tone: Tone) {
        #expect(Tone(RelationType(id: "x", group: "", kind: .event, domain: [], range: [], score: score)) == tone)
    }

    @Test("entity types differ in shape or lightness, and their names can be read on them", arguments: Theme.allCases)
    func entityTypes(theme: Theme) {
        let styles = EntityType.allCases.map { EntityStyle($0, theme: theme) }
        #expect(Set(styles.map(\.outline)).count == EntityType.allCases.count)
        for style in styles {
            #expect(Colours.contrast(style.ink, style.fill) >= 7, "\(style.name) in \(theme)")
            #expect(Colours.contrast(style.border, theme.paper) >= 3, "\(style.name) in \(theme)")
        }
    }

    @Test("words and lines stand out from the paper", arguments: Theme.allCases)
    func contrast(theme: Theme) {
        for colour in [theme.ink, theme.quiet, theme.conflict, theme.cooperation, theme.neutral, theme.added, theme.removed, theme.changed] {
            #expect(Colours.contrast(colour, theme.paper) >= 4.5, "\(colour) on \(theme.paper)")
        }
        #expect(Colours.contrast(theme.faint, theme.paper) >= 2)
    }
}

/// Contrast as WCAG 2.1 measures it.
private enum Colours {
    static func contrast(_ a: String, _ b: String) -> Double {
        let (x, y) = (luminance(a), luminance(b))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    private static func luminance(_ colour: String) -> Double {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift -> Double in
            let share = Double(value >> shift & 255) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
