/// XML as it is written.
struct XMLText {
    private(set) var bytes: [UInt8] = []

    /// Writes markup as it stands.
    mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Writes text for an element or a quoted attribute; characters that XML 1.0 has no place for become U+FFFD.
    mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\"": raw("&quot;")
            case "\n": raw("&#10;")
            case "\r": raw("&#13;")
            case "\t": raw("&#9;")
            default:
                let isForbidden = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                bytes.append(contentsOf: UTF8.encode(isForbidden ? "\u{FFFD}" : scalar).map(Array.init) ?? [])
            }
        }
    }

    /// Writes a GraphML field; nothing if there is no value.
    mutating func data(_ key: String, _ value: String?) {
        guard let value else { return }
        raw("<data key=\"\(key)\">")
        text(value)
        raw("</data>")
    }
}
