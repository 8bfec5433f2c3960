/// What changed from one graph to another.
public struct GraphDiff: Hashable, Sendable {
    /// Something that both graphs hold, but not alike.
    public struct Change<Element: Hashable & Sendable>: Hashable, Sendable {
        public var before: Element
        public var after: Element

        public init(before: Element, after: Element) {
            self.before = before
            self.after = after
        }
    }

    /// In graph order; an article whose text or data changed is both added and removed.
    public var addedDocuments: [Document]
    /// In graph order.
    public var removedDocuments: [Document]
    /// By id.
    public var addedEntities: [Entity]
    /// By id.
    public var removedEntities: [Entity]
    /// Entities with other names, identifiers or mentions, by id.
    public var changedEntities: [Change<Entity>]
    /// By key.
    public var addedRelations: [Relation]
    /// By key.
    public var removedRelations: [Relation]
    /// Relations with other sources, statements or confidence, by key.
    public var changedRelations: [Change<Relation>]
    /// By key.
    public var unchangedRelations: [Relation]

    public init(
        addedDocuments: [Document] = [], removedDocuments: [Document] = [], addedEntities: [Entity] = [], removedEntities: [Entity] = [],
        changedEntities: [Change<Entity>] = [], addedRelations: [Relation] = [], removedRelations: [Relation] = [],
        changedRelations: [Change<Relation>] = [], unchangedRelations: [Relation] = []
    ) {
        self.addedDocuments = addedDocuments
        self.removedDocuments = removedDocuments
        self.addedEntities = addedEntities
        self.removedEntities = removedEntities
        self.changedEntities = changedEntities
        self.addedRelations = addedRelations
        self.removedRelations = removedRelations
        self.changedRelations = changedRelations
        self.unchangedRelations = unchangedRelations
    }

    /// Whether the graphs hold the same entities and relations. More mentions of an entity alone make no difference here, and
    /// neither do documents.
    public var isEmpty: Bool {
        addedEntities.isEmpty && removedEntities.isEmpty && addedRelations.isEmpty && removedRelations.isEmpty && changedRelations.isEmpty
            && changedEntities.allSatisfy { change in
                var before = change.before
                before.mentions = change.after.mentions
                return before == change.after
            }
    }
}
