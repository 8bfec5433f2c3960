public import GraphModel
import GraphRendering
import GraphStorage

extension StoredGraph {
    /// What happened to an entity, or between it and another one, in the order of time, drawn too if `picture` names a file.
    ///
    /// What several articles tell of one event, or of one interval, is one row.
    ///
    /// - Throws: `QuestionError`, `RenderingError` for a picture's unknown suffix, `OutputError`, `StoreError`.
    public func timeline(
        of name: String, and other: String? = nil, filter: GraphFilter = GraphFilter(), picture: String? = nil
    ) throws -> Answer {
        let output = try picture.map { (format: try PictureFormat(path: $0), file: OutputFile(path: $0)) }
        try output?.file.checkWritable()
        try check(filter)
        let found = try [name, other].compactMap(\.self).map { try find($0) }
        if let other, found[0].entity.id == found[1].entity.id { throw QuestionError.sameEntity(name, other, found[0].entity.name) }
        let graph: KnowledgeGraph, undated: Int
        if found.count == 2 {
            // The relations between two entities are the paths of one hop.
            let answer = try store.paths(from: found[0].entity.id, to: found[1].entity.id, count: 1, filter, maximumHops: 1)
            (graph, undated) = (answer.graph, answer.undatedDocuments)
        } else {
            let selection = try store.who(found[0].entity.id, filter)
            (graph, undated) = (selection.graph, selection.undatedDocuments)
        }
        let timeline = Timeline(of: found.map(\.entity), in: graph, ontology: ontology)
        if let output { try output.file.write(timeline.plot.data(as: output.format)) }
        return Answer(report: timeline.report, notes: found.flatMap(\.notes) + undatedNote(undated))
    }
}
