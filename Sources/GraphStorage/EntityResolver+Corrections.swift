internal import GraphModel

extension EntityResolver {
    /// The id of what corrections took out of the graph.
    static let nobody: Entity.ID = ""

    /// The same rules, with corrections on top.
    func applying(_ corrections: CorrectionSet) -> EntityResolver {
        guard !corrections.isEmpty else { return self }
        return EntityResolver(
            version: version,
            blockingKeys: { blockingKeys($0.withoutArticle) + corrections.blockingKeys(of: $0) },
            resolve: { block in
                guard corrections.concern(block) else { return resolve(block) }
                return corrections.identities(of: block, uncorrected: uncorrected(block)).map { $0 ?? Self.nobody }
            },
            merge: { group, id in
                guard corrections.concern(group) else { return merge(group, id) }
                return corrections.corrected(mergeApart(group, id, corrections), of: group)
            })
    }

    /// What local entities would be without corrections, which may have put together what does not hang together otherwise.
    private func uncorrected(_ block: [LocalEntity]) -> [Entity.ID] {
        var distinct: [LocalEntity] = [], indexOf: [LocalEntity: Int] = [:]
        let places = block.map { local -> Int in
            let plain = local.withoutArticle.numbered(0)
            if let index = indexOf[plain] { return index }
            indexOf[plain] = distinct.count
            distinct.append(plain)
            return distinct.count - 1
        }
        var members: [String: [Int]] = [:], keys: [[String]] = []
        for (index, local) in distinct.enumerated() {
            keys.append(blockingKeys(local))
            for key in keys[index] { members[key, default: []].append(index) }
        }
        var ids = [Entity.ID](repeating: Self.nobody, count: distinct.count), seen: Set<Int> = []
        for start in distinct.indices where seen.insert(start).inserted {
            var component: [Int] = [], open = [start]
            while let index = open.popLast() {
                component.append(index)
                for key in keys[index] {
                    for other in members.removeValue(forKey: key) ?? [] where seen.insert(other).inserted { open.append(other) }
                }
            }
            component.sort()
            for (index, id) in zip(component, resolve(component.enumerated().map { distinct[$1].numbered($0) })) { ids[index] = id }
        }
        return places.map { ids[$0] }
    }

    /// The entity of this id: with the name of what bears the id by itself, whatever corrections made one with it.
    private func mergeApart(_ group: [LocalEntity], _ id: Entity.ID, _ corrections: CorrectionSet) -> Entity {
        var seen: Set<LocalEntity> = []
        let plain = group.map { $0.withoutArticle.numbered(0) }.filter { seen.insert($0).inserted }.sorted { $0.order < $1.order }
        func merged(_ locals: [LocalEntity]) -> Entity { merge(locals.enumerated().map { $1.numbered($0) }, id) }
        guard corrections.mayJoin(group) else { return merged(plain) }
        let ids = uncorrected(plain)
        // What a split made bears its id by itself no more than the rest does: there the type tells.
        var isOwn = ids.map { $0 == id }
        if !isOwn.contains(true) { isOwn = plain.map { id.hasPrefix($0.type.rawValue + "/") } }
        let own = plain.indices.filter { isOwn[$0] }.map { plain[$0] }, others = plain.indices.filter { !isOwn[$0] }.map { plain[$0] }
        guard !own.isEmpty, !others.isEmpty else { return merged(plain) }
        var entity = merged(own)
        entity.aliases = Set(entity.aliases + others.flatMap { [$0.name] + $0.aliases }).subtracting([entity.name]).sorted()
        var identifiers: [String: String] = [:]
        for other in others { identifiers.merge(other.identifiers) { min($0, $1) } }
        entity.identifiers.merge(identifiers) { own, _ in own }
        entity.isNominal = entity.isNominal && others.allSatisfy(\.isNominal)
        return entity
    }
}

extension LocalEntity {
    /// Puts local entities into an order that depends on nothing else.
    fileprivate var order: String {
        let identifiers = identifiers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return ([type.rawValue, name, isNominal ? "1" : "0"] + aliases + ["\0"] + identifiers).joined(separator: "\u{1}")
    }

    /// The same with another id.
    func numbered(_ id: Int) -> LocalEntity {
        var entity = self
        entity.id = id
        return entity
    }
}
