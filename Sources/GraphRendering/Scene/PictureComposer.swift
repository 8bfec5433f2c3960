import GraphModel

/// Puts a picture together: lays out its entities and lines, and sets title, legend, evidence and notes around them.
struct PictureComposer {
    /// Most lines that get words where the layout leaves no room for these.
    private static let mostWords = 120
    /// Characters of a line of words.
    static let widthOfWords = 26

    let drawing: GraphDrawing
    private let boxes: [EntityBox]
    private let words: [TextBlock]
    /// By edge, how it was drawn at the steps of growth; empty where only one graph is drawn.
    private let variants: [[Growth.Variant]]
    let evidence: EvidenceList
    private let clusters: [Clusters.Cluster]
    private let request: LayoutRequest

    init(_ drawing: GraphDrawing, showsSteps: Bool = false) {
        self.drawing = drawing
        let options = drawing.options, selection = drawing.selection
        let touched = Set(drawing.edges.filter { $0.key.change != .unchanged }.flatMap { [$0.key.subject, $0.key.object] })
        let heaviest = selection.weights.values.max() ?? 1
        boxes = selection.entities.map { entity in
            let share = heaviest > 0 ? (selection.weights[entity.id] ?? 0) / heaviest : 0
            return EntityBox(
                entity, share: min(1, share), change: drawing.changes[entity.id], isPale: drawing.isComparison && !touched.contains(entity.id),
                options: options)
        }
        let ranks = options.start.map { Distances.from($0, edges: drawing.edges) } ?? [:]
        let evidence = EvidenceList(drawing, ranks: ranks)
        let words = drawing.edges.map { Self.words(on: $0, drawing, numbers: evidence.numbers) }
        self.words = words
        let growth = showsSteps ? drawing.growth : nil
        let variants = growth.map { growth in
            drawing.edges.map { edge in growth.variants(of: edge) { Self.words(on: $0, drawing, numbers: evidence.numbers) } }
        }
        self.variants = variants ?? []
        // All that an edge ever says must find room.
        let rooms = words.indices.map { index in
            ([words[index]] + (variants?[index].map(\.words) ?? [])).map(EdgeFigures.room).reduce(Size(width: 0, height: 0)) {
                Size(width: max($0.width, $1.width), height: max($0.height, $1.height))
            }
        }
        self.evidence = evidence
        let clusters = Clusters(drawing).clusters
        self.clusters = clusters
        request = Self.request(drawing, boxes: boxes, rooms: rooms, clusters: clusters, ranks: ranks)
    }

    private static func request(
        _ drawing: GraphDrawing, boxes: [EntityBox], rooms: [Size], clusters: [Clusters.Cluster], ranks: [Entity.ID: Int]
    ) -> LayoutRequest {
        let indices = Dictionary(drawing.selection.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var homes: [Entity.ID: Int] = [:]
        for (index, cluster) in clusters.enumerated() {
            for member in cluster.members { homes[member] = index }
        }
        let nodes = zip(drawing.selection.entities, boxes).map {
            LayoutRequest.Node(size: $1.size, isEllipse: $1.isEllipse, cluster: homes[$0.id])
        }
        let hasWords = drawing.engine == .dot || drawing.edges.count <= mostWords
        let edges = zip(drawing.edges, rooms).compactMap { edge, room -> LayoutRequest.Edge? in
            guard let tail = indices[edge.key.subject], let head = indices[edge.key.object] else { return nil }
            let isReversed = (ranks[edge.key.subject] ?? 0) > (ranks[edge.key.object] ?? 0)
            return LayoutRequest.Edge(
                tail: tail, head: head, hasArrow: !edge.key.isSymmetric, label: hasWords ? room : nil, isReversed: isReversed)
        }
        precondition(edges.count == drawing.edges.count, "a line without its ends: PictureContent lists the ends of all relations")
        return LayoutRequest(
            nodes: nodes, edges: edges, clusters: clusters.count, engine: drawing.engine, runsDown: drawing.mayRunDown,
            gap: hasWords && drawing.edges.count > 0 ? 22 : 9)
    }

    func scene() throws -> Scene {
        let found = try GraphvizLayout.layout(request, seconds: drawing.options.timeLimit)
        var plan = Plan(request: found.request, layout: found.layout)
        plan.placeWords()
        let isStacked = drawing.options.isSideBySide && drawing.isComparison
        let panels = isStacked ? sides(plan) : [panel(plan, showing: { _ in true }, entities: { _ in true })]
        let isGrounded = !clusters.isEmpty && !plan.layout.clusters.contains { $0 != nil }
        let grounds =
            isGrounded ? "Grounds of one colour: \(Omissions.count(clusters.count, "group", "groups")) of entities that belong together." : nil
        let notes = [grounds, found.engine == request.engine ? nil : fallbackNote(found.engine)].compactMap(\.self)
        return compose(panels, linesWithoutWords: plan.linesWithoutWords, notes: notes)
    }

    private func fallbackNote(_ engine: LayoutEngine?) -> String {
        let instead = engine.map { "laid out by \($0.rawValue) instead" } ?? "the entities simply stand in rows"
        return "The layout by \(request.engine.rawValue) did not end in time: \(instead)."
    }
}

// The drawing itself.
extension PictureComposer {
    /// Figures with the frame that they cover.
    struct Panel {
        var figures: [Figure]
        var frame: Frame
        var name: String?
    }

    private func panel(
        _ plan: Plan, showing: (FoldedEdge) -> Bool, entities: (Entity.ID) -> Bool, earlier: Bool = false
    ) -> Panel {
        var frames: [Figure] = [], lines: [Figure] = [], labels: [Figure] = []
        for (index, cluster) in clusters.enumerated() {
            if plan.layout.clusters.indices.contains(index), let frame = plan.layout.clusters[index] {
                frames.append(clusterFigure(cluster, frame))
            } else {
                frames.append(ground(cluster, number: index, plan))
            }
        }
        for (index, edge) in drawing.edges.enumerated() where showing(edge) {
            let shown = earlier ? earlierEdge(edge) : edge
            let block = earlier && edge.key.change == .changed ? Self.words(on: shown, drawing) : words[index]
            let looks = variants.isEmpty ? [Look(edge: shown, words: block)] : looks(of: index)
            for look in looks {
                let figures = EdgeFigures(
                    look.edge, named: shown, look.suffix, words: look.words, drawing: drawing, isCrowded: plan.isCrowded, isHidden: look.isHidden)
                if let route = plan.layout.routes[index] { lines.append(figures.line(route, label: plan.labels[index], ends: plan.ends(of: index))) }
                if let place = plan.labels[index] { labels.append(figures.label(at: place, on: plan.layout.routes[index])) }
            }
        }
        let nodes = drawing.selection.entities.indices.filter { entities(drawing.selection.entities[$0].id) }
            .map { boxes[$0].figure(at: plan.layout.nodes[$0]) }
        return Panel(figures: frames + lines + labels + nodes, frame: plan.frame)
    }

    /// An edge as it is drawn.
    private struct Look {
        var edge: FoldedEdge
        var words: TextBlock
        /// Tells the ids of its figures apart from those of its other looks.
        var suffix = ""
        var isHidden = false
    }

    /// How an edge was drawn at the steps of growth; only the last look is there before a script chooses another one.
    private func looks(of index: Int) -> [Look] {
        variants[index].enumerated().map { number, variant in
            Look(
                edge: variant.edge, words: variant.words, suffix: EdgeFigures.suffix(ofVariant: number),
                isHidden: number + 1 < variants[index].count)
        }
    }

    private func clusterFigure(_ cluster: Clusters.Cluster, _ frame: Frame) -> Figure {
        let theme = drawing.options.theme
        let name = TextRun(text: PlainText.clean(TextWrapping.shorten(cluster.name, to: 40)), size: 9, colour: theme.quiet)
        return Figure(
            classes: ["cluster"],
            shapes: [
                .rectangle(frame, radius: 6, Paint(fill: theme.ground, stroke: theme.faint, width: 0.8)),
                .text(TextLine(runs: [name], place: Point(x: frame.x + 6, y: frame.y + 10))),
            ])
    }

    /// A coloured ground under the members of a cluster that no frame could hold together, and under the lines between them.
    private func ground(_ cluster: Clusters.Cluster, number: Int, _ plan: Plan) -> Figure {
        let theme = drawing.options.theme, colour = theme.grounds[number % theme.grounds.count]
        let members = Set(cluster.members), names = drawing.selection.entities.map(\.id)
        var shapes: [Shape] = []
        for (route, edge) in zip(plan.layout.routes, request.edges) {
            guard let route, members.contains(names[edge.tail]), members.contains(names[edge.head]) else { continue }
            shapes.append(.curve(route.curve, Paint(stroke: colour, width: 24)))
        }
        for (index, name) in names.enumerated() where members.contains(name) {
            let frame = Frame(centre: plan.layout.nodes[index], size: boxes[index].size).grown(by: 16)
            shapes.append(.rectangle(frame, radius: 18, Paint(fill: colour)))
        }
        return Figure(classes: ["cluster"], shapes: shapes)
    }

    /// The two graphs of a comparison, each with what it holds.
    private func sides(_ plan: Plan) -> [Panel] {
        /// One of the graphs, without entities that have no line in it.
        func side(without change: Change, earlier: Bool) -> Panel {
            let ends = Set(drawing.edges.filter { $0.key.change != change }.flatMap { [$0.key.subject, $0.key.object] })
            let always = drawing.options.showsIsolated ? Set(drawing.selection.entities.map(\.id)) : drawing.options.focus
            return panel(
                plan, showing: { $0.key.change != change },
                entities: { drawing.changes[$0] != change && (ends.contains($0) || always.contains($0)) }, earlier: earlier)
        }
        var before = side(without: .added, earlier: true), after = side(without: .removed, earlier: false)
        before.figures = before.figures.map { figure in
            var figure = figure
            figure.id = figure.id.map { $0 + "-before" }
            return figure
        }
        before.name = drawing.options.nameBefore
        after.name = drawing.options.nameAfter
        return [before, after]
    }

    /// A changed edge as it was.
    private func earlierEdge(_ edge: FoldedEdge) -> FoldedEdge {
        var edge = edge
        edge.relations = edge.relations.map { DrawnRelation($0.before ?? $0.relation, change: $0.change) }
        return edge
    }

    /// - Parameter numbers: what each relation is called in the list of evidence.
    static func words(on edge: FoldedEdge, _ drawing: GraphDrawing, numbers: [Relation.Key: Int] = [:]) -> TextBlock {
        EdgeWords(edge, ontology: drawing.ontology, theme: drawing.options.theme, width: Self.widthOfWords, numbers: numbers).block
    }
}
