/// Texts from outside, made fit for the inside of a picture.
enum PlainText {
    /// The text without control characters, those that XML forbids, and those that turn the direction of what follows.
    static func clean(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 9, 10, 13: out.append(" ")
            case 0x202A...0x202E, 0x2066...0x2069: continue
            case 0..<32, 127..<160, 0xFFFE, 0xFFFF: out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// A name for an XML id: letters, digits, dots, hyphens and underscores stay; others are written by their number.
    static func identifier(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars.prefix(200) {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".": out.unicodeScalars.append(scalar)
            case "/", "_", " ": out += "_"
            default: out += "_x\(String(scalar.value, radix: 16))"
            }
        }
        return out
    }

    /// A number with at most two decimals.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
