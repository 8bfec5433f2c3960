/// Layouts by Graphviz, and what stands in for one that takes too long.
enum GraphvizLayout {
    /// A layout, the request that it answers, and the engine that found it: nil if none did in time and the nodes simply stand in rows.
    struct Answer {
        var request: LayoutRequest
        var layout: Layout
        var engine: LayoutEngine?
    }

    /// Places for what a request names. Layers are tried down the picture and across it where that is soon done, and the more readable layout wins.
    ///
    /// The engine asked for gets half of the time, springs what remains of it. Throws `RenderingError.graphviz` only if Graphviz cannot start.
    static func layout(_ request: LayoutRequest, seconds: Double) throws -> Answer {
        let clock = ContinuousClock(), start = clock.now
        let isLast = request.engine == .sfdp, isWhole = request.engine != .dot || request.clusters > 0
        let found = isWhole ? try best(request, seconds: isLast ? seconds : seconds / 2) : try inParts(request, seconds: seconds / 2)
        if let found { return Answer(request: request, layout: EndSpreading.spread(found, request), engine: request.engine) }
        if !isLast {
            var springs = request
            springs.engine = .sfdp
            let used = (clock.now - start) / .seconds(1)
            if let layout = try best(springs, seconds: max(0.2, seconds - used)) {
                return Answer(request: springs, layout: EndSpreading.spread(layout, springs), engine: .sfdp)
            }
        }
        return Answer(request: request, layout: PlainLayout.layout(request), engine: nil)
    }

    private static func best(_ request: LayoutRequest, seconds: Double) throws -> Layout? {
        try Candidates(request, seconds: seconds).best()
    }

    /// Each connected part on its own, all at the same time.
    private static func inParts(_ request: LayoutRequest, seconds: Double) throws -> Layout? {
        let split = ConnectedParts(request)
        let runs = try split.parts.map { try Candidates($0.request, seconds: seconds) }
        // All are waited for, also where one has failed already.
        let layouts = runs.map { $0.best() }
        let found = layouts.compactMap(\.self)
        guard found.count == layouts.count else { return nil }
        return found.count == 1 ? found[0] : split.layout(of: found)
    }

    /// Layouts of one request under way, each in its own process.
    private struct Candidates {
        private var runs: [(run: Graphviz.Run, request: LayoutRequest)] = []

        init(_ request: LayoutRequest, seconds: Double) throws {
            let requests = request.engine == .dot && request.runsDown ? [request, request.turned] : [request]
            runs = try requests.map { (try Graphviz.start(dot($0), with: $0.engine, seconds: seconds), $0) }
        }

        /// The most readable one; nil if none ended well.
        func best() -> Layout? {
            let found = runs.compactMap { run, request -> (layout: Layout, request: LayoutRequest)? in
                guard case .done(let bytes) = run.finish(), let layout = GraphvizLayout.read(bytes, request) else { return nil }
                return (layout, request)
            }
            guard found.count > 1 else { return found.first?.layout }
            let scores = found.map { Readability.score(of: $0.layout, $0.request) }
            return scores[1] > scores[0] ? found[1].layout : found[0].layout
        }
    }

    /// The request in Graphviz's language, without a word that it would have to measure.
    static func dot(_ request: LayoutRequest) -> String {
        let isLayered = request.engine == .dot
        var out = "digraph g {\ngraph [\(graphAttributes(request))]\nnode [label=\"\" fixedsize=true]\nedge [arrowsize=0.9]\n"
        var members: [[Int]] = Array(repeating: [], count: request.clusters)
        for (index, node) in request.nodes.enumerated() {
            let shape = node.isEllipse ? "ellipse" : "box"
            out += "n\(index) [shape=\(shape) width=\(inches(node.size.width)) height=\(inches(node.size.height))]\n"
            if let cluster = node.cluster { members[cluster].append(index) }
        }
        // Only these engines hold the members of clusters together.
        let knowsClusters = isLayered || request.engine == .fdp
        for (index, nodes) in members.enumerated() where knowsClusters && !nodes.isEmpty {
            // The margin leaves room for the cluster's name.
            out += "subgraph cluster_\(index) { margin=14 \(nodes.map { "n\($0)" }.joined(separator: " ")) }\n"
        }
        for (index, edge) in request.edges.enumerated() {
            out += edge.isReversed ? "n\(edge.head) -> n\(edge.tail)" : "n\(edge.tail) -> n\(edge.head)"
            out += " [id=\(index)"
            if !edge.hasArrow { out += " dir=none" } else if edge.isReversed { out += " dir=back" }
            if edge.weight > 1 { out += " weight=\(edge.weight)" }
            if isLayered, let label = edge.label {
                out += " label=<<TABLE BORDER=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"\(Int(label.width.rounded(.up)))\""
                out += " HEIGHT=\"\(Int(label.height.rounded(.up)))\"><TR><TD></TD></TR></TABLE>>"
            }
            if !isLayered, let label = edge.label { out += " len=\(inches(label.width + 70))" }
            out += "]\n"
        }
        return out + "}\n"
    }

    private static func graphAttributes(_ request: LayoutRequest) -> String {
        let count = request.nodes.count
        guard request.engine == .dot else {
            let overlap = count > 1000 ? "prism0" : "prism"
            return "overlap=\(overlap) splines=none sep=\"+\(Int(request.gap))\" outputorder=nodesfirst"
        }
        var out = "rankdir=\(request.runsDown ? "TB" : "LR") nodesep=\(request.runsDown ? 0.15 : 0.2) ranksep=\(request.runsDown ? 0.35 : 0.45)"
        // No `pack`: with it, Graphviz 2.42 leaves no room for words where a graph has several parts.
        // Stops looking for a better place of each node after a while: 16 s become 3 s for 200 nodes, and no wider.
        if count > 60 { out += " nslimit=1" }
        return out
    }

    private static func inches(_ points: Double) -> String { "\((points / 72 * 10_000).rounded() / 10_000)" }

    /// Places as `cgraphviz_write_layout` writes them; nil if nodes are missing.
    private static func read(_ bytes: [UInt8], _ request: LayoutRequest) -> Layout? {
        var nodes: [Point?] = Array(repeating: nil, count: request.nodes.count)
        var routes: [Layout.Route?] = Array(repeating: nil, count: request.edges.count)
        var labels: [Point?] = Array(repeating: nil, count: request.edges.count)
        var clusters: [Frame?] = Array(repeating: nil, count: request.clusters)
        var top = 0.0
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: " ")
            let numbers = fields.dropFirst().compactMap { Double($0) }
            guard let kind = fields.first, numbers.count == fields.count - 1, let first = numbers.first else { return nil }
            let index = Int(first)
            func point(_ at: Int) -> Point { Point(x: numbers[at], y: top - numbers[at + 1]) }
            switch kind {
            case "g" where numbers.count == 4: top = numbers[3]
            case "n" where numbers.count == 3 && nodes.indices.contains(index): nodes[index] = point(1)
            case "l" where numbers.count == 3 && labels.indices.contains(index): labels[index] = point(1)
            case "c" where numbers.count == 5 && clusters.indices.contains(index):
                clusters[index] = Frame(around: [point(1), point(3)])
            case "e" where numbers.count >= 7 && routes.indices.contains(index) && numbers.count == 5 + 2 * Int(numbers[4]):
                let drawn = stride(from: 5, to: numbers.count - 1, by: 2).map(point)
                let curve = request.edges[index].isReversed ? drawn.reversed() : drawn
                routes[index] = Layout.Route(curve: curve, tip: numbers[1] == 1 ? point(2) : curve[curve.count - 1])
            default: return nil
            }
        }
        let placed = nodes.compactMap(\.self)
        guard placed.count == nodes.count else { return nil }
        if request.engine != .dot { routes = StraightRoutes.routes(request, nodes: placed) }
        return Layout(nodes: placed, routes: routes, labels: labels, clusters: clusters)
    }
}
