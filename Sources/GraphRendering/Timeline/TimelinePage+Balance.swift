import GraphModel

extension TimelinePage {
    private static let height = 380.0

    /// Cooperation above, conflict below, by score; what has none stands on the line between them.
    mutating func addBalance() {
        bottom = top + Self.height
        addScale()
        addMeans()
        var places: [(mark: TimelinePlot.Mark, at: Point, tone: Tone)] = []
        for mark in plot.marks {
            let type = plot.ontology[mark.type], score = type?.score ?? 0, tone = Tone(type), colour = tone.colour(theme)
            var place = Point(x: axis.x(of: mark.date), y: y(of: score))
            // Marks of one day and score stand side by side.
            let wished = place.x
            for step in 0..<400 where places.contains(where: { ($0.at - place).length < $0.mark.radius + mark.radius }) {
                let shift = Double(step / 2 + 1) * (step % 2 == 0 ? 3 : -3)
                if (axis.left...axis.right).contains(wished + shift) { place.x = wished + shift }
            }
            places.append((mark, place, tone))
            let span = axis.span(of: mark.date)
            var shapes: [Shape] = []
            if span.to - span.from > 2 * mark.radius {
                // Words must not stand on it: it would look like striking them out.
                let line = [Point(x: span.from, y: place.y), Point(x: span.to, y: place.y)]
                add(Figure(classes: ["span"], shapes: [.polyline(line, Paint(stroke: colour, width: 1, dashes: [1, 2.5]))]), blocking: true)
            }
            if abs(score) > 0.5 {
                shapes.append(.polyline([Point(x: place.x, y: y(of: 0)), place], Paint(stroke: colour, width: 1.2)))
            }
            add(Figure(classes: ["stem"], shapes: shapes))
        }
        for (index, place) in places.enumerated() {
            add(
                Figure(
                    id: "mark-\(index + 1)", classes: ["mark", place.mark.status.rawValue], tooltip: PlainText.clean(place.mark.tooltip),
                    shapes: place.mark.shapes(at: place.at, place.tone, theme: theme)), blocking: true)
        }
        // What many tell is named first.
        let order = places.indices.sorted { (-places[$0].mark.sources, $0) < (-places[$1].mark.sources, $1) }
        for index in order { addLabel(places[index].mark, at: places[index].at) }
    }

    private func y(of score: Double) -> Double { top + Self.height / 2 - min(10, max(-10, score)) / 10 * (Self.height / 2 - 16) }

    private mutating func addScale() {
        var shapes: [Shape] = []
        for score in [10.0, 5, 0, -5, -10] {
            let height = y(of: score)
            shapes.append(
                .polyline(
                    [Point(x: axis.left, y: height), Point(x: axis.right, y: height)],
                    score == 0 ? Paint(stroke: theme.neutral, width: 1.2) : Paint(stroke: theme.faint, width: 0.5)))
            let label = score > 0 ? "+\(Int(score))" : score < 0 ? "−\(Int(-score))" : "0", text = run(label, colour: theme.quiet)
            shapes.append(.text(TextLine(runs: [text], place: Point(x: axis.left - 8 - text.width, y: height + 4))))
        }
        let names = [("cooperation", theme.cooperation, 7.0), ("conflict", theme.conflict, -7.5)]
        for (name, colour, score) in names {
            shapes.append(
                .text(TextLine(runs: [run(name, size: 9.5, colour: colour, isBold: true)], place: Point(x: Self.margin, y: y(of: score) + 4))))
        }
        add(Figure(classes: ["scale"], shapes: shapes))
    }

    /// The mean score of what is told as fact, span by span, where there is enough to take a mean of.
    private mutating func addMeans() {
        let shapes = means.map { mean in
            Shape.polyline(
                [
                    Point(x: axis.x(ofDay: mean.days.lowerBound), y: y(of: mean.score)),
                    Point(x: axis.x(ofDay: mean.days.upperBound), y: y(of: mean.score)),
                ],
                Paint(stroke: theme.changed, width: 3))
        }
        guard !shapes.isEmpty else { return }
        add(Figure(classes: ["mean"], tooltip: "mean score of what is told as fact", shapes: shapes))
        for shape in shapes { block(shape.frame) }
    }

    /// Spans of days with the mean score of what is told of them as fact; none if there are too few to say anything.
    var means: [(days: Range<Int>, score: Double)] {
        let scored = plot.marks.filter { $0.status == .asserted }.compactMap { mark in
            plot.ontology[mark.type]?.score.map { (day: mark.date.firstDay.dayNumber, score: $0) }
        }
        let means = axis.bins().compactMap { bin -> (days: Range<Int>, score: Double)? in
            let scores = scored.filter { bin.contains($0.day) }.map(\.score)
            return scores.isEmpty ? nil : (bin, scores.reduce(0, +) / Double(scores.count))
        }
        return scored.count >= 6 && means.count >= 3 ? means : []
    }

    /// Names a mark where there is room: beside it, or further out than it.
    private mutating func addLabel(_ mark: TimelinePlot.Mark, at place: Point) {
        let runs = mark.label(self), width = runs.reduce(0) { $0 + $1.width }
        let outward = place.y < top + Self.height / 2 + 1 ? -1.0 : 1.0, gap = mark.radius + 4
        let tail = mark.isDatedByArticle ? 9.0 : 0
        let isOnLine = abs(place.y - (top + Self.height / 2)) < 6
        var candidates = isOnLine ? [] : [Point(x: place.x + gap, y: place.y + 4), Point(x: place.x - gap - tail - width, y: place.y + 4)]
        for step in 1...4 {
            let height = place.y + outward * (gap + 4 + Double(step - 1) * 13) + (outward > 0 ? 6 : 0)
            candidates += [Point(x: place.x - width / 2, y: height), Point(x: place.x + 4, y: height), Point(x: place.x - width - 4, y: height)]
        }
        for candidate in candidates {
            let line = TextLine(runs: runs, place: candidate), frame = line.frame
            guard frame.x >= axis.left, frame.maxX <= axis.right, frame.y >= top, frame.maxY <= bottom, isFree(frame) else { continue }
            let ground = Shape.rectangle(frame, radius: 2, Paint(fill: theme.paper, opacity: 0.8))
            add(Figure(classes: ["words"], tooltip: PlainText.clean(mark.tooltip), shapes: [ground, .text(line)]), blocking: true)
            return
        }
        skipLabel()
    }
}
