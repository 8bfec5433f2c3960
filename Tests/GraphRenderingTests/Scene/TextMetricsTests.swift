import Testing

@testable import GraphRendering

@Suite struct TextMetricsTests {
    @Test("widths are those of DejaVu Sans", arguments: [("i", 28), ("M", 86), ("é", 62), ("Ł", 56), (" ", 32), ("…", 100)])
    func widths(text: String, hundredths: Int) {
        #expect(abs(TextMetrics.width(of: text, size: 100) - Double(hundredths)) <= 1)
    }

    @Test func accentsThatStandAboveTakeNoRoom() {
        #expect(TextMetrics.width(of: "e\u{301}", size: 10) == TextMetrics.width(of: "e", size: 10))
    }

    @Test func wideLettersAndFlagsTakeMore() {
        #expect(TextMetrics.width(of: "東京", size: 10) == 20)
        #expect(TextMetrics.width(of: "🇻🇪", size: 10) == 14)
    }

    @Test func linesFillAWidth() {
        let block = TextBlock.wrapped(String(repeating: "word ", count: 40), width: 200, size: 10, colour: "#000000", lines: 20)
        #expect(block.lines.count > 3 && block.size.width <= 200 && block.size.width > 150)
        let cut = TextBlock.wrapped(String(repeating: "word ", count: 400), width: 200, size: 10, colour: "#000000", lines: 3)
        #expect(cut.lines.count == 3 && cut.lines[2][0].text.hasSuffix("…"))
    }
}
