import Foundation
import GraphModel
import Testing

@testable import LanguageAnalysis

/// The table of lemmas that the rules get wrong. With `ENTITYGRAPH_TREEBANK=file.conllu:file.conllu` the first test makes it anew
/// from those treebanks, and with `ENTITYGRAPH_WORDNET=folder` also from WordNet's word lists (Debian package wordnet-base).
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
            ("sanctioned", .verb, "sanction"), ("extradited", .verb, "extradite"), ("concluded", .verb, "conclude"),
            ("competing", .verb, "compete"), ("besieged", .verb, "besiege"), ("heroes", .noun, "hero"), ("prizes", .noun, "prize"),
            ("viruses", .noun, "virus"), ("Acting", .adjective, "acting"), ("national", .adjective, "national"), ("African", .adjective, "African"),
            ("DVDs", .noun, "DVD"), ("fled", .verb, "flee"), ("overthrew", .verb, "overthrow"), ("detained", .verb, "detain"),
            ("imposed", .verb, "impose"), ("expelled", .verb, "expel"), ("freed", .verb, "free"), ("lent", .verb, "lend"),
            ("planning", .verb, "plan"), ("denied", .verb, "deny"), ("agreed", .verb, "agree"), ("5,000", .numeral, "5000"),
        ])
    func lemma(form: String, part: PartOfSpeech, expected: String) throws {
        let lemmatizer = Lemmatizer(table: try String(contentsOf: Self.table, encoding: .utf8))
        #expect(lemmatizer.lemma(of: form, part) == expected)
    }

    func record(_ treebanks: String) throws {
        var recorder = LemmaTableRecorder()
        for path in treebanks.split(separator: ":") { try recorder.count(treebank: String(path)) }
        recorder.settleTreebanks()
        if let folder = ProcessInfo.processInfo.environment["ENTITYGRAPH_WORDNET"] {
            try recorder.add(wordNet: folder)
            try recorder.lowerAdjectives(wordNet: folder)
        }
        let header = """
            # Lemmas that the rules of the lemmatizer get wrong: form, universal part of speech, lemma.
            # Sources: the training parts of the UD English treebanks EWT (CC BY-SA 4.0) and GUM (annotation CC BY 4.0),
            # universaldependencies.org; WordNet 3.0 (Princeton University, WordNet licence), wordnet.princeton.edu.

            """
        try (header + recorder.lines().joined(separator: "\n") + "\n").write(to: Self.table, atomically: true, encoding: .utf8)
    }
}
