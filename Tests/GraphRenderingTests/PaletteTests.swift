import GraphModel
import Testing

@testable import GraphRendering

@Suite struct PaletteTests {
    @Test(
        "the score tells the tone",
        arguments: [
            (-9.0 as Double?, Tone.conflict), (-1, .conflict), (-0.5, .neutral), (0, .neutral), (1, .cooperation), (10, .cooperation),
            (nil, .neutral),
        ])
    func tones(score: Double?, tone: Tone) {
        #expect(Tone(RelationType(id: "x", group: "", kind: .event, domain: [], range: [], score: score)) == tone)
    }

    @Test func entityTypesDifferInShapeOrLightness() {
        func lightness(_ colour: String) -> Int {
            let value = Int(colour.dropFirst(), radix: 16) ?? 0
            // ITU-R BT.709, in thousandths.
            return ((value >> 16 & 255) * 213 + (value >> 8 & 255) * 715 + (value & 255) * 72) / 1000
        }
        let looks = EntityType.allCases.map { type in
            let style = EntityStyle(type)
            return "\(style.shape) \(style.corners) \(lightness(style.fill) / 64)"
        }
        #expect(Set(looks).count == EntityType.allCases.count)
    }
}
