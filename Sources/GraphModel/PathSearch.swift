/// Finds the cheapest simple paths between two nodes of an undirected graph that is looked up as the search goes.
///
/// A hop costs 1. Passing through a node costs about the binary logarithm of its degree on top if `avoidsHubs` is set, so that two
/// things are not connected merely by both having to do with a country that everything has to do with. Of paths that cost the
/// same, the one whose nodes come first counts first.
///
/// Yen, "Finding the k shortest loopless paths in a network" (1971), with all paths but those found parted as by Lawler (1972) and the
/// searches in the parts taking turns by what they can still find, on A* search (Hart, Nilsson and Raphael, 1968), whose estimate is the
/// true cost from where a search from the other end has been.
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
    /// Complexity: O(n log n) in the ways that may cost no more than the last of the paths, for each node of the others.
    // The store's nodes are rows: without this, it would run code for any type of node, since it is compiled on its own.
    @_specialize(where Node == Int64)
    public mutating func paths(from start: Node, to end: Node, count: Int) throws -> [[Node]] {
        guard start != end, count > 0 else { return [] }
        try explore(from: start, to: end)
        var found: [[Node]] = [], frontier = PathFrontier(precedes: precedes), families: [Family] = []
        try add(Family(root: [start], barred: []), to: &families, &frontier)
        while found.count < count {
            let next = try frontier.next(to: end, paying: { try toll(of: $0) }, unless: { families[$0.family].rulesOut($0) })
            guard let path = next else { break }
            guard path.node == end else {
                try follow(path, in: &families[path.family], &frontier)
                continue
            }
            let family = families[path.family]
            found.append(path.nodes)
            families[path.family].isOver = true
            // Every other path of the family leaves this one at some node, for a hop that none before takes there.
            let first = family.root.count - 1
            for leaving in first..<(path.nodes.count - 1) {
                let barred = leaving == first ? family.barred : []
                let rest = Family(root: Array(path.nodes[...leaving]), barred: barred.union([path.nodes[leaving + 1]]))
                try add(rest, to: &families, &frontier)
            }
        }
        return found
    }

    private mutating func add(_ family: Family, to families: inout [Family], _ frontier: inout PathFrontier<Node>) throws {
        var cost = 0.0
        for node in family.root.dropFirst() { cost += try 1 + toll(of: node) }
        families.append(family)
        let estimate = cost + rest.cost(from: family.root[family.root.count - 1])
        frontier.push(PathFrontier.Way(nodes: family.root, family: families.count - 1, cost: cost, estimate: estimate))
    }

    /// Goes on from the last node of a way.
    private mutating func follow(_ way: PathFrontier<Node>.Way, in family: inout Family, _ frontier: inout PathFrontier<Node>) throws {
        let node = way.node, hops = way.nodes.count - 1
        guard hops < maximumHops, !family.rulesOut(way) else { return }
        family.fewestHops[node] = hops
        let barred = way.nodes.count == family.root.count ? family.barred : []
        for next in try lookUp(node) where hops + 1 < family.fewestHops[next] ?? .max && !barred.contains(next) {
            let cost = way.cost + 1, estimate = cost + rest.cost(from: next)
            frontier.push(PathFrontier.Way(nodes: way.nodes + [next], family: way.family, cost: cost, estimate: estimate, isPaid: false))
        }
    }

    /// The paths that begin with some nodes and do not go on by some hops: of all paths that are not found yet, each is in one family.
    private struct Family {
        let root: [Node]
        /// Where the hop after the root does not lead.
        let barred: Set<Node>
        /// A way to a node is worth following if every cheaper way there is longer: it may be the only one within the limit.
        var fewestHops: [Node: Int]
        /// Whether other families took its place.
        var isOver = false

        init(root: [Node], barred: Set<Node>) {
            self.root = root
            self.barred = barred
            fewestHops = Dictionary(uniqueKeysWithValues: root.dropLast().map { ($0, 0) })
        }

        func rulesOut(_ way: PathFrontier<Node>.Way) -> Bool { isOver || way.nodes.count > fewestHops[way.node] ?? .max }
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
}
