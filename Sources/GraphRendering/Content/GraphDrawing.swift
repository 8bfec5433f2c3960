public import GraphModel

/// A picture of a graph or of what changed in it.
///
/// Shapes and fills tell entity types, sizes their importance, line styles how certain a relation is, line colours conflict and cooperation,
/// line widths the number of independent sources. The same graph and options always give the same bytes of DOT, SVG and PNG.
public struct GraphDrawing: Hashable, Sendable {
    let options: DrawingOptions
    let ontology: Ontology
    let documents: [Document.ID: Document]
    let changes: [Entity.ID: Change]
    let isComparison: Bool
    let selection: PictureSelection
    let edges: [FoldedEdge]
    /// What was known day by day; nil for a picture of one graph or of two.
    let growth: Growth?

    /// A picture of `graph`; `ontology` says which relations are symmetric and which stand for conflict or cooperation.
    public init(of graph: KnowledgeGraph, ontology: Ontology, options: DrawingOptions = DrawingOptions()) {
        self.init(PictureContent(graph), isComparison: false, ontology: ontology, options: options)
    }

    /// A picture of both graphs of a comparison on one layout, with added, removed, changed and unchanged relations told apart.
    ///
    /// - Parameters:
    ///   - before: The graph that `diff` starts from; gives the names of entities.
    ///   - after: The graph that `diff` leads to; its names win.
    public init(
        of diff: GraphDiff, before: KnowledgeGraph, after: KnowledgeGraph, ontology: Ontology, options: DrawingOptions = DrawingOptions()
    ) {
        self.init(PictureContent(diff, before: before, after: after), isComparison: true, ontology: ontology, options: options)
    }

    /// A picture of how a graph grew, all steps on one layout. As HTML it goes from step to step and tells what is new; other formats show the end.
    ///
    /// - Parameter steps: in the order of time, at least one.
    public init(of steps: [GrowthStep], ontology: Ontology, options: DrawingOptions = DrawingOptions()) {
        self.init(
            PictureContent(KnowledgeGraph(allOf: steps)), isComparison: false, ontology: ontology, options: options, growth: Growth(steps))
    }

    private init(_ content: PictureContent, isComparison: Bool, ontology: Ontology, options: DrawingOptions, growth: Growth? = nil) {
        self.growth = growth
        self.options = options
        self.ontology = ontology
        self.isComparison = isComparison
        documents = content.documents
        changes = content.changes
        selection = PictureSelection(content, options: options)
        edges = FoldedEdge.fold(selection.relations, ontology: ontology, inPairs: options.foldsPairs)
    }

    /// Entities with relations, and relations, that the picture leaves out because it would not be readable with them.
    public var omitted: (entities: Int, relations: Int) { (selection.omittedEntities, selection.omittedRelations) }

    /// The layout engine that places the nodes: that of the options, else one that suits the size of the drawing.
    public var engine: LayoutEngine {
        options.engine ?? (selection.entities.count <= LayoutEngine.mostLayeredNodes && edges.count <= LayoutEngine.mostLayeredEdges ? .dot : .sfdp)
    }

    /// Whether layers may run down the picture rather than across it: not where so many nodes would make them too wide, and not along a chain.
    var mayRunDown: Bool { engine == .dot && selection.entities.count <= 60 && options.start == nil }

    /// The picture as text for Graphviz, which is also what the other formats are drawn from.
    public var dot: String { dotGraph().text }

    /// The picture as a file of this format.
    ///
    /// Throws `RenderingError.graphviz` if Graphviz fails; a layout that takes longer than the options allow is no failure but gives way to a simpler one.
    public func data(as format: PictureFormat) throws -> [UInt8] {
        switch format {
        case .dot: Array(dot.utf8)
        case .html: try GraphPage(drawing: self).html()
        case .svg: SVGFile.bytes(of: try scene())
        case .png, .pdf:
            try Graphviz.draw(try scene(), format: format, dotsPerInch: options.dotsPerInch, maximumPixels: options.maximumPixels)
        }
    }

    /// The picture as shapes in their places.
    /// - Parameter showsSteps: whether what was drawn otherwise at an earlier step of growth is there too, for a script to choose from.
    func scene(showsSteps: Bool = false) throws -> Scene { try PictureComposer(self, showsSteps: showsSteps).scene() }
}
