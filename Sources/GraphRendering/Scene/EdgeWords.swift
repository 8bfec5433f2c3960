import GraphModel

/// The words on a line: one relation below the other, in the line's colour, what is known beside it smaller and grey.
struct EdgeWords {
    /// Most relations that a label lists.
    static let mostRelations = 5

    private let theme: Theme
    private let width: Int
    private(set) var lines: [[TextRun]] = []

    /// - Parameters:
    ///   - width: Characters of a line.
    ///   - numbers: what each relation is called in the list of evidence.
    init(_ edge: FoldedEdge, ontology: Ontology, theme: Theme, width: Int, numbers: [Relation.Key: Int] = [:]) {
        self.theme = theme
        self.width = width
        let style = StatusStyle(edge.key.status)
        let colour =
            edge.key.change.map { $0 == .unchanged ? theme.quiet : $0.colour(theme) } ?? (style.isFaded ? theme.quiet : edge.key.tone.colour(theme))
        if edge.isPair {
            addSummary(edge, ontology: ontology, colour: colour)
            return
        }
        let listed = edge.relations.count > Self.mostRelations ? Self.mostRelations - 1 : edge.relations.count
        for drawn in edge.relations.prefix(listed) {
            add(
                RelationLabel(drawn, ontology: ontology), change: drawn.change, isStruck: style.isStruck || drawn.change == .removed, colour: colour,
                number: numbers[drawn.relation.key])
        }
        if listed < edge.relations.count { lines.append([TextRun(text: "and \(edge.relations.count - listed) more", size: 9, colour: theme.quiet)]) }
    }

    var block: TextBlock { TextBlock(lines) }

    private mutating func add(_ label: RelationLabel, change: Change?, isStruck: Bool, colour: String, number: Int?) {
        let before = (number.map { "\($0) " } ?? "") + (change?.prefix ?? "") + (label.status.map { "\($0): " } ?? "")
        let words = PlainText.clean(label.words)
        var line: [TextRun] = []
        if !before.isEmpty { line.append(TextRun(text: before, size: 10, colour: colour)) }
        line.append(TextRun(text: words, size: 10, colour: colour, isStruck: isStruck))
        var used = before.count + words.count
        for detail in label.details {
            for (index, piece) in TextWrapping.wrap(PlainText.clean(detail), width: width, lines: 2).enumerated() {
                if index == 0, used + piece.count + 3 <= width {
                    line.append(TextRun(text: " · \(piece)", size: 9, colour: theme.quiet))
                    used += piece.count + 3
                } else {
                    lines.append(line)
                    line = [TextRun(text: piece, size: 9, colour: theme.quiet)]
                    used = piece.count
                }
            }
        }
        lines.append(line)
    }

    /// How many relations, and which ones.
    private mutating func addSummary(_ edge: FoldedEdge, ontology: Ontology, colour: String) {
        var names: [String] = []
        for drawn in edge.relations {
            let label = RelationLabel(drawn, ontology: ontology)
            let name = (label.status.map { "\($0): " } ?? "") + PlainText.clean(label.words)
            if !names.contains(name) { names.append(name) }
        }
        let prefix = edge.key.change?.prefix ?? ""
        lines.append([TextRun(text: "\(prefix)\(edge.relations.count) relations", size: 10, colour: colour, isBold: true)])
        for name in names.prefix(2) { lines.append([TextRun(text: TextWrapping.shorten(name, to: width + 4), size: 9, colour: colour)]) }
        if names.count > 2 { lines.append([TextRun(text: "and \(names.count - 2) more", size: 9, colour: theme.quiet)]) }
    }
}
