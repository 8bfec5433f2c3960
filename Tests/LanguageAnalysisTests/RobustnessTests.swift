import Foundation
import GraphModel
import LanguageAnalysis
import Testing
import TransformerInference

/// Whatever text comes, its analysis is well formed.
@Suite struct RobustnessTests {
    /// Says what is wrong with an analysis: tokens tile the text and lie on character boundaries, sentences tile the tokens, each sentence's
    /// heads form one tree, names, times and amounts lie within one sentence.
    static func faults(of document: AnnotatedDocument) -> [String] {
        var faults: [String] = []
        let bytes = Array(document.document.text.utf8)
        var end = 0
        for token in document.tokens {
            if token.span.start < end || token.span.end <= token.span.start || token.span.end > bytes.count {
                return ["token \(token.span) after \(end)"]
            }
            if String(validating: bytes[token.span.start..<token.span.end], as: UTF8.self) != token.text {
                faults.append("token \(token.span) is cut")
            }
            let gap = String(decoding: bytes[end..<token.span.start], as: UTF8.self)
            if gap.unicodeScalars.contains(where: {
                !$0.properties.isWhitespace && $0 != "\u{200B}" && $0 != "\u{FEFF}" && $0.value >= 0x20 && $0.value != 0x7F
            }) {
                faults.append("'\(gap.prefix(20))' is in no token")
            }
            end = token.span.end
        }
        var next = 0
        for sentence in document.sentences {
            if sentence.tokens.lowerBound != next || sentence.tokens.isEmpty { faults.append("sentence \(sentence.tokens) after \(next)") }
            next = sentence.tokens.upperBound
            let roots = sentence.tokens.filter { document.tokens[$0].head == nil }
            if roots.count != 1 { faults.append("\(roots.count) roots in \(sentence.tokens)") }
            var depth = [Int: Int]()
            for token in sentence.tokens {
                var (node, steps) = (token, 0)
                while let head = document.tokens[node].head, steps <= sentence.tokens.count, depth[node] == nil {
                    if !sentence.tokens.contains(head) { return faults + ["head \(head) outside of \(sentence.tokens)"] }
                    (node, steps) = (head, steps + 1)
                }
                if steps > sentence.tokens.count { return faults + ["a circle in \(sentence.tokens)"] }
                depth[token] = steps
            }
        }
        if next != document.tokens.count { faults.append("\(next) of \(document.tokens.count) tokens in sentences") }
        let spans = document.names.map(\.tokens) + document.times.map(\.tokens) + document.amounts.map(\.tokens)
        for span in spans
        where !document.sentences.contains(where: { $0.tokens.lowerBound <= span.lowerBound && span.upperBound <= $0.tokens.upperBound }) {
            faults.append("\(span) crosses a sentence")
        }
        return faults
    }

    static func analyse(_ text: String) throws -> AnnotatedDocument {
        let document = Document(id: "test", source: "test", title: "", published: PartialDate("2026-01-09"), text: text)
        return try LanguageAnalyzerTests.analyzer.get().analyse(document, using: Workspace())
    }

    @Test(
        "analyses well",
        arguments: [
            "", " \n\t ", "🇻🇪👩‍👩‍👧‍👦🏳️‍🌈 Maduro 👋🏽. 🙂🙂", "مادورو وصل إلى كاراكاس. שלום עולם!", "e\u{301}\u{301}\u{301}a\u{20DD} Zo\u{308}e\u{308} came.",
            "\u{301}\u{200D}\u{FE0F}", "\u{202E}gnihtyreve\u{202C} is reversed.", "国务院总理在北京会见了马杜罗。他说。", "ﷺ ½ ① Ⅻ ﬁn ß İ ı ǅ",
            "a\u{0}b\u{1}c\u{7F}d", "\u{FEFF}\u{200B}\u{200B}x\u{2028}y\u{2029}z\u{85}", "...!!!???---===:::;;;", "((((((([[[[[{{{{{\"\"\"''''''",
            "1-2-3-4-5-6 1.1.1.1.1 1,1,1,1 ::1 1:",
            "+1 +++1 +-1 -+1 $$$1 #1# @@a @a.b a@ a@. http:// ://a www. www", "'s n't 's 's ’s ’ ‘ `` ´s I'ma d'd'd", "etc. etc. etc.etc. v. v. v",
            "No. no. No.",
            "\u{10FFFF}\u{E000}\u{FFFD}", "A.B.C.D.E.F.G.H", "in 99999999999999999999 days ago 1e999 $1e99 $99999999999999999999999999 trillion",
        ])
    func analysesWell(text: String) throws {
        #expect(Self.faults(of: try Self.analyse(text)) == [])
    }

    @Test(
        "analyses a line of a million letters, and ten thousand lines", arguments: [("x", 1_000_000), ("é", 500_000), ("Go.\n", 10_000)])
    func analysesMuch(part: String, count: Int) throws {
        #expect(Self.faults(of: try Self.analyse(String(repeating: part, count: count))) == [])
    }

    @Test(
        "splits what has more than 512 pieces at punctuation, and loses nothing",
        arguments: ["and the miners of Caracas, ", "unfathomability ", "a-b/c;", "€5 and 3 January 2019 or "])
    func splitsLongSentences(part: String) throws {
        let document = try Self.analyse(String(repeating: part, count: 700))
        #expect(Self.faults(of: document) == [])
        #expect(document.sentences.count > 1)
    }

    @Test("analyses random texts well", arguments: 0..<24)
    func analysesRandomTexts(seed: UInt64) throws {
        let pieces = [
            "Maduro", "the", "U.S.", "’s", "'", "\"", "“", "”", ".", "...", "!", "?", ",", " ", " ", " ", "\n", "\n\n", "\t", "-", "—", "(", ")", "[",
            "]", "5", "2019", "Jan.",
            "May", "$", "€", "million", "%", "@", "#", "http://a.b", "é", "e\u{301}", "🙂", "👩‍👧", "م", "中", "\u{200B}", "\u{A0}", "A", "b", "n't",
            "I'm", "etc.", "3/1/26",
            "two", "days", "ago", "Friday", "last", "week", "said", ":", ";", "&", "/", "\\", "<", ">", "=", "+", "*", "_", "~", "|",
        ]
        var state = seed &+ 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let text = (0..<(20 + next(200))).map { _ in pieces[next(pieces.count)] }.joined()
        #expect(Self.faults(of: try Self.analyse(text)) == [], "\(text)")
    }
}
