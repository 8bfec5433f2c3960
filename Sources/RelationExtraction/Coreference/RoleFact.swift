internal import GraphModel

/// What the user's gazetteer knows of who holds a post on the day of the article; it resolves descriptions and makes no relation.
struct RoleFact: Hashable {
    /// As `RoleLedger` names roles: "president", "foreign minister".
    var noun: String
    /// The country, organization or place of the post; the person whose kin it is.
    var scope: LocalEntity.ID
    var bearer: LocalEntity.ID
}

extension Cast {
    /// The posts of entries on the day of the article, as far as it names the body that they are posts at. Whom it does not name comes as an
    /// entity without mentions, which is left out in the end if no description means it.
    mutating func addRoleFacts() {
        for (index, entry) in gazetteer.own.all.enumerated() {
            guard let type = entry.type else { continue }
            for role in entry.roles where role.holds(on: tree.document.document.published) {
                guard let scope = entity(called: role.body), let noun = Self.roleName(role.title, gazetteer) else { continue }
                if gazetteer.kin[noun] != nil, entities[scope].type != .person { continue }
                let bearer = entityOfEntry[index] ?? addUnnamed(entry, type, index)
                if bearer != scope { facts.append(RoleFact(noun: noun, scope: scope, bearer: bearer)) }
            }
        }
    }

    /// The entity of the article that this name means.
    private func entity(called name: String) -> LocalEntity.ID? {
        if let country = gazetteer.country(named: name) {
            let code = gazetteer.countries[country].code
            if let found = entities.first(where: { $0.identifiers["iso3166-1"] == code }) { return found.id }
        }
        for entry in gazetteer.own.entries(named: name) { if let found = entityOfEntry[entry] { return found } }
        let key = name.gazetteerKey
        return entities.first { ([$0.name] + $0.aliases).contains { $0.gazetteerKey == key } }?.id
    }

    /// The words of a title that tell the post: "Vice President", not "harbour" of "harbour director".
    private static func roleName(_ title: String, _ gazetteer: Gazetteer) -> String? {
        let words = title.lowercased().split(whereSeparator: { " -".contains($0) }).map(String.init)
        guard let noun = words.last else { return nil }
        return (words.dropLast().filter(RoleLedger.officeModifiers.contains) + [noun]).joined(separator: " ")
    }
}
