import GraphModel

/// The part of a graph that a picture shows.
///
/// The most important entities are drawn, those in focus before all others; of the relations between them those that changed, then those with
/// the most sources.
struct PictureSelection: Hashable, Sendable {
    /// By id.
    var entities: [Entity]
    /// By key.
    var relations: [DrawnRelation]
    /// By entity; of what is drawn.
    var weights: [Entity.ID: Double]
    /// Entities with relations that are not drawn.
    var omittedEntities: Int
    /// Entities without any relation that are not drawn.
    var omittedIsolated: Int
    var omittedRelations: Int

    init(_ content: PictureContent, options: DrawingOptions) {
        let weights = Importance.shares(content.relations)
        var candidates: [Entity] = []
        var isolated = 0
        for entity in content.entities {
            if weights[entity.id] != nil || options.showsIsolated || options.focus.contains(entity.id) {
                candidates.append(entity)
            } else {
                isolated += 1
            }
        }
        let ranked = candidates.sorted {
            let a = (options.focus.contains($0.id), weights[$0.id] ?? 0), b = (options.focus.contains($1.id), weights[$1.id] ?? 0)
            if a.0 != b.0 { return a.0 }
            return a.1 == b.1 ? $0.id < $1.id : a.1 > b.1
        }
        var kept = Set(ranked.prefix(max(max(1, options.maximumEntities), options.focus.count)).map(\.id))
        var relations = content.relations.filter { kept.contains($0.relation.subject) && kept.contains($0.relation.object) }
        if relations.count > options.mostRelations {
            relations.sort(by: Self.precedes)
            relations.removeLast(relations.count - options.mostRelations)
            relations.sort { ($0.relation.key, $0.change ?? .unchanged) < ($1.relation.key, $1.change ?? .unchanged) }
        }
        if !options.showsIsolated {
            // An entity all of whose relations fell away says nothing.
            kept.formIntersection(Set(relations.flatMap { [$0.relation.subject, $0.relation.object] }).union(options.focus))
        }
        entities = candidates.filter { kept.contains($0.id) }
        self.relations = relations
        self.weights = weights.filter { kept.contains($0.key) }
        omittedEntities = candidates.count - entities.count
        omittedIsolated = isolated
        omittedRelations = content.relations.count - relations.count
    }

    private static func precedes(_ a: DrawnRelation, _ b: DrawnRelation) -> Bool {
        let left = (a.change == .unchanged ? 1 : 0, -a.relation.sources, -a.relation.confidence)
        let right = (b.change == .unchanged ? 1 : 0, -b.relation.sources, -b.relation.confidence)
        return left == right ? (a.relation.key, a.change ?? .unchanged) < (b.relation.key, b.change ?? .unchanged) : left < right
    }
}
