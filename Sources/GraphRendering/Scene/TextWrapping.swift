/// Lines of bounded length, so that no text makes a picture wide.
enum TextWrapping {
    /// Breaks `text` between words into lines of about equal length, at most `width` characters where words allow it; words that are longer are
    /// broken, at their hyphens if they have any. What does not fit into `lines` lines ends in an ellipsis. East Asian text is broken between any two characters and counts double.
    static func wrap(_ text: String, width: Int, lines: Int) -> [String] {
        let words = pieces(text.prefix(width * lines * 4), width: width)
        guard !words.isEmpty else { return [""] }
        // The narrowest column that needs no more lines than the widest one: lines of about equal length.
        var result = fill(words, width: width)
        var narrower = width - 1
        while narrower >= width / 2 {
            let attempt = fill(words, width: narrower)
            guard attempt.count <= result.count, attempt.allSatisfy({ columns($0) <= width }) else { break }
            result = attempt
            narrower -= 1
        }
        if result.count > lines || text.count > width * lines * 4 {
            result = Array(result.prefix(lines))
            result[result.count - 1] = String(result[result.count - 1].prefix(max(1, width - 1))) + "…"
        }
        return result
    }

    /// `text` on one line, cut to `count` characters.
    static func shorten(_ text: String, to count: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= count ? line : String(line.prefix(count - 1)) + "…"
    }

    /// Columns that a text takes, East Asian characters counting two.
    static func columns(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + (isWide($1) ? 2 : 1) } }

    private struct Piece {
        var text: String
        var columns: Int
        var spaceBefore: Bool
    }

    private static func pieces(_ text: Substring, width: Int) -> [Piece] {
        var pieces: [Piece] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            var current = "", used = 0, isFirst = true
            // What is too long for a line is parted at its hyphens; between these, into parts of about equal length.
            let isLong = columns(word) > width
            func share(from start: Substring.Index) -> Int {
                let part = columns(word[start...].prefix { !isHyphen($0) }) + 1, lines = (part + width - 1) / width
                return (part + lines - 1) / lines
            }
            var most = isLong ? share(from: word.startIndex) : width
            func close() {
                guard !current.isEmpty else { return }
                pieces.append(Piece(text: current, columns: used, spaceBefore: isFirst && !pieces.isEmpty))
                (current, used, isFirst) = ("", 0, false)
            }
            for index in word.indices {
                let character = word[index]
                let size = isWide(character) ? 2 : 1
                if used + size > most || (size == 2 && !current.isEmpty) { close() }
                current.append(character)
                used += size
                if isLong, isHyphen(character) {
                    close()
                    most = share(from: word.index(after: index))
                }
            }
            close()
        }
        return pieces
    }

    private static func fill(_ pieces: [Piece], width: Int) -> [String] {
        var lines: [String] = []
        var used = 0
        for piece in pieces {
            let gap = piece.spaceBefore ? 1 : 0
            if let last = lines.last, used + gap + piece.columns <= width {
                lines[lines.count - 1] = last + (piece.spaceBefore ? " " : "") + piece.text
                used += gap + piece.columns
            } else {
                lines.append(piece.text)
                used = piece.columns
            }
        }
        return lines
    }

    private static func isHyphen(_ character: Character) -> Bool { character == "-" || character == "–" || character == "/" }

    private static func isWide(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        return (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar)
            || (0xF900...0xFAFF).contains(scalar) || (0xFF00...0xFF60).contains(scalar) || (0x1F300...0x1FAFF).contains(scalar)
            || (0x20000...0x3FFFD).contains(scalar)
    }
}
