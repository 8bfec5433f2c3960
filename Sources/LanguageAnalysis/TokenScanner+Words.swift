import GraphModel

/// Where words fall apart, and where numbers do not.
extension TokenScanner {
    /// Splits clitics and the like off a word.
    func word(_ span: TextSpan, into found: inout [TextSpan]) {
        let whole = lowered(span.start, span.end)
        if whole == "etc.", endsSentence(span.end) {
            found.append(TextSpan(start: span.start, end: span.end - 1))
            found.append(TextSpan(start: span.end - 1, end: span.end))
            return
        }
        if let cut = Self.contractions[whole] {
            found.append(TextSpan(start: span.start, end: span.start + cut))
            found.append(TextSpan(start: span.start + cut, end: span.end))
            return
        }
        if bytes[span.start] >= 48, bytes[span.start] <= 57, let cut = unitCut(span) {
            found.append(TextSpan(start: span.start, end: cut))
            found.append(TextSpan(start: cut, end: span.end))
            return
        }
        // The last apostrophe, if a clitic follows it.
        var index = span.start
        var cut: Int?
        while index < span.end {
            let (kind, length) = CharacterClass.at(index, bytes)
            if kind == .apostrophe {
                let rest = lowered(index + length, span.end)
                if Self.clitics.contains(rest) {
                    cut = index
                } else if rest == "t", index > span.start + 1, bytes[index - 1] | 0x20 == UInt8(ascii: "n") {
                    cut = index - 1
                }
            }
            index += length
        }
        guard let cut, cut > span.start else {
            found.append(span)
            return
        }
        found.append(TextSpan(start: span.start, end: cut))
        found.append(TextSpan(start: cut, end: span.end))
    }

    /// Where "5pm", "10km" or "$170m" falls apart; nil for "1990s" and "3rd".
    private func unitCut(_ span: TextSpan) -> Int? {
        var index = span.start
        while index < span.end, CharacterClass.at(index, bytes).class != .letter { index += 1 }
        guard index < span.end else { return nil }
        if index + 1 == span.end, bytes[index] == UInt8(ascii: "M") {
            return span.start > 0 && CharacterClass.at(span.start - 1, bytes).class == .mark ? index : nil
        }
        return Self.units.contains(lowered(index, span.end)) ? index : nil
    }

    /// The end of a telephone number or a date in digits that begins here; nil for other numbers, "2010-2011" among them.
    func numberGroupsEnd(from start: Int, limit: Int) -> Int? {
        func isDigit(_ index: Int) -> Bool { index < limit && (48...57).contains(bytes[index]) }
        guard isDigit(start), start == 0 || !isWordCharacterBefore(start) else { return nil }
        var groups: [Int] = []
        var index = start
        while isDigit(index), groups.count < 5 {
            var end = index
            while isDigit(end) { end += 1 }
            groups.append(end - index)
            index = end + 1
            if end >= limit || bytes[end] != UInt8(ascii: "-") { break }
        }
        let end = index - 1
        guard Self.numberGroups.contains(groups), end >= limit || !isWordCharacter(end) else { return nil }
        return end
    }

    private func isWordCharacterBefore(_ index: Int) -> Bool { (48...57).contains(bytes[index - 1]) || bytes[index - 1] == UInt8(ascii: "-") }

    /// Whether nothing follows on the line, or a capital does.
    private func endsSentence(_ end: Int) -> Bool {
        var index = end
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: ")") { index += 1 }
        guard index < bytes.count else { return true }
        return bytes[index] == UInt8(ascii: "\n") || index > end && (65...90).contains(bytes[index])
    }

    /// Words that hold two; where the second begins.
    private static let contractions: [String: Int] = {
        var cuts = ["cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dunno": 2, "gimme": 3, "lemme": 3, "im": 1, "ive": 1, "youre": 3, "youve": 3]
        for verb in ["do", "does", "did", "ca", "wo", "is", "are", "was", "were", "have", "has", "had", "would", "could", "should"] {
            cuts[verb + "nt"] = verb.utf8.count
        }
        for pronoun in ["that", "what", "there", "he"] { cuts[pronoun + "s"] = pronoun.utf8.count }
        return cuts
    }()
    private static let units: Set<String> = [
        "am", "pm", "a.m.", "p.m.", "km", "kg", "mph", "hrs", "%", "mm", "cm", "ft", "lb", "lbs", "m", "k", "bn", "tn", "b", "mb", "gb",
    ]
    /// Digits in each part of telephone numbers and dates.
    private static let numberGroups: Set<[Int]> = [
        [3, 4], [3, 3, 4], [1, 3, 3, 4], [1, 4], [2, 2, 4], [1, 2, 4], [2, 1, 4], [1, 1, 4], [2, 2, 2], [1, 2, 2], [1, 1, 2], [2, 1, 2],
    ]
}
