import GraphModel
import LanguageAnalysis
import Testing

@Suite struct TokenizerTests {
    /// The tokens that a text falls into.
    func words(_ text: String) -> [String] { Tokenizer().tokens(of: text).map { String(text[$0]) } }

    @Test(
        "follows the English Web Treebank",
        arguments: [
            ("Maduro's wife didn't go.", "Maduro|'s|wife|did|n't|go|."),
            ("Maduro’s wife can’t, won’t.", "Maduro|’s|wife|ca|n’t|,|wo|n’t|."),
            ("a long-term, U.S.-led plan", "a|long|-|term|,|U.S.|-|led|plan"),
            ("They co-operate by e-mail.", "They|co-operate|by|e-mail|."),
            ("The U.S.A. and the U.S. met.", "The|U.S.A.|and|the|U.S.|met|."),
            ("Mr. J. Smith Jr. paid $1,000.50 (USD 5m).", "Mr.|J.|Smith|Jr.|paid|$|1,000.50|(|USD|5|m|)|."),
            ("“Seeking Peace,” he said...", "“|Seeking|Peace|,|”|he|said|..."),
            ("See https://example.org/a-b?c=1, ok?", "See|https://example.org/a-b?c=1|,|ok|?"),
            ("mail me@example.org.", "mail|me@example.org|."),
            ("We cannot, gonna, 5pm 10% 3/1/2026 9:30", "We|can|not|,|gon|na|,|5|pm|10|%|3/1/2026|9:30"),
            ("AT&T and O'Brien—both—agreed", "AT&T|and|O'Brien|—|both|—|agreed"),
            ("the 1990s, the '90s", "the|1990s|,|the|'90s"),
            ("Kim Jong-un's aide", "Kim|Jong|-|un|'s|aide"),
            ("either/or; and/or", "either|/|or|;|and|/|or"),
            ("workers' rights", "workers|'|rights"),
            ("It was over.The army left Amazon.com.", "It|was|over|.|The|army|left|Amazon.com|."),
            ("the #DemDebate (<me@example.org>)", "the|#DemDebate|(|<|me@example.org|>|)"),
            ("$170m or 65k at 50ft, the 9th of $3M", "$|170|m|or|65|k|at|50|ft|,|the|9th|of|$|3|M"),
            ("Call 555-1234, 212-555-0199 or +44 20 7946 0000; 2010-2011", "Call|555-1234|,|212-555-0199|or|+44|20|7946|0000|;|2010|-|2011"),
            ("I dont know, Im late, thats it", "I|do|nt|know|,|I|m|late|,|that|s|it"),
            ("Thanks :) See (note: this) :-( and 3:1 =D", "Thanks|:)|See|(|note|:|this|)|:-(|and|3:1|=D"),
            ("Really?! No.? He said ’’so’’ <<here>> $$$", "Really|?!|No|.?|He|said|’’|so|’’|<<|here|>>|$$$"),
            ("tea, coffee, etc. The rest, etc. was left, etc.", "tea|,|coffee|,|etc|.|The|rest|,|etc.|was|left|,|etc|."),
            ("No. 10 said: No. Sec. 2, one sec.", "No.|10|said|:|No|.|Sec.|2|,|one|sec|."),
        ])
    func tokens(text: String, expected: String) {
        #expect(words(text).joined(separator: "|") == expected)
    }

    @Test(
        "covers all but white space, on character boundaries",
        arguments: [
            "Ünïcode—naïve 日本語テキスト 🇻🇪 e\u{301}a مرحبا بالعالم\u{00A0}x", "…", "   ", "", "'", "a'", "-", "--–—", ".5 5. 5.5.", "@", "http://", "n't",
            String(repeating: "x", count: 5000), "\u{FEFF}a\u{200B}b", "''''", "+++1 ++1 +1", "``quoted''",
        ])
    func tiles(text: String) {
        let spans = Tokenizer().tokens(of: text)
        var end = 0
        let bytes = Array(text.utf8)
        for span in spans {
            #expect(span.start >= end && span.end > span.start)
            #expect(
                String(decoding: bytes[end..<span.start], as: UTF8.self).unicodeScalars.allSatisfy {
                    $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
                })
            #expect(String(validating: bytes[span.start..<span.end], as: UTF8.self) != nil)
            end = span.end
        }
        #expect(
            String(decoding: bytes[end...], as: UTF8.self).unicodeScalars.allSatisfy {
                $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
            })
    }
}
