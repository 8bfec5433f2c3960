import GraphModel

/// Entities that a picture frames together.
struct Clusters {
    struct Cluster: Hashable {
        var name: String
        var members: [Entity.ID]
    }

    /// Fewest members of a frame.
    private static let fewest = 3

    /// Those with enough members, by name.
    let clusters: [Cluster]

    init(_ drawing: GraphDrawing) {
        let groups: [[Entity.ID]]
        let names = Dictionary(drawing.selection.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        switch drawing.options.clustering {
        case .none: groups = []
        case .country: groups = Self.byCountry(drawing)
        case .community: groups = Self.communities(drawing)
        }
        let found = groups.filter { $0.count >= Self.fewest }.map { members in
            // The most important member names the group, if its country does not.
            let heaviest = members.max { (drawing.selection.weights[$0] ?? 0, $1) < (drawing.selection.weights[$1] ?? 0, $0) }
            let named = drawing.options.clustering == .country ? members.first : heaviest
            return Cluster(name: named.flatMap { names[$0] } ?? "", members: members)
        }
        clusters =
            found.count == 1 && found[0].members.count == drawing.selection.entities.count
            ? [] : found.sorted { ($0.name, $0.members[0]) < ($1.name, $1.members[0]) }
    }

    /// Each country with what belongs to it: by posts in it, by being part of it or lying in it; the country first.
    private static func byCountry(_ drawing: GraphDrawing) -> [[Entity.ID]] {
        let families: Set<String> = ["role", "affiliation", "location"]
        let types = Dictionary(drawing.selection.entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
        // Votes for a country, by entity; who belongs to an organization belongs to that one's country.
        var votes: [Entity.ID: [Entity.ID: Int]] = [:], bodies: [Entity.ID: Set<Entity.ID>] = [:]
        for drawn in drawing.selection.relations where drawn.relation.status == .asserted {
            let relation = drawn.relation
            guard families.contains(drawing.ontology[relation.type]?.group ?? ""), types[relation.subject] != .country else { continue }
            if types[relation.object] == .country {
                votes[relation.subject, default: [:]][relation.object, default: 0] += relation.sources
            } else {
                bodies[relation.subject, default: []].insert(relation.object)
            }
        }
        var members: [Entity.ID: [Entity.ID]] = [:]
        for entity in drawing.selection.entities where entity.type != .country {
            let own = votes[entity.id] ?? [:]
            let inherited = (bodies[entity.id] ?? []).reduce(into: [Entity.ID: Int]()) { all, body in
                for (country, count) in votes[body] ?? [:] { all[country, default: 0] += count }
            }
            let best = (own.isEmpty ? inherited : own).max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }
            if let best { members[best.key, default: []].append(entity.id) }
        }
        return members.map { [$0.key] + $0.value }.sorted { $0[0] < $1[0] }
    }

    /// Communities by moving nodes to the neighbouring one that raises modularity most (the first phase of Blondel et al. 2008, "Louvain"), in
    /// graph order until nothing moves.
    private static func communities(_ drawing: GraphDrawing) -> [[Entity.ID]] {
        let ids = drawing.selection.entities.map(\.id)
        let indices = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var links: [[Int: Double]] = Array(repeating: [:], count: ids.count)
        for drawn in drawing.selection.relations {
            guard let a = indices[drawn.relation.subject], let b = indices[drawn.relation.object], a != b else { continue }
            links[a][b, default: 0] += 1
            links[b][a, default: 0] += 1
        }
        let degrees = links.map { $0.values.reduce(0, +) }
        let total = degrees.reduce(0, +)
        guard total > 0 else { return [] }
        var community = Array(ids.indices), weights = degrees
        for _ in 0..<30 {
            var hasMoved = false
            for node in ids.indices {
                let own = community[node]
                weights[own] -= degrees[node]
                var shared: [Int: Double] = [:]
                for (other, weight) in links[node] { shared[community[other], default: 0] += weight }
                func gain(_ target: Int) -> Double { (shared[target] ?? 0) - weights[target] * degrees[node] / total }
                let best = shared.keys.sorted().reduce(own) { gain($1) > gain($0) + 1e-9 ? $1 : $0 }
                community[node] = best
                weights[best] += degrees[node]
                if best != own { hasMoved = true }
            }
            if !hasMoved { break }
        }
        return Dictionary(grouping: ids.indices) { community[$0] }.sorted { $0.key < $1.key }.map { $0.value.map { ids[$0] } }
    }
}
