import Foundation
import GraphModel
import Testing

@testable import LanguageAnalysis

/// The table of lemmas that the rules get wrong. With `ENTITYGRAPH_TREEBANK=file.conllu:file.conllu` the first test makes it anew
/// from those treebanks.
@Suite struct LemmaTableTests {
    static let table = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/EntityGraph/Resources/language/lemmas.tsv")

    @Test func everyEntryHasThreeColumnsAndAKnownPartOfSpeech() throws {
        if let treebanks = ProcessInfo.processInfo.environment["ENTITYGRAPH_TREEBANK"] { try record(treebanks) }
        for line in try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n") where line.first != "#" {
            let columns = line.split(separator: "\t")
            #expect(columns.count == 3 && PartOfSpeech(tag: columns[1]) != nil, "\(line)")
        }
    }

    @Test(
        "knows irregular and regular forms",
        arguments: [
            ("struck", PartOfSpeech.verb, "strike"), ("captured", .verb, "capture"), ("said", .verb, "say"), ("was", .auxiliary, "be"),
            ("releasing", .verb, "release"), ("calls", .verb, "call"), ("strikes", .noun, "strike"), ("countries", .noun, "country"),
            ("women", .noun, "woman"), ("Attacks", .noun, "attack"), ("Maduro", .properNoun, "Maduro"), ("better", .adjective, "good"),
            ("his", .pronoun, "his"), ("n't", .particle, "not"), ("indicted", .verb, "indict"), ("announced", .verb, "announce"),
            ("sanctioned", .verb, "sanction"), ("planning", .verb, "plan"), ("denied", .verb, "deny"), ("agreed", .verb, "agree"),
            ("imposed", .verb, "impose"), ("expelled", .verb, "expel"), ("freed", .verb, "free"), ("lent", .verb, "lend"),
        ])
    func lemma(form: String, part: PartOfSpeech, expected: String) throws {
        let lemmatizer = Lemmatizer(table: try String(contentsOf: Self.table, encoding: .utf8))
        #expect(lemmatizer.lemma(of: form, part) == expected)
    }

    func record(_ treebanks: String) throws {
        var counts: [String: [String: Int]] = [:]
        for path in treebanks.split(separator: ":") {
            let document = try AnnotatedDocument(conllu: String(contentsOfFile: String(path), encoding: .utf8))
            for token in document.tokens where ![.properNoun, .punctuation, .symbol, .other, .numeral].contains(token.partOfSpeech) {
                let form = token.text.lowercased()
                guard form.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || "'’-.".unicodeScalars.contains($0) }) else { continue }
                counts["\(form)\t\(token.partOfSpeech.tag)", default: [:]][token.lemma, default: 0] += 1
            }
        }
        let rules = Lemmatizer(table: "")
        var lines: [String] = []
        for (key, lemmas) in counts {
            guard let best = lemmas.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key else { continue }
            let columns = key.split(separator: "\t")
            guard let part = PartOfSpeech(tag: columns[1]), rules.lemma(of: String(columns[0]), part) != best else { continue }
            lines.append("\(key)\t\(best)")
        }
        let header = """
            # Lemmas that the rules of the lemmatizer get wrong: form, universal part of speech, lemma.
            # Source: the training parts of the UD English treebanks EWT (CC BY-SA 4.0) and GUM (annotation CC BY 4.0), universaldependencies.org.

            """
        // What Training/lemma_forms.py added stays behind it.
        let added = try String(contentsOf: Self.table, encoding: .utf8).components(separatedBy: "# Forms that the treebanks do not hold").dropFirst()
        let tail = added.map { "# Forms that the treebanks do not hold" + $0 }.joined()
        try (header + lines.sorted().joined(separator: "\n") + "\n" + tail).write(to: Self.table, atomically: true, encoding: .utf8)
    }
}
