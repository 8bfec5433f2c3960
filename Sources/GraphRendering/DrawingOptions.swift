public import GraphModel

/// Graphviz's ways of placing nodes.
public enum LayoutEngine: String, CaseIterable, Sendable, Hashable {
    /// Layers, with room for every label; for up to a few hundred nodes.
    case dot
    /// Springs on several scales, straight lines; for large graphs.
    case sfdp
    /// Springs, for small graphs without direction.
    case neato
    /// Springs, for small graphs.
    case fdp
    /// Circles.
    case circo
    /// Rings around a centre.
    case twopi
}

/// What a picture shows of a graph, and how large it may get.
public struct DrawingOptions: Hashable, Sendable {
    /// Stands under the drawing in bold; nil for none.
    public var title: String?
    /// Stands under the title; nil for none.
    public var caption: String?
    /// Whether shapes, colours and line styles are explained under the drawing.
    public var showsLegend: Bool
    /// nil lets the size of the drawing decide: dot to 150 entities, sfdp above.
    public var engine: LayoutEngine?
    /// Most entities to draw; of more, those with the most sources are drawn. At least 1.
    public var maximumEntities: Int
    /// Most relations to draw; of more, those with the most sources are drawn. At least 1.
    public var maximumRelations: Int
    /// Whether entities without a relation are drawn.
    public var showsIsolated: Bool
    /// Entities that the picture is about: highlighted, and never left out.
    public var focus: Set<Entity.ID>
    /// Resolution of PNG files.
    public var dotsPerInch: Double
    /// Most pixels of a PNG file; the resolution falls until the drawing fits.
    public var maximumPixels: Int

    public init(
        title: String? = nil, caption: String? = nil, showsLegend: Bool = true, engine: LayoutEngine? = nil, maximumEntities: Int = 40,
        maximumRelations: Int = 100, showsIsolated: Bool = false, focus: Set<Entity.ID> = [], dotsPerInch: Double = 144,
        maximumPixels: Int = 40_000_000
    ) {
        precondition(maximumEntities >= 1 && maximumRelations >= 1, "a picture holds at least one entity and one relation")
        precondition(dotsPerInch > 0 && maximumPixels >= 1, "a picture has a resolution and a size")
        self.title = title
        self.caption = caption
        self.showsLegend = showsLegend
        self.engine = engine
        self.maximumEntities = maximumEntities
        self.maximumRelations = maximumRelations
        self.showsIsolated = showsIsolated
        self.focus = focus
        self.dotsPerInch = dotsPerInch
        self.maximumPixels = maximumPixels
    }
}
