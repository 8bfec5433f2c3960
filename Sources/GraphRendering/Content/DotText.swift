/// Escapes for the places of a DOT file that hold text from outside.
enum DotText {
    /// A double-quoted string that Graphviz shows exactly as `text`: its backslash escapes, its HTML entities and the quotes that end it are defused.
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "&": out += "&amp;"
            case "\n": out += "\\n"
            default: out.unicodeScalars.append(printable(scalar))
            }
        }
        return out + "\""
    }

    /// A double-quoted tooltip. Graphviz 2 unescapes those of nodes once more than those of edges, so that a look-alike stands for the backslash.
    static func tooltip(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "&quot;"
            case "\\": out += "\u{2216}"
            case "&": out += "&amp;"
            case "\n": out += "&#10;"
            default: out.unicodeScalars.append(printable(scalar))
            }
        }
        return out + "\""
    }

    /// Control characters, and those that XML forbids, as a space or a replacement character.
    private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 9, 10, 13: " "
        case 0..<32, 127..<160, 0xFFFE, 0xFFFF: "\u{FFFD}"
        default: scalar
        }
    }
}
