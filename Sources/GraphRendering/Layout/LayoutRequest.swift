/// What is to be given a place: boxes, the lines between them, and the words on these.
struct LayoutRequest: Hashable, Sendable {
    struct Node: Hashable, Sendable {
        var size: Size
        var isEllipse: Bool
        /// Index of the cluster that it stands in; nil for none.
        var cluster: Int?
    }

    struct Edge: Hashable, Sendable {
        var tail: Int
        var head: Int
        var hasArrow: Bool
        /// Room for its words; nil if it has none.
        var label: Size?
        /// Whether layers run from its head to its tail.
        var isReversed = false
        /// How much it should be short and straight; at least 1.
        var weight: Int = 1
    }

    var nodes: [Node]
    var edges: [Edge]
    /// How many clusters there are; their members stand close together.
    var clusters = 0
    var engine: LayoutEngine
    /// For layers: whether they run down the picture rather than across it; if so, across is tried as well.
    var runsDown: Bool
    /// Room that is left between the nodes of engines without layers, in points.
    var gap: Double = 10

    /// The same with layers that run across.
    var turned: LayoutRequest {
        var request = self
        request.runsDown = false
        return request
    }
}

/// Places for everything that a request named, in points; y grows downwards.
struct Layout: Hashable, Sendable {
    /// A line from its tail to the base of its arrowhead.
    struct Route: Hashable, Sendable {
        /// As `Shape.curve` holds them.
        var curve: [Point]
        /// Where the arrowhead points to; the end of the curve if there is none.
        var tip: Point
    }

    var nodes: [Point]
    /// nil for those that could not be routed.
    var routes: [Route?]
    /// The middle of each edge's words; nil where a place must still be found.
    var labels: [Point?]
    /// By cluster; nil where the engine knows no clusters.
    var clusters: [Frame?]
}
