/// Lines between nodes that have their places already: straight, or bent where several join the same two nodes.
enum StraightRoutes {
    /// Length of an arrowhead.
    static let arrow = 9.0

    /// A route for each edge of a request.
    static func routes(_ request: LayoutRequest, nodes: [Point]) -> [Layout.Route?] {
        var groups: [Pair: [Int]] = [:]
        for (index, edge) in request.edges.enumerated() { groups[Pair(edge.tail, edge.head), default: []].append(index) }
        var routes: [Layout.Route?] = Array(repeating: nil, count: request.edges.count)
        for (pair, edges) in groups {
            for (rank, index) in edges.enumerated() {
                let edge = request.edges[index]
                if edge.tail == edge.head {
                    routes[index] = loop(around: frame(request, nodes, edge.tail), rank: rank, hasArrow: edge.hasArrow)
                    continue
                }
                // Bent to one side by rank, the same side whichever way the edge runs.
                let bend = (Double(rank) - Double(edges.count - 1) / 2) * 26 * (edge.tail == pair.low ? 1 : -1)
                routes[index] = route(
                    from: frame(request, nodes, edge.tail), request.nodes[edge.tail].isEllipse, to: frame(request, nodes, edge.head),
                    request.nodes[edge.head].isEllipse, bend: bend, hasArrow: edge.hasArrow)
            }
        }
        return routes
    }

    private struct Pair: Hashable {
        var low: Int
        var high: Int

        init(_ a: Int, _ b: Int) { (low, high) = a < b ? (a, b) : (b, a) }
    }

    private static func frame(_ request: LayoutRequest, _ nodes: [Point], _ index: Int) -> Frame {
        Frame(centre: nodes[index], size: request.nodes[index].size)
    }

    private static func route(
        from tail: Frame, _ tailIsEllipse: Bool, to head: Frame, _ headIsEllipse: Bool, bend: Double, hasArrow: Bool
    ) -> Layout.Route {
        let side = (head.centre - tail.centre).unit.turned
        let knee = (tail.centre + head.centre) * 0.5 + side * bend
        let start = Curves.exit(of: tail, towards: knee, isEllipse: tailIsEllipse)
        let tip = Curves.exit(of: head, towards: knee, isEllipse: headIsEllipse)
        let end = hasArrow ? tip + (knee - tip).unit * min(arrow, (tip - start).length / 2) : tip
        guard bend != 0 else { return Layout.Route(curve: Curves.line(from: start, to: end), tip: tip) }
        return Layout.Route(curve: [start, start + (knee - start) * 0.66, end + (knee - end) * 0.66, end], tip: tip)
    }

    private static func loop(around box: Frame, rank: Int, hasArrow: Bool) -> Layout.Route {
        let reach = 24 + Double(rank) * 14
        let start = Point(x: box.maxX, y: box.centre.y - box.height / 5), tip = Point(x: box.maxX, y: box.centre.y + box.height / 5)
        let end = hasArrow ? Point(x: tip.x + arrow, y: tip.y + 2) : tip
        return Layout.Route(
            curve: [start, Point(x: start.x + reach, y: start.y - reach / 2), Point(x: end.x + reach, y: end.y + reach / 2), end], tip: tip)
    }
}
