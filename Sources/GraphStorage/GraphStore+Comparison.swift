public import GraphModel

extension GraphStore {
    /// What differs between the parts of the graph that two filters admit. Complexity: linear in the store.
    public func difference(_ old: GraphFilter, _ new: GraphFilter) throws -> GraphComparison {
        let before = try graph(old), after = try graph(new)
        return GraphComparison(
            difference: after.graph.difference(from: before.graph), before: before.graph, after: after.graph,
            undatedDocuments: max(before.undatedDocuments, after.undatedDocuments))
    }

    /// What another store holds that this one does not, and the other way round. Complexity: linear in both.
    public func difference(from other: GraphStore, _ filter: GraphFilter = GraphFilter()) throws -> GraphComparison {
        let before = try graph(filter), after = try other.graph(filter)
        return GraphComparison(
            difference: after.graph.difference(from: before.graph), before: before.graph, after: after.graph,
            undatedDocuments: before.undatedDocuments + after.undatedDocuments)
    }

    /// The language models that the articles were read with, in the order of their names.
    public func models() throws -> [String] {
        try read { database in
            try SQLStatement(database, "SELECT DISTINCT r.model FROM run r JOIN extraction x ON x.run = r.id ORDER BY r.model").map { $0.text(0) }
        }
    }
}
