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

    func colour(_ theme: Theme) -> String {
        switch self {
        case .added: theme.added
        case .removed: theme.removed
        case .changed: theme.changed
        case .unchanged: theme.faint
        }
    }

    /// Lengths of strokes and gaps, in points.
    var dashes: [Double] { self == .removed ? [7, 4] : [] }

    /// In points.
    var width: Double {
        switch self {
        case .added: 2.4
        case .removed: 1.8
        case .changed: 1.6
        case .unchanged: 1
        }
    }

    var isDouble: Bool { self == .changed }

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
