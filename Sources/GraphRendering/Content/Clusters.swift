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

    /// Entities by the community that `Communities` finds for them.
    private static func communities(_ drawing: GraphDrawing) -> [[Entity.ID]] {
        let ids = drawing.selection.entities.map(\.id)
        let indices = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let links = drawing.selection.relations.compactMap { drawn -> (Int, Int)? in
            guard let a = indices[drawn.relation.subject], let b = indices[drawn.relation.object], a != b else { return nil }
            return (a, b)
        }
        let found = Communities.find(count: ids.count, links: links)
        return Dictionary(grouping: ids.indices) { found[$0] }.sorted { $0.key < $1.key }.map { $0.value.map { ids[$0] } }
    }
}
