/// How well a layout can be read.
enum Readability {
    /// The higher the better: how large the picture appears on a page, less what lines cross.
    ///
    /// Complexity: quadratic in the pieces of all lines.
    static func score(of layout: Layout, _ request: LayoutRequest) -> Double {
        let lines = layout.routes.map { $0.map { Curves.flattened($0.curve, steps: 3) } ?? [] }
        let frames = zip(layout.nodes, request.nodes).map { Frame(centre: $0, size: $1.size) }
        guard let all = Frame(around: lines.joined() + frames.map(\.centre)) else { return 0 }
        // A page is half as wide again as high.
        let scale = min(1500 / max(all.width, 600), 1000 / max(all.height, 400))
        let words = zip(layout.labels, request.edges).map { place, edge in
            place.flatMap { place in edge.label.map { Frame(centre: place, size: $0).grown(by: -2) } }
        }
        let boxes = lines.map { Frame(around: $0) ?? Frame(x: 0, y: 0, width: 0, height: 0) }
        var crossings = 0, covered = 0
        for (index, line) in lines.enumerated() {
            for other in lines.indices where other != index {
                if other > index, boxes[index].overlaps(boxes[other]) { crossings += Self.crossings(line, lines[other]) }
                if let frame = words[other], boxes[index].overlaps(frame), line.contains(where: { frame.holds($0) }) { covered += 1 }
            }
        }
        let trouble = Double(crossings + 3 * covered) / Double(max(1, lines.count))
        return scale / (1 + 0.35 * trouble)
    }

    private static func crossings(_ a: [Point], _ b: [Point]) -> Int {
        var count = 0
        for (p, q) in zip(a, a.dropFirst()) {
            for (r, s) in zip(b, b.dropFirst()) where side(p, q, r) != side(p, q, s) && side(r, s, p) != side(r, s, q) { count += 1 }
        }
        return count
    }

    private static func side(_ a: Point, _ b: Point, _ c: Point) -> Bool { (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x) }
}

extension Frame {
    /// Whether a point lies inside.
    func holds(_ point: Point) -> Bool { x < point.x && point.x < maxX && y < point.y && point.y < maxY }
}
