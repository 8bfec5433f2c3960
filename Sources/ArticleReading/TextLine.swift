import GraphModel

/// One line of an article without the white space around it.
struct TextLine {
    /// Its place in the text, trimmed.
    let span: TextSpan
    /// 1-based number of the line.
    let number: Int
    /// The trimmed words of the line.
    let text: Substring
    /// The line's words, between white space.
    let words: [Substring]
    /// Unicode scalars of the trimmed line.
    let width: Int

    var isBlank: Bool { span.isEmpty }

    /// The lines of the text, blank ones among them.
    static func lines(of text: String) -> [TextLine] {
        var lines: [TextLine] = []
        var number = 1
        let scalars = text.unicodeScalars
        var lineStart = scalars.startIndex
        var startOffset = 0
        var index = lineStart
        while true {
            let atEnd = index == scalars.endIndex
            if atEnd || isLineBreak(scalars[index]) {
                lines.append(TextLine(of: text[lineStart..<index], at: startOffset, number: number))
                if atEnd { return lines }
                var next = scalars.index(after: index)
                if scalars[index] == "\r", next != scalars.endIndex, scalars[next] == "\n" { next = scalars.index(after: next) }
                startOffset += text.utf8.distance(from: lineStart, to: next)
                lineStart = next
                index = next
                number += 1
            } else {
                index = scalars.index(after: index)
            }
        }
    }

    /// What stands between blank lines.
    static func paragraphs(of text: String) -> [TextSpan] {
        var found: [TextSpan] = []
        var isOpen = false
        for line in lines(of: text) {
            if !line.isBlank { found.append(isOpen ? TextSpan(start: found.removeLast().start, end: line.span.end) : line.span) }
            isOpen = !line.isBlank
        }
        return found
    }

    private init(of line: Substring, at offset: Int, number: Int) {
        let trimmed = line.trimmingWhitespace()
        let start = offset + line.utf8.distance(from: line.startIndex, to: trimmed.startIndex)
        span = TextSpan(start: start, end: start + trimmed.utf8.count)
        self.number = number
        text = trimmed
        words = trimmed.split(whereSeparator: \.isWhitespace)
        width = trimmed.unicodeScalars.count
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\u{0B}" || scalar == "\u{0C}" || scalar == "\u{85}" || scalar == "\u{2028}"
            || scalar == "\u{2029}"
    }
}

extension Substring {
    /// Without white space and zero-width characters at both ends.
    func trimmingWhitespace() -> Substring {
        let scalars = unicodeScalars
        var start = scalars.startIndex
        var end = scalars.endIndex
        while start < end, Self.isBlank(scalars[start]) { start = scalars.index(after: start) }
        while end > start, Self.isBlank(scalars[scalars.index(before: end)]) { end = scalars.index(before: end) }
        return self[start..<end]
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}" || scalar.value < 0x20
    }
}

extension StringProtocol {
    /// The words in lower case with single spaces, for telling whether two lines say the same.
    var foldedWords: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The last character that is no closing quotation mark or bracket.
    var lastBeforeQuotes: Character? { last { !"\"'”’»)]*_".contains($0) } }

    /// Whether the text ends as a sentence does.
    var endsSentence: Bool { lastBeforeQuotes.map { ".!?…:;,".contains($0) } ?? false }
}
