extension Figure {
    /// The same figure elsewhere.
    func moved(by offset: Point) -> Figure {
        var figure = self
        figure.shapes = shapes.map { $0.moved(by: offset) }
        return figure
    }

    /// The same figure, larger by a factor around the origin.
    func scaled(by factor: Double) -> Figure {
        guard factor != 1 else { return self }
        var figure = self
        figure.shapes = shapes.map { $0.scaled(by: factor) }
        return figure
    }
}

extension Shape {
    /// The same shape elsewhere.
    func moved(by offset: Point) -> Shape {
        switch self {
        case .polygon(let points, let paint): .polygon(points.map { $0 + offset }, paint)
        case .polyline(let points, let paint): .polyline(points.map { $0 + offset }, paint)
        case .curve(let points, let paint): .curve(points.map { $0 + offset }, paint)
        case .rectangle(let frame, let radius, let paint): .rectangle(frame.moved(by: offset), radius: radius, paint)
        case .ellipse(let frame, let paint): .ellipse(frame.moved(by: offset), paint)
        case .text(let line): .text(TextLine(runs: line.runs, place: line.place + offset, anchor: line.anchor))
        }
    }

    /// The same shape, larger by a factor around the origin.
    func scaled(by factor: Double) -> Shape {
        func larger(_ paint: Paint) -> Paint {
            var paint = paint
            paint.width *= factor
            paint.dashes = paint.dashes.map { $0 * factor }
            return paint
        }
        func larger(_ frame: Frame) -> Frame {
            Frame(x: frame.x * factor, y: frame.y * factor, width: frame.width * factor, height: frame.height * factor)
        }
        switch self {
        case .polygon(let points, let paint): return .polygon(points.map { $0 * factor }, larger(paint))
        case .polyline(let points, let paint): return .polyline(points.map { $0 * factor }, larger(paint))
        case .curve(let points, let paint): return .curve(points.map { $0 * factor }, larger(paint))
        case .rectangle(let frame, let radius, let paint): return .rectangle(larger(frame), radius: radius * factor, larger(paint))
        case .ellipse(let frame, let paint): return .ellipse(larger(frame), larger(paint))
        case .text(let line):
            let runs = line.runs.map { run in
                var run = run
                run.size *= factor
                return run
            }
            return .text(TextLine(runs: runs, place: line.place * factor, anchor: line.anchor))
        }
    }
}
