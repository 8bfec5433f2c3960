extension String {
    /// The text for the inside of an XML element or of a quoted attribute: line breaks and tabs stay what they are, and characters that XML 1.0
    /// has no place for become U+FFFD.
    public var escapedForXML: String {
        var output = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "\n": output += "&#10;"
            case "\r": output += "&#13;"
            case "\t": output += "&#9;"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: output += "\u{FFFD}"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// The text as a JSON string, in quotes and on one line; see `appendJSON`.
    public var quotedAsJSON: String {
        var bytes: [UInt8] = []
        bytes.appendJSON(self)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends the text as a JSON string (RFC 8259), in quotes and on one line.
    ///
    /// Of what is not ASCII only that is escaped which a reader may take for a line end or does not show: control characters, U+2028, U+2029,
    /// and the byte-order mark.
    public mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0x0A: append(contentsOf: "\\n".utf8)
            case 0x0D: append(contentsOf: "\\r".utf8)
            case 0x09: append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F: append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
            case 0x80...0x9F where last == 0xC2: replace(last: 1, by: "\\u00\(String(byte, radix: 16))")
            case 0xA8...0xA9 where ends(in: 0xE2, 0x80): replace(last: 2, by: "\\u202\(byte == 0xA8 ? "8" : "9")")
            case 0xBF where ends(in: 0xEF, 0xBB): replace(last: 2, by: "\\ufeff")
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }

    private func ends(in first: UInt8, _ second: UInt8) -> Bool { count >= 2 && self[count - 1] == second && self[count - 2] == first }

    private mutating func replace(last count: Int, by text: String) {
        removeLast(count)
        append(contentsOf: text.utf8)
    }
}
