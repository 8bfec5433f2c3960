import GraphModel

extension TimelinePage {
    private static let rowHeight = 19.0
    /// Most rows of one lane; what finds no room in them stays without words.
    private static let mostRows = 16

    /// A lane for each family of relations, in the ontology's order, each with as many rows as its words need.
    mutating func addLanes() {
        var ranks: [String: Int] = [:]
        for type in plot.ontology.relationTypes where ranks[type.group] == nil { ranks[type.group] = ranks.count }
        let groups = Dictionary(grouping: plot.marks) { plot.ontology[$0.type]?.group ?? "other" }
        bottom = top
        for (number, group) in groups.keys.sorted(by: { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) }).enumerated() {
            addLane(group, number: number, groups[group] ?? [])
        }
        if groups.isEmpty { bottom = top + 80 }
    }

    private mutating func addLane(_ name: String, number: Int, _ marks: [TimelinePlot.Mark]) {
        let laneTop = bottom + 6
        var rows: [Double] = [], placed: [(mark: TimelinePlot.Mark, row: Int, at: Double, hasWords: Bool, isLeft: Bool)] = []
        for mark in marks {
            let x = axis.x(of: mark.date), width = mark.label(self).reduce(0) { $0 + $1.width } + mark.radius + 6
            let tail = mark.isDatedByArticle ? mark.radius + 10 : mark.radius + 2
            let goesLeft = x + width > axis.right
            let start = goesLeft ? x - width - tail : x - tail, end = goesLeft ? x + mark.radius + 2 : x + width
            if let row = rows.firstIndex(where: { $0 <= start }) {
                rows[row] = end + 6
                placed.append((mark, row, x, true, goesLeft))
            } else if rows.count < Self.mostRows {
                rows.append(end + 6)
                placed.append((mark, rows.count - 1, x, true, goesLeft))
            } else {
                placed.append((mark, rows.count - 1, x, false, false))
                skipLabel()
            }
        }
        let height = Double(max(1, rows.count)) * Self.rowHeight
        if number % 2 == 0 {
            let lane = Frame(x: Self.margin - 8, y: laneTop - 3, width: axis.right - Self.margin + 16, height: height + 6)
            addBehind([.rectangle(lane, radius: 4, Paint(fill: theme.ground))])
        }
        let title = TextLine(runs: [run(name, isBold: true)], place: Point(x: Self.margin, y: laneTop + Self.rowHeight / 2 + 4))
        add(Figure(classes: ["lane"], shapes: [.text(title)]))
        for (mark, row, x, hasWords, isLeft) in placed {
            let centre = Point(x: x, y: laneTop + (Double(row) + 0.5) * Self.rowHeight), tone = Tone(plot.ontology[mark.type]),
                colour = tone.colour(theme)
            var shapes: [Shape] = []
            let span = mark.until.map { (from: x, to: axis.x(of: $0)) } ?? axis.span(of: mark.date)
            if span.to - span.from > 2 * mark.radius {
                // Below the words, which it would seem to strike out.
                let line = [Point(x: span.from, y: centre.y + 8), Point(x: span.to, y: centre.y + 8)]
                shapes.append(
                    .polyline(line, mark.until == nil ? Paint(stroke: colour, width: 1, dashes: [1, 2.5]) : Paint(stroke: colour, width: 2)))
            }
            shapes += mark.shapes(at: centre, tone, theme: theme)
            if hasWords {
                let runs = mark.label(self), width = runs.reduce(0) { $0 + $1.width }
                let start = isLeft ? x - mark.radius - (mark.isDatedByArticle ? 12 : 4) - width : x + mark.radius + 4
                shapes.append(.text(TextLine(runs: runs, place: Point(x: start, y: centre.y + 4))))
            }
            add(Figure(classes: ["mark", mark.status.rawValue], tooltip: PlainText.clean(mark.tooltip), shapes: shapes))
        }
        bottom = laneTop + height + 3
    }
}
