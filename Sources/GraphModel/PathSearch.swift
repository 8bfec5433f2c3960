/// Finds the cheapest simple paths between two nodes of an undirected graph that is looked up as the search goes.
///
/// A hop costs 1. Passing through a node costs about the binary logarithm of its degree on top if `avoidsHubs` is set, so that two
/// things are not connected merely by both having to do with a country that everything has to do with. Of paths that cost the
/// same, the one whose nodes come first counts first. Yen, "Finding the k shortest loopless paths in a network" (1971), on A* search
/// (Hart, Nilsson and Raphael, 1968), whose estimate is the true cost from where a search from the other end has been.
public struct PathSearch<Node: Hashable> {
    /// The neighbours of a node, each once, without the node itself, in any order.
    private let neighbours: (Node) throws -> [Node]
    /// A total order of the nodes.
    private let precedes: (Node, Node) -> Bool
    /// With how many others a node has to do.
    private let degree: ((Node) throws -> Int)?
    private let avoidsHubs: Bool
    private let maximumHops: Int
    private var known: [Node: [Node]] = [:]
    private var tolls: [Node: Double] = [:]
    private var rest = PathRemainder<Node>()

    /// - Parameters:
    ///   - maximumHops: longer paths are not looked for.
    ///   - degree: with how many others a node has to do, called at most once for each; by default the number of its neighbours. Where
    ///     the search is held to a part of a graph, hubs may be those of the whole.
    ///   - neighbours: called at most once for each node.
    public init(
        avoidsHubs: Bool = true, maximumHops: Int = 6, precedes: @escaping (Node, Node) -> Bool, degree: ((Node) throws -> Int)? = nil,
        neighbours: @escaping (Node) throws -> [Node]
    ) {
        self.avoidsHubs = avoidsHubs
        self.maximumHops = maximumHops
        self.precedes = precedes
        self.degree = degree
        self.neighbours = neighbours
    }

    /// The `count` cheapest simple paths, from `start` to `end` with both, cheapest first; fewer if there are no more.
    /// Complexity: `count` times the path's length searches, each O(n log n) in the nodes that are half as far from one of the ends.
    public mutating func paths(from start: Node, to end: Node, count: Int) throws -> [[Node]] {
        guard start != end, count > 0 else { return [] }
        try explore(from: start, to: end)
        guard let first = try cheapest(from: [start], to: end, without: [:]) else { return [] }
        var found = [first], candidates: [Path] = []
        while found.count < count {
            let last = found[found.count - 1].nodes
            for index in 0..<(last.count - 1) {
                let root = Array(last[...index])
                var barred: [Node: Set<Node>] = [:]
                for path in found where path.nodes.starts(with: root) { barred[last[index], default: []].insert(path.nodes[index + 1]) }
                guard let path = try cheapest(from: root, to: end, without: barred) else { continue }
                if !candidates.contains(where: { $0.nodes == path.nodes }) { candidates.append(path) }
            }
            guard let best = candidates.indices.min(by: { isBefore(candidates[$0], candidates[$1]) }) else { break }
            found.append(candidates.remove(at: best))
        }
        return found.map(\.nodes)
    }

    private struct Path {
        var cost: Double
        /// At most what a path to the end that begins so costs in all.
        var estimate: Double
        var nodes: [Node]
        /// Whether the cost holds the toll of the last node.
        var isComplete = true
    }

    /// Searches from both ends until the searches meet, and keeps what the one from `end` has learned.
    private mutating func explore(from start: Node, to end: Node) throws {
        var forward = PathRemainder(to: start), backward = PathRemainder(to: end), best = Double.infinity
        while let ahead = forward.nearest, let back = backward.nearest, ahead + back < best {
            if ahead < back {
                try advance(&forward, against: backward, from: start, to: end, &best)
            } else {
                try advance(&backward, against: forward, from: end, to: start, &best)
            }
        }
        // Where the search from `start` ended before it met the other, there is no way.
        rest = forward.nearest == nil && best == .infinity ? PathRemainder() : backward
    }

    /// Takes the next step of one of two searches that look for each other.
    private mutating func advance(
        _ search: inout PathRemainder<Node>, against other: PathRemainder<Node>, from start: Node, to end: Node, _ best: inout Double
    ) throws {
        switch search.next() {
        case .settled(let node, let cost):
            if node == end { best = min(best, cost) }
            let toll = node == start ? 0 : try toll(of: node)
            if let rest = other.settled[node] { best = min(best, cost + rest + toll) }
            // Who is behind a hub is looked up only if the search ever gets past its toll.
            search.pass(node, cost + toll)
        case .passed(let node, let cost):
            for next in try lookUp(node) { search.reach(next, cost + 1) }
        }
    }

    /// The cheapest path to `end` that begins with the nodes of `root` and takes none of the barred hops.
    private mutating func cheapest(from root: [Node], to end: Node, without barred: [Node: Set<Node>]) throws -> Path? {
        var cost = 0.0
        for node in root.dropFirst() { cost += try 1 + toll(of: node) }
        // A way to a node is worth following if every cheaper way there is longer: it may be the only one within the limit.
        var fewestHops = Dictionary(uniqueKeysWithValues: root.dropLast().map { ($0, 0) })
        var queue = Heap(isBefore: isBefore)
        queue.push(Path(cost: cost, estimate: cost + rest.cost(from: root[root.count - 1]), nodes: root))
        while var path = queue.pop() {
            let node = path.nodes[path.nodes.count - 1], hops = path.nodes.count - 1
            if node == end { return path }
            guard hops < maximumHops, hops < fewestHops[node] ?? .max else { continue }
            guard path.isComplete else {
                // The toll of a node that is never reached need not be known.
                let toll = try toll(of: node)
                path.cost += toll
                path.estimate += toll
                path.isComplete = true
                queue.push(path)
                continue
            }
            fewestHops[node] = hops
            let closed = barred[node] ?? []
            for next in try lookUp(node) where hops + 1 < fewestHops[next] ?? .max && !closed.contains(next) {
                let estimate = path.cost + 1 + rest.cost(from: next)
                if estimate < .infinity {
                    queue.push(Path(cost: path.cost + 1, estimate: estimate, nodes: path.nodes + [next], isComplete: false))
                }
            }
        }
        return nil
    }

    /// The binary logarithm of the node's degree, straight between powers of two: sums of it are exact, whatever their order.
    private mutating func toll(of node: Node) throws -> Double {
        guard avoidsHubs else { return 0 }
        if let toll = tolls[node] { return toll }
        let degree = Double(max(1, try self.degree?(node) ?? lookUp(node).count))
        let toll = Double(degree.exponent) + (degree.significand - 1)
        tolls[node] = toll
        return toll
    }

    private mutating func lookUp(_ node: Node) throws -> [Node] {
        if let list = known[node] { return list }
        let list = try neighbours(node)
        known[node] = list
        return list
    }

    private func isBefore(_ a: Path, _ b: Path) -> Bool {
        a.estimate != b.estimate ? a.estimate < b.estimate : a.nodes.lexicographicallyPrecedes(b.nodes, by: precedes)
    }
}
