extension KnowledgeGraph {
    /// What changed from `old` to this graph. Complexity: linear in both.
    public func difference(from old: KnowledgeGraph) -> GraphDiff {
        var diff = GraphDiff()
        Self.walk(old.entities, entities, by: \.id) { before, after in
            switch (before, after) {
            case (let before?, let after?) where before != after: diff.changedEntities.append(.init(before: before, after: after))
            case (let before?, nil): diff.removedEntities.append(before)
            case (nil, let after?): diff.addedEntities.append(after)
            default: break
            }
        }
        Self.walk(old.relations, relations, by: \.key) { before, after in
            switch (before, after) {
            case (let before?, let after?) where before != after: diff.changedRelations.append(.init(before: before, after: after))
            case (let before?, nil): diff.removedRelations.append(before)
            case (nil, let after?): diff.addedRelations.append(after)
            case (_, let after?): diff.unchangedRelations.append(after)
            default: break
            }
        }
        let before = Set(old.documents), after = Set(documents)
        diff.removedDocuments = old.documents.filter { !after.contains($0) }
        diff.addedDocuments = documents.filter { !before.contains($0) }
        return diff
    }

    /// The graph that this one becomes by the diff's changes; the inverse of `difference(from:)`.
    /// What the diff removes or changes need not be there. Complexity: O(n log n).
    public func applying(_ diff: GraphDiff) -> KnowledgeGraph {
        var entities = Dictionary(uniqueKeysWithValues: self.entities.map { ($0.id, $0) })
        for entity in diff.removedEntities { entities[entity.id] = nil }
        for entity in diff.addedEntities + diff.changedEntities.map(\.after) { entities[entity.id] = entity }
        var relations = Dictionary(uniqueKeysWithValues: self.relations.map { ($0.key, $0) })
        for relation in diff.removedRelations { relations[relation.key] = nil }
        for relation in diff.addedRelations + diff.changedRelations.map(\.after) { relations[relation.key] = relation }
        let gone = Set(diff.removedDocuments + diff.addedDocuments)
        return KnowledgeGraph(
            documents: (documents.filter { !gone.contains($0) } + diff.addedDocuments).sorted { $0.precedes($1) },
            entities: entities.values.sorted { $0.id < $1.id }, relations: relations.values.sorted { $0.key < $1.key })
    }

    /// Calls `visit` for each key of two sorted lists with the elements that bear it.
    private static func walk<Element, Key: Comparable>(
        _ old: [Element], _ new: [Element], by key: (Element) -> Key, visit: (Element?, Element?) -> Void
    ) {
        var i = 0, j = 0
        while i < old.count || j < new.count {
            if j == new.count || (i < old.count && key(old[i]) < key(new[j])) {
                visit(old[i], nil)
                i += 1
            } else if i == old.count || key(new[j]) < key(old[i]) {
                visit(nil, new[j])
                j += 1
            } else {
                visit(old[i], new[j])
                i += 1
                j += 1
            }
        }
    }
}
