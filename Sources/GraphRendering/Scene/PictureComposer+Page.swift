import GraphModel

// What stands around the drawing.
extension PictureComposer {
    private static let margin = 16.0
    private static let gap = 28.0

    /// Title, drawing, evidence, legend and notes, one below the other.
    func compose(_ panels: [Panel], linesWithoutWords: Int, notes: [String]) -> Scene {
        let options = drawing.options, theme = options.theme
        let isAcross = panels.count > 1 && panels[0].frame.width < panels[0].frame.height * 1.3
        let widest = panels.map(\.frame.width).max() ?? 0
        let drawn = isAcross ? widest * Double(panels.count) + Self.gap : widest
        let least = options.showsEvidence ? 620.0 : (drawing.selection.entities.isEmpty ? 300 : 420)
        var page = Page(width: max(drawn, least), margin: Self.margin)
        page.add(.wrapped(options.title ?? "", width: page.lineWidth, size: 16, colour: theme.ink, isBold: true), "title", after: 2)
        page.add(.wrapped(SourceCaption.text(drawing) ?? "", width: page.lineWidth, size: 11, colour: theme.quiet), "caption", after: 4)
        if !page.figures.isEmpty { page.y += 8 }

        var left = Self.margin + (page.width - drawn) / 2
        let top = page.y
        for (index, panel) in panels.enumerated() {
            if isAcross { page.y = top }
            if let name = panel.name {
                page.add(.wrapped(name, width: page.lineWidth, size: 13, colour: theme.ink, isBold: true), "side", after: 6, from: left)
            }
            page.figures += panel.figures.map { $0.moved(by: Point(x: left - panel.frame.x, y: page.y - panel.frame.y)) }
            page.y += panel.frame.height
            if isAcross { left += widest + Self.gap } else if index < panels.count - 1 { page.y += Self.gap }
        }
        if !drawing.selection.entities.isEmpty { page.y += 14 }

        page.add(evidence.figure(width: page.lineWidth), after: 6)
        page.add(Legend(drawing).figure(width: page.lineWidth), after: 2)
        for remark in [Omissions.text(drawing, linesWithoutWords: linesWithoutWords)].compactMap(\.self) + notes {
            page.add(.wrapped(remark, width: page.lineWidth, size: 10, colour: theme.quiet), "note", after: 2)
        }
        return Scene(
            size: Size(width: (page.width + 2 * Self.margin).rounded(.up), height: (page.y + Self.margin).rounded(.up)), background: theme.paper,
            title: PlainText.clean(options.title ?? "Graph"), description: PlainText.clean(SpokenDescription.text(drawing)), figures: page.figures)
    }
}

/// Figures set one below the other.
private struct Page {
    let width: Double
    let margin: Double
    /// What stands around a large drawing is larger too, so that it can still be read where the whole is shown small.
    let scale: Double
    var figures: [Figure] = []
    var y: Double

    init(width: Double, margin: Double) {
        self.width = width
        self.margin = margin
        scale = min(2.5, max(1, (width / 1900 * 4).rounded() / 4))
        y = margin
    }

    /// How wide lines may be before they are scaled.
    var lineWidth: Double { width / scale }

    mutating func add(_ block: TextBlock, _ kind: String, after space: Double, from left: Double? = nil) {
        guard !block.lines.isEmpty else { return }
        let figure = Figure(classes: [kind], shapes: block.shapes(from: Point(x: 0, y: 0))).scaled(by: scale)
        figures.append(figure.moved(by: Point(x: left ?? margin, y: y)))
        y += (block.size.height + space) * scale
    }

    mutating func add(_ part: (figure: Figure, height: Double)?, after space: Double) {
        guard let part else { return }
        figures.append(part.figure.scaled(by: scale).moved(by: Point(x: margin, y: y)))
        y += (part.height + space) * scale
    }
}
