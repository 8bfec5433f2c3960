internal import GraphModel

/// Which of "he" and "she" goes with each person, as far as names, titles and descriptions tell.
struct PersonGenders {
    private var known: [LocalEntity.ID: Gazetteer.Gender] = [:]

    init(_ cast: Cast, _ ledger: RoleLedger) {
        for entity in cast.entities where entity.type == .person {
            let words = entity.name.nameWords
            if words.count > 1 || entity.aliases.isEmpty, let gender = cast.gazetteer.givenNames[words.first ?? ""] { known[entity.id] = gender }
        }
        for role in ledger.roles {
            let noun = role.noun.split(separator: " ").last.map(String.init) ?? role.noun
            let text = cast.tree.document.tokens[role.token].text
            if let gender = cast.gazetteer.kin[noun] ?? cast.gazetteer.persons[noun] ?? cast.gazetteer.titles[text] ?? nil {
                known[role.bearer] = gender
            }
        }
        // "Mr Maduro": titles that the name does not hold.
        for mention in cast.namesInOrder where mention.tokens.lowerBound > 0 {
            let before = cast.tree.document.tokens[mention.tokens.lowerBound - 1].text
            if let entity = cast.referents[mention.head]?.first, cast.entities[entity].type == .person,
                let gender = cast.gazetteer.titles[before] ?? nil
            {
                known[entity] = gender
            }
        }
    }

    subscript(person: LocalEntity.ID) -> Gazetteer.Gender? { known[person] }

    /// Keeps what a resolved pronoun tells, unless something else is known.
    mutating func learn(_ gender: Gazetteer.Gender, of person: LocalEntity.ID) {
        if known[person] == nil { known[person] = gender }
    }
}
