extension Figure {
    /// The same figure elsewhere.
    func moved(by offset: Point) -> Figure {
        var figure = self
        figure.shapes = shapes.map { $0.moved(by: offset) }
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
}
