/// What changed from one graph to another.
public struct GraphDiff: Hashable, Sendable {
    /// A relation that both graphs hold, but not alike: other sources, statements or confidence.
    public struct Change: Hashable, Sendable {
        public var before: Relation
        public var after: Relation

        public init(before: Relation, after: Relation) {
            self.before = before
            self.after = after
        }
    }

    /// By id.
    public var addedEntities: [Entity]
    /// By id.
    public var removedEntities: [Entity]
    /// By key.
    public var addedRelations: [Relation]
    /// By key.
    public var removedRelations: [Relation]
    /// By key.
    public var changedRelations: [Change]
    /// By key.
    public var unchangedRelations: [Relation]

    public init(
        addedEntities: [Entity] = [], removedEntities: [Entity] = [], addedRelations: [Relation] = [], removedRelations: [Relation] = [],
        changedRelations: [Change] = [], unchangedRelations: [Relation] = []
    ) {
        self.addedEntities = addedEntities
        self.removedEntities = removedEntities
        self.addedRelations = addedRelations
        self.removedRelations = removedRelations
        self.changedRelations = changedRelations
        self.unchangedRelations = unchangedRelations
    }

    /// Whether the graphs hold the same entities and relations.
    public var isEmpty: Bool {
        addedEntities.isEmpty && removedEntities.isEmpty && addedRelations.isEmpty && removedRelations.isEmpty && changedRelations.isEmpty
    }
}
