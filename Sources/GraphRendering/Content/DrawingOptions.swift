public import GraphModel

/// How a picture tells of which country an entity is.
public enum FlagStyle: String, CaseIterable, Sendable, Hashable {
    case none
    /// The letters of ISO 3166-1, such as VE.
    case iso
    /// The flag as a character; needs a font that holds flags.
    case emoji
}

/// How much of the drawing's language a picture explains.
public enum LegendStyle: String, CaseIterable, Sendable, Hashable {
    case none
    /// What occurs in it.
    case used
    /// Everything that can occur.
    case full
}

/// What stands together in a frame.
public enum Clustering: String, CaseIterable, Sendable, Hashable {
    case none
    /// A country and the people, organizations and places that are part of it or hold posts in it.
    case country
    /// Entities with more relations among each other than to others.
    case community
}

/// What a picture shows of a graph, and how large it may get.
public struct DrawingOptions: Hashable, Sendable {
    /// Stands above the drawing in bold; nil for none.
    public var title: String?
    /// Stands under the title; nil for none.
    public var caption: String?
    /// Whether the caption also says from how many articles, of which days, the picture is made.
    public var namesArticles = true
    public var theme: Theme = .light
    public var legend: LegendStyle = .used
    public var flags: FlagStyle = .none
    public var clustering: Clustering = .none
    /// nil lets the size of the drawing decide: dot to 150 entities, sfdp above.
    public var engine: LayoutEngine?
    /// Most entities to draw; of more, the most important are drawn. At least 1.
    public var maximumEntities = 40
    /// Most relations to draw; nil for three to an entity, but at least 100; of more, those with the most sources are drawn. At least 1.
    public var maximumRelations: Int?
    /// Whether entities without a relation are drawn.
    public var showsIsolated = false
    /// Whether all relations between two entities share one line.
    public var foldsPairs = false
    /// Whether the sentences that say so stand, numbered, under the drawing.
    public var showsEvidence = false
    /// Whether a comparison draws its two graphs one beside the other, on the same layout.
    public var isSideBySide = false
    /// What the earlier graph of a comparison is called.
    public var nameBefore = "before"
    /// What the later graph of a comparison is called.
    public var nameAfter = "after"
    /// The entity that a picture of connections starts from: the others stand behind it in the order of their distance.
    public var start: Entity.ID?
    /// Entities that the picture is about: highlighted, and never left out.
    public var focus: Set<Entity.ID> = []
    /// Seconds that the layout may take before a simpler one stands in for it. Above 0.
    public var timeLimit = 20.0
    /// Resolution of PNG files.
    public var dotsPerInch = 144.0
    /// Most pixels of a PNG file; the resolution falls until the drawing fits.
    public var maximumPixels = 40_000_000

    var mostRelations: Int { maximumRelations ?? max(100, 3 * maximumEntities) }

    public init(title: String? = nil, caption: String? = nil, focus: Set<Entity.ID> = []) {
        self.title = title
        self.caption = caption
        self.focus = focus
    }
}
