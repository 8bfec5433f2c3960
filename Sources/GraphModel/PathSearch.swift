/// Finds the cheapest simple paths between two nodes of an undirected graph that is looked up as the search goes.
///
/// A hop costs 1. Passing through a node costs about the binary logarithm of its degree on top if `avoidsHubs` is set, so that two
/// things are not connected merely by both having to do with a country that everything has to do with. Of paths that cost the
/// same, the one whose nodes come first counts first. Yen, "Finding the k shortest loopless paths in a network" (1971), on
/// Dijkstra's algorithm.
public struct PathSearch<Node: Hashable> {
    /// The neighbours of a node, each once, without the node itself, in any order.
    private let neighbours: (Node) throws -> [Node]
    /// A total order of the nodes.
    private let precedes: (Node, Node) -> Bool
    private let avoidsHubs: Bool
    private let maximumHops: Int
    private var known: [Node: [Node]] = [:]

    /// - Parameters:
    ///   - maximumHops: longer paths are not looked for.
    ///   - neighbours: called at most once for each node.
    public init(
        avoidsHubs: Bool = true, maximumHops: Int = 6, precedes: @escaping (Node, Node) -> Bool,
        neighbours: @escaping (Node) throws -> [Node]
    ) {
        self.avoidsHubs = avoidsHubs
        self.maximumHops = maximumHops
        self.precedes = precedes
        self.neighbours = neighbours
    }

    /// The `count` cheapest simple paths, from `start` to `end` with both, cheapest first; fewer if there are no more.
    /// Complexity: `count` times the path's length searches, each O(n log n) in the nodes that are cheaper to reach than `end`.
    public mutating func paths(from start: Node, to end: Node, count: Int) throws -> [[Node]] {
        guard start != end, count > 0, let first = try cheapest(from: [start], to: end, without: [:]) else { return [] }
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
        var nodes: [Node]
        /// Whether the cost holds the toll of the last node.
        var isComplete = true
    }

    /// The cheapest path to `end` that begins with the nodes of `root` and takes none of the barred hops.
    private mutating func cheapest(from root: [Node], to end: Node, without barred: [Node: Set<Node>]) throws -> Path? {
        var cost = 0.0
        for node in root.dropFirst() { cost += try 1 + toll(of: node) }
        // A way to a node is worth following if every cheaper way there is longer: it may be the only one within the limit.
        var fewestHops = Dictionary(uniqueKeysWithValues: root.dropLast().map { ($0, 0) })
        var queue = Heap(isBefore: isBefore)
        queue.push(Path(cost: cost, nodes: root))
        while var path = queue.pop() {
            let node = path.nodes[path.nodes.count - 1], hops = path.nodes.count - 1
            if node == end { return path }
            guard hops < maximumHops, hops < fewestHops[node] ?? .max else { continue }
            guard path.isComplete else {
                // The toll of a node that is never reached need not be known.
                path.cost += try toll(of: node)
                path.isComplete = true
                queue.push(path)
                continue
            }
            fewestHops[node] = hops
            let closed = barred[node] ?? []
            for next in try lookUp(node) where hops + 1 < fewestHops[next] ?? .max && !closed.contains(next) {
                queue.push(Path(cost: path.cost + 1, nodes: path.nodes + [next], isComplete: false))
            }
        }
        return nil
    }

    /// The binary logarithm of the node's degree, straight between powers of two: sums of it are exact, whatever their order.
    private mutating func toll(of node: Node) throws -> Double {
        guard avoidsHubs else { return 0 }
        let degree = Double(max(1, try lookUp(node).count))
        return Double(degree.exponent) + (degree.significand - 1)
    }

    private mutating func lookUp(_ node: Node) throws -> [Node] {
        if let list = known[node] { return list }
        let list = try neighbours(node)
        known[node] = list
        return list
    }

    private func isBefore(_ a: Path, _ b: Path) -> Bool {
        a.cost != b.cost ? a.cost < b.cost : a.nodes.lexicographicallyPrecedes(b.nodes, by: precedes)
    }

    /// A binary heap with the first element on top.
    private struct Heap {
        private var elements: [Path] = []
        private let isBefore: (Path, Path) -> Bool

        init(isBefore: @escaping (Path, Path) -> Bool) { self.isBefore = isBefore }

        mutating func push(_ element: Path) {
            elements.append(element)
            var child = elements.count - 1
            while child > 0, isBefore(elements[child], elements[(child - 1) / 2]) {
                elements.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        }

        mutating func pop() -> Path? {
            guard let last = elements.popLast() else { return nil }
            guard let top = elements.first else { return last }
            elements[0] = last
            var parent = 0
            while true {
                var first = parent
                for child in [2 * parent + 1, 2 * parent + 2] where child < elements.count && isBefore(elements[child], elements[first]) {
                    first = child
                }
                if first == parent { return top }
                elements.swapAt(parent, first)
                parent = first
            }
        }
    }
}
