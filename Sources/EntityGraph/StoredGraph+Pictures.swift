public import GraphModel
import GraphRendering
import GraphStorage

/// What a picture of a stored graph is about.
public struct Picture: Hashable, Sendable {
    /// Names of the entities to draw with what is near them; empty for the whole graph.
    public var focus: [String]
    /// How many hops around `focus` are near.
    public var depth: Int
    public var title: String?

    public init(focus: [String] = [], depth: Int = 1, title: String? = nil) {
        self.focus = focus
        self.depth = depth
        self.title = title
    }
}

extension StoredGraph {
    /// Draws the stored graph, or the part that a filter admits, into a file whose suffix says the format.
    ///
    /// - Returns: what is to be said about it: whom it is about, what was left out.
    /// - Throws: `RenderingError` for an unknown suffix, `OutputError`, `QuestionError`, `StoreError`.
    public func draw(_ picture: Picture, filter: GraphFilter = GraphFilter(), to path: String) throws -> [String] {
        let format = try PictureFormat(path: path), file = OutputFile(path: path)
        try file.checkWritable()
        try check(filter)
        let found = try picture.focus.map { try find($0) }
        let centres = found.map(\.entity.id)
        let selection =
            centres.isEmpty ? try store.graph(filter) : try store.graph(around: centres, hops: picture.depth, filter)
        let drawing = GraphDrawing(
            of: selection.graph, ontology: ontology, options: DrawingOptions(title: picture.title, focus: Set(centres)))
        try file.write(drawing.data(as: format))
        let empty = selection.graph.relations.isEmpty ? ["there are no relations to draw"] : []
        return found.flatMap(\.notes) + empty + Self.omissionNote(drawing) + undatedNote(selection.undatedDocuments)
    }

    /// What changed between what was known at the end of two days, drawn too if `picture` names a file.
    ///
    /// - Returns: the answer, and whether nothing changed.
    /// - Throws: as `draw`.
    public func changes(
        from old: PartialDate, to new: PartialDate, filter: GraphFilter = GraphFilter(), picture: String? = nil
    ) throws -> (answer: Answer, areNone: Bool) {
        let output = try picture.map { (format: try PictureFormat(path: $0), file: OutputFile(path: $0)) }
        try output?.file.checkWritable()
        try check(filter)
        let comparison = try store.difference(from: old, to: new, filter)
        var notes = undatedNote(comparison.undatedDocuments)
        if let output {
            let drawing = GraphDrawing(
                of: comparison.difference, before: comparison.before, after: comparison.after, ontology: ontology,
                options: DrawingOptions(title: "From \(old) to \(new)"))
            try output.file.write(drawing.data(as: output.format))
            notes = Self.omissionNote(drawing) + notes
        }
        let report = Report.changes(comparison.difference, from: comparison.before, to: comparison.after, ontology: ontology)
        return (Answer(report: report, notes: notes), comparison.difference.isEmpty)
    }

    static func omissionNote(_ drawing: GraphDrawing) -> [String] {
        let (entities, relations) = drawing.omitted
        guard entities > 0 || relations > 0 else { return [] }
        return ["the picture leaves out \(entities) entities and \(relations) relations; narrow it with --focus or --relation to see them"]
    }
}
