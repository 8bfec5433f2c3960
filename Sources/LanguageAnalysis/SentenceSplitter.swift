public import GraphModel

/// Splits a passage's tokens into sentences.
///
/// Rules find the ends at final punctuation. Learned weights look at them and at all other places where a capital, a number or a mark
/// stands, and decide: so ends without punctuation are found too. Without weights the rules decide alone.
public struct SentenceSplitter: Sendable {
    private let weights: BoundaryWeights?

    public init(weights: BoundaryWeights? = nil) { self.weights = weights }

    /// The sentences as ranges of token indices, in order; together they hold all tokens.
    public func sentences(of tokens: [TextSpan], in text: String) -> [Range<Int>] {
        guard !tokens.isEmpty else { return [] }
        let starts = starts(of: tokens, in: text)
        var found: [Range<Int>] = []
        var start = 0
        for index in 1..<max(tokens.count, 1) where starts[index] {
            found.append(start..<index)
            start = index
        }
        found.append(start..<tokens.count)
        return found
    }

    /// For each token whether a sentence begins with it.
    private func starts(of tokens: [TextSpan], in text: String) -> [Bool] {
        let ruled = ruledStarts(of: tokens, in: text)
        guard let weights, !weights.isEmpty else { return ruled }
        var text = text
        return text.withUTF8 { bytes in
            var features = BoundaryFeatures(tokens: tokens, ruled: ruled, bytes: bytes)
            var starts = [Bool](repeating: false, count: tokens.count)
            starts[0] = true
            for index in tokens.indices.dropFirst() where features.mayEnd(before: index) {
                if let threshold = features.threshold(before: index) {
                    var score = 0
                    features.visit(before: index) { score += weights[$0] }
                    starts[index] = score > threshold
                } else {
                    starts[index] = ruled[index]
                }
                guard starts[index] else { continue }
                features.begin(at: index)
            }
            return starts
        }
    }

    /// What the rules say alone.
    func ruledStarts(of tokens: [TextSpan], in text: String) -> [Bool] {
        var text = text
        return text.withUTF8 { bytes in
            var starts = [Bool](repeating: false, count: tokens.count)
            if !starts.isEmpty { starts[0] = true }
            var index = 0
            while index < tokens.count {
                guard ends(at: index, tokens, bytes) else {
                    index += 1
                    continue
                }
                // Closing quotes and brackets belong to the sentence they close.
                var end = index + 1
                while end < tokens.count, isCloser(end, tokens, bytes) { end += 1 }
                end = afterReferences(end, tokens, bytes)
                if end < tokens.count, begins(at: end, after: index, tokens, bytes) { starts[end] = true }
                index = end
            }
            return starts
        }
    }

    /// Behind "[17]" and "[3][4]" that stand right after the full stop.
    private func afterReferences(_ start: Int, _ tokens: [TextSpan], _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = start
        while end + 2 < tokens.count, tokens[end].start == tokens[end - 1].end, bytes[tokens[end].start] == UInt8(ascii: "["),
            tokens[end].length == 1, bytes[tokens[end + 2].start] == UInt8(ascii: "]"),
            (tokens[end + 1].start..<tokens[end + 1].end).allSatisfy({ (48...57).contains(bytes[$0]) })
        {
            end += 3
        }
        return end
    }

    private func ends(at index: Int, _ tokens: [TextSpan], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let span = tokens[index]
        switch bytes[span.end - 1] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "."):
            // ". . ." ends with its last stop.
            return index + 1 == tokens.count || tokens[index + 1].length > 1 || bytes[tokens[index + 1].start] != UInt8(ascii: ".")
        default: return span.length == 3 && isEllipsis(span, bytes)
        }
    }

    private func isEllipsis(_ span: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes[span.start] == 0xE2 && bytes[span.start + 1] == 0x80 && bytes[span.start + 2] == 0xA6
    }

    /// `"`, `”`, `’`, `)`, `]` that stand right after what goes before.
    private func isCloser(_ index: Int, _ tokens: [TextSpan], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let span = tokens[index]
        guard span.start == tokens[index - 1].end else { return false }
        switch bytes[span.start] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""): return span.length == 1
        case UInt8(ascii: "'"): return span.length <= 2
        case 0xE2: return span.length == 3 && bytes[span.start + 1] == 0x80 && [0x9D, 0x99].contains(bytes[span.start + 2])
        default: return false
        }
    }

    /// Whether a sentence can begin at this token, given the token that may end the one before.
    private func begins(at index: Int, after end: Int, _ tokens: [TextSpan], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var first = index
        while first < tokens.count - 1, isOpener(tokens[first], bytes) { first += 1 }
        let span = tokens[first]
        let (scalar, _) = CharacterClass.scalar(at: span.start, bytes)
        let stop = tokens[end]
        guard stop.length > 1, bytes[stop.end - 1] == UInt8(ascii: "."), bytes[stop.start] != UInt8(ascii: ".") else {
            // A full stop, question or exclamation mark of its own. No space after it: "Yahoo!'s", "3.Next".
            if bytes[stop.end - 1] != UInt8(ascii: "."), index > end + 1, isSpeaker(from: first, tokens, bytes) { return false }
            guard tokens[index].start > tokens[index - 1].end || Unicode.Scalar(scalar).map(\.properties.isUppercase) == true else { return false }
            return !(Unicode.Scalar(scalar).map(\.properties.isLowercase) ?? false)
        }
        // An abbreviation: it ends the sentence only before a word that opens one.
        guard Unicode.Scalar(scalar).map(\.properties.isUppercase) ?? false else { return false }
        let word = text(stop, bytes).dropLast().lowercased()
        if Abbreviations.beforeNames.contains(word) || (word.utf8.count == 1 && end > 0) { return false }
        if first > index { return true }
        let next = text(span, bytes).lowercased()
        // "8 p.m. Results": but "2 p.m. Monday".
        if word == "p.m" || word == "a.m" { return CommonWords.all.contains(next[...]) || Abbreviations.openers.contains(next) }
        return Abbreviations.openers.contains(next)
    }

    /// Whether a name and a verb of speech stand here: "“Who knows?” Mr. Ibarra asked."
    private func isSpeaker(from first: Int, _ tokens: [TextSpan], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in first..<min(first + 6, tokens.count) {
            let word = text(tokens[index], bytes)
            if Abbreviations.speech.contains(word) { return true }
            guard let scalar = word.unicodeScalars.first, scalar.properties.isUppercase || index == first && word == "the" else { return false }
        }
        return false
    }

    private func isOpener(_ span: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch bytes[span.start] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): span.length <= 2
        case 0xE2: span.length == 3 && bytes[span.start + 1] == 0x80 && [0x9C, 0x98].contains(bytes[span.start + 2])
        default: false
        }
    }

    private func text(_ span: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), as: UTF8.self)
    }
}
