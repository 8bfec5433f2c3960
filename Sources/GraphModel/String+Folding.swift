extension String {
    /// The text in lower case, without accents, with plain apostrophes and hyphens: what two spellings of one name have in common.
    ///
    /// Covers Latin letters of Western, Central and Eastern Europe, Turkish and Vietnamese basics; other scripts only lose their case.
    public var foldedForNames: String {
        if utf8.allSatisfy({ $0 < 128 }) { return lowercased() }
        return withoutAccents.lowercased()
    }

    /// The text without accents and combining marks, with plain apostrophes and hyphens; case is kept.
    public var withoutAccents: String {
        if utf8.allSatisfy({ $0 < 128 }) { return self }
        var folded = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0300...0x036F: continue
            case 0x2018, 0x2019, 0x02BC, 0x02BB, 0x2032: folded.append("'")
            case 0x2010...0x2015: folded.append("-")
            case 0x00C0...0x1EF9:
                if let plain = Self.plainLetters[scalar] { folded.append(contentsOf: plain.unicodeScalars) } else { folded.append(scalar) }
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// The words of a name in folded form: hyphens parted, without dots, other marks and the possessive ending.
    public var nameWords: [String] {
        if let words = asciiNameWords { return words }
        return foldedForNames.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "/" || $0.isWhitespace }).compactMap { word in
            let letters = word.filter { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "&" || $0 == "+" }
            let bare = letters.hasSuffix("'s") ? letters.dropLast(2) : letters[...]
            return bare.isEmpty ? nil : bare.filter { $0 != "'" }
        }
    }

    /// The same for names of nothing but ASCII, byte by byte; nil for others.
    private var asciiNameWords: [String]? {
        var words: [String] = [], word: [UInt8] = [], isAscii = true
        func end() {
            // The possessive ending is no part of the name, and neither is any other apostrophe.
            if word.count >= 2, word[word.count - 1] == UInt8(ascii: "s"), word[word.count - 2] == UInt8(ascii: "'") { word.removeLast(2) }
            if !word.isEmpty { words.append(String(decoding: word.lazy.filter { $0 != UInt8(ascii: "'") }, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in utf8 {
            switch byte {
            case 128...: isAscii = false
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), UInt8(ascii: "&"),
                UInt8(ascii: "+"):
                word.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), 9...13: end()
            default: break
            }
            if !isAscii { return nil }
        }
        end()
        return words
    }

    private static let plainLetters: [Unicode.Scalar: String] = {
        let groups = [
            "A": "ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ", "a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "AE": "Æ", "ae": "æ", "C": "ÇĆĈĊČ", "c": "çćĉċč", "D": "ÐĎĐ", "d": "ðďđ",
            "E": "ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆƏ", "e": "èéêëēĕėęěẹẻẽếềểễệə", "G": "ĜĞĠĢ", "g": "ĝğġģ", "H": "ĤĦḨ", "h": "ĥħḩ", "I": "ÌÍÎÏĨĪĬĮİỈỊ",
            "i": "ìíîïĩīĭįıỉị",
            "J": "Ĵ", "j": "ĵ", "K": "Ķ", "k": "ķ", "L": "ĹĻĽŁ", "l": "ĺļľł", "N": "ÑŃŅŇ", "n": "ñńņň", "O": "ÒÓÔÕÖØŌŎŐƠỌỎỐỒỔỖỘỚỜỞỠỢ",
            "o": "òóôõöøōŏőơọỏốồổỗộớờởỡợ", "OE": "Œ", "oe": "œ", "R": "ŔŖŘ", "r": "ŕŗř", "S": "ŚŜŞŠȘ", "s": "śŝşšș", "ss": "ß", "T": "ŢŤȚ",
            "t": "ţťț",
            "Th": "Þ", "th": "þ", "U": "ÙÚÛÜŨŪŬŮŰŲƯỤỦỨỪỬỮỰ", "u": "ùúûüũūŭůűųưụủứừửữự", "W": "Ŵ", "w": "ŵ", "Y": "ÝŶŸỲỴỶỸ", "y": "ýÿŷỳỵỷỹ",
            "Z": "ŹŻŽẔ",
            "z": "źżžẕ",
        ]
        var letters: [Unicode.Scalar: String] = [:]
        for (plain, accented) in groups {
            for scalar in accented.unicodeScalars { letters[scalar] = plain }
        }
        return letters
    }()
}
