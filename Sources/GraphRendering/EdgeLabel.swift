import GraphModel

/// The words on a line: one relation below the other, in the line's colour, what is known beside it smaller and grey.
///
/// Struck words are the only ones with a style of their own: Graphviz 2.42 loses some hundred bytes for good with every word in italics or bold.
struct EdgeLabel {
    /// Most relations that a label lists.
    static let mostRelations = 5

    private let rows: [String]

    /// - Parameter width: Characters of a line.
    init(_ edge: FoldedEdge, ontology: Ontology, width: Int) {
        let style = StatusStyle(edge.key.status)
        let colour = edge.key.change.map { $0 == .unchanged ? Palette.quiet : $0.colour } ?? (style.isFaded ? Palette.quiet : edge.key.tone.colour)
        let listed = edge.relations.count > Self.mostRelations ? Self.mostRelations - 1 : edge.relations.count
        var rows = edge.relations.prefix(listed).flatMap { drawn in
            Self.lines(
                RelationLabel(drawn, ontology: ontology), change: drawn.change, isStruck: style.isStruck || drawn.change == .removed, colour: colour,
                width: width)
        }
        if listed < edge.relations.count { rows.append("<FONT COLOR=\"\(Palette.quiet)\">and \(edge.relations.count - listed) more</FONT>") }
        self.rows = rows
    }

    /// An HTML-like label. The spaces keep the words off the line beside them.
    var markup: String { rows.map { "&#160;\($0)&#160;" }.joined(separator: "<BR/>") }

    private static func lines(_ label: RelationLabel, change: Change?, isStruck: Bool, colour: String, width: Int) -> [String] {
        let words = DotText.html(label.words)
        let status = label.status.map { "\($0): " } ?? ""
        var lines = ["<FONT COLOR=\"\(colour)\">\(change?.prefix ?? "")\(status)\(isStruck ? "<S>\(words)</S>" : words)</FONT>"]
        var used = label.words.count + (label.status.map { $0.count + 2 } ?? 0)
        for detail in label.details {
            let pieces = TextWrapping.wrap(detail, width: width, lines: 2)
            for (index, piece) in pieces.enumerated() {
                let continues = index == 0 && used + piece.count + 3 <= width
                let text = "<FONT COLOR=\"\(Palette.quiet)\" POINT-SIZE=\"9\">\(continues ? "· " : "")\(DotText.html(piece))</FONT>"
                if continues {
                    lines[lines.count - 1] += " " + text
                    used += piece.count + 3
                } else {
                    lines.append(text)
                    used = piece.count
                }
            }
        }
        return lines
    }
}
