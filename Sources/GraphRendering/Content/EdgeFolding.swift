import GraphModel

/// Relations that are drawn as one line, because they join the same entities in the same direction, manner and tone; or, where pairs are folded,
/// all relations of two entities.
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
    /// Whether some of the relations run the other way.
    var isTwoWay = false
    /// Whether it stands for all relations of its two entities, which its words then count.
    var isPair = false

    /// Most independent sources of any of the relations.
    var sources: Int { relations.map(\.relation.sources).max() ?? 1 }

    /// Names the edge for good: the same as long as its ends, status, tone and change stay the same.
    var name: String {
        let parts = [key.subject, key.object, key.status.rawValue, "\(key.tone)", key.isSymmetric ? "mutual" : "", key.change.map { "\($0)" } ?? ""]
        return (isPair ? parts.prefix(2) + parts.suffix(1) : parts[...]).filter { !$0.isEmpty }.joined(separator: "--")
    }

    /// The lines of a picture, by key.
    static func fold(_ relations: [DrawnRelation], ontology: Ontology, inPairs: Bool = false) -> [FoldedEdge] {
        let edges = byManner(relations, ontology: ontology)
        guard inPairs else { return edges }
        struct Pair: Hashable {
            var low: Entity.ID
            var high: Entity.ID
            var change: Change?
        }
        let pairs = Dictionary(grouping: edges) { edge in
            Pair(low: min(edge.key.subject, edge.key.object), high: max(edge.key.subject, edge.key.object), change: edge.key.change)
        }
        return pairs.values.compactMap(onePair).sorted { $0.key < $1.key }
    }

    private static func byManner(_ relations: [DrawnRelation], ontology: Ontology) -> [FoldedEdge] {
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

    /// One line for the edges of a pair, drawn as the one with the most sources; edges with direction give it theirs.
    private static func onePair(_ edges: [FoldedEdge]) -> FoldedEdge? {
        let ranked = edges.sorted {
            let a = ($0.key.status, $0.sources, $0.relations.count), b = ($1.key.status, $1.sources, $1.relations.count)
            return a == b ? $0.key < $1.key : a > b
        }
        guard let first = ranked.first, edges.count > 1 else { return ranked.first }
        var key = first.key
        let directed = edges.filter { !$0.key.isSymmetric }
        if let one = ranked.first(where: { !$0.key.isSymmetric }) {
            (key.subject, key.object, key.isSymmetric) = (one.key.subject, one.key.object, false)
        }
        let isTwoWay = Set(directed.map(\.key.subject)).count > 1
        let relations = ranked.flatMap(\.relations)
        return FoldedEdge(key: key, relations: relations, isTwoWay: isTwoWay, isPair: true)
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
