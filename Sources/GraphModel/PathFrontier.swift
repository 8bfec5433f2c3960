/// The ways that a search for paths may follow next, by what a path that begins so costs at least.
///
/// Only of ways that cost the same when their turn comes are the nodes compared, since that may take looking up names.
struct PathFrontier<Node: Hashable> {
    /// The beginning of a path.
    struct Way {
        var nodes: [Node]
        /// Which of the searches it belongs to.
        var family: Int
        var cost: Double
        /// What a path to the end that begins so costs at least.
        var estimate: Double
        /// Whether the cost holds the toll of the last node.
        var isPaid = true

        var node: Node { nodes[nodes.count - 1] }
    }

    private var waiting = Heap<Way> { $0.estimate < $1.estimate }
    /// Those whose turn it is: all of one estimate, with no toll due.
    private var ready: Heap<Way>

    init(precedes: @escaping (Node, Node) -> Bool) { ready = Heap { $0.nodes.lexicographicallyPrecedes($1.nodes, by: precedes) } }

    mutating func push(_ way: Way) {
        if way.estimate < .infinity { waiting.push(way) }
    }

    /// Takes the way whose turn it is: the cheapest, of those the one whose nodes come first.
    /// - Parameters:
    ///   - toll: what passing through a node costs; asked once the way there cannot be beaten without it, never for `end`.
    ///   - isIdle: whether a way is not worth following, such that it need not be followed later either.
    mutating func next(to end: Node, paying toll: (Node) throws -> Double, unless isIdle: (Way) -> Bool) rethrows -> Way? {
        while let first = waiting.first, first.estimate <= ready.first?.estimate ?? .infinity, var way = waiting.pop() {
            if isIdle(way) { continue }
            if way.isPaid || way.node == end {
                ready.push(way)
            } else {
                let due = try toll(way.node)
                way.cost += due
                way.estimate += due
                way.isPaid = true
                waiting.push(way)
            }
        }
        return ready.pop()
    }
}
