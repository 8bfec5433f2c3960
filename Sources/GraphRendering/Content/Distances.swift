import GraphModel

/// How far entities are from one of them, in lines followed either way.
enum Distances {
    /// By entity; those that cannot be reached are not listed. Complexity: linear in the edges.
    static func from(_ start: Entity.ID, edges: [FoldedEdge]) -> [Entity.ID: Int] {
        var neighbours: [Entity.ID: [Entity.ID]] = [:]
        for edge in edges {
            neighbours[edge.key.subject, default: []].append(edge.key.object)
            neighbours[edge.key.object, default: []].append(edge.key.subject)
        }
        var distances = [start: 0], ring = [start]
        while !ring.isEmpty {
            var next: [Entity.ID] = []
            for id in ring {
                for other in neighbours[id] ?? [] where distances[other] == nil {
                    distances[other] = (distances[id] ?? 0) + 1
                    next.append(other)
                }
            }
            ring = next
        }
        return distances
    }
}
