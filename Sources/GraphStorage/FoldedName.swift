internal import Foundation

/// A name as lookup compares it: lower case, without accents, words of letters and digits with one space between them.
struct FoldedName {
    var text: String

    init(_ name: String) {
        if let plain = Self.ascii(name) {
            text = plain
            return
        }
        let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var scalars = String.UnicodeScalarView()
        for scalar in folded.unicodeScalars {
            if let plain = Self.strokes[scalar] {
                scalars.append(contentsOf: plain.unicodeScalars)
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                scalars.append(scalar)
            } else if let last = scalars.last, last != " ", !Self.joins.contains(scalar) {
                scalars.append(" ")
            }
        }
        if scalars.last == " " { scalars.removeLast() }
        text = String(scalars)
    }

    /// The same for a name of nothing but ASCII, byte by byte; nil for others.
    private static func ascii(_ name: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.utf8.count)
        for byte in name.utf8 {
            switch byte {
            case 128...: return nil
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
            case UInt8(ascii: "."), UInt8(ascii: "'"), 0: break
            default: if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
            }
        }
        if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    var words: [Substring] { text.split(separator: " ") }

    /// Letters with a stroke or joined letters, which have no accent that could be taken off.
    private static let strokes: [Unicode.Scalar: String] = [
        "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i",
    ]

    /// What stands inside a word: "U.S." is "us", "O'Hara" is "ohara".
    private static let joins: Set<Unicode.Scalar> = [".", "'", "\u{2019}", "\0"]
}
