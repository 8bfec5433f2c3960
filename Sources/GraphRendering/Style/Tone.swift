import GraphModel

/// Whether a relation type stands for conflict, cooperation or neither, by its score in the ontology.
enum Tone: Int, Hashable, Sendable, CaseIterable, Comparable {
    case conflict, cooperation, neutral

    init(_ type: RelationType?) {
        switch type?.score {
        case .some(...(-1)): self = .conflict
        case .some(1...): self = .cooperation
        default: self = .neutral
        }
    }

    func colour(_ theme: Theme) -> String {
        switch self {
        case .conflict: theme.conflict
        case .cooperation: theme.cooperation
        case .neutral: theme.neutral
        }
    }

    /// What the line bears where it begins, so that the tone can be told without colour; a relation without direction bears it at both ends.
    enum Mark: String, Hashable, Sendable {
        case bar, dot
    }

    /// nil for what is neither conflict nor cooperation.
    var mark: Mark? {
        switch self {
        case .conflict: .bar
        case .cooperation: .dot
        case .neutral: nil
        }
    }

    /// Graphviz's name of the mark.
    var graphvizMark: String {
        switch mark {
        case .bar: "tee"
        case .dot: "dot"
        case nil: ""
        }
    }

    /// What the legend calls it.
    var name: String {
        switch self {
        case .conflict: "conflict, pressure"
        case .cooperation: "cooperation, contact"
        case .neutral: "ties, posts, other"
        }
    }

    static func < (a: Tone, b: Tone) -> Bool { a.rawValue < b.rawValue }
}
