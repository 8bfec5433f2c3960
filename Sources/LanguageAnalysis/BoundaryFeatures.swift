import GraphModel

/// What speaks for and against the end of a sentence between two tokens of a passage.
///
/// A feature is a short text such as `p.|N=A` ("a full stop, then a capitalized word"), made in a buffer of bytes and known by its hash; the
/// table of weights holds the texts. Complexity: linear in the passage, with a fixed number of features at each place.
struct BoundaryFeatures {
    private let tokens: [TextSpan]
    private let bytes: UnsafeBufferPointer<UInt8>
    /// What the rules take for ends: by token, whether a sentence ends before it.
    private let ruled: [Bool]
    private let words: [Word]
    /// Of the places after final punctuation, the share that goes on in lower case, in quarters; 9 without such places.
    private let careless: UInt8
    /// Whether the passage ends with final punctuation, and no sentence in it begins in lower case.
    private let isTidy: Bool
    private var text: [UInt8] = []
    /// What the open sentence holds up to the place that is looked at.
    private var sentence = Opened(start: 0)
    private var next = 0

    private struct Opened {
        var start: Int
        var hasFinal = false
        var depth = 0
        var isQuoting = false
    }

    /// A token as features speak of it.
    private struct Word {
        /// As it is written, digits as zeros, and in lower case.
        var form: [UInt8] = []
        var lower: [UInt8] = []
        var shape: [UInt8] = []
        var isGlued = false
        var isCapitalized = false
        var isCommon = false
        var isFinal = false
        var opens = false
        var closes = false
    }

    init(tokens: [TextSpan], ruled: [Bool], bytes: UnsafeBufferPointer<UInt8>) {
        (self.tokens, self.ruled, self.bytes) = (tokens, ruled, bytes)
        var words: [Word] = []
        words.reserveCapacity(tokens.count)
        for (index, span) in tokens.enumerated() {
            words.append(Self.word(span, isGlued: index > 0 && span.start == tokens[index - 1].end, bytes))
        }
        var (ends, low) = (0, 0)
        for index in words.indices.dropFirst() where words[index - 1].isFinal {
            ends += 1
            low += words[index].shape.first == UInt8(ascii: "a") ? 1 : 0
        }
        careless = ends == 0 ? 9 : UInt8(min(3, low * 4 / ends))
        isTidy = low == 0 && words.suffix(3).contains(where: \.isFinal)
        self.words = words
    }

    /// Whether a sentence might end before this token at all: never between two words in lower case.
    func mayEnd(before index: Int) -> Bool {
        let (before, after) = (words[index - 1], words[index])
        return before.isFinal || before.shape.first != UInt8(ascii: "a") || after.shape.first != UInt8(ascii: "a")
    }

    /// What the weights must add up to before this token, in hundredths: more where news hardly ever ends a sentence; nil where the rules decide.
    func threshold(before index: Int) -> Int? {
        let (before, after) = (words[index - 1], words[index])
        // "5 p.m.", "Gen.": too few treebank sentences end so to learn from.
        if before.isFinal, before.shape.last == UInt8(ascii: "."), before.shape.first != UInt8(ascii: ".") { return nil }
        let isRuled = ruled[index]
        // "in 2009. Lam": but "1. The report".
        if isRuled, before.lower == [UInt8(ascii: ".")], index > sentence.start + 3, words[index - 2].shape == [48] { return nil }
        // "at Harrow.[17] She".
        if after.isGlued && after.form == [UInt8(ascii: "[")] || isRuled && before.form == [UInt8(ascii: "]")] { return nil }
        let isLower = after.shape.first == UInt8(ascii: "a")
        if before.lower == [UInt8(ascii: ".")] { return isLower ? 150 : 0 }
        if before.isFinal, isLower { return 80 }
        if isRuled { return 0 }
        if isTidy { return before.shape.first == UInt8(ascii: "A") && after.isCapitalized ? 150 : 100 }
        return Self.joiners.contains(before.lower) || Self.quotes.contains(before.lower) ? 100 : 0
    }

    private static let quotes: Set<[UInt8]> = Set(["\"", "'", "''"].map { Array($0.utf8) })
    private static let joiners: Set<[UInt8]> = Set([",", ";", ":", "-", "--", "–", "—"].map { Array($0.utf8) })

    /// Says that a sentence begins with this token; places are looked at in order.
    mutating func begin(at index: Int) {
        sentence = Opened(start: index)
        next = index
    }

    /// Hands each feature of the place before this token to `visit`, as bytes.
    mutating func visit(before index: Int, _ visit: ([UInt8]) -> Void) {
        while next < index {
            let word = words[next]
            sentence.hasFinal = sentence.hasFinal || word.isFinal
            sentence.depth += word.opens ? 1 : word.closes ? -1 : 0
            if word.lower == [UInt8(ascii: "\"")] { sentence.isQuoting.toggle() }
            next += 1
        }
        let none = Word(shape: [UInt8(ascii: "^")])
        let (p, n) = (words[index - 1], words[index])
        let pp = index - 2 >= sentence.start ? words[index - 2] : none
        let nn = index + 1 < words.count ? words[index + 1] : none
        let rule = UInt8(ascii: ruled[index] ? "+" : "-")
        let (length, rest) = (Self.bucket(index - sentence.start), Self.bucket(words.count - index))
        let glued = UInt8(ascii: n.isGlued ? "g" : "s")
        let common = [Self.caseClass(p), Self.caseClass(n)]
        let final = UInt8(ascii: sentence.hasFinal ? "f" : "n")
        let state = [final, UInt8(ascii: sentence.depth > 0 ? "(" : "-"), UInt8(ascii: sentence.isQuoting ? "q" : "-")]

        func emit(_ name: StaticString, _ parts: [UInt8]...) {
            text.removeAll(keepingCapacity: true)
            name.withUTF8Buffer { text.append(contentsOf: $0) }
            for (number, part) in parts.enumerated() {
                text.append(number == 0 ? UInt8(ascii: "=") : UInt8(ascii: "|"))
                text.append(contentsOf: part)
            }
            visit(text)
        }
        emit("r", [rule, glued])
        emit("p", p.lower)
        emit("n", n.form)
        emit("pp", pp.lower)
        emit("nn", nn.form)
        emit("P", p.shape)
        emit("N", n.shape)
        emit("PN", p.shape, n.shape, [glued])
        emit("PPN", pp.shape, p.shape, n.shape)
        emit("PNN", p.shape, n.shape, nn.shape)
        emit("pN", p.lower, n.shape)
        emit("Pn", p.shape, n.form)
        emit("rN", [rule], n.shape)
        emit("rp", [rule], p.lower)
        emit("rn", [rule], n.form)
        emit("c", common, [rule])
        emit("cP", common, p.shape)
        emit("cPP", [common[1]], pp.shape, p.shape)
        emit("L", [length])
        emit("LPN", [length], p.shape, n.shape)
        emit("E", [rest], p.shape, n.shape)
        emit("s", state, p.shape, n.shape)
        emit("sr", state, [rule], common)
        emit("k", [careless + 48, rule], n.shape)
        emit("LE", [length], [rest], [rule])
        emit("cnn", common, nn.shape, [glued])
        if p.lower.count > 4 { emit("p3", Array(p.lower.suffix(3)), n.shape) }
        emit("ppp", pp.lower, p.lower)
        if !p.isFinal { emit("fL", [length], [final], common) }
    }

    private static func caseClass(_ word: Word) -> UInt8 {
        if word.isCapitalized { return word.isCommon ? UInt8(ascii: "W") : UInt8(ascii: "X") }
        return word.shape.first == UInt8(ascii: "a") ? UInt8(ascii: word.isCommon ? "w" : "x") : UInt8(ascii: ".")
    }

    /// 1, 2, 3, 4-5, 6-9, 10-19, 20-39, more: as a letter.
    private static func bucket(_ count: Int) -> UInt8 {
        let steps = [2, 3, 4, 6, 10, 20, 40]
        return UInt8(ascii: "a") + UInt8(steps.firstIndex { count < $0 } ?? steps.count)
    }

    private static func word(_ span: TextSpan, isGlued: Bool, _ bytes: UnsafeBufferPointer<UInt8>) -> Word {
        var word = Word(isGlued: isGlued)
        var (upper, lower, digits, others) = (0, 0, 0, 0)
        var index = span.start
        while index < span.end {
            let (scalar, length) = CharacterClass.scalar(at: index, bytes)
            switch scalar {
            case 0x30...0x39: digits += 1
            case 0x41...0x5A: upper += 1
            case 0x61...0x7A: lower += 1
            case 0..<0x80: others += 1
            default:
                let properties = Unicode.Scalar(scalar)?.properties
                if properties?.isUppercase ?? false { upper += 1 } else if properties?.isAlphabetic ?? false { lower += 1 } else { others += 1 }
            }
            if word.form.count < 14 {
                for byte in bytes[index..<min(index + length, span.end)] {
                    let plain = (48...57).contains(byte) ? 48 : byte
                    word.form.append(plain)
                    word.lower.append((65...90).contains(plain) ? plain | 0x20 : plain)
                }
            }
            index += length
        }
        // Typographic quotation marks count as plain ones.
        switch word.form {
        case [0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D]: (word.form, word.lower) = ([UInt8(ascii: "\"")], [UInt8(ascii: "\"")])
        case [0xE2, 0x80, 0x98], [0xE2, 0x80, 0x99]: (word.form, word.lower) = ([UInt8(ascii: "'")], [UInt8(ascii: "'")])
        default: break
        }
        let (firstScalar, _) = CharacterClass.scalar(at: span.start, bytes)
        let first = Unicode.Scalar(firstScalar)
        let last = bytes[span.end - 1]
        let letters = upper + lower
        if letters == 0, digits == 0 {
            // Runs of one mark look alike from two on.
            word.shape = word.form.count > 2 && word.form.allSatisfy({ $0 == word.form[0] }) ? Array(word.form.prefix(2)) : Array(word.form.prefix(4))
            word.isFinal = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(last) || word.form == [0xE2, 0x80, 0xA6]
            word.opens = word.form == [UInt8(ascii: "(")] || word.form == [UInt8(ascii: "[")]
            word.closes = word.form == [UInt8(ascii: ")")] || word.form == [UInt8(ascii: "]")]
            return word
        }
        if letters == 0 {
            word.shape = others == 0 ? [48] : [48, UInt8(ascii: ":")]
        } else if digits > 0 || letters + others > letters && others > 1 {
            word.shape = digits > 0 ? [UInt8(ascii: "A"), 48] : [UInt8(ascii: "@")]
            if digits == 0, upper == 0 { word.shape = [UInt8(ascii: "a"), UInt8(ascii: "@")] }
        } else if upper == 0 {
            word.shape = letters == 1 ? [UInt8(ascii: "a"), UInt8(ascii: "1")] : [UInt8(ascii: "a")]
        } else if lower == 0 {
            word.shape = upper == 1 ? [UInt8(ascii: "A"), UInt8(ascii: "1")] : [UInt8(ascii: "A"), UInt8(ascii: "A")]
        } else {
            word.shape = [UInt8(ascii: first?.properties.isUppercase ?? false ? "A" : "a"), UInt8(ascii: "a")]
        }
        if last == UInt8(ascii: ".") {
            word.shape.append(last)
            word.isFinal = true
        }
        word.isCapitalized = first?.properties.isUppercase ?? false
        word.isCommon = CommonWords.all.contains(Substring(decoding: word.lower, as: UTF8.self))
        return word
    }
}
