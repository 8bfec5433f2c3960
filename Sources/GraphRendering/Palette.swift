import GraphModel

/// The colours of pictures: Okabe and Ito's hues, which colour-blind readers can tell apart, set to lightnesses that grey print keeps apart.
enum Palette {
    static let ink = "#1F2328"
    static let quiet = "#59636E"
    static let faint = "#AEB4BA"
    static let paper = "#FFFFFF"
    static let conflict = "#B3380F"
    static let cooperation = "#0B6FB0"
    static let neutral = "#4F5761"
    static let added = "#00734F"
    static let removed = "#B3380F"
    static let changed = "#7A4A9E"

    /// Fonts with metrics like those that the layout is measured with, so that a viewer without the first still fits the texts.
    static let fonts = "DejaVu Sans,Verdana,Geneva,sans-serif"
}

/// How entities of one type are drawn.
struct EntityStyle: Hashable, Sendable {
    var shape: String
    var fill: String
    var border: String
    var ink: String
    /// Graphviz styles beside `filled`.
    var corners: String
    /// Inches between the name and the border, across and up; the slanted shapes leave enough of their own.
    var margin: String
    /// What the legend calls it.
    var name: String

    init(_ type: EntityType) {
        switch type {
        case .person: self.init("box", fill: "#FFE9B8", border: "#A66A00", corners: "rounded", name: "person")
        case .country: self.init("box", fill: "#1D4E7A", border: "#123350", ink: Palette.paper, name: "country")
        case .organization: self.init("octagon", fill: "#CFEBDD", border: "#1E7A55", name: "organization")
        case .place: self.init("ellipse", fill: "#F1E4F0", border: "#8F4F89", name: "place")
        }
    }

    private init(_ shape: String, fill: String, border: String, ink: String = Palette.ink, corners: String = "", name: String) {
        self.shape = shape
        self.fill = fill
        self.border = border
        self.ink = ink
        self.corners = corners
        margin = shape == "box" ? "0.1,0.05" : "0.02,0.01"
        self.name = name
    }
}

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

    var colour: String {
        switch self {
        case .conflict: Palette.conflict
        case .cooperation: Palette.cooperation
        case .neutral: Palette.neutral
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
