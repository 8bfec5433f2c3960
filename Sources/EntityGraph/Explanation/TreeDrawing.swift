import GraphModel

/// A dependency tree drawn with lines of text: each word below its head, in text order.
struct TreeDrawing {
    let tokens: [Token]
    private let children: [Int: [Int]]

    /// - Parameter range: the tokens of one sentence.
    init(_ tokens: [Token], _ range: Range<Int>) {
        self.tokens = tokens
        children = Dictionary(grouping: range.filter { tokens[$0].head != nil }) { tokens[$0].head ?? 0 }
        roots = range.filter { tokens[$0].head == nil }
    }

    private let roots: [Int]

    /// One line a word: the word, its part of speech, its label, its lemma where that differs.
    var lines: [String] {
        var rows: [(left: String, token: Int)] = []
        for root in roots { draw(root, prefix: "", own: "", into: &rows) }
        let width = rows.map(\.left.count).max() ?? 0
        return rows.map { left, index in
            let token = tokens[index]
            let tag = token.partOfSpeech.tag
            let lemma = token.lemma.lowercased() == token.text.lowercased() ? "" : "  (\(token.lemma))"
            return left + String(repeating: " ", count: width - left.count) + "  " + tag + String(repeating: " ", count: max(0, 5 - tag.count)) + "  "
                + token.label.name + lemma
        }
    }

    private func draw(_ token: Int, prefix: String, own: String, into rows: inout [(left: String, token: Int)]) {
        rows.append((prefix + own + tokens[token].text, token))
        let below = own.isEmpty ? prefix : prefix + (own.hasPrefix("└") ? "   " : "│  ")
        let dependents = children[token] ?? []
        for (number, child) in dependents.enumerated() {
            draw(child, prefix: below, own: number == dependents.count - 1 ? "└─ " : "├─ ", into: &rows)
        }
    }
}
