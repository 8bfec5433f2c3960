/// What became of an entity or a relation between two graphs.
enum Change: Int, Hashable, Sendable, CaseIterable, Comparable {
    case added, removed, changed, unchanged

    /// Stands before the words, so that the change can be read without colour.
    var prefix: String {
        switch self {
        case .added: "+ "
        case .removed: "− "
        case .changed: "± "
        case .unchanged: ""
        }
    }

    var colour: String {
        switch self {
        case .added: Palette.added
        case .removed: Palette.removed
        case .changed: Palette.changed
        case .unchanged: Palette.faint
        }
    }

    /// Graphviz's line style.
    var line: String {
        switch self {
        case .added, .changed, .unchanged: "solid"
        case .removed: "dashed"
        }
    }

    /// In points.
    var width: Double {
        switch self {
        case .added: 2.6
        case .removed: 2
        case .changed: 1.4
        case .unchanged: 1
        }
    }

    /// Graphviz's colour list for a line: a changed relation is a double line.
    var colours: String { self == .changed ? "\(colour):\(Palette.paper):\(colour)" : colour }

    /// What the legend calls it.
    var name: String {
        switch self {
        case .added: "+ added"
        case .removed: "− removed"
        case .changed: "± changed"
        case .unchanged: "unchanged"
        }
    }

    static func < (a: Change, b: Change) -> Bool { a.rawValue < b.rawValue }
}
