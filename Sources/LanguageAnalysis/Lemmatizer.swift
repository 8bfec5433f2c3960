public import GraphModel

/// Gives dictionary forms: a table of what the rules get wrong, then rules by part of speech.
public struct Lemmatizer: Sendable {
    private let exceptions: [String: String]

    /// Reads a table of lines `form<TAB>UPOS<TAB>lemma`; lines that begin with `#` are comments. Other lines are skipped, as tests hold
    /// the table that comes with the project.
    public init(table: String) {
        var exceptions: [String: String] = [:]
        for line in table.split(separator: "\n") where line.first != "#" {
            let columns = line.split(separator: "\t")
            if columns.count == 3 { exceptions["\(columns[0])\t\(columns[1])"] = String(columns[2]) }
        }
        self.exceptions = exceptions
    }

    /// The lemma of a word as the text writes it.
    public func lemma(of word: String, _ part: PartOfSpeech) -> String {
        if part == .properNoun || part == .punctuation || part == .symbol { return word }
        let lower = word.lowercased()
        if let exception = exceptions["\(lower)\t\(part.tag)"] { return exception }
        switch part {
        case .verb, .auxiliary: return Self.verb(lower)
        case .noun: return Self.isAcronym(word) ? Self.plainPlural(word) : Self.noun(lower)
        case .adjective: return Self.adjective(lower)
        // "5,000".
        case .numeral where lower.utf8.first.map { (48...57).contains($0) } ?? false: return lower.replacing(",", with: "")
        default: return lower
        }
    }

    /// The lemma of a word whose place in the sentence is known: `head` is the word that it hangs on.
    func lemma(of word: String, _ part: PartOfSpeech, label: DependencyLabel, head: String?) -> String {
        switch word.lowercased() {
        case "her" where part == .pronoun: label == .possessive ? "her" : "she"
        // "He's gone", "he's going".
        case "'s" where part == .auxiliary && label == .auxiliary, "’s" where part == .auxiliary && label == .auxiliary:
            head.map { !$0.hasSuffix("ing") } ?? false ? "have" : "be"
        default: lemma(of: word, part)
        }
    }

    /// What the rules alone give: the table is made against them.
    static func verb(_ word: String) -> String {
        let bytes = Array(word.utf8)
        func stem(_ count: Int, _ ending: String = "") -> String { String(decoding: bytes.dropLast(count), as: UTF8.self) + ending }
        if word.hasSuffix("ies"), bytes.count > 4 { return stem(3, "y") }
        if word.hasSuffix("ied"), bytes.count > 4 { return stem(3, "y") }
        for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] where word.hasSuffix(ending) { return stem(2) }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is"), bytes.count > 3 { return stem(1) }
        if word.hasSuffix("ing"), bytes.count > 4 { return VerbStem.verb(stem(3)) }
        if word.hasSuffix("eed") { return word }
        if word.hasSuffix("ed"), bytes.count > 3 { return VerbStem.verb(stem(2)) }
        return word
    }

    /// "DVDs", "X": what has no small letters but for its ending keeps its capitals.
    private static func isAcronym(_ word: String) -> Bool {
        let capitals = word.utf8.count { (65...90).contains($0) }
        return capitals > 1 || capitals == 1 && word.utf8.count == 1
    }

    /// "DVDs" without its ending.
    private static func plainPlural(_ word: String) -> String {
        word.hasSuffix("s") && word.utf8.count > 2 && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    /// "easier" and "easiest"; other comparatives look too much like plain adjectives and stand in the table.
    static func adjective(_ word: String) -> String {
        for ending in ["iest", "ier"] where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 2 {
            return word.dropLast(ending.utf8.count) + "y"
        }
        return word
    }

    static func noun(_ word: String) -> String {
        let bytes = Array(word.utf8)
        func stem(_ count: Int, _ ending: String = "") -> String { String(decoding: bytes.dropLast(count), as: UTF8.self) + ending }
        if word.hasSuffix("ies"), bytes.count > 4 { return stem(3, "y") }
        for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] where word.hasSuffix(ending) { return stem(2) }
        if word.hasSuffix("women") || word.hasSuffix("men"), bytes.count > 3 { return stem(2, "an") }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is"), bytes.count > 2 { return stem(1) }
        return word
    }
}
