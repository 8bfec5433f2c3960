public import GraphModel
import GraphRendering
import GraphStorage
import RelationExtraction

extension StoredGraph {
    /// What happened to an entity, or between it and another one, in the order of time, drawn too if `picture` names a file.
    ///
    /// What several articles tell of one event, or of one interval, is one row.
    ///
    /// - Parameters:
    ///   - countsTheirOwn: whether those who act for one of a pair count for it: its leaders and officials while they are in office, its
    ///     bodies, a country's places.
    ///   - options: title, theme and resolution of the picture.
    /// - Throws: `QuestionError`, `RenderingError` for a picture's unknown suffix, `OutputError`, `StoreError`; `ConfigurationError` or
    ///   `DataFileError` where the gazetteers are missing that know a country's places.
    public func timeline(
        of name: String, and other: String? = nil, countsTheirOwn: Bool = true, filter: GraphFilter = GraphFilter(), picture: String? = nil,
        options: DrawingOptions = DrawingOptions()
    ) throws -> Answer {
        let output = try picture.map { (format: try PictureFormat(path: $0), file: OutputFile(path: $0)) }
        try output?.file.checkWritable()
        try check(filter)
        let found = try [name, other].compactMap(\.self).map { try find($0) }
        if let other, found[0].entity.id == found[1].entity.id { throw QuestionError.sameEntity(name, other, found[0].entity.name) }
        let graph: KnowledgeGraph, undated: Int
        var sides: [TimelineSide] = []
        if found.count == 2, countsTheirOwn {
            (sides, graph, undated) = try self.sides(found.map(\.entity), filter)
        } else if found.count == 2 {
            // The relations between two entities are the paths of one hop.
            let answer = try store.paths(from: found[0].entity.id, to: found[1].entity.id, count: 1, filter, maximumHops: 1)
            (graph, undated) = (answer.graph, answer.undatedDocuments)
        } else {
            let selection = try store.who(found[0].entity.id, filter)
            (graph, undated) = (selection.graph, selection.undatedDocuments)
        }
        let timeline = Timeline(of: found.map(\.entity), sides: sides, in: graph, ontology: ontology)
        if let output {
            let plot = timeline.plot(options, filter: filter)
            let bytes = try plot.data(as: output.format, dotsPerInch: options.dotsPerInch, maximumPixels: options.maximumPixels)
            try output.file.write(bytes)
        }
        return Answer(report: timeline.report, notes: found.flatMap(\.notes) + timeline.notes + undatedNote(undated))
    }

    /// A pair with all who act for them, and what there is between these.
    private func sides(_ pair: [Entity], _ filter: GraphFilter) throws -> (sides: [TimelineSide], graph: KnowledgeGraph, undated: Int) {
        // Who acts for whom does not depend on which relations are asked for.
        let posts = GraphFilter(asOf: filter.asOf, publishedSince: filter.publishedSince, relationTypes: TimelineSide.types)
        let offices = try store.graph(around: pair.map(\.id), hops: 2, posts, includingMentions: false).graph
        var sides = pair.map { TimelineSide(of: $0, in: offices) }
        let centres = Set(pair.map(\.id)).union(sides.flatMap(\.members)).sorted()
        let selection = try store.graph(around: centres, filter, includingMentions: false)
        if pair.contains(where: { $0.type == .country }) {
            let gazetteer = try DataFiles(Configuration()).gazetteer().gazetteer
            for index in sides.indices { sides[index].addPlaces(among: selection.graph.entities, gazetteer) }
        }
        return (sides, selection.graph, selection.undatedDocuments)
    }
}
