import Foundation
import GraphModel
import LanguageAnalysis
import Testing
import TransformerInference

/// The whole analysis with the language model of the project.
@Suite struct LanguageAnalyzerTests {
    static let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/EntityGraph/Resources")
    static let analyzer = Result {
        try LanguageAnalyzer(
            model: LanguageModel(contentsOf: resources.appending(path: "model/entitygraph.model").path),
            lemmas: String(contentsOf: resources.appending(path: "language/lemmas.tsv"), encoding: .utf8),
            sentenceEnds: String(contentsOf: resources.appending(path: "language/sentence-ends.tsv"), encoding: .utf8))
    }

    func analyse(_ text: String, passages: [Passage] = [], published: String? = "2026-01-09") throws -> AnnotatedDocument {
        let document = Document(
            id: "test", source: "test", title: "", published: published.flatMap { PartialDate($0) }, text: text, passages: passages)
        return try Self.analyzer.get().analyse(document, using: Workspace())
    }

    /// The document's names as `TYPE words`.
    func names(_ document: AnnotatedDocument) -> [String] { document.names.map { "\($0.type.rawValue) \(document.text(of: $0.tokens))" } }

    @Test func readsASentence() throws {
        let document = try analyse("U.S. forces captured Nicolas Maduro and his wife in Caracas on Saturday.")
        #expect(names(document).filter { !$0.hasPrefix("DATE") } == ["LOC U.S.", "PER Nicolas Maduro", "LOC Caracas"])
        #expect(document.times.map(\.date.description) == ["2026-01-03"])
        let root = try #require(document.tokens.first { $0.head == nil })
        #expect(root.lemma == "capture" && root.partOfSpeech == .verb)
        let subject = try #require(document.tokens.first { $0.label == .subject })
        #expect(subject.text == "forces" && subject.lemma == "force")
    }

    @Test(
        "reads headlines in title case and in capitals with the spelling of the body",
        arguments: [
            "Trump Cancels Second Wave of US Attacks on Venezuela After Caracas Agrees to Cooperate",
            "TRUMP CANCELS SECOND WAVE OF US ATTACKS ON VENEZUELA AFTER CARACAS AGREES TO COOPERATE",
        ])
    func readsHeadlines(headline: String) throws {
        let body = "Trump cancelled a second wave of attacks on Venezuela. Caracas agrees to cooperate with the US."
        let text = headline + "\n\n" + body
        let start = headline.utf8.count
        let document = try analyse(
            text,
            passages: [
                Passage(span: TextSpan(start: 0, end: start), role: .headline),
                Passage(span: TextSpan(start: start + 2, end: text.utf8.count), role: .paragraph),
            ])
        let sentence = try #require(document.sentences.first)
        let inHeadline = document.names.filter { sentence.tokens.contains($0.tokens.lowerBound) }
        #expect(inHeadline.map { document.text(of: $0.tokens).lowercased() } == ["trump", "us", "venezuela", "caracas"])
        #expect(document.tokens[1].partOfSpeech == .verb && document.tokens[1].lemma == "cancel")
        #expect(document.tokens[6].text.lowercased() == "attacks" && document.tokens[6].lemma == "attack")
    }

    @Test func splitsSentencesThatAreTooLongForTheModelAndLosesNoWord() throws {
        let words = (0..<600).map { $0 % 40 == 39 ? "Caracas," : "and" }
        let document = try analyse(words.joined(separator: " "))
        #expect(document.tokens.map(\.text).joined() == words.joined())
        #expect(document.sentences.count > 1)
        expectWellFormed(document)
    }

    @Test("gives a well-formed analysis of any text", arguments: 0..<10)
    func isWellFormed(seed: Int) throws {
        var generator = SeededGenerator(state: UInt64(seed))
        let parts = [
            "Maduro", " ", " ", " ", "\n", "\u{A0}", ".", ",", "\"", "“", "”", "'", "’s", "n't", "-", "—", "$", "100bn", "3.5", "Jan. 3", "Friday",
            "(", ")", "…",
            "日本語", "مرحبا", "e\u{301}", "👩‍👩‍👧", "\u{0}", "\u{FEFF}", "\t", "http://x.y/z?", "a@b.c", "U.S.", "the", "Trump", "said", "2019", "[", "]",
            "\u{200D}",
            "ﬁ", "İ", "ß", "\u{10FFFF}", "&", "#tag", "@x", "/", "1,000", "Mr.", String(repeating: "x", count: 700),
        ]
        let text = (0..<Int.random(in: 0...200, using: &generator)).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
        let document = try analyse(text)
        expectWellFormed(document)
        let again = try analyse(text)
        #expect(again.tokens == document.tokens && again.names == document.names && again.times == document.times)
    }

    @Test func keepsTheTokensOfPretokenizedDocuments() throws {
        let gold = try AnnotatedDocument(
            conllu: ["They", "captured", "Mr", ".", "Maduro", "."].enumerated().map { "\($0 + 1)\t\($1)\t_\t_\t_\t_\t_\t_\t_\t_" }.joined(
                separator: "\n"))
        let document = try Self.analyzer.get().analyse(pretokenized: gold, using: Workspace())
        #expect(document.tokens.map(\.span) == gold.tokens.map(\.span) && document.sentences == gold.sentences)
        #expect(names(document) == ["PER Maduro"])
    }

    @Test func anEmptyTextHasNoTokens() throws {
        let document = try analyse("")
        #expect(document.tokens.isEmpty && document.sentences.isEmpty && document.names.isEmpty)
    }

    /// Tokens in order on character boundaries, sentences that cover them, one tree a sentence, names and dates within one sentence.
    func expectWellFormed(_ document: AnnotatedDocument) {
        let bytes = Array(document.document.text.utf8)
        let tokens = document.tokens
        let ends = [0] + tokens.map(\.span.end)
        #expect(zip(tokens, ends).allSatisfy { $0.span.start >= $1 && !$0.span.isEmpty } && ends.allSatisfy { $0 <= bytes.count })
        #expect(tokens.allSatisfy { String(validating: bytes[$0.span.start..<$0.span.end], as: UTF8.self) == $0.text })
        #expect(document.sentences.flatMap(\.tokens) == Array(tokens.indices))
        for sentence in document.sentences {
            let roots = sentence.tokens.filter { tokens[$0].head == nil }
            let reaching = sentence.tokens.filter { token in
                var (place, steps) = (token, 0)
                while let head = tokens[place].head, sentence.tokens.contains(head), steps < sentence.tokens.count {
                    (place, steps) = (head, steps + 1)
                }
                return tokens[place].head == nil
            }
            #expect(roots.count == 1 && reaching == Array(sentence.tokens))
        }
        for ranges in [document.names.map(\.tokens), document.times.map(\.tokens), document.amounts.map(\.tokens)] {
            #expect(zip(ranges, [0] + ranges.map(\.upperBound)).allSatisfy { $0.lowerBound >= $1 && !$0.isEmpty })
            #expect(ranges.allSatisfy { range in document.sentences.contains { $0.tokens.clamped(to: range) == range } })
        }
    }
}
