/// A layout with places for the words that it left without one, and with the frame that all of it covers.
struct Plan {
    private let request: LayoutRequest
    let layout: Layout
    /// The middle of each edge's words; nil for those without.
    private(set) var labels: [Point?]

    init(request: LayoutRequest, layout: Layout) {
        self.request = request
        var layout = layout
        if layout.routes.contains(where: { $0 == nil }) {
            // What the engine did not route runs straight.
            let straight = StraightRoutes.routes(request, nodes: layout.nodes)
            layout.routes = zip(layout.routes, straight).map { $0 ?? $1 }
        }
        self.layout = layout
        labels = layout.labels
    }

    /// Whether lines lie so close that they hide each other.
    var isCrowded: Bool { request.engine != .dot && request.edges.count > 150 }

    /// How many edges have words but no room for them.
    var linesWithoutWords: Int { zip(request.edges, labels).count { $1 == nil } }

    /// The boxes that an edge joins.
    func ends(of edge: Int) -> [Frame] {
        [request.edges[edge].tail, request.edges[edge].head].map { Frame(centre: layout.nodes[$0], size: request.nodes[$0].size) }
    }

    private var nodeFrames: [Frame] { zip(layout.nodes, request.nodes).map { Frame(centre: $0, size: $1.size) } }

    /// Finds room for words, those of a layered layout where it reserved room for them.
    mutating func placeWords() {
        var placement = LabelPlacement(nodes: nodeFrames)
        for (index, edge) in request.edges.enumerated() {
            guard let size = edge.label, let route = layout.routes[index] else {
                labels[index] = nil
                continue
            }
            labels[index] = placement.place(size, wished: layout.labels[index], on: Curves.flattened(route.curve))
        }
    }

    /// Nodes, lines, words and clusters together.
    var frame: Frame {
        var frames = nodeFrames + layout.clusters.compactMap(\.self)
        for route in layout.routes { if let route, let frame = Frame(around: Curves.flattened(route.curve)) { frames.append(frame) } }
        for (edge, place) in zip(request.edges, labels) { if let size = edge.label, let place { frames.append(Frame(centre: place, size: size)) } }
        guard let first = frames.first else { return Frame(x: 0, y: 0, width: 0, height: 0) }
        return frames.dropFirst().reduce(first) { $0.union($1) }.grown(by: 3)
    }
}
