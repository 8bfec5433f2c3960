/// Sets the ends of lines apart that a layout lets meet in one point of an entity's border, where arrowheads would cover each other.
struct EndSpreading {
    /// Wished distance of neighbouring ends, about an arrowhead's width.
    private static let gap = 7.5
    /// How far from an end a line shows from where it comes.
    private static let reach = 40.0

    private enum Side: Hashable, CaseIterable {
        case left, right, top, bottom

        /// Whether its ends stand one below the other.
        var isUpright: Bool { self == .left || self == .right }
    }

    /// The end of a route at a node.
    private struct End {
        var route: Int
        var isHead: Bool
        /// Where it is along the side.
        var place: Double
        /// Where the line is a little further out.
        var approach: Double
    }

    /// The layout with ends that keep a distance, each on the side where it was, in the order in which their lines come.
    ///
    /// Complexity: O(n log n) in the routes.
    static func spread(_ layout: Layout, _ request: LayoutRequest) -> Layout {
        var layout = layout
        var ends: [[Side: [End]]] = Array(repeating: [:], count: request.nodes.count)
        for (index, edge) in request.edges.enumerated() where edge.tail != edge.head {
            guard let route = layout.routes[index] else { continue }
            let line = Curves.flattened(route.curve)
            for isHead in [false, true] {
                let node = isHead ? edge.head : edge.tail, frame = Frame(centre: layout.nodes[node], size: request.nodes[node].size)
                let tip = isHead ? route.tip : route.curve[0], side = side(of: tip, frame)
                let out = Curves.place(on: isHead ? line.reversed() : line, at: min(0.5, reach / max(1, Curves.length(line)))).point
                let end = End(
                    route: index, isHead: isHead, place: side.isUpright ? tip.y : tip.x, approach: side.isUpright ? out.y : out.x)
                ends[node][side, default: []].append(end)
            }
        }
        // In a fixed order: of a short line, what one end moves matters to the other.
        for (node, sides) in ends.enumerated() {
            for side in Side.allCases {
                if let found = sides[side], found.count > 1 { spread(found, on: side, of: node, request, &layout) }
            }
        }
        return layout
    }

    private static func spread(_ ends: [End], on side: Side, of node: Int, _ request: LayoutRequest, _ layout: inout Layout) {
        let frame = Frame(centre: layout.nodes[node], size: request.nodes[node].size), isEllipse = request.nodes[node].isEllipse
        let ordered = ends.sorted { ($0.approach, $0.place, $0.route) < ($1.approach, $1.place, $1.route) }
        let middle = side.isUpright ? frame.centre.y : frame.centre.x
        let half = (side.isUpright ? frame.height : frame.width) / 2 * (isEllipse ? 0.75 : 1) - 3
        let places = apart(ordered.map(\.place), within: middle - half...middle + max(0.001, half))
        for (end, place) in zip(ordered, places) where abs(place - end.place) > 0.3 {
            guard var route = layout.routes[end.route] else { continue }
            let tip = end.isHead ? route.tip : route.curve[0]
            let shift = border(side, frame, at: place, isEllipse: isEllipse, like: tip) - tip
            route.curve = bent(route.curve, by: shift, at: end.isHead ? route.curve[route.curve.count - 1] : route.curve[0])
            if end.isHead { route.tip = route.tip + shift }
            layout.routes[end.route] = route
        }
    }

    /// A curve of which one end is moved, and the points near it less and less, so that no kink shows.
    private static func bent(_ curve: [Point], by shift: Point, at end: Point) -> [Point] {
        let range = max(60, shift.length * 6)
        return curve.map { point in
            let share = min(1, (point - end).length / range)
            return point + shift * (1 - share * share * (3 - 2 * share))
        }
    }

    /// Numbers that keep the wished distance, or as much of it as there is room for, each as near to what it was as the others allow: least squares
    /// by pooling adjacent violators (Barlow, Bartholomew, Bremner and Brunk, "Statistical Inference under Order Restrictions", 1972).
    static func apart(_ numbers: [Double], within range: ClosedRange<Double>) -> [Double] {
        let count = numbers.count
        guard count > 1 else { return numbers }
        let gap = min(gap, (range.upperBound - range.lowerBound) / Double(count - 1))
        var blocks: [(sum: Double, count: Int)] = []
        for (index, number) in numbers.enumerated() {
            blocks.append((number - Double(index) * gap, 1))
            while blocks.count > 1, let last = blocks.last {
                let before = blocks[blocks.count - 2]
                guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
                blocks.removeLast(2)
                blocks.append((before.sum + last.sum, before.count + last.count))
            }
        }
        return blocks.flatMap { block in Array(repeating: block.sum / Double(block.count), count: block.count) }.enumerated().map { index, start in
            let low = range.lowerBound + Double(index) * gap, high = range.upperBound - Double(count - 1 - index) * gap
            return min(max(start + Double(index) * gap, low), max(low, high))
        }
    }

    private static func side(of point: Point, _ frame: Frame) -> Side {
        let offset = point - frame.centre
        if abs(offset.x) / max(1, frame.width) >= abs(offset.y) / max(1, frame.height) { return offset.x < 0 ? .left : .right }
        return offset.y < 0 ? .top : .bottom
    }

    /// The point of a side at a place along it; on a straight side as far out as `point` is.
    private static func border(_ side: Side, _ frame: Frame, at place: Double, isEllipse: Bool, like point: Point) -> Point {
        guard isEllipse else { return side.isUpright ? Point(x: point.x, y: place) : Point(x: place, y: point.y) }
        let half = Size(width: frame.width / 2, height: frame.height / 2)
        let share = side.isUpright ? (place - frame.centre.y) / half.height : (place - frame.centre.x) / half.width
        let out = max(0, 1 - share * share).squareRoot()
        return switch side {
        case .left: Point(x: frame.centre.x - half.width * out, y: place)
        case .right: Point(x: frame.centre.x + half.width * out, y: place)
        case .top: Point(x: place, y: frame.centre.y - half.height * out)
        case .bottom: Point(x: place, y: frame.centre.y + half.height * out)
        }
    }
}
