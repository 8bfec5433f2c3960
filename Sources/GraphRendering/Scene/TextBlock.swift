/// Lines of text, one below the other.
struct TextBlock: Hashable, Sendable {
    var lines: [[TextRun]]

    init(_ lines: [[TextRun]]) { self.lines = lines.filter { !$0.isEmpty } }

    var size: Size {
        Size(
            width: lines.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 0,
            height: lines.reduce(0) { $0 + Self.height(of: $1) })
    }

    private static func height(of line: [TextRun]) -> Double { (line.map(\.size).max() ?? 0) * TextMetrics.lineHeight }

    /// The lines, centred one below the other around a point.
    func shapes(around centre: Point) -> [Shape] {
        var top = centre.y - size.height / 2
        return lines.map { line in
            let height = Self.height(of: line), size = line.map(\.size).max() ?? 0
            defer { top += height }
            // Capital letters and digits stand in the middle of their line.
            return .text(TextLine(runs: line, place: Point(x: centre.x, y: top + height / 2 + size * TextMetrics.capHeight / 2), anchor: .middle))
        }
    }

    /// The lines, flush left, from an upper left corner.
    func shapes(from corner: Point) -> [Shape] {
        var top = corner.y
        return lines.map { line in
            let height = Self.height(of: line), size = line.map(\.size).max() ?? 0
            defer { top += height }
            return .text(TextLine(runs: line, place: Point(x: corner.x, y: top + height / 2 + size * TextMetrics.capHeight / 2)))
        }
    }

    /// A text broken between words into lines that fill a width, with an ellipsis where they are not enough.
    static func wrapped(_ text: String, width: Double, size: Double, colour: String, isBold: Bool = false, lines: Int = 6) -> TextBlock {
        func measure(_ words: String) -> Double { TextMetrics.width(of: words, size: size, isBold: isBold) }
        // A word that is wider than a line is cut like a name.
        let columns = max(8, Int(width / size))
        let most = columns * lines * 4
        let words = PlainText.clean(String(text.prefix(most))).split(separator: " ").flatMap { word in
            measure(String(word)) <= width ? [String(word)] : TextWrapping.wrap(String(word), width: columns, lines: lines)
        }
        var filled: [String] = []
        for word in words {
            if let last = filled.last, measure(last + " " + word) <= width {
                filled[filled.count - 1] = last + " " + word
            } else {
                filled.append(word)
            }
        }
        if filled.count > lines || text.count > most, filled.count >= lines {
            filled = Array(filled.prefix(lines))
            filled[lines - 1] += "…"
        }
        return TextBlock(filled.map { [TextRun(text: $0, size: size, colour: colour, isBold: isBold)] })
    }
}
