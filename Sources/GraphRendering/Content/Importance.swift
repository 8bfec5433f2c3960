import GraphModel

/// How much entities matter in a graph, by how many independent sources tell of their relations and by how central they are.
enum Importance {
    /// For each entity with a relation, a share of the whole.
    ///
    /// PageRank (Brin and Page 1998) over relations followed both ways, each as heavy as its sources; who jumps lands at an entity by the same
    /// weight, so that pairs far from everything gain nothing by being closed. Complexity: linear in the relations.
    static func shares(_ relations: [DrawnRelation]) -> [Entity.ID: Double] {
        var indices: [Entity.ID: Int] = [:], ids: [Entity.ID] = []
        func index(_ id: Entity.ID) -> Int {
            if let known = indices[id] { return known }
            indices[id] = ids.count
            ids.append(id)
            return ids.count - 1
        }
        let links = relations.compactMap { drawn -> (a: Int, b: Int, weight: Double)? in
            let a = index(drawn.relation.subject), b = index(drawn.relation.object)
            return a == b ? nil : (a, b, weight(drawn))
        }
        var strength = Array(repeating: 0.0, count: ids.count)
        for link in links {
            strength[link.a] += link.weight
            strength[link.b] += link.weight
        }
        let total = strength.reduce(0, +)
        guard total > 0 else { return Dictionary(uniqueKeysWithValues: ids.map { ($0, 1 / Double(ids.count)) }) }
        let landing = strength.map { $0 / total }
        var shares = landing
        for _ in 0..<20 {
            var next = landing.map { $0 * 0.15 }
            for link in links {
                next[link.b] += 0.85 * shares[link.a] * link.weight / strength[link.a]
                next[link.a] += 0.85 * shares[link.b] * link.weight / strength[link.b]
            }
            shares = next
        }
        let reached = largestPart(count: ids.count, links: links.map { ($0.a, $0.b) })
        // What hangs together with most of the picture tells more than what stands alone.
        return Dictionary(uniqueKeysWithValues: ids.indices.map { (ids[$0], shares[$0] * (reached.contains($0) ? 1 : 0.4)) })
    }

    /// What a relation adds to the weight of its ends. Changes outweigh all that stayed as it was.
    static func weight(_ drawn: DrawnRelation) -> Double {
        let sources = Double(max(1, drawn.relation.sources))
        let certain = drawn.relation.status == .denied || drawn.relation.status == .cancelled ? sources / 2 : sources
        return drawn.change == nil || drawn.change == .unchanged ? certain : certain * 10
    }

    /// The nodes of the largest connected part, of equally large ones that of the lowest node.
    private static func largestPart(count: Int, links: [(Int, Int)]) -> Set<Int> {
        var parents = Array(0..<count)
        func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node {
                parents[node] = parents[parents[node]]
                node = parents[node]
            }
            return node
        }
        for (a, b) in links {
            let (low, high) = (min(root(a), root(b)), max(root(a), root(b)))
            parents[high] = low
        }
        let parts = Dictionary(grouping: 0..<count, by: root)
        let largest = parts.max { a, b in a.value.count == b.value.count ? a.key > b.key : a.value.count < b.value.count }
        return Set(largest?.value ?? [])
    }
}
