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
        case .noun: return Self.noun(lower)
        default: return lower
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
        if word.hasSuffix("ing"), bytes.count > 5 { return restored(Array(bytes.dropLast(3))) }
        if word.hasSuffix("ed"), bytes.count > 4 { return restored(Array(bytes.dropLast(2))) }
        return word
    }

    /// The verb whose "-ing" or "-ed" form has this stem.
    private static func restored(_ stem: [UInt8]) -> String {
        let text = String(decoding: stem, as: UTF8.self)
        guard stem.count >= 2 else { return text }
        let vowels = Set("aeiouy".utf8)
        let last = stem[stem.count - 1], before = stem[stem.count - 2]
        if last == before, !vowels.contains(last),
            !Set("lsz".utf8).contains(last) || (last == UInt8(ascii: "l") && stem.count > 5 && text.hasSuffix("ell") == false)
        {
            return String(decoding: stem.dropLast(), as: UTF8.self)
        }
        for ending in [
            "at", "iz", "is", "ys", "v", "c", "u", "dg", "rg", "ng", "bl", "pl", "tl", "dl", "gl", "fl", "ut", "ir", "ur", "or", "ov", "in",
        ]
        where text.hasSuffix(ending) {
            if ending == "at", ["eat", "oat"].contains(where: text.hasSuffix) { return text }
            if ending == "ng", !["ang", "eng"].contains(where: text.hasSuffix) || text.hasSuffix("ang") && stem.count < 5 { return text }
            if ["or", "in", "ut", "ir", "ur"].contains(ending), stem.count > 2, vowels.contains(stem[stem.count - 3]) { return text }
            if ending == "in", stem.count < 6 { return text + (stem.count <= 4 ? "e" : "") }
            return text + "e"
        }
        // One consonant after one vowel after a consonant in a short stem: "mak-", "hop-", "us-".
        if stem.count <= 4, !vowels.contains(last), vowels.contains(before), last != UInt8(ascii: "w"), last != UInt8(ascii: "x"),
            stem.count == 2 || !vowels.contains(stem[stem.count - 3])
        {
            return text + "e"
        }
        return text
    }

    static func noun(_ word: String) -> String {
        let bytes = Array(word.utf8)
        func stem(_ count: Int, _ ending: String = "") -> String { String(decoding: bytes.dropLast(count), as: UTF8.self) + ending }
        if word.hasSuffix("ies"), bytes.count > 4 { return stem(3, "y") }
        for ending in ["sses", "shes", "ches", "xes", "zes"] where word.hasSuffix(ending) { return stem(2) }
        if word.hasSuffix("women") || word.hasSuffix("men"), bytes.count > 3 { return stem(2, "an") }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is"), bytes.count > 2 { return stem(1) }
        return word
    }
}
