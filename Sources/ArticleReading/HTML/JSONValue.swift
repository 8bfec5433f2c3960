import Foundation

/// A value of JSON that a page holds.
enum JSONValue: Decodable, Hashable {
    case null
    case string(String)
    case number(Double)
    case flag(Bool)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// Reads a script of a page, which may hold line breaks inside strings, commas before brackets, and marks of comments around it; nil if
    /// that is not all that is wrong with it.
    init?(script: String) {
        let trimmed = Self.withoutWrapping(script)
        if let value = try? JSONDecoder().decode(JSONValue.self, from: Data(trimmed.utf8)) {
            self = value
        } else if let value = try? JSONDecoder().decode(JSONValue.self, from: Data(Self.mended(trimmed).utf8)) {
            self = value
        } else {
            return nil
        }
    }

    subscript(key: String) -> JSONValue? { if case .object(let members) = self { members[key] } else { nil } }

    var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The elements of a list, or the value itself.
    var elements: [JSONValue] { if case .list(let values) = self { values } else { [self] } }

    private static func withoutWrapping(_ script: String) -> String {
        var text = script[...].trimmingWhitespace()
        for (open, close) in [("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>")] {
            if text.hasPrefix(open) { text = text.dropFirst(open.count).trimmingWhitespace() }
            if text.hasSuffix(close) { text = text.dropLast(close.count).trimmingWhitespace() }
        }
        if text.last == ";" { text = text.dropLast() }
        return String(text)
    }

    private static func mended(_ text: String) -> String {
        var output = String.UnicodeScalarView(), isInString = false, isEscaped = false
        for scalar in text.unicodeScalars {
            if isInString {
                if scalar.value < 0x20 {
                    output.append(contentsOf: scalar == "\n" ? "\\n".unicodeScalars : " ".unicodeScalars)
                } else {
                    output.append(scalar)
                }
                if isEscaped { isEscaped = false } else if scalar == "\\" { isEscaped = true } else if scalar == "\"" { isInString = false }
                continue
            }
            if scalar == "\"" { isInString = true }
            if scalar == "]" || scalar == "}" {
                while let last = output.last, last.properties.isWhitespace { output.removeLast() }
                if output.last == "," { output.removeLast() }
            }
            output.append(scalar)
        }
        return String(output)
    }
}
