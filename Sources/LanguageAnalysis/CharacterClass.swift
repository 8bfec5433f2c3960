/// What a Unicode scalar is to the tokenizer.
enum CharacterClass: UInt8 {
    case letter, digit, space
    /// Full stop.
    case period
    /// `'` and its typographic forms.
    case apostrophe
    /// Hyphens within words, not dashes.
    case hyphen
    /// Quotes, brackets, dashes, commas, currency signs: a token of its own wherever it stands.
    case mark

    /// The class of the scalar that begins at `index` of valid UTF-8, and its length in bytes.
    @inline(__always)
    static func at(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (class: CharacterClass, length: Int) {
        let byte = bytes[index]
        if byte < 0x80 { return (ascii[Int(byte)], 1) }
        let (scalar, length) = scalar(at: index, bytes)
        return (classify(scalar), length)
    }

    /// The scalar that begins at `index` of valid UTF-8, and its length in bytes.
    static func scalar(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (UInt32, Int) {
        let lead = UInt32(bytes[index])
        func tail(_ offset: Int) -> UInt32 { index + offset < bytes.count ? UInt32(bytes[index + offset]) & 0x3F : 0 }
        if lead < 0x80 { return (lead, 1) }
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
        if lead < 0xF0 { return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
        return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }

    private static func classify(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: .space
        case 0x2018, 0x2019, 0x02BC, 0xFF07: .apostrophe
        case 0x2010, 0x2011, 0x00AD: .hyphen
        case 0xAA, 0xB5, 0xBA: .letter
        case 0xA1...0xBF, 0xD7, 0xF7, 0x2012...0x2017, 0x201A...0x2027, 0x2030...0x205E, 0x20A0...0x20CF, 0x2100...0x2BFF, 0x3001...0x3020,
            0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x1F000...0x1FAFF:
            .mark
        default: .letter
        }
    }

    private static let ascii: [CharacterClass] = (0..<128).map { byte in
        switch UInt8(byte) {
        case 0...32, 127: .space
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "&"):
            .letter
        case UInt8(ascii: "."): .period
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        case UInt8(ascii: "-"): .hyphen
        default: .mark
        }
    }
}
