import ArticleReading
import GraphModel
import RandomGraphs
import Testing

@Suite struct PassagePropertyTests {
    /// Lines of all kinds, in any order, with any white space and line end between them.
    private static func text(_ generator: inout SeededGenerator) -> String {
        let pieces = [
            "LIVE TV", "By Jane Doe", "Kovar resigns", "OSLO (AP) — Kovar resigned on Monday.", "Skarvøy’s e\u{301}lan — was gone. ", "“Good.”",
            "- a list item",
            "(ANI)", "The minister resigned on Tuesday over a port contract that her", "brother's firm had won. (ANI)", "👩‍👩‍👧 waved.", "A (Image: B)",
            "•", "?",
            "Published January 9, 2026", "( -", "— ", "\u{FEFF}x", "(", ")—", "OSLO —", "国", "\u{301}", "\u{200B}",
        ]
        let gaps = ["\n", "\n\n", "\r\n", "\r\n\r\n", " ", "\u{A0}\n", "\t", "\u{2029}", "\n  ", "\r"]
        return (0..<Int.random(in: 1...20, using: &generator)).map { _ in
            (pieces.randomElement(using: &generator) ?? "") + (gaps.randomElement(using: &generator) ?? "")
        }.joined()
    }

    @Test("passages are in order, apart, not empty, trimmed, and lie on the borders of scalars", arguments: 0..<300)
    func passages(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let text = Self.text(&generator)
        let document: Document
        do throws(ReadingError) {
            document = try read(text)
        } catch {
            guard case .noText = error else { throw error }
            return
        }
        let bytes = Array(document.text.utf8)
        var end = 0
        for span in document.passages.map(\.span) {
            #expect(end <= span.start && span.start < span.end && span.end <= bytes.count)
            // By scalars: a stray accent after a space makes one character with it, and is no white space.
            let words = try #require(String(validating: bytes[span.start..<span.end], as: UTF8.self)).unicodeScalars
            #expect(words.first?.properties.isWhitespace == false && words.last?.properties.isWhitespace == false)
            end = span.end
        }
        #expect(try read(text) == document)
    }
}
