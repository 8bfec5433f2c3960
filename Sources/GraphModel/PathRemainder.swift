/// What the rest of a path costs at least: the true cost of the cheapest way to one node from all that were settled by a search from it
/// (Dijkstra, 1959), and the cost of the next one to be settled from everywhere else.
///
/// The cost of a way leaves out the tolls of both of its ends.
struct PathRemainder<Node: Hashable> {
    enum Step {
        /// The cheapest way from a node is known now.
        case settled(Node, Double)
        /// The search comes past a node, with its toll paid.
        case passed(Node, Double)
    }

    private(set) var settled: [Node: Double] = [:]
    private var reached: [Node: Double] = [:]
    private var queue = Heap<(node: Node, cost: Double, isPassed: Bool)> { $0.cost < $1.cost }

    /// Knows of no way from anywhere.
    init() {}

    init(to node: Node) { reach(node, 0) }

    /// What the next step costs; nil if none is left.
    var nearest: Double? { queue.first?.cost }

    /// What the way from a node costs at least; infinite if there is none.
    func cost(from node: Node) -> Double { settled[node] ?? queue.first?.cost ?? .infinity }

    /// Takes in a way from a node.
    mutating func reach(_ node: Node, _ cost: Double) {
        guard settled[node] == nil, cost < reached[node] ?? .infinity else { return }
        reached[node] = cost
        queue.push((node, cost, false))
    }

    /// Takes in that the search comes past a settled node at this cost.
    mutating func pass(_ node: Node, _ cost: Double) { queue.push((node, cost, true)) }

    /// Takes the next step; there must be one.
    mutating func next() -> Step {
        guard let next = queue.pop() else { preconditionFailure("what broke: nothing is left to settle") }
        if !next.isPassed { settled[next.node] = next.cost }
        // What was reached at a higher cost before.
        while let first = queue.first, !first.isPassed, settled[first.node] != nil { _ = queue.pop() }
        return next.isPassed ? .passed(next.node, next.cost) : .settled(next.node, next.cost)
    }
}
