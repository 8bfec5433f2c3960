public import GraphModel

/// Two graphs and what changed from one to the other.
public struct GraphComparison: Hashable, Sendable {
    public var difference: GraphDiff
    public var before: KnowledgeGraph
    public var after: KnowledgeGraph
    /// How many articles were left out because they have no date.
    public var undatedDocuments: Int

    public init(difference: GraphDiff, before: KnowledgeGraph, after: KnowledgeGraph, undatedDocuments: Int) {
        self.difference = difference
        self.before = before
        self.after = after
        self.undatedDocuments = undatedDocuments
    }
}
