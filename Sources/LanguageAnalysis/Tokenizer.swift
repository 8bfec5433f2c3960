public import GraphModel

/// Splits text into words, clitics and punctuation after the conventions of the English Web Treebank (universaldependencies.org/en).
///
/// Clitics stand alone ("do|n't", "Maduro|'s"), words with hyphens fall into their parts but for prefixes ("long|-|term", "co-operate"),
/// abbreviations, initials, decimals, addresses and dates in digits stay whole. Works on UTF-8 bytes; complexity: linear.
public struct Tokenizer: Sendable {
    public init() {}

    /// The tokens of a part of a text, in order; they cover everything but white space and lie on character boundaries.
    public func tokens(of text: String, in span: TextSpan? = nil) -> [TextSpan] {
        var text = text
        return text.withUTF8 { bytes in
            let span = span ?? TextSpan(start: 0, end: bytes.count)
            var found: [TextSpan] = []
            found.reserveCapacity(span.length / 5 + 1)
            tokenize(bytes, span, into: &found)
            return found
        }
    }

    func tokenize(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan, into found: inout [TextSpan]) {
        var scanner = TokenScanner(bytes: bytes)
        var start = -1
        var index = span.start
        while index < span.end {
            let (kind, length) = CharacterClass.at(index, bytes)
            if kind == .space {
                if start >= 0 { scanner.chunk(TextSpan(start: start, end: index), into: &found) }
                start = -1
            } else if start < 0 {
                start = index
            }
            index += length
        }
        if start >= 0 { scanner.chunk(TextSpan(start: start, end: span.end), into: &found) }
    }
}

/// Splits what stands between two spaces.
struct TokenScanner {
    let bytes: UnsafeBufferPointer<UInt8>

    mutating func chunk(_ span: TextSpan, into found: inout [TextSpan]) {
        if isAddress(span) {
            // "<me@example.org>", "(https://example.org)": what opens stands alone.
            var start = span.start
            for index in span.start..<span.end where Self.beforeAddress.contains(bytes[index]) { start = index + 1 }
            if start > span.start, start < span.end, isAddress(TextSpan(start: start, end: span.end)) {
                split(TextSpan(start: span.start, end: start), into: &found)
            } else {
                start = span.start
            }
            var end = span.end
            while end > start + 1, Self.afterAddress.contains(bytes[end - 1]) { end -= 1 }
            found.append(TextSpan(start: start, end: end))
            if end < span.end { split(TextSpan(start: end, end: span.end), into: &found) }
            return
        }
        split(span, into: &found)
    }

    /// Runs of letters, digits and what holds them together; everything else alone.
    func split(_ span: TextSpan, into found: inout [TextSpan]) {
        var index = span.start
        while index < span.end {
            let (kind, length) = CharacterClass.at(index, bytes)
            switch kind {
            case .letter, .digit:
                let end = wordEnd(from: index, limit: span.end)
                word(TextSpan(start: index, end: end), into: &found)
                index = end
            case .period, .hyphen:
                if let end = emoticonEnd(from: index, limit: span.end) {
                    found.append(TextSpan(start: index, end: end))
                    index = end
                    continue
                }
                // "...", "--" and ".5".
                if kind == .period, index + 1 < span.end, CharacterClass.at(index + 1, bytes).class == .digit {
                    let end = wordEnd(from: index + 1, limit: span.end)
                    found.append(TextSpan(start: index, end: end))
                    index = end
                } else {
                    var end = index + length
                    while end < span.end, bytes[end] == bytes[index], length == 1 { end += 1 }
                    // ".?", "...!"
                    while kind == .period, end < span.end, Self.finals.contains(bytes[end]) { end += 1 }
                    found.append(TextSpan(start: index, end: end))
                    index = end
                }
            case .apostrophe:
                let end = cliticEnd(from: index, length, limit: span.end) ?? doubled(index, length, limit: span.end)
                found.append(TextSpan(start: index, end: end))
                index = end
            case .mark where bytes[index] == UInt8(ascii: "#") && index + 1 < span.end && CharacterClass.at(index + 1, bytes).class == .letter:
                // A hashtag.
                var end = index + 1
                while end < span.end, isWordCharacter(end) { end += CharacterClass.at(end, bytes).length }
                found.append(TextSpan(start: index, end: end))
                index = end
            case .mark:
                let end = markEnd(from: index, length, limit: span.end)
                if bytes[index] == UInt8(ascii: "+"), end == index + 1, end < span.end, CharacterClass.at(end, bytes).class == .digit,
                    index == span.start
                {
                    // "+44".
                    index = wordEnd(from: end, limit: span.end)
                    found.append(TextSpan(start: end - 1, end: index))
                } else {
                    found.append(TextSpan(start: index, end: end))
                    index = end
                }
            case .space:
                index += length
            }
        }
    }

    /// Two backquotes or apostrophes are one quotation mark.
    func doubled(_ index: Int, _ length: Int, limit: Int) -> Int {
        let next = index + length
        guard next < limit, CharacterClass.at(next, bytes) == (.apostrophe, length) else { return next }
        return length > 1 || bytes[next] == bytes[index] ? next + length : next
    }

    /// The end of "'s", "'re", "'90s" and so on that begins at this apostrophe, or nil.
    func cliticEnd(from index: Int, _ length: Int, limit: Int) -> Int? {
        var end = index + length
        while end < limit {
            let (kind, step) = CharacterClass.at(end, bytes)
            guard kind == .letter || kind == .digit else { break }
            end += step
        }
        let rest = lowered(index + length, end)
        if Self.clitics.contains(rest) || ["em", "til", "tis", "twas", "cause"].contains(rest) { return end }
        guard let first = rest.utf8.first, (48...57).contains(first), rest.utf8.count == 3, rest.hasSuffix("s") else { return nil }
        return end
    }

    /// A word with its inner full stops, hyphens of prefixes, apostrophes and decimal signs.
    func wordEnd(from start: Int, limit: Int) -> Int {
        if let end = numberGroupsEnd(from: start, limit: limit) { return end }
        var index = start
        var previous = CharacterClass.mark
        while index < limit {
            let (kind, length) = CharacterClass.at(index, bytes)
            switch kind {
            case .letter, .digit: break
            case .period:
                guard index + 1 < limit, isWordCharacter(index + 1) else { return endsWithStop(start, index) ? index + 1 : index }
                if isMissingSpace(start, index, limit) { return index }
            case .apostrophe:
                // "O'Brien"; clitics are split off later.
                guard previous == .letter, index + length < limit, CharacterClass.at(index + length, bytes).class == .letter else { return index }
            case .hyphen:
                guard keepsHyphen(start, index, index + length, limit) else { return index }
            case .mark:
                // "1,000", "9:30", "3/1/2026".
                guard previous == .digit, [UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/")].contains(bytes[index]), index + 1 < limit,
                    CharacterClass.at(index + 1, bytes).class == .digit
                else { return index }
            case .space: return index
            }
            previous = kind
            index += length
        }
        return index
    }

    /// Whether the full stop at `stop` ends a sentence whose successor follows without a space: "over.The".
    private func isMissingSpace(_ start: Int, _ stop: Int, _ limit: Int) -> Bool {
        func isLower(_ index: Int) -> Bool { bytes[index] >= UInt8(ascii: "a") && bytes[index] <= UInt8(ascii: "z") }
        guard stop - start > 2, stop + 2 < limit, isLower(stop - 1), isLower(stop - 2), isLower(stop - 3) || stop - start == 3 else { return false }
        return bytes[stop + 1] >= UInt8(ascii: "A") && bytes[stop + 1] <= UInt8(ascii: "Z") && isLower(stop + 2)
    }

    func isWordCharacter(_ index: Int) -> Bool {
        let kind = CharacterClass.at(index, bytes).class
        return kind == .letter || kind == .digit
    }

    /// Whether the full stop at `stop` belongs to the word before it: "U.S.", "Mr.", "J."
    private func endsWithStop(_ start: Int, _ stop: Int) -> Bool {
        let word = lowered(start, stop)
        if word == "v" { return true }
        if word.utf8.count == 1 { return bytes[start] >= UInt8(ascii: "A") && bytes[start] <= UInt8(ascii: "Z") && bytes[start] != UInt8(ascii: "I") }
        if Abbreviations.beforeNumbers.contains(word) {
            var next = stop + 1
            while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
            return next < bytes.count && CharacterClass.at(next, bytes).class == .digit
        }
        if Abbreviations.beforeNames.contains(word) || Abbreviations.others.contains(word) { return true }
        // "U.S.", "a.m.": single letters between full stops.
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.allSatisfy { $0.unicodeScalars.count == 1 && $0.utf8.allSatisfy { !(48...57).contains($0) } }
    }

    /// Whether a hyphen joins a prefix to its word: "co-operate", "e-mail".
    private func keepsHyphen(_ start: Int, _ hyphen: Int, _ next: Int, _ limit: Int) -> Bool {
        guard next < limit, CharacterClass.at(next, bytes).class == .letter else { return false }
        // "mid-May", "pro-Russian": before a name they stand apart.
        if bytes[next] >= UInt8(ascii: "A"), bytes[next] <= UInt8(ascii: "Z") { return false }
        return Self.prefixes.contains(lowered(start, hyphen))
    }

    private func isAddress(_ span: TextSpan) -> Bool {
        var colon = false, at = 0, dotAfterAt = false
        for index in span.start..<span.end {
            switch bytes[index] {
            case UInt8(ascii: ":"):
                colon = colon || (index + 2 < span.end && bytes[index + 1] == UInt8(ascii: "/") && bytes[index + 2] == UInt8(ascii: "/"))
            case UInt8(ascii: "@"): at = index
            case UInt8(ascii: "."): dotAfterAt = dotAfterAt || at > span.start
            default: break
            }
        }
        return colon || (at > span.start && dotAfterAt) || lowered(span.start, min(span.end, span.start + 4)) == "www."
    }

    /// The bytes in lower case (ASCII), typographic apostrophes as they are.
    func lowered(_ start: Int, _ end: Int) -> String {
        guard start < end else { return "" }
        guard end - start <= 24 else { return "" }
        return String(unsafeUninitializedCapacity: end - start) { target in
            for index in start..<end {
                let byte = bytes[index]
                target[index - start] = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
            }
            return end - start
        }
    }

    static let clitics: Set<String> = ["s", "m", "d", "re", "ve", "ll"]
    private static let beforeAddress: Set<UInt8> = Set("(<[{\"".utf8)
    private static let afterAddress: Set<UInt8> = Set(".,;:!?)]}>\"'".utf8)
    private static let prefixes: Set<String> = [
        "e", "co", "re", "pre", "non", "anti", "post", "un", "mis", "semi", "pro", "ex", "vice", "inter", "intra", "counter", "over", "under", "sub",
        "mid", "multi", "micro", "macro", "de", "bi", "neo", "ultra", "cross", "mini",
    ]
}
