import GraphModel

/// A plot on its way: what is drawn so far, and what room is left.
struct TimelinePage {
    static let width = 980.0
    static let margin = 24.0

    let plot: TimelinePlot
    let axis: TimeAxis
    let theme: Theme
    /// The upper border of the plot's field.
    let top: Double
    /// The lower border, known when the field is filled.
    var bottom: Double
    private(set) var figures: [Figure] = []
    private let heading: [TextBlock]
    /// What labels must not cover.
    private var occupied: [Frame] = []
    private(set) var unlabelled = 0

    init(_ plot: TimelinePlot) {
        self.plot = plot
        theme = plot.theme
        let width = Self.width - 2 * Self.margin
        heading = [
            .wrapped(plot.title, width: width, size: 15, colour: theme.ink, isBold: true, lines: 2),
            .wrapped(plot.caption ?? "", width: width, size: 10.5, colour: theme.quiet, lines: 3),
        ].filter { !$0.lines.isEmpty }
        top = heading.reduce(34) { $0 + $1.size.height }
        bottom = top
        let left = plot.layout == .lanes ? Self.margin + 92 : Self.margin + 78
        axis = TimeAxis(plot.marks.flatMap { [$0.date, $0.until].compactMap(\.self) }, left: left, right: Self.width - Self.margin)
    }

    mutating func add(_ figure: Figure, blocking: Bool = false) {
        figures.append(figure)
        if blocking, let frame = figure.frame { occupied.append(frame.grown(by: 1)) }
    }

    /// Keeps labels away from a place.
    mutating func block(_ frame: Frame) { occupied.append(frame.grown(by: 1)) }

    /// Puts behind everything else.
    mutating func addBehind(_ shapes: [Shape]) { figures.insert(Figure(shapes: shapes), at: 0) }

    func isFree(_ frame: Frame) -> Bool { !occupied.contains { $0.overlaps(frame) } }

    mutating func skipLabel() { unlabelled += 1 }

    func run(_ text: String, size: Double = 10.5, colour: String? = nil, isBold: Bool = false, isStruck: Bool = false) -> TextRun {
        TextRun(text: PlainText.clean(text), size: size, colour: colour ?? theme.ink, isBold: isBold, isStruck: isStruck)
    }

    /// Tells that what stands before the time to scale lies long before it.
    private var breakMarks: [Shape] {
        let words = run("earlier", colour: theme.quiet), middle = (axis.left + axis.start - 24) / 2
        let strokes = [-3.0, 3].flatMap { shift in
            [top, bottom].map { y in
                let foot = Point(x: axis.start - 10 + shift, y: y)
                return Shape.polyline([foot + Point(x: -3, y: 6), foot + Point(x: 3, y: -6)], Paint(stroke: theme.quiet, width: 1.2))
            }
        }
        return strokes + [.text(TextLine(runs: [words], place: Point(x: middle, y: bottom + 16), anchor: .middle))]
    }

    /// The finished picture: title, field, ticks, legend.
    func scene(describing description: String) -> Scene {
        var all = figures, ticks: [Shape] = []
        for tick in axis.ticks() {
            ticks.append(
                .polyline([Point(x: tick.x, y: top), Point(x: tick.x, y: bottom)], Paint(stroke: theme.faint, width: 0.5, dashes: [1.5, 3])))
            ticks.append(.text(TextLine(runs: [run(tick.label, colour: theme.quiet)], place: Point(x: tick.x, y: bottom + 16), anchor: .middle)))
        }
        if axis.hasEarly { ticks += breakMarks }
        all.insert(Figure(classes: ["ticks"], shapes: ticks), at: 0)
        var y = 14.0
        for (block, name) in zip(heading, ["title", "caption"]) {
            all.append(Figure(classes: [name], shapes: block.shapes(from: Point(x: Self.margin, y: y))))
            y += block.size.height + 2
        }
        let legend = TimelineLegend(plot, showsMeans: plot.layout == .balance && !means.isEmpty).figure(
            at: Point(x: Self.margin, y: bottom + 40), unlabelled: unlabelled)
        all.append(legend)
        let height = (legend.frame?.maxY ?? bottom + 30) + 16
        return Scene(
            size: Size(width: Self.width, height: height), background: theme.paper, title: PlainText.clean(plot.title), description: description,
            figures: all)
    }
}

extension TimelinePlot.Mark {
    var radius: Double { min(11, 4 + 1.8 * Double(max(0, sources - 1)).squareRoot()) }

    /// The mark around a point: its outline tells the tone, its filling the status, a tail to the left that only an article dates it.
    func shapes(at centre: Point, _ tone: Tone, theme: Theme) -> [Shape] {
        let colour = tone.colour(theme), style = StatusStyle(status)
        func outline(_ paint: Paint) -> Shape { tone.shape(at: centre, radius: radius, paint) }
        var shapes: [Shape] = []
        if isDatedByArticle {
            let end = Point(x: centre.x - radius - 8, y: centre.y)
            shapes.append(.polyline([Point(x: centre.x - radius, y: centre.y), end], Paint(stroke: colour, width: 1.4)))
        }
        switch status {
        case .asserted: shapes.append(outline(Paint(fill: colour, stroke: theme.paper, width: 0.8)))
        case .former: shapes.append(outline(Paint(fill: theme.faint, stroke: colour, width: 1.2)))
        default: shapes.append(outline(Paint(fill: theme.paper, stroke: colour, width: 1.6, dashes: style.dashes.isEmpty ? [] : [2.5, 2])))
        }
        if style.mark != nil {
            let arm = radius * 0.75
            for sign in [1.0, -1.0] {
                let ends = [Point(x: centre.x - arm, y: centre.y - sign * arm), Point(x: centre.x + arm, y: centre.y + sign * arm)]
                shapes.append(.polyline(ends, Paint(stroke: colour, width: 1.6)))
            }
        }
        return shapes
    }

    /// What stands beside the mark.
    func label(_ page: TimelinePage, atMost length: Int = 52) -> [TextRun] {
        let words = page.run(TextWrapping.shorten(words, to: length), isStruck: StatusStyle(status).isStruck)
        // Where the axis does not tell the time, the words do.
        let when = page.axis.isEarly(date) ? [page.run(DateSpan.words(date) + " · ", size: 9.5, colour: page.theme.quiet)] : []
        return when + [words] + (status == .asserted ? [] : [page.run(" " + status.rawValue, size: 9.5, colour: page.theme.quiet)])
    }
}

extension Tone {
    /// A mark whose outline tells the tone: a diamond for conflict, a disc for cooperation, a square for all else.
    fileprivate func shape(at centre: Point, radius: Double, _ paint: Paint) -> Shape {
        switch self {
        case .conflict:
            let reach = radius * 1.3
            let corners = [Point(x: 0, y: -reach), Point(x: reach, y: 0), Point(x: 0, y: reach), Point(x: -reach, y: 0)]
            return .polygon(corners.map { centre + $0 }, paint)
        case .cooperation: return .ellipse(Frame(centre: centre, size: Size(width: 2 * radius, height: 2 * radius)), paint)
        case .neutral: return .rectangle(Frame(centre: centre, size: Size(width: 1.8 * radius, height: 1.8 * radius)), radius: 0, paint)
        }
    }
}
