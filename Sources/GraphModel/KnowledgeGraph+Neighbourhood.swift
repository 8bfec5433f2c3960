extension KnowledgeGraph {
    /// The entities at most so many relations away from one of `centres`, followed in either direction, and the relations on the way:
    /// those with an end that is less than `hops` away. Relations between two entities of the outermost ring are not part of it.
    ///
    /// Of the documents only those stay that the relations cite or that mention a centre. Unknown ids are passed over.
    /// Complexity: linear in the graph.
    public func neighbourhood(of centres: some Sequence<Entity.ID>, hops: Int = 1) -> KnowledgeGraph {
        precondition(hops >= 0, "a neighbourhood of \(hops) hops")
        let centres = Set(centres)
        var inside = Set(entities.lazy.map(\.id).filter(centres.contains))
        var chosen: Set<Int> = []
        for _ in 0..<hops {
            let edge = inside
            for (index, relation) in relations.enumerated() where edge.contains(relation.subject) || edge.contains(relation.object) {
                chosen.insert(index)
                inside.insert(relation.subject)
                inside.insert(relation.object)
            }
            if inside.count == edge.count { break }
        }
        return part(entities: inside, relations: chosen.sorted().map { relations[$0] }, keepingDocumentsThatMention: centres)
    }

    /// The neighbourhood of one entity; see `neighbourhood(of:hops:)` of several.
    public func neighbourhood(of centre: Entity.ID, hops: Int = 1) -> KnowledgeGraph { neighbourhood(of: [centre], hops: hops) }

    /// These relations and entities, with the documents that the relations cite or that mention one of `centres`.
    public func part(
        entities ids: Set<Entity.ID>, relations: [Relation], keepingDocumentsThatMention centres: Set<Entity.ID> = []
    ) -> KnowledgeGraph {
        var cited = Set(relations.lazy.flatMap { $0.statements.lazy.map(\.document) })
        for entity in entities where centres.contains(entity.id) { cited.formUnion(entity.mentions.lazy.map(\.document)) }
        let kept = entities.filter { ids.contains($0.id) }.map { entity in
            var entity = entity
            entity.mentions.removeAll { !cited.contains($0.document) }
            return entity
        }
        return KnowledgeGraph(documents: documents.filter { cited.contains($0.id) }, entities: kept, relations: relations)
    }
}
