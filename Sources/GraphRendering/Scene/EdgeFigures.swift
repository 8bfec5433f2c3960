import GraphModel

/// A line of the drawing and the words on it, with the evidence where the pointer rests.
struct EdgeFigures {
    private let edge: FoldedEdge
    private let style: LineStyle
    private let words: TextBlock
    private let theme: Theme
    private let citation: Citation

    /// - Parameter isCrowded: Whether so many lines are drawn that each must take itself back.
    init(_ edge: FoldedEdge, words: TextBlock, drawing: GraphDrawing, isCrowded: Bool = false) {
        self.edge = edge
        self.words = words
        let theme = drawing.options.theme
        self.theme = theme
        citation = Citation(edge, documents: drawing.documents, ontology: drawing.ontology)
        var style =
            edge.key.change.map { LineStyle($0, theme: theme, isSymmetric: edge.key.isSymmetric) }
            ?? LineStyle(
                edge.key.status, colour: edge.key.tone.colour(theme), theme: theme, sources: edge.sources, isSymmetric: edge.key.isSymmetric)
        style.isTwoWay = edge.isTwoWay
        if isCrowded {
            style.width *= 0.7
            style.colour = theme.faded(style.colour, by: 0.35)
        }
        self.style = style
    }

    /// Room for words with a little air around them.
    static func room(for words: TextBlock) -> Size { Size(width: words.size.width + 8, height: words.size.height + 2) }

    /// The ids of a drawn line and of its words, which stay the same from picture to picture.
    static func lineID(of edge: FoldedEdge) -> String { "relation-" + PlainText.identifier(edge.name) }
    static func wordsID(of edge: FoldedEdge) -> String { "words-" + PlainText.identifier(edge.name) }

    /// - Parameter label: where the middle of its words stands.
    func line(_ route: Layout.Route, label: Point?) -> Figure {
        let words = label.map { Frame(centre: $0, size: self.words.size) }
        var figure = self.figure("edge", shapes: style.shapes(curve: route.curve, tip: route.tip, words: words))
        figure.id = Self.lineID(of: edge)
        figure.data = [
            ("from", edge.key.subject), ("to", edge.key.object),
            ("relations", Set(edge.relations.map(\.relation.type)).sorted().joined(separator: " ")),
        ].map { ($0.0, PlainText.clean($0.1)) }
        return figure
    }

    func label(at centre: Point) -> Figure {
        // Lines that pass behind the words stay visible, but do not disturb them.
        let ground = Frame(centre: centre, size: words.size).grown(by: 1)
        let cover = Shape.rectangle(ground, radius: 2, Paint(fill: theme.paper, opacity: 0.86))
        var figure = self.figure("label", shapes: [cover] + words.shapes(around: centre))
        figure.id = Self.wordsID(of: edge)
        return figure
    }

    private func figure(_ kind: String, shapes: [Shape]) -> Figure {
        let classes = [kind, edge.key.status.rawValue, "\(edge.key.tone)", edge.key.change.map { "\($0)" }].compactMap(\.self)
        return Figure(classes: classes, tooltip: citation.text, link: citation.link, shapes: shapes)
    }
}
