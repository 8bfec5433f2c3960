import GraphModel
import GraphStorage

/// Entities over several articles without a store, as the store would have them.
struct CrossDocumentResolution {
    /// What the local entities were resolved to, by id.
    let entities: [Entity]
    /// For each article the entity that each of its local entities is.
    let mapping: [[Entity.ID]]

    init(of articles: [ExtractedDocument], resolver: EntityResolver) {
        var indexOf: [LocalEntity: Int] = [:]
        var distinct: [LocalEntity] = []
        let indices = articles.map { article in
            article.entities.map { entity -> Int in
                let profile = entity.profile
                if let index = indexOf[profile] { return index }
                indexOf[profile] = distinct.count
                distinct.append(profile)
                return distinct.count - 1
            }
        }
        var components = DisjointSets(count: distinct.count)
        var firstWithKey: [String: Int] = [:]
        for (index, entity) in distinct.enumerated() {
            for key in resolver.blockingKeys(entity) {
                if let first = firstWithKey[key] { components.unite(first, index) } else { firstWithKey[key] = index }
            }
        }
        var members: [[Int]] = Array(repeating: [], count: distinct.count)
        for index in distinct.indices { members[components.root(of: index)].append(index) }

        var resolved = [Entity.ID](repeating: "", count: distinct.count)
        var groups: [Entity.ID: [LocalEntity]] = [:]
        for group in members where !group.isEmpty {
            let candidates = group.enumerated().map { place, index in distinct[index].numbered(place) }
            for (index, id) in zip(group, resolver.resolve(candidates)) {
                resolved[index] = id
                groups[id, default: []].append(distinct[index])
            }
        }
        entities = groups.sorted { $0.key < $1.key }.map { id, group in
            resolver.merge(group.enumerated().map { $1.numbered($0) }, id)
        }
        mapping = indices.map { $0.map { resolved[$0] } }
    }
}

extension LocalEntity {
    /// What resolution goes by: the entity without its mentions and its number.
    fileprivate var profile: LocalEntity {
        var entity = self
        entity.id = 0
        entity.mentions = []
        return entity
    }

    fileprivate func numbered(_ id: Int) -> LocalEntity {
        var entity = self
        entity.id = id
        return entity
    }
}

/// Sets that are united again and again (union-find, Tarjan 1975).
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[parents[element]]
            element = parents[element]
        }
        return element
    }

    mutating func unite(_ a: Int, _ b: Int) {
        let first = root(of: a), second = root(of: b)
        parents[max(first, second)] = min(first, second)
    }
}
