import GraphStorage

extension StoredGraph {
    /// Draws the stored graph, or the part that a filter admits, into a file whose suffix says the format.
    ///
    /// - Returns: what is to be said about it: whom it is about, what was left out.
    /// - Throws: `RenderingError` for an unknown suffix, `OutputError`, `QuestionError`, `StoreError`.
    public func draw(_ picture: Picture, filter: GraphFilter = GraphFilter(), to path: String) throws -> [String] {
        let output = try PictureFile(path)
        try check(filter)
        let found = try picture.focus.map { try find($0) }
        let centres = found.map(\.entity.id)
        let selection =
            centres.isEmpty ? try store.graph(filter) : try store.graph(around: centres, hops: picture.depth, filter)
        var options = picture.options
        options.focus = Set(centres)
        options.caption = options.caption ?? filter.caption
        if !found.isEmpty { options.title = options.title ?? found.map(\.entity.name).joined(separator: ", ") }
        let drawing = GraphDrawing(of: selection.graph, ontology: ontology, options: options)
        try output.write(drawing)
        let empty = selection.graph.relations.isEmpty ? ["there are no relations to draw"] : []
        return found.flatMap(\.notes) + empty + Self.omissionNote(drawing) + undatedNote(selection.undatedDocuments)
    }

    /// Draws an entity with all that relates to it.
    ///
    /// - Throws: as `draw`.
    public func drawWho(_ name: String, _ picture: Picture, filter: GraphFilter = GraphFilter(), to path: String) throws {
        let output = try PictureFile(path)
        try check(filter)
        let found = try find(name)
        let graph = try store.who(found.entity.id, filter).graph
        var options = picture.options
        options.focus = [found.entity.id]
        options.title = options.title ?? "Who relates to \(found.entity.name)"
        options.caption = options.caption ?? filter.caption
        try output.write(GraphDrawing(of: graph, ontology: ontology, options: options))
    }

    /// Draws the shortest connections between two entities, with the evidence of each hop under them.
    ///
    /// - Throws: as `draw`.
    public func drawPaths(
        from start: String, to end: String, count: Int = 3, avoidingHubs: Bool = true, _ picture: Picture, filter: GraphFilter = GraphFilter(),
        to path: String
    ) throws {
        let output = try PictureFile(path)
        try check(filter)
        let from = try find(start).entity, to = try find(end).entity
        guard from.id != to.id else { throw QuestionError.sameEntity(start, end, from.name) }
        let found = try store.paths(from: from.id, to: to.id, count: count, filter, avoidingHubs: avoidingHubs)
        var options = picture.options
        options.focus = [from.id, to.id]
        options.start = from.id
        options.showsEvidence = true
        options.title = options.title ?? "How \(from.name) and \(to.name) are connected"
        options.caption = options.caption ?? filter.caption
        try output.write(GraphDrawing(of: found.graph, ontology: ontology, options: options))
    }

    static func omissionNote(_ drawing: GraphDrawing) -> [String] {
        let (entities, relations) = drawing.omitted
        guard entities > 0 || relations > 0 else { return [] }
        return [
            "the picture leaves out \(entities) entities and \(relations) relations; narrow it with --focus or --relation, or widen it with --top"
        ]
    }
}

/// A picture that is to be written: its format and its place, checked before long work begins.
struct PictureFile {
    private let format: PictureFormat
    private let file: OutputFile

    init(_ path: String) throws {
        format = try PictureFormat(path: path)
        file = OutputFile(path: path)
        try file.checkWritable()
    }

    func write(_ drawing: GraphDrawing) throws { try file.write(drawing.data(as: format)) }
}
