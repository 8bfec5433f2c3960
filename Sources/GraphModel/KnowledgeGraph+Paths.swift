/// A chain of relations from one entity to another.
public struct GraphPath: Hashable, Sendable {
    /// The entities that it passes, both ends among them; no entity twice.
    public var entities: [Entity.ID]
    /// For each hop the relations between its two entities, in either direction, by key.
    public var hops: [[Relation]]

    public init(entities: [Entity.ID], hops: [[Relation]]) {
        self.entities = entities
        self.hops = hops
    }
}

extension KnowledgeGraph {
    /// The shortest connections between two entities, best first; fewer than `count` if there are no more, none if an id is unknown.
    ///
    /// Relations are followed in either direction, whatever their status: filter the graph before if only some count. Direct
    /// neighbours are one hop apart. A path through an entity that has to do with many others counts as longer
    /// (see `PathSearch`), unless `avoidingHubs` is false.
    /// Complexity: that of `PathSearch.paths(from:to:count:)`, after a pass over all relations.
    /// - Parameter degrees: with how many others each entity has to do, for telling hubs; nil to count in this graph.
    public func paths(
        from start: Entity.ID, to end: Entity.ID, count: Int = 3, avoidingHubs: Bool = true, maximumHops: Int = 6,
        degrees: [Entity.ID: Int]? = nil
    ) -> [GraphPath] {
        var between: [Entity.ID: [Entity.ID: [Int]]] = [:]
        for (index, relation) in relations.enumerated() where relation.subject != relation.object {
            between[relation.subject, default: [:]][relation.object, default: []].append(index)
            between[relation.object, default: [:]][relation.subject, default: []].append(index)
        }
        var search = PathSearch<Entity.ID>(
            avoidsHubs: avoidingHubs, maximumHops: maximumHops, precedes: { $0 < $1 }, degree: degrees.map { degrees in { degrees[$0] ?? 0 } },
            neighbours: { between[$0].map { Array($0.keys) } ?? [] })
        // The closures above never throw.
        let found = (try? search.paths(from: start, to: end, count: count)) ?? []
        return found.map { nodes in
            GraphPath(
                entities: nodes,
                hops: zip(nodes, nodes.dropFirst()).map { a, b in between[a]?[b]?.map { relations[$0] } ?? [] })
        }
    }

    /// With how many others each entity that has relations has to do.
    public var degrees: [Entity.ID: Int] {
        var others: [Entity.ID: Set<Entity.ID>] = [:]
        for relation in relations where relation.subject != relation.object {
            others[relation.subject, default: []].insert(relation.object)
            others[relation.object, default: []].insert(relation.subject)
        }
        return others.mapValues(\.count)
    }

    /// The part of this graph that the paths run through, with the documents that their relations cite.
    public func part(along paths: [GraphPath]) -> KnowledgeGraph {
        let relations = Dictionary(paths.lazy.flatMap { $0.hops.joined() }.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return part(
            entities: Set(paths.lazy.flatMap(\.entities)), relations: relations.values.sorted { $0.key < $1.key },
            keepingDocumentsThatMention: [])
    }
}
