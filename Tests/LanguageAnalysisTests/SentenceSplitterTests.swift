import Foundation
import GraphModel
import Testing

@testable import LanguageAnalysis

/// Where sentences end. With `ENTITYGRAPH_TREEBANK=file.conllu:file.conllu` the first test makes the table of weights anew from the training
/// parts of those treebanks.
@Suite struct SentenceSplitterTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let table = root.appending(path: "Sources/EntityGraph/Resources/language/sentence-ends.tsv")
    static let weights = BoundaryWeights(table: (try? String(contentsOf: table, encoding: .utf8)) ?? "")

    @Test func everyEntryIsAFeatureWithAWeight() throws {
        if let treebanks = ProcessInfo.processInfo.environment["ENTITYGRAPH_TREEBANK"] { try record(treebanks) }
        let lines = try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n").filter { $0.first != "#" }
        #expect(lines.count > 1000)
        for line in lines {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            #expect(columns.count == 2 && columns[0].contains("=") && Int(columns[1]) != nil, "\(line)")
        }
    }

    @Test(
        "splits at final punctuation, not at abbreviations",
        arguments: [
            ("He left. She stayed.", 2),
            ("Mr. Smith of Acme Inc. left.", 1),
            ("The U.S. attacked. The U.S. Senate met.", 2),
            ("He lives in the U.S. The police know.", 2),
            ("“It is over.” He left.", 2),
            ("“Is it over?” he asked.", 1),
            ("It rose 3.5 percent. What next? Nobody knows!", 3),
            ("He called J. Edgar Hoover.", 1),
            ("It was over (at last). Then rain fell.", 2),
            ("At 5 p.m. on Friday they met.", 1),
            ("no final stop", 1), ("He was sent to Harrow.[17][6] She stayed.", 2), ("They waited . . . and left.", 1),
            ("It was over.The army left.", 2), ("Did he? No. Nobody did.", 3), ("“Who knows?” Mr. Ibarra asked.", 1),
            ("They met at 9 p.m. Neither spoke.", 2),
        ])
    func sentences(text: String, count: Int) {
        let tokens = Tokenizer().tokens(of: text)
        #expect(SentenceSplitter().sentences(of: tokens, in: text).count == count, "by rules alone")
        #expect(SentenceSplitter(weights: Self.weights).sentences(of: tokens, in: text).count == count, "with learned weights")
    }

    /// F1 of sentences by their spans over invented news, each paragraph a passage.
    @Test func findsTheSentencesOfNews() throws {
        let lines = try String(contentsOf: Self.root.appending(path: "Tests/Sentences/news-boundaries.txt"), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).filter { $0.first != "#" }
        let splitter = SentenceSplitter(weights: Self.weights)
        var (right, found, gold) = (0, 0, 0)
        var wrong: [String] = []
        for paragraph in lines.split(separator: "", omittingEmptySubsequences: true) {
            let sentences = paragraph.map { $0.trimmingCharacters(in: .whitespaces) }
            let text = sentences.joined(separator: " ")
            let tokens = Tokenizer().tokens(of: text)
            let own = splitter.sentences(of: tokens, in: text).map { range in
                String(text[TextSpan(start: tokens[range.lowerBound].start, end: tokens[range.upperBound - 1].end)])
            }
            right += Set(own).intersection(sentences).count
            (found, gold) = (found + own.count, gold + sentences.count)
            wrong += Set(own).subtracting(sentences).sorted()
        }
        #expect(gold >= 150)
        #expect(Double(200 * right) / Double(found + gold) >= 98, "not in the set: \(wrong)")
    }

    @Test("goes through a passage of one mark or capital in linear time", arguments: ["A ", "( ", ". ", "\" ", "a) "])
    func isLinear(word: String) {
        let text = String(repeating: word, count: 20_000)
        let tokens = Tokenizer().tokens(of: text)
        let clock = ContinuousClock()
        let elapsed = clock.measure { _ = SentenceSplitter(weights: Self.weights).sentences(of: tokens, in: text) }
        #expect(elapsed < .seconds(20), "\(elapsed)")
    }

    func record(_ treebanks: String) throws {
        var recorder = SentenceTableRecorder()
        for path in treebanks.split(separator: ":") {
            for passage in try SentenceTableRecorder.passages(ofTreebank: String(contentsOfFile: String(path), encoding: .utf8)) {
                recorder.add(passage)
            }
        }
        let header = """
            # How much each feature of a place between two tokens speaks for the end of a sentence there, in hundredths (BoundaryFeatures.swift).
            # Learned from the training parts of the UD English treebanks EWT (CC BY-SA 4.0) and GUM (annotation CC BY 4.0, genres with
            # free licences), universaldependencies.org. Licence of this table: CC BY-SA 4.0.

            """
        try (header + recorder.lines().joined(separator: "\n") + "\n").write(to: Self.table, atomically: true, encoding: .utf8)
    }
}
