import Foundation
import GraphModel

@testable import LanguageAnalysis

/// Makes the table of lemmas that the rules get wrong, from treebanks and from WordNet's lists of words.
///
/// A form that a treebank has seen gets the lemma that it bears there most often, and is left to the rules if they agree; WordNet gives the
/// irregular forms, and the regular ones that the rules fail on, of the words that the treebanks never saw.
struct LemmaTableRecorder {
    private let rules = Lemmatizer(table: "")
    /// Lemmas by form and part of speech: of words in lower case, and of capitalized ones.
    private var lower: [Key: [String: Int]] = [:]
    private var capitalized: [Key: [String: Int]] = [:]
    private var entries: [Key: String] = [:]
    private var onceSeen: Set<Key> = []

    private struct Key: Hashable {
        var form: String
        var part: PartOfSpeech
    }

    mutating func count(treebank path: String) throws {
        let document = try AnnotatedDocument(conllu: String(contentsOfFile: path, encoding: .utf8))
        for token in document.tokens where ![.properNoun, .punctuation, .symbol, .other, .numeral].contains(token.partOfSpeech) {
            let letters = token.text.unicodeScalars
            guard letters.allSatisfy({ $0.properties.isAlphabetic || "'’-.".unicodeScalars.contains($0) }) else { continue }
            // "DVDs" and "X" are left to the rules.
            let openClasses: Set<PartOfSpeech> = [.noun, .adjective]
            guard letters.dropFirst().allSatisfy({ !$0.properties.isUppercase }) || token.lemma == token.lemma.lowercased() else { continue }
            guard letters.count > 1 || !openClasses.contains(token.partOfSpeech) else { continue }
            let key = Key(form: token.text.lowercased(), part: token.partOfSpeech)
            if letters.first?.properties.isUppercase ?? false {
                let keepsCase = token.partOfSpeech == .adjective || token.partOfSpeech == .noun || token.partOfSpeech == .pronoun
                capitalized[key, default: [:]][keepsCase ? token.lemma : token.lemma.lowercased(), default: 0] += 1
            } else {
                lower[key, default: [:]][token.lemma, default: 0] += 1
            }
        }
    }

    /// Takes over what the treebanks say; a capitalized word counts only where its form never stands in lower case.
    mutating func settleTreebanks() {
        let openClasses: Set<PartOfSpeech> = [.noun, .verb, .adjective, .adverb]
        for (key, lemmas) in capitalized.merging(lower, uniquingKeysWith: { $1 }) {
            guard let (lemma, count) = lemmas.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else { continue }
            // A word that names or abbreviates now and then ("Angelic") is not one that always has a capital ("African").
            let isRare = count < 2 && (lemma != lemma.lowercased() || key.form.contains(".") || !openClasses.contains(key.part))
            entries[key] = isRare ? rules.lemma(of: key.form, key.part) : lemma
            if count == 1 { onceSeen.insert(key) }
        }
    }

    /// Adds the words of WordNet (files `verb.exc`, `index.verb` and so on in a folder).
    mutating func add(wordNet folder: String) throws {
        for (name, part) in [("verb", PartOfSpeech.verb), ("noun", .noun)] {
            let words = try wordCounts(folder + "/index." + name)
            let irregular = try irregularForms(folder + "/\(name).exc")
            // Slips of the pen and of the annotation.
            for key in onceSeen where key.part == part && words[entries[key] ?? ""] == nil { entries[key] = nil }
            var best: [Key: (lemma: String, senses: Int)] = [:]
            for (word, senses) in words where part == .verb || senses > 0 || irregular[word] != nil {
                let regular = part == .verb ? regularVerbForms(word, irregular[word] ?? [], words) : plurals(word, irregular[word])
                for form in (irregular[word] ?? []) + regular {
                    let key = Key(form: form, part: part)
                    if let known = best[key], (known.senses, known.lemma) >= (senses, word) { continue }
                    best[key] = (word, senses)
                }
            }
            // "glasses" is a noun of its own; "found" may be a verb of its own, but hardly ever is.
            for (key, entry) in best {
                let isSure = !onceSeen.contains(key) || irregular[entry.lemma]?.contains(key.form) != true
                let isKnown = entries[key].map { (words[$0] != nil || part == .noun) && isSure } ?? (part == .noun && words[key.form] != nil)
                if !isKnown { entries[key] = entry.lemma }
            }
        }
    }

    /// Adjectives that only stand with a capital within names ("Congressional") lose it; those of WordNet (file `data.adj`) keep it.
    mutating func lowerAdjectives(wordNet folder: String) throws {
        var capitalized: Set<String> = []
        for line in try String(contentsOfFile: folder + "/data.adj", encoding: .utf8).split(separator: "\n") where line.first != " " {
            for column in line.split(separator: "|")[0].split(separator: " ") where column.first?.isUppercase ?? false {
                capitalized.insert(String(column.prefix { $0 != "(" }))
            }
        }
        for (key, lemma) in entries where key.part == .adjective && lemma != lemma.lowercased() && !capitalized.contains(lemma) {
            entries[key] = lemma.lowercased()
        }
    }

    /// The lines of the table: what the rules do not give.
    func lines() -> [String] {
        entries.filter { rules.lemma(of: $0.key.form, $0.key.part) != $0.value }.map { "\($0.key.form)\t\($0.key.part.tag)\t\($0.value)" }.sorted()
    }

    // MARK: WordNet

    /// Words in plain letters with the number of their senses that WordNet's texts attest.
    private func wordCounts(_ path: String) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") where line.first != " " {
            let columns = line.split(separator: " ")
            guard columns.count > 5, let pointers = Int(columns[3]), columns.count > pointers + 5, let senses = Int(columns[pointers + 5]) else {
                continue
            }
            if columns[0].utf8.count > 1, columns[0].utf8.allSatisfy({ (97...122).contains($0) }) { counts[String(columns[0])] = senses }
        }
        return counts
    }

    private func irregularForms(_ path: String) throws -> [String: [String]] {
        var forms: [String: [String]] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let columns = line.split(separator: " ")
            guard columns.count == 2, columns[0].utf8.allSatisfy({ (97...122).contains($0) }) else { continue }
            forms[String(columns[1]), default: []].append(String(columns[0]))
        }
        return forms
    }

    private func regularVerbForms(_ verb: String, _ irregular: [String], _ words: [String: Int]) -> [String] {
        guard let last = verb.last else { return [] }
        let endsInConsonantAndY = last == "y" && !"aeiou".contains(verb.dropLast().last ?? "a")
        var forms = [
            endsInConsonantAndY ? verb.dropLast() + "ies" : ["s", "x", "z", "ch", "sh"].contains(where: verb.hasSuffix) ? verb + "es" : verb + "s"
        ]
        // "planing" is no form of "plan" as long as there is a verb "plane".
        let doubles =
            words[verb + "e"] != nil && irregular.contains { $0.hasPrefix(verb + String(last)) || $0 == verb + "ked" || $0 == verb + "king" }
        if !doubles, !verb.hasSuffix("ie") {
            let dropsE = last == "e" && !["ee", "oe", "ye"].contains(where: verb.hasSuffix)
            forms.append((dropsE ? String(verb.dropLast()) : verb) + "ing")
        }
        if irregular.allSatisfy({ $0.hasSuffix("ing") || $0.hasPrefix(verb) && $0.hasSuffix("ed") }), !doubles {
            forms.append(last == "e" ? verb + "d" : endsInConsonantAndY ? verb.dropLast() + "ied" : verb + "ed")
        }
        return forms
    }

    private func plurals(_ noun: String, _ irregular: [String]?) -> [String] {
        guard irregular == nil, noun.utf8.count > 2, let last = noun.last else { return [] }
        if last == "y", !"aeiou".contains(noun.dropLast().last ?? "a") { return [noun.dropLast() + "ies"] }
        if last == "s" { return ["ss", "us"].contains(where: noun.hasSuffix) ? [noun + "es"] : [] }
        return ["x", "z", "ch", "sh"].contains(where: noun.hasSuffix) ? [noun + "es"] : [noun + "s"]
    }
}
