internal import Foundation

/// A name as lookup compares it: lower case, without accents, words of letters and digits with one space between them.
struct FoldedName {
    var text: String

    init(_ name: String) {
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

    var words: [Substring] { text.split(separator: " ") }

    /// Letters with a stroke or joined letters, which have no accent that could be taken off.
    private static let strokes: [Unicode.Scalar: String] = [
        "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i",
    ]

    /// What stands inside a word: "U.S." is "us", "O'Hara" is "ohara".
    private static let joins: Set<Unicode.Scalar> = [".", "'", "\u{2019}", "\0"]
}
