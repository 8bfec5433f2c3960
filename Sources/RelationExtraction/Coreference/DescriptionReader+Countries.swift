internal import GraphModel

/// Countries, and what acts as one: "US forces", "the country", "both countries".
extension DescriptionReader {
    /// The countries whose government, forces or police a noun means.
    func states(of noun: Int) -> [LocalEntity.ID] {
        guard gazetteer[.stateBodies].contains(tree.lemmas[noun]) || gazetteer[.stateBodies].contains(tree.forms[noun]) else { return [] }
        for child in tree.children(of: noun) where owns(child, noun) {
            let owners = tree.coordination(of: child).compactMap { owner(child == $0 ? child : $0, noun) }
            if !owners.isEmpty { return owners }
        }
        return homeState(noun)
    }

    /// Whether a modifier says whose body the noun is: "Venezuelan authorities", "Germany's army", "police in Spain".
    private func owns(_ child: Int, _ noun: Int) -> Bool {
        let label = tree.label(of: child)
        if child < noun {
            return label == .possessive
                || [.adjectivalModifier, .compound, .unmarkedNominalModifier, .nominalModifier].contains(label) && tree.preposition(of: child).isEmpty
        }
        guard label == .nominalModifier else { return false }
        return tree.preposition(of: child) == "of" || tree.preposition(of: child) == "in" && Self.localBodies.contains(tree.lemmas[noun])
    }

    private static let localBodies: Set<String> = ["police", "authority", "official", "government", "prosecutor"]

    private func owner(_ child: Int, _ noun: Int) -> LocalEntity.ID? {
        guard let found = cast.referents[child], found.count == 1 else { return nil }
        switch cast.entities[found[0]].type {
        case .country: return found[0]
        case .place: return child < noun && isTerritory(found[0]) && ["government", "authority"].contains(tree.lemmas[noun]) ? found[0] : nil
        case .person:
            // "the Trump administration".
            return child < noun && ["administration", "government", "regime"].contains(tree.lemmas[noun]) ? ledger.country(of: found[0], cast) : nil
        case .organization: return nil
        }
    }

    /// "the government", "police" without a word whose: those of the country or territory that the article is about, if it is about one.
    private func homeState(_ noun: Int) -> [LocalEntity.ID] {
        guard Self.bareBodies.contains(tree.forms[noun]), let home = bodyBefore(noun) ?? cast.home else { return [] }
        let isBare = tree.children(of: noun).allSatisfy { child in
            switch tree.label(of: child) {
            case .determiner: ["the", "The"].contains(tree.document.tokens[child].text)
            case .adjectivalModifier: ["local", "federal"].contains(tree.forms[child])
            case .compound, .possessive, .nominalModifier, .relativeClause, .adnominalClause, .unmarkedNominalModifier, .apposition, .numericModifier:
                false
            default: true
            }
        }
        let label = tree.label(of: noun)
        return isBare && label != .compound && label != .adjectivalModifier ? [home] : []
    }

    /// "The army" after "Sudan's army": the one country whose army the text has spoken of.
    private func bodyBefore(_ noun: Int) -> LocalEntity.ID? {
        guard isDefinite(noun) else { return nil }
        let owners = (0..<noun).filter { tree.forms[$0] == tree.forms[noun] && cast.mentions[$0]?.kind == .nominal }.compactMap { cast.referents[$0] }
        guard let first = owners.first, first.count == 1, owners.allSatisfy({ $0 == first }), cast.entities[first[0]].type == .country else {
            return nil
        }
        return first[0]
    }

    private static let bareBodies: Set<String> = ["police", "authorities", "government", "prosecutors", "army", "military"]

    private func isTerritory(_ place: LocalEntity.ID) -> Bool {
        gazetteer.senses(of: cast.entities[place].name).contains { if case .territory(_, false) = $0 { true } else { false } }
    }

    /// "the country", "both countries", "his country".
    func countries(_ noun: Int) -> [LocalEntity.ID] {
        let isPlural = tree.isPluralNoun(noun)
        let modifiers = tree.children(of: noun).map { tree.forms[$0] }
        if isPlural {
            guard modifiers.contains("both") || modifiers.contains("two") else { return [] }
            return recentPair(before: noun) { cast.entities[$0].type == .country }
        }
        if let owner = tree.child(of: noun, .possessive) {
            guard let person = cast.referents[owner]?.first, cast.entities[person].type == .person else { return [] }
            return ledger.country(of: person, cast).map { [$0] } ?? []
        }
        guard isDefinite(noun), !tree.has(noun, child: .relativeClause), !hasModifier(noun) else { return [] }
        if let speaker = speakerOfClause(around: noun), let country = ledger.country(of: speaker, cast) { return [country] }
        if let subject = personInSubject(around: noun), let country = ledger.country(of: subject, cast) { return [country] }
        if let near = latestCountry(before: noun) { return [near] }
        if let home = cast.home, cast.entities[home].type == .country { return [home] }
        // What somebody of an unknown country says of "the country" may mean that one.
        if isInSpeech(noun) { return [] }
        return bestEntity(before: noun, margin: 1.5, reach: 2, least: 90) { cast.entities[$0].type == .country }.map { [$0] } ?? []
    }

    /// Whether the noun is part of what a person says.
    private func isInSpeech(_ noun: Int) -> Bool {
        var step = noun
        while let head = tree.head(of: step) {
            if tree.label(of: step) == .clausalComplement, SpeechReader.saying.contains(tree.lemmas[head]) {
                let referents = tree.child(of: head, .subject).flatMap { cast.referents[$0] } ?? []
                return referents.contains { cast.entities[$0].type == .person }
            }
            step = head
        }
        return resolver.speech.isQuoted[noun]
    }

    /// The country named last in the same sentence, by its capital too.
    private func latestCountry(before noun: Int) -> LocalEntity.ID? {
        let start = tree.document.sentences[tree.sentenceOfToken[noun]].tokens.lowerBound
        for token in (start..<noun).reversed() {
            guard let found = cast.referents[token], found.count == 1, cast.mentions[token]?.kind != .pronoun else { continue }
            if cast.entities[found[0]].type == .country { return found[0] }
            if cast.entities[found[0]].type == .place {
                for case .country(let index, .capital) in gazetteer.senses(of: cast.entities[found[0]].name) {
                    let code = gazetteer.countries[index].code
                    if let country = cast.entities.first(where: { $0.identifiers["iso3166-1"] == code }) { return country.id }
                }
            }
        }
        return nil
    }

    /// The person who is the subject of the clause: "Maduro was flown out of the country".
    private func personInSubject(around noun: Int) -> LocalEntity.ID? {
        guard tree.label(of: noun) == .oblique, let verb = tree.head(of: noun),
            let subject = tree.child(of: verb, .passiveSubject) ?? tree.child(of: verb, .subject)
        else { return nil }
        return cast.referents[subject]?.first { cast.entities[$0].type == .person }
    }

    /// Who says what the noun is part of: "she asserted that the country will ...".
    private func speakerOfClause(around noun: Int) -> LocalEntity.ID? {
        guard tree.label(of: noun) == .subject || tree.label(of: noun) == .passiveSubject, let verb = tree.head(of: noun) else { return nil }
        var step = verb
        while let head = tree.head(of: step) {
            if tree.label(of: step) == .clausalComplement, SpeechReader.saying.contains(tree.lemmas[head]),
                let subject = tree.child(of: head, .subject)
            {
                let referents = cast.referents[subject] ?? []
                return referents.count == 1 && cast.entities[referents[0]].type == .person ? referents[0] : nil
            }
            guard tree.label(of: step) == .conjunct else { return nil }
            step = head
        }
        return nil
    }
}
