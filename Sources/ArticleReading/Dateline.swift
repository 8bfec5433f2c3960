import GraphModel

/// The place, day and agency at the start of a wire report: `CARACAS, Jan 3 (Reuters) - `.
struct Dateline {
    /// Bytes of the paragraph up to the report's first word.
    let length: Int
    /// The day it names, if it names the year too.
    let date: PartialDate?

    /// The dateline that the paragraph begins with; nil if it begins with its first sentence.
    init?(of paragraph: Substring) {
        let opening = paragraph.prefix(110)
        for separator in Self.separators {
            guard let (head, rest) = Self.split(opening, at: separator), Self.isDateline(head, before: rest, separator: separator) else { continue }
            length = paragraph.utf8.distance(from: paragraph.startIndex, to: rest.startIndex)
            date = WrittenDate.first(in: head)
            return
        }
        return nil
    }

    private static let separators = [" -- ", ".- ", ".– ", ".— ", " - ", " – ", " — ", ") -", ") —", ") –", ")—", ")–", "—", "): ", ": "]

    /// The text before and after the first place of the separator; one that begins with a bracket leaves it to the head.
    private static func split(_ text: Substring, at separator: String) -> (head: Substring, rest: Substring)? {
        let bytes = text.utf8
        let pattern = separator.utf8
        guard let first = pattern.first else { return nil }
        var start = bytes.startIndex
        while let found = bytes[start...].firstIndex(of: first) {
            if bytes[found...].starts(with: pattern) {
                let after = bytes[bytes.index(found, offsetBy: pattern.count)...].drop { $0 == UInt8(ascii: " ") }
                guard !after.isEmpty else { return nil }
                let headEnd = first == UInt8(ascii: ")") ? bytes.index(after: found) : found
                return (text[..<headEnd], text[after.startIndex...])
            }
            start = bytes.index(after: found)
        }
        return nil
    }

    private static func isDateline(_ head: Substring, before rest: Substring, separator: String) -> Bool {
        guard let next = rest.first, next.isUppercase || next.isNumber || "\"“'‘".contains(next) || next.isLetter && head.last == ")" else {
            return false
        }
        if head.last == ")", let open = head.lastIndex(of: "(") {
            let agency = head[head.index(after: open)...].dropLast()
            let place = head[..<open].trimmingWhitespace()
            return agency.count <= 40 && agency.first?.isUppercase == true && (place.isEmpty || isPlace(place))
        }
        guard isPlace(head) else { return false }
        let letters = head.prefix { $0 != "," && $0 != "(" && $0 != "[" }.filter(\.isLetter)
        guard letters.count >= 3, letters.allSatisfy(\.isUppercase) else { return false }
        // "NATO: …" is no dateline, "NEW DELHI: …" is one.
        return !separator.hasPrefix(":") || letters.count >= 7 || head.contains(",")
    }

    /// Whether the words are names, numbers and the small words within names.
    private static func isPlace(_ text: Substring) -> Bool {
        let words = text.split { $0 == " " || $0 == "," || $0 == "[" || $0 == "]" || $0 == "/" }
        guard !words.isEmpty, words.count <= 9, words[0].first?.isUppercase == true else { return false }
        return words.allSatisfy { word in
            word.first.map { $0.isUppercase || $0.isNumber } == true
                || ["of", "and", "de", "la", "del", "al", "the", "on", "do", "da"].contains(word)
        }
    }
}
