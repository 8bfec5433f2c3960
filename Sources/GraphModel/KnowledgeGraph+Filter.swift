/// The part of a graph that a filter admits.
public struct GraphSelection: Hashable, Sendable {
    public var graph: KnowledgeGraph
    /// How many articles were left out of a dated question because they have no date.
    public var undatedDocuments: Int

    public init(graph: KnowledgeGraph, undatedDocuments: Int) {
        self.graph = graph
        self.undatedDocuments = undatedDocuments
    }
}

extension KnowledgeGraph {
    /// The part of the graph that the filter admits.
    ///
    /// Entities stay if an admitted article speaks of them, even without a relation, and keep the names that all articles give
    /// them. An event is true on the days from its date to its end, a state from its date on until its end, if it has one; a date that
    /// the text does not give is its article's. A former state is true from its date, if it is known, until its end or its article.
    /// Denied and cancelled statements are true on no day; planned, alleged and possible ones are treated like asserted ones.
    /// Complexity: linear in mentions and statements.
    /// - Parameter centres: entities that stay whatever types of entity the filter asks for.
    public func filtered(by filter: GraphFilter, ontology: Ontology, keeping centres: Set<Entity.ID> = []) -> GraphSelection {
        let kept = documents.filter { filter.admits(published: $0.published) }
        let articles = ArticleIndex(kept)
        let entities = self.entities.compactMap { entity -> Entity? in
            guard filter.entityTypes?.contains(entity.type) ?? true || centres.contains(entity.id) else { return nil }
            guard kept.count < documents.count else { return entity }
            var entity = entity
            entity.mentions.removeAll { !articles.contains($0.document) }
            return entity.mentions.isEmpty ? nil : entity
        }
        let present = Set(entities.lazy.map(\.id))
        // What ended by an event that only later articles tell has not ended yet.
        let known = kept.count == documents.count ? self.relations : relations(in: articles, endedBy: ontology)
        let relations = known.compactMap { relation -> Relation? in
            guard present.contains(relation.subject), present.contains(relation.object) else { return nil }
            return relation.narrowed(by: filter, in: articles, ontology: ontology)
        }
        return GraphSelection(
            graph: KnowledgeGraph(documents: kept, entities: entities, relations: relations),
            undatedDocuments: filter.isDated ? documents.count { $0.published == nil } : 0)
    }

    /// The graph without the entities that no relation touches.
    public var withoutIsolatedEntities: KnowledgeGraph {
        let touched = Set(relations.lazy.flatMap { [$0.subject, $0.object] })
        return KnowledgeGraph(documents: documents, entities: entities.filter { touched.contains($0.id) }, relations: relations)
    }
}

extension KnowledgeGraph {
    /// The graph without the places where articles speak of its entities.
    public var withoutMentions: KnowledgeGraph {
        var graph = self
        for index in graph.entities.indices { graph.entities[index].mentions = [] }
        return graph
    }
}

extension Relation {
    /// The relation as the statements tell it that the filter admits; nil if they are none or come from too few sources.
    /// - Parameter articles: the admitted articles; statements of others do not count.
    public func narrowed(by filter: GraphFilter, in articles: ArticleIndex, ontology: Ontology) -> Relation? {
        let statements = self.statements.filter { statement in
            guard articles.contains(statement.document) else { return false }
            return filter.admits(statement, published: articles.published(statement.document), ontology: ontology)
        }
        guard !statements.isEmpty else { return nil }
        let narrowed = statements.count == self.statements.count ? self : Relation(key: key, statements: statements, in: articles)
        return narrowed.sources >= filter.minimumSources ? narrowed : nil
    }
}
