import GraphModel

/// XML as it is written.
struct XMLText {
    private(set) var bytes: [UInt8] = []

    /// Writes markup as it stands.
    mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Writes text for an element or a quoted attribute.
    mutating func text(_ text: String) { raw(text.escapedForXML) }

    /// Writes a GraphML field; nothing if there is no value.
    mutating func data(_ key: String, _ value: String?) {
        guard let value else { return }
        raw("<data key=\"\(key)\">")
        text(value)
        raw("</data>")
    }
}
