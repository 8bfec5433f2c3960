/// A layout that always ends at once: rows of nodes, those that belong together near each other. For what no engine placed in time.
enum PlainLayout {
    /// Complexity: linear in the request.
    static func layout(_ request: LayoutRequest) -> Layout {
        let order = order(request)
        let area = request.nodes.reduce(0) { $0 + ($1.size.width + 40) * ($1.size.height + 46) }
        let width = max((area * 1.6).squareRoot(), request.nodes.map(\.size.width).max() ?? 0)
        var nodes = Array(repeating: Point(x: 0, y: 0), count: request.nodes.count)
        var x = 0.0, y = 0.0, height = 0.0
        for index in order {
            let size = request.nodes[index].size
            if x > 0, x + size.width > width {
                x = 0
                y += height + 46
                height = 0
            }
            nodes[index] = Point(x: x + size.width / 2, y: y + size.height / 2)
            x += size.width + 40
            height = max(height, size.height)
        }
        return Layout(
            nodes: nodes, routes: StraightRoutes.routes(request, nodes: nodes), labels: request.edges.map { _ in nil },
            clusters: Array(repeating: nil, count: request.clusters))
    }

    /// Breadth first from the node with the most edges, and again from what is left.
    private static func order(_ request: LayoutRequest) -> [Int] {
        var neighbours: [[Int]] = Array(repeating: [], count: request.nodes.count)
        for edge in request.edges where edge.tail != edge.head {
            neighbours[edge.tail].append(edge.head)
            neighbours[edge.head].append(edge.tail)
        }
        let starts = request.nodes.indices.sorted {
            neighbours[$0].count == neighbours[$1].count ? $0 < $1 : neighbours[$0].count > neighbours[$1].count
        }
        var seen = Array(repeating: false, count: request.nodes.count), order: [Int] = []
        for start in starts where !seen[start] {
            seen[start] = true
            order.append(start)
            var next = order.count - 1
            while next < order.count {
                for other in neighbours[order[next]] where !seen[other] {
                    seen[other] = true
                    order.append(other)
                }
                next += 1
            }
        }
        return order
    }
}
