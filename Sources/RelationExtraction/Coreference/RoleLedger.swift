internal import GraphModel

/// What the article says its people are: offices with their country or organization, kin, other descriptions.
struct RoleLedger {
    /// A description of a person or an organization.
    struct Role: Hashable {
        /// "president", "vice president", "prime minister", "wife", "company".
        var noun: String
        /// The country, organization or place of an office; the person that kin are kin of.
        var scope: LocalEntity.ID?
        var bearer: LocalEntity.ID
        /// The token that says so.
        var token: Int
    }

    let tree: DependencyTree
    let gazetteer: Gazetteer
    private(set) var roles: [Role] = []
    /// Role nouns that belong to a name and stand for nothing by themselves: "President" before "Donald Trump".
    private(set) var titleTokens: Set<Int> = []
    /// Nouns in apposition to a name, by token.
    private(set) var appositions: [Int: LocalEntity.ID] = [:]
    /// People who the article says were charged, arrested, convicted.
    private(set) var accused: Set<LocalEntity.ID> = []
    /// What the user's gazetteer knows of posts on the day of the article.
    private let facts: [RoleFact]

    init(_ cast: Cast) {
        tree = cast.tree
        gazetteer = cast.gazetteer
        facts = cast.facts
        for mention in cast.namesInOrder {
            guard let bearer = cast.referents[mention.head]?.first else { continue }
            switch cast.entities[bearer].type {
            case .person, .organization, .place: read(mention, bearer, cast)
            case .country: break
            }
        }
    }

    private mutating func read(_ mention: Mention, _ bearer: LocalEntity.ID, _ cast: Cast) {
        let isPerson = cast.entities[bearer].type == .person
        let head = mention.head
        if isPerson, isAccused(head) { accused.insert(bearer) }
        for child in tree.children(of: head) where !mention.tokens.contains(child) && cast.mentions[child] == nil {
            switch tree.label(of: child) {
            case .nominalModifier, .compound, .unmarkedNominalModifier, .flat, .adjectivalModifier:
                if child < head, tree.preposition(of: child).isEmpty, isPerson, describesPerson(child) {
                    titleTokens.insert(child)
                    add(child, bearer, head, cast)
                }
            case .apposition:
                if child > head, fits(child, cast.entities[bearer].type) {
                    // "Maduro and his wife, Cilia Flores, a lawyer": of who stands right before it, whatever the parser says.
                    let near = bearerBeforeComma(child, cast)
                    appositions[child] = near ?? bearer
                    add(child, near ?? bearer, head, cast)
                }
            default: break
            }
        }
        if isPerson, let office = officeBefore(mention) {
            titleTokens.insert(office)
            add(office, bearer, office, cast)
        }
        if isPerson { readOffice(takenBy: head, bearer, cast) }
        guard let governor = tree.head(of: head), cast.mentions[governor] == nil else { return }
        switch tree.label(of: head) {
        case .apposition, .flat:
            if fits(governor, cast.entities[bearer].type), !isPlural(governor), appositions[governor] == nil {
                appositions[governor] = bearer
                add(governor, bearer, head, cast)
            }
        case .subject:
            // "Maduro is the president of Venezuela".
            if tree.has(governor, child: .copula), tree.isNoun(governor), fits(governor, cast.entities[bearer].type) {
                add(governor, bearer, head, cast)
            }
        default: break
        }
    }

    /// "Rodriguez was sworn in as interim president", "was elected mayor", "became chairman".
    private mutating func readOffice(takenBy head: Int, _ bearer: LocalEntity.ID, _ cast: Cast) {
        guard let verb = tree.head(of: head), [.subject, .passiveSubject, .object].contains(tree.label(of: head)),
            Self.taking.contains(tree.lemmas[verb]), !tree.children(of: verb).contains(where: { ["not", "n't", "never"].contains(tree.forms[$0]) })
        else { return }
        for noun in tree.children(of: verb)
        where noun > verb && cast.mentions[noun] == nil && tree.isNoun(noun) && !isPlural(noun) && describesPerson(noun) {
            switch tree.label(of: noun) {
            case .oblique, .nominalModifier, .adverbialClause, .openComplement, .object:
                let preposition = tree.preposition(of: noun)
                guard preposition == "as" || preposition.isEmpty && tree.label(of: noun) != .oblique && noun != head else { continue }
                guard tree.label(of: noun) != .object || ["become", "remain"].contains(tree.lemmas[verb]) else { continue }
                add(noun, bearer, head, cast)
            default: break
            }
        }
    }

    private static let taking: Set<String> = [
        "swear", "elect", "re-elect", "reelect", "appoint", "name", "install", "inaugurate", "confirm", "take", "return", "serve", "act", "become",
        "remain", "choose", "select", "crown", "pick",
    ]

    /// The person whose name ends right before the comma before a description.
    private func bearerBeforeComma(_ noun: Int, _ cast: Cast) -> LocalEntity.ID? {
        guard describesPerson(noun), let start = tree.subtree(of: noun).first, start >= 2, tree.forms[start - 1] == "," else { return nil }
        guard let head = cast.headOfNameEnding[start - 2], let found = cast.referents[head]?.first, cast.entities[found].type == .person else {
            return nil
        }
        return found
    }

    /// Whether the person is charged, arrested, convicted by the verb that the name depends on or that depends on it.
    private func isAccused(_ head: Int) -> Bool {
        let isCharge = { (verb: Int) in Self.charging.contains(tree.lemmas[verb]) && tree.partOfSpeech(of: verb) == .verb }
        if tree.children(of: head).contains(where: { tree.label(of: $0) == .adnominalClause && isCharge($0) && tree.isPastForm($0) }) { return true }
        // "An Australian, Brenton Tarrant, appeared in court, charged with murder".
        var place = head
        while tree.label(of: place) == .apposition || tree.label(of: place) == .flat, let above = tree.head(of: place) { place = above }
        guard let verb = tree.head(of: place) else { return false }
        switch tree.label(of: place) {
        case .passiveSubject, .object: return isCharge(verb)
        case .subject:
            return Self.pleading.contains(tree.lemmas[verb])
                || tree.children(of: verb).contains {
                    [.adverbialClause, .parataxis, .openComplement, .conjunct].contains(tree.label(of: $0)) && isCharge($0) && tree.isPastForm($0)
                        && !tree.has($0, child: .subject)
                }
        default: return false
        }
    }

    private static let charging: Set<String> = ["charge", "indict", "arrest", "convict", "sentence", "prosecute", "jail", "imprison", "detain"]
    private static let pleading: Set<String> = ["plead"]

    /// "the President of the United States Donald Trump": an office whose complement ends where the name begins.
    private func officeBefore(_ mention: Mention) -> Int? {
        let last = mention.tokens.lowerBound - 1
        guard last > 0, tree.sentenceOfToken[last] == tree.sentenceOfToken[mention.head], tree.partOfSpeech(of: last) == .properNoun else {
            return nil
        }
        var step = last
        while let head = tree.head(of: step), head < step {
            if tree.label(of: step) == .nominalModifier, ["of", "for"].contains(tree.preposition(of: step)),
                gazetteer.offices.contains(tree.lemmas[head])
            {
                return head
            }
            guard [.nominalModifier, .flat, .compound].contains(tree.label(of: step)) else { return nil }
            step = head
        }
        return nil
    }

    private mutating func add(_ noun: Int, _ bearer: LocalEntity.ID, _ head: Int, _ cast: Cast) {
        // "A third president, Richard Nixon" is not who "the president" is; a former one is who "the former president" is.
        let modifiers = tree.children(of: noun).map { tree.forms[$0] } + (noun > 1 && tree.forms[noun - 1] == "-" ? [tree.forms[noun - 2]] : [])
        if modifiers.contains(where: Self.formerly.contains) {
            let scope = scope(of: noun, cast) ?? scope(of: head, cast, onlyBefore: true)
            roles.append(Role(noun: "former " + roleName(of: noun), scope: scope, bearer: bearer, token: noun))
        }
        if gazetteer.topOffices.contains(tree.lemmas[noun]), tree.children(of: noun).contains(where: { Self.otherHolders.contains(tree.forms[$0]) }) {
            return
        }
        roles.append(
            Role(
                noun: roleName(of: noun), scope: scope(of: noun, cast) ?? scope(of: head, cast, onlyBefore: true) ?? countryBehind(head, noun, cast),
                bearer: bearer,
                token: noun))
        for other in tree.children(of: noun) where tree.label(of: other) == .conjunct && tree.isNoun(other) && cast.mentions[other] == nil {
            if describesPerson(other) { roles.append(Role(noun: roleName(of: other), scope: scope(of: other, cast), bearer: bearer, token: other)) }
        }
    }

    /// "President Maduro of Venezuela": the country behind a name with a title.
    private func countryBehind(_ head: Int, _ noun: Int, _ cast: Cast) -> LocalEntity.ID? {
        guard noun < head,
            let of = tree.children(of: head).first(where: {
                $0 > head && tree.label(of: $0) == .nominalModifier && tree.preposition(of: $0) == "of"
            }), let found = cast.referents[of]?.first, cast.entities[found].type == .country
        else { return nil }
        return found
    }

    static let formerly: Set<String> = ["former", "ex", "ex-", "late"]

    /// Whether a noun can describe a thing of this type.
    func fits(_ noun: Int, _ type: EntityType) -> Bool {
        let lemma = tree.lemmas[noun]
        switch type {
        case .person: return describesPerson(noun)
        case .organization: return gazetteer[.organizationNouns].contains(lemma)
        case .place: return gazetteer[.placeNouns].contains(lemma)
        case .country: return gazetteer[.countryNouns].contains(lemma)
        }
    }

    func describesPerson(_ noun: Int) -> Bool {
        let lemma = tree.lemmas[noun]
        return gazetteer.offices.contains(lemma) || gazetteer.persons[lemma] != nil || gazetteer.kin[lemma] != nil
            || gazetteer.titles[tree.document.tokens[noun].text] != nil
    }

    func isPlural(_ noun: Int) -> Bool { tree.isPluralNoun(noun) }

    /// The noun with the words that make another office of it: "vice president", "foreign minister".
    func roleName(of noun: Int) -> String {
        let lemma = tree.lemmas[noun]
        var parts: [String] = []
        for child in tree.children(of: noun) where child < noun {
            switch tree.label(of: child) {
            case .compound, .adjectivalModifier, .nominalModifier, .flat, .unmarkedNominalModifier:
                let word = tree.lemmas[child]
                if Self.officeModifiers.contains(word) { parts.append(word) }
            default: break
            }
        }
        // "Vice - President".
        if parts.isEmpty, noun >= 2, tree.forms[noun - 1] == "-", Self.officeModifiers.contains(tree.lemmas[noun - 2]) {
            parts.append(tree.lemmas[noun - 2])
        }
        return (parts + [lemma]).joined(separator: " ")
    }

    private static let otherHolders: Set<String> = [
        "a", "an", "another", "former", "ex", "late", "then", "ex-", "third", "second", "next", "previous", "outgoing", "future",
    ]

    static let officeModifiers: Set<String> = [
        "vice", "deputy", "prime", "foreign", "defence", "defense", "interior", "finance", "health", "justice", "education", "opposition", "supreme",
        "first",
        "majority", "minority", "home", "state", "assistant", "chief", "energy", "oil", "trade", "economy", "security", "police", "general",
        "interim", "acting",
    ]

    /// The country, organization or place that an office noun belongs to.
    func scope(of noun: Int, _ cast: Cast, onlyBefore: Bool = false) -> LocalEntity.ID? {
        for child in tree.children(of: noun).reversed() where child < noun || !onlyBefore {
            let label = tree.label(of: child)
            let isModifier = [.possessive, .adjectivalModifier, .compound, .unmarkedNominalModifier].contains(label) && child < noun
            let isOf =
                label == .nominalModifier
                && (child < noun && tree.preposition(of: child).isEmpty || ["of", "for", "in", "to", "at"].contains(tree.preposition(of: child)))
            guard isModifier || isOf else { continue }
            if let found = cast.referents[child]?.first, cast.entities[found].type != .person || label == .possessive { return found }
            if let title = onlyBefore ? nil : cast.tree.children(of: child).first(where: { cast.referents[$0] != nil && $0 < noun }), isModifier,
                let found = cast.referents[title]?.first, cast.entities[found].type != .person
            {
                return found
            }
        }
        return nil
    }

    /// The country for which a person holds office, if the article says so.
    func country(of person: LocalEntity.ID, _ cast: Cast) -> LocalEntity.ID? {
        roles.first { $0.bearer == person && $0.scope.map { cast.entities[$0].type == .country } ?? false }?.scope
    }

    /// Who bears a role of this name, in the order of first such description; with a scope only who bears it there, an interim holder
    /// among them, or who bears it nobody knows where, if `home` is the scope.
    func bearers(of noun: String, scope: LocalEntity.ID?, home: LocalEntity.ID? = nil) -> [LocalEntity.ID] {
        // The user's gazetteer wins where the text says whose post is meant.
        let known = facts.filter { $0.noun == noun && $0.scope == scope ?? home }.map(\.bearer).removingRepeats()
        if scope != nil, !known.isEmpty { return known }
        var found: [LocalEntity.ID] = []
        for role in roles where !found.contains(role.bearer) {
            let isSame = role.noun == noun || scope != nil && ["interim " + noun, "acting " + noun].contains(role.noun)
            guard isSame else { continue }
            if let scope {
                let scopes = roles.filter { $0.bearer == role.bearer && $0.noun == role.noun }.compactMap(\.scope)
                guard scopes.contains(scope) || scopes.isEmpty && scope == home else { continue }
            }
            found.append(role.bearer)
        }
        return found.isEmpty ? known : found
    }

    /// Whether only the user's gazetteer, and not the article, says that somebody bears a role of this name.
    func isOnlyFact(_ noun: String, of bearer: LocalEntity.ID) -> Bool {
        facts.contains { $0.bearer == bearer }
            && !roles.contains { $0.bearer == bearer && ($0.noun == noun || gazetteer.topOffices.contains($0.noun)) }
    }

    /// Keeps whose office it is, once "the country's leader" is resolved.
    mutating func learn(scope: LocalEntity.ID, ofRoleAt token: Int) {
        for index in roles.indices where roles[index].token == token && roles[index].scope == nil { roles[index].scope = scope }
    }
}

extension DependencyTree {
    /// Whether a noun is plural, told by its form and lemma.
    func isPluralNoun(_ token: Int) -> Bool {
        let form = forms[token], lemma = lemmas[token]
        if Self.pluralNouns.contains(form) { return true }
        return form != lemma && form.hasSuffix("s") && !lemma.hasSuffix("s") || form.hasSuffix("men") && lemma.hasSuffix("man")
            || ["children", "people"].contains(form)
    }

    private static let pluralNouns: Set<String> = ["people", "police", "children", "men", "women", "troops", "authorities", "forces"]
}
