/// The parts of a request that no line joins, laid out on their own and put together again.
struct ConnectedParts {
    struct Part {
        var request: LayoutRequest
        /// The node of the whole request that each node is.
        var nodes: [Int]
        /// The edge of the whole request that each edge is.
        var edges: [Int]
    }

    /// Most parts that are laid out on their own; what is left makes one part.
    private static let most = 24
    private static let gap = 34.0

    /// The largest first, then in the order of their first nodes.
    let parts: [Part]

    init(_ request: LayoutRequest) {
        var parents = Array(request.nodes.indices)
        func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node {
                parents[node] = parents[parents[node]]
                node = parents[node]
            }
            return node
        }
        for edge in request.edges {
            let (a, b) = (root(edge.tail), root(edge.head))
            parents[max(a, b)] = min(a, b)
        }
        var groups = Dictionary(grouping: request.nodes.indices, by: root).sorted {
            $0.value.count == $1.value.count ? $0.key < $1.key : $0.value.count > $1.value.count
        }.map(\.value)
        if groups.count > Self.most { groups = groups[..<(Self.most - 1)] + [groups[(Self.most - 1)...].flatMap(\.self).sorted()] }
        var homes = Array(repeating: (part: 0, place: 0), count: request.nodes.count)
        for (part, nodes) in groups.enumerated() {
            for (place, node) in nodes.enumerated() { homes[node] = (part, place) }
        }
        var edges: [[Int]] = Array(repeating: [], count: groups.count)
        for (index, edge) in request.edges.enumerated() { edges[homes[edge.tail].part].append(index) }
        parts = zip(groups, edges).enumerated().map { index, pair in
            var part = request
            part.nodes = pair.0.map { request.nodes[$0] }
            part.edges = pair.1.map { number in
                var edge = request.edges[number]
                (edge.tail, edge.head) = (homes[edge.tail].place, homes[edge.head].place)
                return edge
            }
            // Small parts are rows or columns in the room beside the large one.
            if index > 0 { part.runsDown = false }
            return Part(request: part, nodes: pair.0, edges: pair.1)
        }
    }

    /// One layout of those of the parts: the first, and the others in rows below it.
    func layout(of layouts: [Layout]) -> Layout {
        var whole = Layout(
            nodes: Array(repeating: Point(x: 0, y: 0), count: parts.reduce(0) { $0 + $1.nodes.count }),
            routes: Array(repeating: nil, count: parts.reduce(0) { $0 + $1.edges.count }),
            labels: Array(repeating: nil, count: parts.reduce(0) { $0 + $1.edges.count }), clusters: [])
        var width = 700.0, x = 0.0, y = 0.0, height = 0.0
        for (index, (part, layout)) in zip(parts, layouts).enumerated() {
            let frame = Plan(request: part.request, layout: layout).frame
            if index == 0 { width = max(width, frame.width) }
            if index == 1 || (x > 0 && x + frame.width > width) {
                x = 0
                y += height + Self.gap
                height = 0
            }
            let offset = Point(x: x - frame.x, y: y - frame.y)
            for (place, node) in part.nodes.enumerated() { whole.nodes[node] = layout.nodes[place] + offset }
            for (place, edge) in part.edges.enumerated() {
                whole.routes[edge] = layout.routes[place].map { Layout.Route(curve: $0.curve.map { $0 + offset }, tip: $0.tip + offset) }
                whole.labels[edge] = layout.labels[place].map { $0 + offset }
            }
            x += frame.width + Self.gap
            height = max(height, frame.height)
        }
        return whole
    }
}
