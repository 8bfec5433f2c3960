public import GraphModel

/// A picture of a graph or of what changed in it.
///
/// Shapes and fills tell entity types, sizes their weight, line styles how certain a relation is, line colours conflict and cooperation,
/// line widths the number of independent sources. The same graph and options always give the same bytes of DOT, SVG and PNG.
public struct GraphDrawing: Hashable, Sendable {
    let options: DrawingOptions
    let ontology: Ontology
    let documents: [Document.ID: Document]
    let changes: [Entity.ID: Change]
    let isComparison: Bool
    let selection: PictureSelection
    let edges: [FoldedEdge]

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

    private init(_ content: PictureContent, isComparison: Bool, ontology: Ontology, options: DrawingOptions) {
        self.options = options
        self.ontology = ontology
        self.isComparison = isComparison
        documents = content.documents
        changes = content.changes
        selection = PictureSelection(content, options: options)
        edges = FoldedEdge.fold(selection.relations, ontology: ontology)
    }

    /// Entities with relations, and relations, that the picture leaves out because it would not be readable with them.
    public var omitted: (entities: Int, relations: Int) { (selection.omittedEntities, selection.omittedRelations) }

    /// The layout engine that places the nodes: that of the options, else one that suits the size of the drawing.
    public var engine: LayoutEngine {
        options.engine ?? (selection.entities.count <= LayoutEngine.mostLayeredNodes && edges.count <= LayoutEngine.mostLayeredEdges ? .dot : .sfdp)
    }

    /// Whether layers run down the picture rather than across it.
    ///
    /// Names and labels are wider than high: a picture that runs down is more compact while its layers hold few nodes. Many nodes, or many that
    /// hang on one other only, make layers that are too wide for that.
    var runsDown: Bool {
        guard engine == .dot, selection.entities.count <= 60 else { return false }
        var neighbours: [Entity.ID: Set<Entity.ID>] = [:]
        for edge in edges where edge.key.subject != edge.key.object {
            neighbours[edge.key.subject, default: []].insert(edge.key.object)
            neighbours[edge.key.object, default: []].insert(edge.key.subject)
        }
        var leaves: [Entity.ID: Int] = [:]
        for (_, others) in neighbours where others.count == 1 {
            for hub in others { leaves[hub, default: 0] += 1 }
        }
        return (leaves.values.max() ?? 0) <= max(8, selection.entities.count / 3)
    }

    /// The picture as text for Graphviz, which is also what the other formats are drawn from.
    public var dot: String { dotGraph().text }

    /// The picture as a file of this format.
    ///
    /// Calls from several threads wait for each other: Graphviz works on one drawing at a time. Throws `RenderingError.graphviz` if it fails.
    public func data(as format: PictureFormat) throws -> [UInt8] {
        try drawn(as: format).bytes
    }

    /// The picture as a file, and what Graphviz had to say about it.
    func drawn(as format: PictureFormat) throws -> (bytes: [UInt8], warnings: String) {
        guard format != .dot else { return (Array(dot.utf8), "") }
        // In PDF, Graphviz copies links as they stand; in SVG they must be XML already.
        let text = format == .pdf ? dotGraph(linksAreXML: false).text : dot
        var file = try Graphviz.draw(text, engine: engine, format: format, dotsPerInch: options.dotsPerInch, maximumPixels: options.maximumPixels)
        if format == .svg { file.bytes = SpokenDescription.added(to: file.bytes, of: self) }
        return file
    }
}

extension LayoutEngine {
    /// Most nodes that `dot` places within a second or two.
    static let mostLayeredNodes = 150
    /// Most edges that `dot` routes, and finds room for the labels of, within a second or two.
    static let mostLayeredEdges = 300
}
