internal import GraphModel

/// Finds what a common noun refers to: "US forces", "the country's leader", "the company", "both countries".
struct DescriptionReader {
    let resolver: CoreferenceResolver

    var tree: DependencyTree { resolver.tree }
    var cast: Cast { resolver.cast }
    var ledger: RoleLedger { resolver.ledger }
    var gazetteer: Gazetteer { resolver.gazetteer }

    /// The entities that the noun means; empty if that is in doubt.
    func referents(of noun: Int) -> [LocalEntity.ID] {
        if let bearer = ledger.appositions[noun] ?? namedDirectlyAfter(noun) { return [bearer] }
        if let own = namedBefore(noun) { return [own] }
        if let aged = personOfAge(noun) { return [aged] }
        if let former = formerHolder(noun) { return former }
        let lemma = tree.lemmas[noun]
        let two = pair(noun)
        if !two.isEmpty { return two }
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

    /// "the Smer party", "the Hamas movement": the noun says what the name before it is.
    private func namedBefore(_ noun: Int) -> LocalEntity.ID? {
        guard Self.kindsOfNamed.contains(tree.lemmas[noun]), !tree.isPluralNoun(noun), isDefinite(noun) else { return nil }
        let names = tree.children(of: noun).filter { $0 < noun && tree.label(of: $0) == .compound }
        guard names.count == 1, let found = cast.referents[names[0]], found.count == 1, cast.entities[found[0]].type == .organization else {
            return nil
        }
        return found[0]
    }

    private static let kindsOfNamed: Set<String> = ["party", "movement", "militia", "cartel", "gang", "newspaper", "airline", "company", "firm"]

    func isDefinite(_ noun: Int) -> Bool {
        tree.children(of: noun).contains { tree.label(of: $0) == .determiner && ["the", "this", "that"].contains(tree.forms[$0]) }
    }

    private static let suspects: Set<String> = [
        "accused", "suspect", "defendant", "gunman", "shooter", "attacker", "assailant", "killer", "murderer", "stabber", "bomber",
    ]

    // MARK: - People

    /// "the 54-year-old": the one person whom the text spoke of last.
    private func personOfAge(_ noun: Int) -> LocalEntity.ID? {
        guard tree.forms[noun].hasSuffix("-year-old") || noun > 3 && tree.forms[noun] == "old" && tree.forms[noun - 2] == "year",
            tree.children(of: noun).contains(where: { tree.forms[$0] == "the" })
        else { return nil }
        return bestEntity(before: noun, margin: 1.5, reach: 1) { cast.entities[$0].type == .person }
    }

    /// "the former president", "the ex-president": whom the article has so called; nil if the noun is no such words.
    private func formerHolder(_ noun: Int) -> [LocalEntity.ID]? {
        let form = tree.forms[noun]
        let isOne = form.hasPrefix("ex-") || noun > 1 && tree.forms[noun - 1] == "-" && tree.forms[noun - 2] == "ex"
        guard isOne || tree.children(of: noun).contains(where: { tree.forms[$0] == "former" }), !tree.isPluralNoun(noun),
            isDefinite(noun) || scope(of: noun) != nil, ledger.appositions[noun] == nil
        else { return nil }
        let lemma = form.hasPrefix("ex-") ? String(form.dropFirst(3)) : ledger.roleName(of: noun)
        return only(ledger.bearers(of: "former " + lemma, scope: scope(of: noun), home: cast.home), before: noun)
    }

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
        guard !tree.isPluralNoun(noun), isDefinite(noun) || isOfHolder(noun), !tree.has(noun, child: .relativeClause) else { return [] }
        if hasModifier(noun) { return describedAnew(noun, type) }
        let lemma = tree.lemmas[noun]
        if type == .organization, let own = organizationOfSpeaker(around: noun) { return [own] }
        let described = ledger.bearers(of: lemma, scope: nil).filter { cast.entities[$0].type == type }
        let nouns = Set([lemma] + Self.kin(lemma))
        let bearing = cast.entities.filter { $0.type == type && !nouns.isDisjoint(with: $0.name.nameWords) }.map(\.id)
        let all = described + bearing.filter { !described.contains($0) }
        if tree.children(of: noun).contains(where: { tree.forms[$0] == "this" }), described.isEmpty, !Self.general.contains(lemma) { return [] }
        let doers = doers(over: noun)
        if !all.isEmpty { return bestEntity(before: noun, margin: 1.3, reach: 4) { all.contains($0) && !doers.contains($0) }.map { [$0] } ?? [] }
        guard Self.general.contains(lemma) else { return [] }
        return bestEntity(before: noun, margin: 1.3, reach: 2) { id in
            cast.entities[id].type == type && !doers.contains(id) && (type == .place ? isSettlement(id) : Self.public.contains(lemma) || !isBody(id))
        }.map { [$0] } ?? []
    }

    /// Who does what is done to the noun: in "the fund wants to sell the company" the company is not the fund.
    private func doers(over noun: Int) -> Set<LocalEntity.ID> {
        guard [.object, .indirectObject].contains(tree.label(of: noun)), var verb = tree.head(of: noun) else { return [] }
        while true {
            if let subject = tree.child(of: verb, .subject) { return Set(cast.referents[subject] ?? []) }
            guard tree.label(of: verb) == .openComplement, let above = tree.head(of: verb) else { return [] }
            verb = above
        }
    }

    /// "committee chairman Ana Diaz", "Council President Luis Vera": the body is told by a word of its name.
    private func isOfHolder(_ noun: Int) -> Bool {
        guard noun + 1 < tree.count, tree.label(of: noun) == .compound, let head = tree.head(of: noun), head > noun,
            Self.bodyWords.contains(tree.lemmas[noun])
        else { return false }
        return gazetteer.offices.contains(tree.lemmas[noun + 1])
            || ["member", "spokeswoman", "spokesman", "spokesperson"].contains(tree.lemmas[noun + 1])
    }

    /// "The Swiss bank", "the tech giant": the only organization of this sentence and the one before, the subject of that.
    private func describedAnew(_ noun: Int, _ type: EntityType) -> [LocalEntity.ID] {
        let isPlain = tree.children(of: noun).allSatisfy { child in
            [.determiner, .adjectivalModifier, .compound, .caseMarker, .punctuation].contains(tree.label(of: child))
                && (cast.referents[child] == nil || tree.partOfSpeech(of: child) == .adjective)
        }
        let sentence = tree.sentenceOfToken[noun]
        guard type == .organization, isPlain, tree.forms[noun] != "court", sentence > 0, [.subject, .passiveSubject].contains(tree.label(of: noun))
        else {
            return []
        }
        let tokens = tree.document.sentences[sentence - 1].tokens.lowerBound..<noun
        let places = tokens.filter { (cast.referents[$0] ?? []).contains { cast.entities[$0].type == .organization } }
        guard let first = places.first, Set(places.flatMap { cast.referents[$0] ?? [] }).count == 1, let only = cast.referents[first]?.first,
            !isBody(only) || Self.bodyWords.contains(tree.lemmas[noun]), !hasOtherKind(only, tree.lemmas[noun]),
            places.contains(where: {
                tree.label(of: $0) == .subject || tree.label(of: $0) == .passiveSubject || tree.label(of: $0) == .nominalModifier
            })
        else { return [] }
        return [only]
    }

    /// Whether the name says that the organization is something else than the noun does: a university is no bank.
    private func hasOtherKind(_ id: LocalEntity.ID, _ noun: String) -> Bool {
        let words = cast.entities[id].name.nameWords
        guard let last = words.last, gazetteer[.organizationNouns].contains(last) else { return false }
        return last != noun && !Self.kin(noun).contains(last) && !["company", "firm", "group", "organization", "organisation"].contains(noun)
    }

    /// "The chief executive of Orbit said that the company ...": the one organization that the speaker holds an office of.
    private func organizationOfSpeaker(around noun: Int) -> LocalEntity.ID? {
        var step = noun
        while let head = tree.head(of: step) {
            if tree.label(of: step) == .clausalComplement, SpeechReader.saying.contains(tree.lemmas[head]) {
                guard let speaker = tree.child(of: head, .subject).flatMap({ cast.referents[$0] }), speaker.count == 1 else { return nil }
                let scopes = Set(
                    ledger.roles.filter { $0.bearer == speaker[0] }.compactMap(\.scope).filter { cast.entities[$0].type == .organization })
                return scopes.count == 1 ? scopes.first : nil
            }
            step = head
        }
        return nil
    }

    /// Whether something before or after the noun says which one is meant.
    func hasModifier(_ noun: Int) -> Bool {
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
        case "parliament": ["assembly", "duma", "knesset", "bundestag", "riksdag", "congress", "legislature"]
        default: []
        }
    }

    private static let general: Set<String> = [
        "company", "firm", "organization", "organisation", "group", "agency", "bank", "city", "town", "party", "movement", "militia", "airline",
        "newspaper", "paper", "bloc", "broadcaster", "carmaker", "retailer", "lender", "insurer", "charity", "club", "union", "conglomerate",
    ]
    /// Words for bodies of a state as well as for others.
    private static let `public`: Set<String> = ["organization", "organisation", "agency", "bloc", "body"]

    /// Whether nothing in the name says that the place is no city: a crossing, a river.
    private func isSettlement(_ id: LocalEntity.ID) -> Bool {
        guard let last = cast.entities[id].name.nameWords.last, cast.entities[id].name.nameWords.count > 1 else { return true }
        return last == "city" || !gazetteer[.placeHeads].contains(last.capitalizedWords)
    }

    private static let bodyWords: Set<String> = [
        "ministry", "department", "senate", "house", "congress", "parliament", "court", "police", "party", "committee", "commission", "council",
        "government",
        "army", "navy", "union", "nations", "university", "agency", "office", "bureau", "assembly", "securities",
    ]

    /// The most present entity that fits, if clearly ahead of the next.
    func bestEntity(before noun: Int, margin: Double, reach: Int = 3, least: Double = 0, _ fits: (LocalEntity.ID) -> Bool) -> LocalEntity.ID? {
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
