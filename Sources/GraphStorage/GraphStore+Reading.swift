internal import GRDB
public import GraphModel

extension GraphStore {
    /// The whole graph, or the part that a filter admits; equal to `KnowledgeGraph.filtered(by:ontology:)` of the whole.
    /// - Parameters:
    ///   - includingMentions: whether the entities hold the places where articles speak of them.
    ///   - includingTexts: whether the documents hold their texts and passages.
    public func graph(
        _ filter: GraphFilter = GraphFilter(), includingMentions: Bool = true, includingTexts: Bool = false
    ) throws -> GraphSelection {
        try read { database in
            let reader = GraphReader(database: database, ontology: ontology)
            var scope = GraphReader.Scope(includesTexts: includingTexts)
            if filter.isDated { scope.extractions = Set(try reader.publicationDates().filter { filter.admits(published: $0.value) }.keys) }
            // Which entities an article speaks of is known by their mentions only.
            let contents = try reader.contents(scope)
            let entities = try reader.entities().filter { contents.entities.contains($0.row) }.map(\.entity)
            let graph = KnowledgeGraph(
                documents: contents.documents, entities: entities, mentions: contents.mentions, statements: contents.statements,
                ontology: ontology)
            var selection = graph.filtered(by: filter, ontology: ontology)
            selection.undatedDocuments = filter.isDated ? try reader.undatedDocuments() : 0
            if !includingMentions { selection.graph = selection.graph.withoutMentions }
            return selection
        }
    }

    /// What has to do with an entity: the relations to and from it, and the entities at their other ends.
    public func who(_ entity: Entity.ID, _ filter: GraphFilter = GraphFilter()) throws -> GraphSelection {
        try graph(around: [entity], hops: 1, filter, includingMentions: false)
    }

    /// The entities at most so many relations away from one of `centres`, and the relations on the way: equal to
    /// `KnowledgeGraph.neighbourhood(of:hops:)` of the filtered graph, where the filter's types of entity do not hold for the centres.
    ///
    /// Without mentions, the graph's documents are those that its relations cite; otherwise also those that mention a centre.
    /// Unknown ids are passed over.
    public func graph(
        around centres: [Entity.ID], hops: Int = 1, _ filter: GraphFilter = GraphFilter(), includingMentions: Bool = true,
        includingTexts: Bool = false
    ) throws -> GraphSelection {
        try read { database in
            let reader = GraphReader(database: database, ontology: ontology)
            var walk = try NeighbourhoodWalk(reader: reader, filter: filter, centres: Set(try reader.rows(of: centres)))
            try walk.findCentres()
            for _ in 0..<hops where try walk.takeStep() {}
            let graph = try walk.graph(includingMentions: includingMentions, includingTexts: includingTexts)
            return GraphSelection(graph: graph, undatedDocuments: filter.isDated ? try reader.undatedDocuments() : 0)
        }
    }

    /// An article with all that was found in it, as it was added; nil if it is not there.
    public func article(_ id: Document.ID) throws -> ExtractedDocument? {
        try read { try ArticleReader(database: $0).article(id) }
    }
}
