import GraphModel

/// How relations of one status are drawn: eight ways that can be told apart without colour, with an arrowhead and without.
struct StatusStyle: Hashable, Sendable {
    enum Head: String, Hashable, Sendable {
        case filled, hollow, open, diamond
    }

    /// What crosses the line at about two thirds of its length.
    enum Mark: String, Hashable, Sendable {
        case cross, bars
    }

    /// Lengths of strokes and gaps, in points; empty for a solid line.
    var dashes: [Double] = []
    var head: Head = .filled
    var mark: Mark?
    /// Two thin lines instead of one.
    var isDouble = false
    /// The words are struck through.
    var isStruck = false
    /// The line is pale and thin.
    var isFaded = false
    /// What the label says of it; nil for a plain fact.
    var word: String?

    init(_ status: Status) {
        switch status {
        case .asserted: break
        case .former:
            head = .open
            isFaded = true
        case .planned:
            dashes = [9, 5]
            head = .hollow
        case .possible:
            dashes = [10, 3.5, 1.8, 3.5]
            head = .diamond
        case .alleged: dashes = [1.8, 3]
        case .requested:
            head = .hollow
            isDouble = true
        case .denied:
            mark = .cross
            isStruck = true
        case .cancelled:
            dashes = [4.5, 3.5]
            mark = .bars
            isStruck = true
        }
        word = status == .asserted ? nil : status.rawValue
    }

    /// Graphviz's nearest line style, arrowhead and colour list.
    var graphvizLine: String { dashes.isEmpty ? "solid" : (dashes[0] < 3 ? "dotted" : "dashed") }

    var graphvizHead: String {
        switch (head, mark) {
        case (_, .cross): "normalnonetee"
        case (_, .bars): "noneteetee"
        case (.filled, nil): "normal"
        case (.hollow, nil): "onormal"
        case (.open, nil): "vee"
        case (.diamond, nil): "odiamond"
        }
    }
}
