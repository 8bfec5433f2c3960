public import GraphModel

/// Decides which local entities of different articles are one thing, by their names alone.
///
/// Countries are told by their code, and bodies of a state by its code and their name. People are one if they share a first and last name,
/// spelled alike; organizations if they share a full name and are not bodies of different countries; places if they share a name. Identifiers that a user's gazetteer gives win over names: who shares one is one thing,
/// and who bears different ones of a scheme is not, whatever the names. Who goes by a bare surname, an acronym or a short name is the only one in
/// question whom an article with the full name also calls so; where there are several, or none, it stays a thing of its own.
/// All answers depend on nothing but the set of local entities, not on their order.
public struct CrossArticleResolution: Sendable {
    /// Changes whenever the same local entities may be resolved otherwise.
    public static let version = "names-3"

    public init() {}

    /// What two local entities share one of if they may be one thing.
    public func blockingKeys(of entity: LocalEntity) -> [String] {
        let type = entity.type.rawValue
        if let code = entity.identifiers["iso3166-1"] { return ["\(type)/\(code)"] }
        let identities = entity.identities.map { "\(type)/\($0)" }
        if entity.isNominal { return ["\(type)/unnamed/\(entity.name.nameWords.joined(separator: "-"))"] }
        let forms = NameForms(entity)
        var keys = forms.strong.union(forms.weak)
        // Middle names and first of two surnames: "Nicolas Maduro Moros".
        if entity.type == .person { for words in forms.words { keys.formUnion(words.dropFirst().filter { $0.count > 2 }) } }
        return identities + keys.sorted().map { "\(type)/\($0)" }
    }

    /// The entity that each of these local entities is; they are all that hang together by blocking keys.
    /// Complexity: quadratic in the number of local entities in the worst case.
    public func resolve(_ block: [LocalEntity]) -> [Entity.ID] {
        var ids = [Entity.ID](repeating: "", count: block.count)
        for type in EntityType.allCases {
            let places = block.indices.filter { block[$0].type == type }
            guard !places.isEmpty else { continue }
            for (place, id) in zip(places, resolve(type, places.map { block[$0] })) { ids[place] = id }
        }
        return ids
    }

    private func resolve(_ type: EntityType, _ entities: [LocalEntity]) -> [Entity.ID] {
        var ids = [Entity.ID](repeating: "", count: entities.count)
        var named: [Int] = []
        for (index, entity) in entities.enumerated() {
            if let code = entity.identifiers["iso3166-1"] {
                ids[index] = "\(type.rawValue)/\(code)"
            } else if entity.isNominal {
                ids[index] = "\(type.rawValue)/unnamed/\(Self.slug(entity.name.nameWords))"
            } else {
                named.append(index)
            }
        }
        let clusters = NameClusters(named.map { entities[$0] }, type: type)
        for (position, index) in named.enumerated() { ids[index] = "\(type.rawValue)/\(clusters.slugs[position])" }
        return ids
    }

    /// The entity of this id that these local entities are: the fullest name, and all other names as aliases.
    public func merge(_ entities: [LocalEntity], id: Entity.ID) -> Entity {
        precondition(!entities.isEmpty, "an entity is made of local entities")
        let names = entities.map(\.name)
        let best = Set(names).max { Self.isFuller($1, than: $0) } ?? ""
        let aliases = Set(names + entities.flatMap(\.aliases)).subtracting([best])
        var identifiers: [String: String] = [:]
        for entity in entities { identifiers.merge(entity.identifiers) { min($0, $1) } }
        return Entity(
            id: id, type: entities[0].type, name: best, aliases: aliases.sorted(), identifiers: identifiers,
            isNominal: entities.allSatisfy(\.isNominal))
    }

    /// More words, then more letters (accents kept), then the first in the alphabet.
    private static func isFuller(_ a: String, than b: String) -> Bool {
        let first = (a.nameWords.count, a.utf8.count), second = (b.nameWords.count, b.utf8.count)
        return first != second ? first > second : a < b
    }

    static func slug(_ words: [String]) -> String { words.isEmpty ? "unnamed" : words.joined(separator: "-") }
}
