import GraphModel

/// An entity as it is drawn: its name in its shape.
struct EntityBox {
    private let entity: Entity
    private let style: EntityStyle
    private let theme: Theme
    private let change: Change?
    private let isPale: Bool
    private let isFocus: Bool
    private let text: TextBlock
    /// Room for the shape, with the ring of those in focus.
    let size: Size

    var isEllipse: Bool { style.outline == .ellipse }

    /// - Parameters:
    ///   - share: Its importance in that of the most important entity.
    ///   - isPale: Whether nothing about it changed, in a comparison.
    init(_ entity: Entity, share: Double, change: Change?, isPale: Bool, options: DrawingOptions) {
        self.entity = entity
        self.change = change
        self.isPale = isPale
        theme = options.theme
        style = EntityStyle(entity.type, theme: theme)
        isFocus = options.focus.contains(entity.id)
        let points = (10.5 + 6.5 * share.squareRoot()).rounded()
        let ink = entity.isNominal || isPale ? theme.quiet : style.ink
        var lines = TextWrapping.wrap(PlainText.clean(entity.name), width: 20, lines: 4).map { [TextRun(text: $0, size: points, colour: ink)] }
        if let flag = Self.flag(of: entity, options.flags), !lines.isEmpty {
            let size = options.flags == .iso ? (points * 0.72).rounded() : points
            lines[0].insert(TextRun(text: flag + "  ", size: size, colour: ink), at: 0)
        }
        if let change, !lines.isEmpty { lines[0].insert(TextRun(text: change.prefix, size: points, colour: ink, isBold: true), at: 0) }
        text = TextBlock(lines)
        let body = style.size(around: text.size)
        size = isFocus ? Size(width: body.width + 8, height: body.height + 8) : body
    }

    private static func flag(of entity: Entity, _ flags: FlagStyle) -> String? {
        guard flags != .none, let code = entity.identifiers["iso3166-1"], code.utf8.count == 2, code.utf8.allSatisfy({ (65...90).contains($0) })
        else { return nil }
        guard flags == .emoji else { return code }
        var flag = ""
        // Regional indicator symbols.
        for letter in code.utf8 { Unicode.Scalar(0x1F1E6 + UInt32(letter) - 65).map { flag.unicodeScalars.append($0) } }
        return flag
    }

    /// The id of the drawn entity, which stays the same from picture to picture.
    static func elementID(of entity: Entity) -> String { "entity-" + PlainText.identifier(entity.id) }

    /// The entity with its middle at a place.
    func figure(at centre: Point) -> Figure {
        let outer = Frame(centre: centre, size: size)
        let isPlain = entity.isNominal || isPale
        let border = change?.colour(theme) ?? style.border
        let dashes: [Double] = entity.isNominal || change == .removed ? [4, 3] : []
        let paint = Paint(fill: isPlain ? theme.paper : style.fill, stroke: border, width: change != nil ? 2.6 : 1.2, dashes: dashes)
        var shapes: [Shape] = []
        if isFocus { shapes.append(style.shape(in: outer, Paint(fill: theme.paper, stroke: border, width: 1.6))) }
        shapes.append(style.shape(in: isFocus ? outer.grown(by: -4) : outer, paint))
        shapes += text.shapes(around: centre)
        let classes = ["node", style.name, entity.isNominal ? "nominal" : nil, isFocus ? "focus" : nil, change.map { "\($0)" }].compactMap(\.self)
        return Figure(
            id: Self.elementID(of: entity), classes: classes, data: [("entity", entity.id)].map { ($0.0, PlainText.clean($0.1)) },
            tooltip: tooltip, shapes: shapes)
    }

    private var tooltip: String {
        let aliases = entity.aliases.isEmpty ? "" : "; also " + entity.aliases.prefix(6).joined(separator: ", ")
        let change = change.map { " — \($0)" } ?? ""
        return TextWrapping.shorten(PlainText.clean("\(entity.name) (\(style.name))\(change)\(aliases)"), to: 400)
    }
}
