import Foundation
import GraphModel
import Testing

@Suite struct StringQuotingTests {
    static let texts = [
        "", "Maduro", "a \"b\" \\ c", "line\nbreak\r\ttab", "\u{0}\u{1}\u{1F}\u{7F}", "\u{80}\u{9F}\u{A0}", "\u{2027}\u{2028}\u{2029}\u{202A}",
        "\u{FEFF}x\u{FEFE}", "é 😀 東 \u{E0A8}\u{10FFFF}", "Â\u{82}\u{C2}", "</script>", "\u{E1}\u{80}",
    ]

    @Test("a JSON string reads back as the text", arguments: texts)
    func json(text: String) throws {
        let quoted = text.quotedAsJSON
        #expect(try JSONSerialization.jsonObject(with: Data(quoted.utf8), options: .fragmentsAllowed) as? String == text)
        let hidden = quoted.unicodeScalars.filter {
            $0.value < 32 || (0x7F...0x9F).contains($0.value) || [0x2028, 0x2029, 0xFEFF].contains($0.value)
        }
        #expect(hidden.isEmpty, "\(hidden)")
    }

    @Test func whatCanBeSeenIsLeftAsItIs() {
        #expect("é 😀 東 \u{A0}\u{2027}".quotedAsJSON == "\"é 😀 東 \u{A0}\u{2027}\"")
        #expect("\u{85}\u{2028}\u{FEFF}".quotedAsJSON == #""\u0085\u2028\ufeff""#)
    }

    @Test(
        "markup in a text stays text",
        arguments: [
            ("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"), ("x\ny\tz\r", "x&#10;y&#9;z&#13;"),
            ("\u{0}\u{B}\u{FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("é 😀", "é 😀"),
        ])
    func xml(text: String, escaped: String) {
        #expect(text.escapedForXML == escaped)
    }
}
