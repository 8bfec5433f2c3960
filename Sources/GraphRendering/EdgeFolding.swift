import GraphModel

/// Relations that are drawn as one line, because they join the same entities in the same direction, manner and tone.
struct FoldedEdge: Hashable, Sendable {
    struct Key: Hashable, Sendable, Comparable {
        var subject: Entity.ID
        var object: Entity.ID
        var isSymmetric: Bool
        var status: Status
        var tone: Tone
        /// nil outside comparisons.
        var change: Change?

        static func < (a: Key, b: Key) -> Bool {
            let left = (a.subject, a.object, a.isSymmetric ? 1 : 0, a.status, a.tone),
                right = (b.subject, b.object, b.isSymmetric ? 1 : 0, b.status, b.tone)
            return left == right ? (a.change ?? .unchanged) < (b.change ?? .unchanged) : left < right
        }
    }

    var key: Key
    /// By first date, those without one last; then as the graph has them.
    var relations: [DrawnRelation]

    /// Most independent sources of any of the relations.
    var sources: Int { relations.map(\.relation.sources).max() ?? 1 }

    /// The lines of a picture, by key.
    static func fold(_ relations: [DrawnRelation], ontology: Ontology) -> [FoldedEdge] {
        var groups: [Key: [DrawnRelation]] = [:]
        for drawn in relations {
            let relation = drawn.relation, type = ontology[relation.type]
            let isSymmetric = type?.isSymmetric ?? false
            let swapped = isSymmetric && relation.object < relation.subject
            let key = Key(
                subject: swapped ? relation.object : relation.subject, object: swapped ? relation.subject : relation.object,
                isSymmetric: isSymmetric, status: relation.status, tone: Tone(type), change: drawn.change)
            groups[key, default: []].append(drawn)
        }
        return groups.map { FoldedEdge(key: $0.key, relations: inOrderOfTime($0.value)) }.sorted { $0.key < $1.key }
    }

    private static func inOrderOfTime(_ relations: [DrawnRelation]) -> [DrawnRelation] {
        let dated = relations.map { (drawn: $0, date: RelationLabel.span(of: $0.relation)?.first) }
        return dated.enumerated().sorted { a, b in
            switch (a.element.date, b.element.date) {
            case (let left?, let right?) where left != right: left < right
            case (.some, nil): true
            case (nil, .some): false
            default: a.offset < b.offset
            }
        }.map(\.element.drawn)
    }
}
