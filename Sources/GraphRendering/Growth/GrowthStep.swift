public import GraphModel

/// What was known at the end of one day: a step of the pictures that tell how a graph grew.
public struct GrowthStep: Hashable, Sendable {
    public var day: PartialDate
    public var graph: KnowledgeGraph

    public init(day: PartialDate, graph: KnowledgeGraph) {
        self.day = day
        self.graph = graph
    }
}

extension KnowledgeGraph {
    /// All that any of the steps holds; where several hold the same thing, the last of them tells it.
    init(allOf steps: [GrowthStep]) {
        let documents = Dictionary(steps.flatMap(\.graph.documents).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let entities = Dictionary(steps.flatMap(\.graph.entities).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let relations = Dictionary(steps.flatMap(\.graph.relations).map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        self.init(
            documents: documents.values.sorted { $0.precedes($1) }, entities: entities.values.sorted { $0.id < $1.id },
            relations: relations.values.sorted { $0.key < $1.key })
    }
}
