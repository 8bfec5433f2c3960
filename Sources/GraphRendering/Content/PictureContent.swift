import GraphModel

/// A relation as a picture or a comparison holds it.
struct DrawnRelation: Hashable, Sendable {
    var relation: Relation
    /// nil outside comparisons.
    var change: Change?
    /// The relation as it was, where it changed.
    var before: Relation?

    init(_ relation: Relation, change: Change? = nil, before: Relation? = nil) {
        self.relation = relation
        self.change = change
        self.before = before
    }
}

/// What a picture could show, before the part that fits is chosen.
struct PictureContent: Hashable, Sendable {
    /// By id.
    var entities: [Entity]
    /// Entities of a comparison that only one of the graphs holds.
    var changes: [Entity.ID: Change]
    /// By key.
    var relations: [DrawnRelation]
    /// Titles and publishers, for tooltips.
    var documents: [Document.ID: Document]

    init(_ graph: KnowledgeGraph) {
        entities = graph.entities
        changes = [:]
        relations = graph.relations.map { DrawnRelation($0) }
        documents = Dictionary(graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        addMissingEntities()
    }

    init(_ diff: GraphDiff, before: KnowledgeGraph, after: KnowledgeGraph) {
        // The later graph's name of an entity wins.
        let known = Dictionary((after.entities + before.entities + diff.addedEntities + diff.removedEntities).map { ($0.id, $0) }) { first, _ in first
        }
        entities = known.values.sorted { $0.id < $1.id }
        changes = Dictionary(
            diff.addedEntities.map { ($0.id, Change.added) } + diff.removedEntities.map { ($0.id, .removed) }, uniquingKeysWith: { first, _ in first }
        )
        relations =
            diff.addedRelations.map { DrawnRelation($0, change: .added) } + diff.removedRelations.map { DrawnRelation($0, change: .removed) }
            + diff.changedRelations.map { DrawnRelation($0.after, change: .changed, before: $0.before) }
            + diff.unchangedRelations.map { DrawnRelation($0, change: .unchanged) }
        relations.sort { ($0.relation.key, $0.change ?? .unchanged) < ($1.relation.key, $1.change ?? .unchanged) }
        documents = Dictionary((after.documents + before.documents).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        addMissingEntities()
    }

    /// Gives a relation's end that the graph does not list an entity that bears its id, so that every relation can be drawn.
    private mutating func addMissingEntities() {
        let known = Set(entities.map(\.id))
        let missing = Set(relations.flatMap { [$0.relation.subject, $0.relation.object] }).subtracting(known)
        guard !missing.isEmpty else { return }
        entities += missing.map { Entity(id: $0, type: .place, name: $0, isNominal: true) }
        entities.sort { $0.id < $1.id }
    }
}
