public import GraphModel
import GraphExchange
import GraphRendering
import GraphStorage

/// What a query of the pattern language found.
public struct PatternAnswer: Sendable {
    /// For standard error: whom names were taken for, what was left out.
    public var notes: [String]
    /// The part of the graph that matches, and the rows of the answer.
    public var result: QueryResult
    let query: GraphQuery
    let ontology: Ontology

    init(_ query: GraphQuery, _ result: QueryResult, notes: [String], ontology: Ontology) {
        self.query = query
        self.result = result
        self.notes = notes
        self.ontology = ontology
    }

    /// A table of what RETURN gives, or of the relations that match.
    public var report: Report { .query(query, result: result, ontology: ontology) }

    /// The part of the graph that matches as graph JSON, with the rows of the answer if the query has RETURN.
    public func json() throws -> String { String(decoding: try GraphJSON.encode(result, columns: query.columns?.map(\.title)), as: UTF8.self) }

    /// Draws the part of the graph that matches into a file whose suffix says the format.
    ///
    /// - Parameter filter: what the query was narrowed by, for the caption.
    /// - Returns: what is to be said about it.
    /// - Throws: `RenderingError` for an unknown suffix, `OutputError`.
    public func draw(_ picture: Picture = Picture(), filter: GraphFilter = GraphFilter(), to path: String) throws -> [String] {
        let output = try PictureFile(path)
        var options = picture.options
        options.focus = Set(query.nodes.compactMap(\.entity))
        options.caption = options.caption ?? filter.caption
        let drawing = GraphDrawing(of: result.graph, ontology: ontology, options: options)
        try output.write(drawing)
        let isEmpty = result.graph.entities.isEmpty ? ["nothing matches; there is nothing to draw"] : []
        return isEmpty + StoredGraph.omissionNote(drawing)
    }
}

extension StoredGraph {
    /// What matches a pattern such as `(p:person)-[:captured]->({name: "Maduro"})`; the documentation's page on queries has the grammar.
    ///
    /// - Throws: `QueryError`, which points at what is wrong; `QuestionError.unknownRelation`.
    public func query(_ text: String, filter: GraphFilter = GraphFilter()) throws -> PatternAnswer {
        try query(text, filter: filter, takingNearNames: true, forGraph: true)
    }

    /// What matches a pattern, as a table only, which takes less time: as `query(_:filter:)`, but not fit to be drawn or written as graph
    /// JSON.
    public func table(of text: String, filter: GraphFilter = GraphFilter()) throws -> PatternAnswer {
        try query(text, filter: filter, takingNearNames: true, forGraph: false)
    }

    /// - Parameters:
    ///   - takingNearNames: whether a misspelt name may stand for the nearest one.
    ///   - forGraph: whether the answer must hold the whole of what matches, with the articles' texts.
    func query(_ text: String, filter: GraphFilter, takingNearNames: Bool, forGraph: Bool) throws -> PatternAnswer {
        try check(filter)
        var notes: [String] = []
        let query = try GraphQuery(parsing: text, ontology: ontology).named { name, types in
            do {
                let found = try find(name.text, types: types)
                guard takingNearNames || !found.isNear else { throw QuestionError.unknownName(name.text, store: store.path) }
                notes += found.notes
                return found.entity.id
            } catch QuestionError.unknownName {
                let kind = types.map { $0.sorted().map(\.rawValue).joined(separator: " or ") } ?? "entity"
                throw QueryError(
                    query: text, place: name.place,
                    message: "no \(kind) is called '\(name.text)', or nearly so; 'entitygraph list entities' shows all")
            }
        }
        let answer = try store.answer(to: query, filter, includingTexts: forGraph, includingMatches: forGraph)
        return PatternAnswer(query, answer.result, notes: notes + undatedNote(answer.undatedDocuments), ontology: ontology)
    }
}
