/// A picture in Graphviz's language of drawing operations (xdot), which it writes as PNG and PDF.
///
/// Dashes are drawn as lines of their own, because that language knows only two kinds of them.
struct DrawingOperations {
    private(set) var text = ""
    private let height: Double
    private var fill = "", stroke = "", width = -1.0, style = -1

    init(_ scene: Scene) {
        height = scene.size.height
        setFill(scene.background, opacity: 1)
        setStroke(scene.background)
        polygon(
            [
                Point(x: 0, y: 0), Point(x: scene.size.width, y: 0), Point(x: scene.size.width, y: height), Point(x: 0, y: height),
            ], isFilled: true)
        for figure in scene.figures {
            for shape in figure.shapes { draw(shape) }
        }
    }

    private mutating func draw(_ shape: Shape) {
        switch shape {
        case .polygon(let points, let paint): closed(points, paint)
        case .rectangle(let frame, let radius, let paint): closed(Curves.rectangle(frame, radius: radius), paint)
        case .ellipse(let frame, let paint):
            if paint.dashes.isEmpty {
                ellipse(frame, paint)
            } else {
                closed(Curves.ellipse(frame), paint)
            }
        case .polyline(let points, let paint): open(points, paint)
        case .curve(let points, let paint):
            if paint.dashes.isEmpty {
                guard begin(stroke: paint) else { return }
                text += "B \(points.count)\(list(points)) "
            } else {
                open(Curves.flattened(points), paint)
            }
        case .text(let line): draw(line)
        }
    }

    private mutating func closed(_ points: [Point], _ paint: Paint) {
        if let colour = paint.fill {
            setFill(colour, opacity: paint.opacity)
            let isOutlined = paint.stroke != nil && paint.dashes.isEmpty
            if isOutlined { _ = begin(stroke: paint) } else { setStroke(colour, alpha: 0) }
            polygon(points, isFilled: true)
            if isOutlined { return }
        }
        guard paint.stroke != nil, let first = points.first else { return }
        open(points + [first], paint)
    }

    private mutating func open(_ points: [Point], _ paint: Paint) {
        guard begin(stroke: paint) else { return }
        let pieces = paint.dashes.isEmpty ? [points] : Curves.dashed(points, pattern: paint.dashes)
        for piece in pieces { text += "L \(piece.count)\(list(piece)) " }
    }

    private mutating func ellipse(_ frame: Frame, _ paint: Paint) {
        if let colour = paint.fill { setFill(colour, opacity: paint.opacity) }
        if !begin(stroke: paint) { setStroke(paint.fill ?? "#000000", alpha: 0) }
        let centre = frame.centre
        text += "\(paint.fill == nil ? "e" : "E") \(Self.number(centre.x)) \(Self.number(height - centre.y))"
        text += " \(Self.number(frame.width / 2)) \(Self.number(frame.height / 2)) "
    }

    private mutating func draw(_ line: TextLine) {
        var x = line.start
        for run in line.runs {
            setStroke(run.colour)
            let flags = (run.isBold ? 1 : 0) | (run.isStruck ? 32 : 0)
            if flags != style {
                text += "t \(flags) "
                style = flags
            }
            text += "F \(Self.number(run.size)) \(Theme.font.utf8.count) -\(Theme.font) "
            // Graphviz draws text a fifth of its size above the baseline that it is given.
            let baseline = height - line.place.y - run.size * 0.2
            // Spaces at the ends of a run move what follows, but a renderer may drop them.
            let words = run.text.drop { $0 == " " }
            let gap = TextMetrics.width(of: String(run.text.prefix(run.text.count - words.count)), size: run.size, isBold: run.isBold)
            if !words.isEmpty {
                // A line of one run is centred by the renderer, which knows the true width of letters that are only estimated here.
                let isCentred = line.anchor == .middle && line.runs.count == 1
                let anchor =
                    isCentred ? "\(Self.number(line.place.x)) \(Self.number(baseline)) 0" : "\(Self.number(x + gap)) \(Self.number(baseline)) -1"
                text += "T \(anchor) \(Self.number(run.width)) \(words.utf8.count) -\(words) "
            }
            x += run.width
        }
    }

    private mutating func polygon(_ points: [Point], isFilled: Bool) { text += "\(isFilled ? "P" : "p") \(points.count)\(list(points)) " }

    /// Sets pen and width; false if the shape has no outline.
    private mutating func begin(stroke paint: Paint) -> Bool {
        guard let colour = paint.stroke else { return false }
        setStroke(colour)
        if paint.width != width {
            width = paint.width
            let words = "setlinewidth(\(Self.number(width)))"
            text += "S \(words.utf8.count) -\(words) "
        }
        return true
    }

    private mutating func setStroke(_ colour: String, alpha: Double = 1) {
        let colour = Self.colour(colour, alpha)
        guard colour != stroke else { return }
        stroke = colour
        text += "c \(colour.utf8.count) -\(colour) "
    }

    private mutating func setFill(_ colour: String, opacity: Double) {
        let colour = Self.colour(colour, opacity)
        guard colour != fill else { return }
        fill = colour
        text += "C \(colour.utf8.count) -\(colour) "
    }

    private static func colour(_ colour: String, _ alpha: Double) -> String {
        guard alpha < 1 else { return colour }
        let value = Int((alpha * 255).rounded())
        return colour + (value < 16 ? "0" : "") + String(value, radix: 16, uppercase: true)
    }

    private func list(_ points: [Point]) -> String {
        points.reduce(into: "") { $0 += " \(Self.number($1.x)) \(Self.number(height - $1.y))" }
    }

    private static func number(_ value: Double) -> String { PlainText.number(value) }
}
