import GraphModel

/// How entities of one type are drawn.
struct EntityStyle: Hashable, Sendable {
    enum Outline: String, Hashable, Sendable {
        case rounded, square, cut, ellipse
    }

    var outline: Outline
    var fill: String
    var border: String
    var ink: String
    /// What the legend calls it.
    var name: String

    init(_ type: EntityType, theme: Theme) {
        let name = type.rawValue
        switch (type, theme) {
        case (.person, .light): self.init(.rounded, fill: "#FFE9B8", border: "#A66A00", ink: theme.ink, name: name)
        case (.person, .dark): self.init(.rounded, fill: "#4A3A12", border: "#E5B84A", ink: "#FFF3D6", name: name)
        case (.country, .light): self.init(.square, fill: "#1D4E7A", border: "#123350", ink: "#FFFFFF", name: name)
        case (.country, .dark): self.init(.square, fill: "#9CCBF2", border: "#D3E8FA", ink: "#0E2233", name: name)
        case (.organization, .light): self.init(.cut, fill: "#CFEBDD", border: "#1E7A55", ink: theme.ink, name: name)
        case (.organization, .dark): self.init(.cut, fill: "#163D2E", border: "#5CC79B", ink: "#E2F6EC", name: name)
        case (.place, .light): self.init(.ellipse, fill: "#F1E4F0", border: "#8F4F89", ink: theme.ink, name: name)
        case (.place, .dark): self.init(.ellipse, fill: "#3E2A3D", border: "#D79AD1", ink: "#F8E8F6", name: name)
        }
    }

    private init(_ outline: Outline, fill: String, border: String, ink: String, name: String) {
        self.outline = outline
        self.fill = fill
        self.border = border
        self.ink = ink
        self.name = name
    }

    /// The shape that Graphviz draws instead.
    var graphvizShape: String {
        switch outline {
        case .rounded, .square: "box"
        case .cut: "octagon"
        case .ellipse: "ellipse"
        }
    }

    /// The outline as a shape in this frame.
    func shape(in frame: Frame, _ paint: Paint) -> Shape {
        switch outline {
        case .rounded: return .rectangle(frame, radius: min(8, frame.height / 3), paint)
        case .square: return .rectangle(frame, radius: 0, paint)
        case .ellipse: return .ellipse(frame, paint)
        case .cut:
            let cut = min(8, frame.height / 3.5)
            return .polygon(
                [
                    Point(x: frame.x + cut, y: frame.y), Point(x: frame.maxX - cut, y: frame.y), Point(x: frame.maxX, y: frame.y + cut),
                    Point(x: frame.maxX, y: frame.maxY - cut), Point(x: frame.maxX - cut, y: frame.maxY), Point(x: frame.x + cut, y: frame.maxY),
                    Point(x: frame.x, y: frame.maxY - cut), Point(x: frame.x, y: frame.y + cut),
                ], paint)
        }
    }

    /// Room that a text of this size needs with the outline around it.
    func size(around text: Size) -> Size {
        switch outline {
        // The rectangle of the text stands in the ellipse, as nearly as short words need.
        case .ellipse: Size(width: text.width * 1.22 + 16, height: text.height * 1.3 + 8)
        default: Size(width: text.width + 16, height: text.height + 9)
        }
    }
}
