import GraphModel

/// Explains what occurs in a plot of time.
struct TimelineLegend {
    private let plot: TimelinePlot

    private let showsMeans: Bool

    init(_ plot: TimelinePlot, showsMeans: Bool) {
        self.plot = plot
        self.showsMeans = showsMeans
    }

    /// The entries in lines from an upper left corner, and what was left out.
    func figure(at corner: Point, unlabelled: Int) -> Figure {
        let theme = plot.theme
        var shapes: [Shape] = [], x = corner.x, y = corner.y
        for (sample, words) in entries {
            let text = TextRun(text: words, size: 9.5, colour: theme.quiet), width = 30 + text.width + 16
            if x + width > TimelinePage.width - TimelinePage.margin {
                x = corner.x
                y += 18
            }
            let centre = Point(x: x + 14, y: y)
            shapes +=
                sample.map { $0.shapes(at: centre, Tone(plot.ontology[$0.type]), theme: theme) } ?? [
                    .polyline([Point(x: centre.x - 9, y: y), Point(x: centre.x + 9, y: y)], Paint(stroke: theme.changed, width: 3))
                ]
            shapes.append(.text(TextLine(runs: [text], place: Point(x: x + 30, y: y + 3.5))))
            x += width
        }
        if unlabelled > 0 {
            let note = TextRun(
                text: "\(unlabelled) of \(plot.marks.count) marks stand without words for want of room", size: 9.5, colour: theme.quiet)
            shapes.append(.text(TextLine(runs: [note], place: Point(x: corner.x, y: y + 20))))
        }
        if plot.marks.isEmpty {
            let note = TextRun(text: "nothing is dated", size: 11, colour: theme.quiet)
            shapes.append(.text(TextLine(runs: [note], place: Point(x: corner.x, y: y + 4))))
        }
        return Figure(classes: ["legend"], shapes: shapes)
    }

    /// A mark to show, or nil for the line of means; and what it means.
    private var entries: [(TimelinePlot.Mark?, String)] {
        func sample(_ type: RelationType.ID = "", _ status: Status = .asserted, sources: Int = 1, byArticle: Bool = false) -> TimelinePlot.Mark {
            TimelinePlot.Mark(
                date: plot.marks[0].date, isDatedByArticle: byArticle, type: type, status: status, words: "", sources: sources)
        }
        guard !plot.marks.isEmpty else { return [] }
        var entries: [(TimelinePlot.Mark?, String)] = []
        for tone in Tone.allCases {
            guard let type = plot.marks.first(where: { Tone(plot.ontology[$0.type]) == tone })?.type else { continue }
            entries.append((sample(type), tone.name))
        }
        let statuses = Set(plot.marks.map(\.status))
        let unsure: [Status] = [.planned, .possible, .alleged, .requested].filter(statuses.contains)
        let struck: [Status] = [.denied, .cancelled].filter(statuses.contains)
        for (some, words) in [(unsure, unsure), (struck, struck), ([.former].filter(statuses.contains), [.former])] {
            guard let first = some.first else { continue }
            entries.append((sample("", first), words.map(\.rawValue).joined(separator: ", ")))
        }
        if plot.marks.contains(where: { $0.sources > 1 }) { entries.append((sample(sources: 5), "larger: more sources")) }
        if plot.marks.contains(where: \.isDatedByArticle) { entries.append((sample(byArticle: true), "with a tail: dated by its article")) }
        if showsMeans { entries.append((nil, "mean score of the facts")) }
        return entries
    }

}
