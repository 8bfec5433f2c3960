internal import GraphModel

/// Finds what a common noun refers to: "US forces", "the country's leader", "the company", "both countries".
struct DescriptionReader {
    let resolver: CoreferenceResolver

    private var tree: DependencyTree { resolver.tree }
    private var cast: Cast { resolver.cast }
    private var ledger: RoleLedger { resolver.ledger }
    private var gazetteer: Gazetteer { resolver.gazetteer }

    /// The entities that the noun means; empty if that is in doubt.
    func referents(of noun: Int) -> [LocalEntity.ID] {
        if let bearer = ledger.appositions[noun] ?? namedDirectlyAfter(noun) { return [bearer] }
        let lemma = tree.lemmas[noun]
        let states = states(of: noun)
        if !states.isEmpty { return states }
        if gazetteer[.countryNouns].contains(lemma) { return countries(noun) }
        if gazetteer.topOffices.contains(ledger.roleName(of: noun)) || gazetteer.offices.contains(lemma) { return officeHolder(noun) }
        if Self.suspects.contains(lemma) || tree.forms[noun] == "accused", isDefinite(noun), !tree.isPluralNoun(noun) {
            // "the accused", where one person is.
            return ledger.accused.count == 1 ? Array(ledger.accused) : []
        }
        if gazetteer.persons[lemma] != nil { return person(noun) }
        if gazetteer[.organizationNouns].contains(lemma) { return named(noun, .organization) }
        if gazetteer[.placeNouns].contains(lemma) { return named(noun, .place) }
        return []
    }

    /// "Ukrainian president Volodymyr Zelensky", however the parser joined them.
    private func namedDirectlyAfter(_ noun: Int) -> LocalEntity.ID? {
        guard noun + 1 < tree.count, tree.sentenceOfToken[noun] == tree.sentenceOfToken[noun + 1], !tree.isPluralNoun(noun) else { return nil }
        let lemma = tree.lemmas[noun]
        guard gazetteer.offices.contains(lemma) || gazetteer.persons[lemma] != nil || gazetteer.kin[lemma] != nil else { return nil }
        guard let head = cast.headOfName[noun + 1], let found = cast.referents[head]?.first, cast.entities[found].type == .person else { return nil }
        // "the closest ally Maduro had".
        if tree.label(of: head) == .subject, let verb = tree.head(of: head), tree.isBelow(verb, noun) { return nil }
        return found
    }

    private func isDefinite(_ noun: Int) -> Bool {
        tree.children(of: noun).contains { tree.label(of: $0) == .determiner && ["the", "this", "that"].contains(tree.forms[$0]) }
    }

    // MARK: - Countries

    /// The countries whose government, forces or police a noun means.
    private func states(of noun: Int) -> [LocalEntity.ID] {
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

    private static let suspects: Set<String> = [
        "accused", "suspect", "defendant", "gunman", "shooter", "attacker", "assailant", "killer", "murderer", "stabber", "bomber",
    ]

    /// "the government", "police" without a word whose: those of the country or territory that the article is about, if it is about one.
    private func homeState(_ noun: Int) -> [LocalEntity.ID] {
        guard Self.bareBodies.contains(tree.forms[noun]), let home = cast.home else { return [] }
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

    private static let bareBodies: Set<String> = ["police", "authorities", "government", "prosecutors", "army", "military"]

    private func isTerritory(_ place: LocalEntity.ID) -> Bool {
        gazetteer.senses(of: cast.entities[place].name).contains { if case .territory(_, false) = $0 { true } else { false } }
    }

    /// "the country", "both countries", "his country".
    private func countries(_ noun: Int) -> [LocalEntity.ID] {
        let isPlural = tree.isPluralNoun(noun)
        let modifiers = tree.children(of: noun).map { tree.forms[$0] }
        if isPlural {
            guard modifiers.contains("both") || modifiers.contains("two") else { return [] }
            let recent = recentCountries(before: noun)
            return recent.count == 2 ? recent : []
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

    /// The two different countries named last, in this sentence and the one before; none if there are more or fewer.
    private func recentCountries(before noun: Int) -> [LocalEntity.ID] {
        let sentence = tree.sentenceOfToken[noun]
        var found: [LocalEntity.ID] = []
        for number in [sentence, sentence - 1] where number >= 0 && found.count < 2 {
            for token in tree.document.sentences[number].tokens where token < noun {
                for id in cast.referents[token] ?? [] where cast.entities[id].type == .country && !found.contains(id) { found.append(id) }
            }
        }
        return found
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

    // MARK: - People

    /// "the president", "the Venezuelan leader".
    private func officeHolder(_ noun: Int) -> [LocalEntity.ID] {
        guard !tree.isPluralNoun(noun), tree.preposition(of: noun) != "as" else { return [] }
        let scope = scope(of: noun)
        // "the head of the chamber", where nobody knows which chamber.
        if scope == nil, tree.children(of: noun).contains(where: { tree.label(of: $0) == .nominalModifier && tree.preposition(of: $0) == "of" }) {
            return []
        }
        guard isDefinite(noun) || scope != nil else { return [] }
        guard
            !tree.children(of: noun).contains(where: {
                ["former", "late", "new", "next", "another", "other", "first", "ex"].contains(tree.forms[$0])
            })
        else { return [] }
        let name = ledger.roleName(of: noun)
        var bearers = ledger.bearers(of: name, scope: scope, home: cast.home)
        if bearers.isEmpty, ["leader", "ruler"].contains(name) {
            for office in gazetteer.topOffices.sorted() {
                bearers += ledger.bearers(of: office, scope: scope, home: cast.home).filter { !bearers.contains($0) }
            }
        }
        if bearers.isEmpty, let head = name.split(separator: " ").last, String(head) != name { return [] }
        return only(bearers, before: noun)
    }

    /// Whose office it is: "Venezuela's president", "the Venezuelan president", "president of Venezuela".
    private func scope(of noun: Int) -> LocalEntity.ID? {
        if let owner = tree.child(of: noun, .possessive), let found = cast.referents[owner], found.count == 1 { return found[0] }
        for child in tree.children(of: noun) {
            let preposition = tree.preposition(of: child)
            switch tree.label(of: child) {
            case .adjectivalModifier, .compound, .unmarkedNominalModifier: if child > noun { continue }
            case .nominalModifier: if child > noun ? preposition != "of" && preposition != "for" : !preposition.isEmpty { continue }
            default: continue
            }
            if let found = cast.referents[child], found.count == 1, cast.entities[found[0]].type != .person { return found[0] }
        }
        return nil
    }

    /// "the lawyer", whom the article has so described.
    private func person(_ noun: Int) -> [LocalEntity.ID] {
        guard !tree.isPluralNoun(noun), isDefinite(noun), !tree.has(noun, child: .relativeClause), !tree.has(noun, child: .nominalModifier) else {
            return []
        }
        return only(ledger.bearers(of: ledger.roleName(of: noun), scope: nil), before: noun)
    }

    /// The only bearer, or the one who is clearly the latest spoken of.
    private func only(_ bearers: [LocalEntity.ID], before noun: Int) -> [LocalEntity.ID] {
        let spoken = bearers.filter { resolver.salience.latest[.entity($0)] != nil }
        if spoken.count == 1 { return spoken }
        if spoken.isEmpty { return bearers.count == 1 ? bearers : [] }
        return bestEntity(before: noun, margin: 1.5) { spoken.contains($0) }.map { [$0] } ?? []
    }

    // MARK: - Organizations and places

    /// "the company", "the city": what was so described, or bears the noun in its name, or is the only one in question.
    private func named(_ noun: Int, _ type: EntityType) -> [LocalEntity.ID] {
        guard !tree.isPluralNoun(noun), isDefinite(noun), !tree.has(noun, child: .relativeClause), !hasModifier(noun) else { return [] }
        let lemma = tree.lemmas[noun]
        let described = ledger.bearers(of: lemma, scope: nil).filter { cast.entities[$0].type == type }
        let nouns = Set([lemma] + Self.kin(lemma))
        let bearing = cast.entities.filter { $0.type == type && !nouns.isDisjoint(with: $0.name.nameWords) }.map(\.id)
        let all = described + bearing.filter { !described.contains($0) }
        if tree.children(of: noun).contains(where: { tree.forms[$0] == "this" }), described.isEmpty, !Self.general.contains(lemma) { return [] }
        if !all.isEmpty { return bestEntity(before: noun, margin: 1.3, reach: 4) { all.contains($0) }.map { [$0] } ?? [] }
        guard Self.general.contains(lemma) else { return [] }
        return bestEntity(before: noun, margin: 1.3, reach: 2) { id in
            cast.entities[id].type == type && (!Self.business.contains(lemma) || !isBody(id))
        }.map { [$0] } ?? []
    }

    /// Whether something before or after the noun says which one is meant.
    private func hasModifier(_ noun: Int) -> Bool {
        tree.children(of: noun).contains { child in
            switch tree.label(of: child) {
            case .compound, .adjectivalModifier, .nominalModifier, .possessive, .unmarkedNominalModifier, .adnominalClause: true
            default: false
            }
        }
    }

    /// Whether the organization is a body of a state or a party rather than a business.
    private func isBody(_ id: LocalEntity.ID) -> Bool {
        cast.entities[id].name.nameWords.contains { Self.bodyWords.contains($0) }
    }

    private static func kin(_ noun: String) -> [String] {
        switch noun {
        case "organisation": ["organization"]
        case "organization": ["organisation"]
        case "firm", "company": ["company", "corporation", "inc", "ltd", "corp", "group"]
        case "airline": ["airlines", "air", "airways"]
        case "party": ["democrats", "labour", "conservatives"]
        default: []
        }
    }

    private static let general: Set<String> = [
        "company", "firm", "organization", "organisation", "group", "agency", "bank", "city", "town", "party", "movement", "militia", "airline",
    ]
    private static let business: Set<String> = ["company", "firm", "bank", "airline"]
    private static let bodyWords: Set<String> = [
        "ministry", "department", "senate", "house", "congress", "parliament", "court", "police", "party", "committee", "commission", "council",
        "government",
        "army", "navy", "union", "nations", "university", "agency", "office", "bureau", "assembly", "securities",
    ]

    /// The most present entity that fits, if clearly ahead of the next.
    private func bestEntity(before noun: Int, margin: Double, reach: Int = 3, least: Double = 0, _ fits: (LocalEntity.ID) -> Bool) -> LocalEntity.ID?
    {
        let sentence = tree.sentenceOfToken[noun]
        var ranked: [(weight: Double, latest: Int, id: LocalEntity.ID)] = []
        for case (.entity(let id), let weight) in resolver.salience.weights where fits(id) {
            guard let latest = resolver.salience.latest[.entity(id)], sentence - tree.sentenceOfToken[latest] <= reach else { continue }
            ranked.append((weight, latest, id))
        }
        ranked.sort { ($0.weight, $0.latest) > ($1.weight, $1.latest) }
        guard let first = ranked.first, first.weight >= least else { return nil }
        return ranked.count > 1 && first.weight < ranked[1].weight * margin ? nil : first.id
    }
}
