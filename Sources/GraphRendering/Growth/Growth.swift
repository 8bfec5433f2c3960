import GraphModel

/// What the lines of a picture looked like day by day.
struct Growth: Hashable, Sendable {
    struct Stage: Hashable, Sendable {
        var day: PartialDate
        /// Articles that were known.
        var articles: Int
        var relations: [Relation.Key: Relation]
    }

    /// In the order of time.
    let stages: [Stage]

    init(_ steps: [GrowthStep]) {
        stages = steps.map { step in
            Stage(
                day: step.day, articles: step.graph.documents.count,
                relations: Dictionary(step.graph.relations.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// An edge as it was told at a stage; nil if nothing of it was known.
    private func edge(_ edge: FoldedEdge, at stage: Stage) -> FoldedEdge? {
        var edge = edge
        edge.relations = edge.relations.compactMap { drawn in stage.relations[drawn.relation.key].map { DrawnRelation($0) } }
        edge.isPair = edge.isPair && edge.relations.count > 1
        return edge.relations.isEmpty ? nil : edge
    }

    /// How an edge was drawn for some stages in a row.
    struct Variant: Hashable, Sendable {
        /// Indices of the first and the last of these stages.
        var first: Int
        var last: Int
        var edge: FoldedEdge
        var words: TextBlock
    }

    /// What an edge looked like, in the order of time; without the stages at which nothing of it was known.
    func variants(of edge: FoldedEdge, words: (FoldedEdge) -> TextBlock) -> [Variant] {
        var variants: [Variant] = []
        for (index, stage) in stages.enumerated() {
            guard let told = self.edge(edge, at: stage) else { continue }
            let block = words(told)
            if let last = variants.last, last.last == index - 1, last.words == block, last.edge.sources == told.sources {
                variants[variants.count - 1].last = index
                variants[variants.count - 1].edge = told
            } else {
                variants.append(Variant(first: index, last: index, edge: told, words: block))
            }
        }
        return variants
    }

    /// By stage, from how many independent sources the relation was known; 0 where it was not.
    func sources(of key: Relation.Key) -> [Int] { stages.map { $0.relations[key]?.sources ?? 0 } }

    /// The stages at which the relation was told otherwise than before: by more or other sentences, or with another end.
    func changes(of key: Relation.Key) -> [Int] {
        stages.indices.dropFirst().filter { index in
            guard let before = stages[index - 1].relations[key], let after = stages[index].relations[key] else { return false }
            return before != after
        }
    }
}
