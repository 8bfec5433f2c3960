import GraphModel

/// A line of the drawing and the words on it, with the evidence where the pointer rests.
struct EdgeFigures {
    private let edge: FoldedEdge
    /// What its ids are made of.
    private let name: String
    private let suffix: String
    private let isHidden: Bool
    private let style: LineStyle
    private let words: TextBlock
    private let theme: Theme
    private let citation: Citation

    /// - Parameters:
    ///   - whole: the edge that gives its name, where only a part of what it stands for is drawn.
    ///   - suffix: stands behind the name.
    ///   - isCrowded: Whether so many lines are drawn that each must take itself back.
    ///   - isHidden: whether only a script shows it.
    init(
        _ edge: FoldedEdge, named whole: FoldedEdge, _ suffix: String, words: TextBlock, drawing: GraphDrawing, isCrowded: Bool, isHidden: Bool
    ) {
        self.edge = edge
        name = whole.name
        self.suffix = suffix
        self.isHidden = isHidden
        self.words = words
        let theme = drawing.options.theme
        self.theme = theme
        citation = Citation(edge, documents: drawing.documents, ontology: drawing.ontology)
        var style =
            edge.key.change.map { LineStyle($0, theme: theme, isSymmetric: edge.key.isSymmetric) }
            ?? LineStyle(
                edge.key.status, edge.key.tone, theme: theme, sources: edge.sources, isSymmetric: edge.key.isSymmetric)
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

    /// What stands behind the ids of an edge that is drawn in several ways.
    static func suffix(ofVariant number: Int) -> String { "-\(number + 1)" }

    /// - Parameters:
    ///   - label: where the middle of its words stands.
    ///   - ends: the entities that it joins.
    func line(_ route: Layout.Route, label: Point?, ends: [Frame]) -> Figure {
        let words = label.map { Frame(centre: $0, size: self.words.size) }
        var figure = self.figure("edge", shapes: style.shapes(curve: route.curve, tip: route.tip, words: words, ends: ends))
        figure.id = "relation-" + PlainText.identifier(name) + suffix
        figure.data = [
            ("from", edge.key.subject), ("to", edge.key.object),
            ("relations", Set(edge.relations.map(\.relation.type)).sorted().joined(separator: " ")),
        ].map { ($0.0, PlainText.clean($0.1)) }
        return figure
    }

    func label(at centre: Point, on route: Layout.Route?) -> Figure {
        // Lines that pass behind the words stay visible, but do not disturb them; their own line may run close above or below.
        var ground = Frame(centre: centre, size: words.size).grown(by: 1)
        if let route { ground = ground.trimmed(clearOf: Curves.flattened(route.curve), width: style.width) }
        let cover = Shape.rectangle(ground, radius: 2, Paint(fill: theme.paper, opacity: 0.86))
        var figure = self.figure("label", shapes: [cover] + words.shapes(around: centre))
        figure.id = "words-" + PlainText.identifier(name) + suffix
        return figure
    }

    private func figure(_ kind: String, shapes: [Shape]) -> Figure {
        let classes = [kind, edge.key.status.rawValue, "\(edge.key.tone)", edge.key.change.map { "\($0)" }, isHidden ? "gone" : nil].compactMap(
            \.self)
        return Figure(classes: classes, tooltip: citation.text, link: citation.link, shapes: shapes)
    }
}

extension Frame {
    /// Most that a frame gives way to a line.
    private static let mostTrimming = 5.0

    /// The frame made lower, if that frees a line that runs along its upper or lower border; else as it is.
    fileprivate func trimmed(clearOf line: [Point], width: Double) -> Frame {
        var heights: [Double] = []
        for (from, to) in zip(line, line.dropFirst()) {
            for step in 0...4 {
                let point = from + (to - from) * (Double(step) / 4)
                let isInside = point.y > y - width / 2 && point.y < maxY + width / 2
                if isInside, x <= point.x, point.x <= maxX { heights.append(point.y) }
            }
        }
        guard let highest = heights.min(), let lowest = heights.max() else { return self }
        let fromBelow = maxY - (highest - width / 2), fromAbove = lowest + width / 2 - y
        if fromBelow <= Self.mostTrimming { return Frame(x: x, y: y, width: self.width, height: height - fromBelow) }
        if fromAbove <= Self.mostTrimming { return Frame(x: x, y: y + fromAbove, width: self.width, height: height - fromAbove) }
        return self
    }
}
