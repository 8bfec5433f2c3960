import GraphModel

/// What shapes, colours and lines mean, with a sample of each.
struct Legend {
    private enum Sample {
        case entity(EntityStyle, isNominal: Bool)
        case line(LineStyle)
    }

    private struct Entry {
        var sample: Sample
        var words: TextRun
        var width: Double { 46 + words.width + 14 }
    }

    private let theme: Theme
    private let sections: [[Entry]]

    init(_ drawing: GraphDrawing) {
        theme = drawing.options.theme
        let isFull = drawing.options.legend == .full
        guard drawing.options.legend != .none, isFull || !drawing.selection.entities.isEmpty else {
            sections = []
            return
        }
        let maker = Maker(drawing: drawing, isFull: isFull, theme: theme)
        sections = [maker.entities, drawing.isComparison ? maker.changes : maker.tones, maker.statuses, maker.widths].filter { !$0.isEmpty }
    }

    /// The legend from the origin, as wide as `width` allows; and how high it is.
    func figure(width: Double) -> (figure: Figure, height: Double)? {
        guard !sections.isEmpty else { return nil }
        var shapes: [Shape] = [], y = 0.0
        // Columns of one width, so that the samples stand below each other.
        let column = sections.joined().map(\.width).max() ?? 1
        let columns = max(2, Int(width / column))
        for section in sections {
            for (index, entry) in section.enumerated() {
                if index > 0, index % columns == 0 { y += 18 }
                let x = Double(index % columns) * column
                shapes += self.shapes(entry.sample, in: Frame(x: x, y: y, width: 38, height: 14))
                shapes.append(.text(TextLine(runs: [entry.words], place: Point(x: x + 46, y: y + 11))))
            }
            y += 18
        }
        return (Figure(id: "legend", classes: ["legend"], shapes: shapes), y)
    }

    private func shapes(_ sample: Sample, in frame: Frame) -> [Shape] {
        switch sample {
        case .entity(let style, let isNominal):
            let paint = Paint(fill: isNominal ? theme.paper : style.fill, stroke: style.border, width: 1.2, dashes: isNominal ? [4, 3] : [])
            return [style.shape(in: frame.grown(by: -0.6), paint)]
        case .line(let style):
            let start = Point(x: frame.x, y: frame.centre.y), tip = Point(x: frame.maxX, y: frame.centre.y)
            let end = style.head == nil ? tip : Point(x: tip.x - StraightRoutes.arrow, y: tip.y)
            return style.shapes(curve: Curves.line(from: start, to: end), tip: tip)
        }
    }

    private struct Maker {
        let drawing: GraphDrawing
        let isFull: Bool
        let theme: Theme

        private func words(_ text: String, isStruck: Bool = false) -> TextRun {
            TextRun(text: text, size: 10, colour: theme.ink, isStruck: isStruck)
        }

        var entities: [Entry] {
            let drawn = Set(drawing.selection.entities.filter { !$0.isNominal }.map(\.type))
            var entries = EntityType.allCases.filter { isFull || drawn.contains($0) }.map { type in
                let style = EntityStyle(type, theme: theme)
                return Entry(sample: .entity(style, isNominal: false), words: words(style.name))
            }
            if isFull || drawing.selection.entities.contains(where: \.isNominal) {
                let style = EntityStyle(.organization, theme: theme)
                entries.append(Entry(sample: .entity(style, isNominal: true), words: words("without a name")))
            }
            return entries
        }

        var tones: [Entry] {
            let drawn = Set(drawing.edges.map(\.key.tone))
            return Tone.allCases.filter { isFull || drawn.contains($0) }.map {
                Entry(sample: .line(LineStyle(.asserted, $0, theme: theme, sources: 2, isSymmetric: false)), words: words($0.name))
            }
        }

        var changes: [Entry] {
            let drawn = Set(drawing.edges.compactMap(\.key.change)).union(drawing.selection.entities.compactMap { drawing.changes[$0.id] })
            return Change.allCases.filter { isFull || drawn.contains($0) }.map {
                Entry(sample: .line(LineStyle($0, theme: theme, isSymmetric: false)), words: words($0.name, isStruck: $0 == .removed))
            }
        }

        /// Empty if all are plain facts.
        var statuses: [Entry] {
            let drawn = Set(drawing.edges.map(\.key.status))
            guard !drawing.isComparison, isFull || (drawn != [.asserted] && !drawn.isEmpty) else { return [] }
            return Status.allCases.reversed().filter { isFull || drawn.contains($0) }.map { status in
                let line = LineStyle(status, .neutral, theme: theme, sources: 1, isSymmetric: false)
                let name = status == .asserted ? "told as fact" : status.rawValue
                return Entry(sample: .line(line), words: words(name, isStruck: StatusStyle(status).isStruck))
            }
        }

        /// Empty if all relations have one source.
        var widths: [Entry] {
            let most = drawing.edges.map(\.sources).max() ?? 1
            guard !drawing.isComparison, isFull || most > 1 else { return [] }
            return [1, 2, 4, 8, 16].filter { isFull || $0 <= most }.map { count in
                let line = LineStyle(colour: theme.neutral, paper: theme.paper, width: LineStyle.width(sources: count))
                // A step in width holds until the number has doubled.
                let name = count == 1 ? "one source" : count == 16 ? "16 sources and more" : "\(count)–\(2 * count - 1) sources"
                return Entry(sample: .line(line), words: words(name))
            }
        }
    }
}
