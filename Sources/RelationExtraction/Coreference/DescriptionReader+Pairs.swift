internal import GraphModel

/// Words for two at once, and for one of two: "both", "each other", "the two companies", "the pair", "the latter".
extension DescriptionReader {
    /// The two that "both", "each other" or "the latter" mean, with the tokens of the mention; nil for any other word.
    func members(ofPairWord token: Int) -> (referents: [LocalEntity.ID], tokens: Range<Int>)? {
        switch tree.forms[token] {
        case "both":
            guard tree.partOfSpeech(of: token) == .pronoun || tree.partOfSpeech(of: token) == .determiner,
                [.subject, .passiveSubject, .object, .oblique, .nominalModifier].contains(tree.label(of: token))
            else { return nil }
            // "both of them" says who by what follows.
            guard !tree.has(token, child: .nominalModifier) else { return nil }
            return (coordinated(before: token) ?? recentPair(before: token) { _ in true }, token..<(token + 1))
        case "each", "one", "other", "another": return reciprocal(token)
        case "latter", "former": return oneOfTwo(token).map { ([$0], (token - 1)..<(token + 1)) }
        default: return nil
        }
    }

    /// "the two companies", "the pair", "both leaders".
    func pair(_ noun: Int) -> [LocalEntity.ID] {
        let lemma = tree.lemmas[noun]
        let isPair = Self.pairs.contains(lemma) && isDefinite(noun) && !tree.has(noun, child: .nominalModifier)
        let isTwo = tree.isPluralNoun(noun) && tree.children(of: noun).contains { ["both", "two"].contains(tree.forms[$0]) }
        guard isPair || isTwo, !tree.has(noun, child: .possessive) else { return [] }
        let modifiers = tree.children(of: noun).filter { [.adjectivalModifier, .compound].contains(tree.label(of: $0)) && tree.forms[$0] != "two" }
        guard modifiers.isEmpty else { return [] }
        if lemma == "couple" { return spouses(before: noun) ?? coordinated(before: noun, .person) ?? [] }
        if isPair || ledger.describesPerson(noun) {
            let told = gazetteer.persons[lemma] ?? gazetteer.kin[lemma] ?? nil
            return coordinated(before: noun, .person)
                ?? recentPair(before: noun) {
                    cast.entities[$0].type == .person && (told == nil || resolver.genders[$0] == nil || resolver.genders[$0] == told)
                }
        }
        if Self.sides.contains(lemma) {
            for type in [EntityType.country, .organization, .person] {
                let found = recentPair(before: noun) { cast.entities[$0].type == type }
                if !found.isEmpty { return found }
            }
            return []
        }
        guard gazetteer[.organizationNouns].contains(lemma) else { return [] }
        return recentPair(before: noun) { cast.entities[$0].type == .organization }
    }

    private static let pairs: Set<String> = ["pair", "couple", "duo"]
    private static let sides: Set<String> = [
        "side", "government", "neighbour", "neighbor", "ally", "rival", "power", "state", "party", "capital", "foe",
    ]

    /// The two different ones that fit and are spoken of last, in this sentence and the one before; none if there are more or fewer.
    func recentPair(before token: Int, _ fits: (LocalEntity.ID) -> Bool) -> [LocalEntity.ID] {
        let sentence = tree.sentenceOfToken[token]
        var found: [LocalEntity.ID] = []
        for number in [sentence, sentence - 1] where number >= 0 && found.count < 2 {
            for place in tree.document.sentences[number].tokens where place < token {
                for id in cast.referents[place] ?? [] where fits(id) && !found.contains(id) { found.append(id) }
            }
        }
        guard found.count == 2, cast.entities[found[0]].type == cast.entities[found[1]].type else { return [] }
        return found
    }

    /// The last two that the text joins by "and", in this sentence or the one before.
    private func coordinated(before token: Int, _ type: EntityType? = nil) -> [LocalEntity.ID]? {
        let sentence = tree.sentenceOfToken[token]
        for number in [sentence, sentence - 1] where number >= 0 {
            for place in tree.document.sentences[number].tokens.reversed() where place < token {
                let members = tree.coordination(of: place)
                guard members.count == 2, members[1] < token else { continue }
                let referents = members.compactMap { cast.referents[$0] }.filter { $0.count == 1 }.map { $0[0] }
                guard referents.count == 2, referents[0] != referents[1] else { continue }
                let types = referents.map { cast.entities[$0].type }
                if types[0] == types[1], type == nil || types[0] == type { return referents }
            }
        }
        return nil
    }

    /// The last two that the text joins as "X and his wife", however long ago.
    private func spouses(before token: Int) -> [LocalEntity.ID]? {
        for place in (0..<token).reversed() where Self.spouseNouns.contains(tree.lemmas[place]) {
            let members = tree.coordination(of: place)
            let referents = members.compactMap { cast.referents[$0] }.filter { $0.count == 1 }.map { $0[0] }
            if members.count == 2, referents.count == 2, referents[0] != referents[1] { return referents }
        }
        return nil
    }

    private static let spouseNouns: Set<String> = ["wife", "husband", "spouse", "fiancee", "fiance"]

    /// "each other", "one another": the several subjects of the clause.
    private func reciprocal(_ token: Int) -> (referents: [LocalEntity.ID], tokens: Range<Int>)? {
        let first = ["other", "another"].contains(tree.forms[token]) ? token - 1 : token
        guard first >= 0, first + 1 < tree.count, ["each other", "one another"].contains(tree.forms[first] + " " + tree.forms[first + 1]) else {
            return nil
        }
        let other = token == first ? first + 1 : first
        guard tree.head(of: token) != other else { return nil }
        var step = token
        while let head = tree.head(of: step) {
            if let subject = tree.child(of: head, .subject) ?? tree.child(of: head, .passiveSubject) {
                let members = tree.coordination(of: subject).flatMap { cast.referents[$0] ?? [] }
                return (members.count > 1 ? members : [], first..<(first + 2))
            }
            step = head
        }
        return nil
    }

    /// "the latter", "the former": of two of one type that the sentence before names.
    private func oneOfTwo(_ token: Int) -> LocalEntity.ID? {
        guard token > 0, tree.forms[token - 1] == "the", tree.label(of: token) != .adjectivalModifier, tree.label(of: token) != .compound else {
            return nil
        }
        for type in [EntityType.person, .organization, .country] {
            let two = recentPair(before: token) { cast.entities[$0].type == type }
            if two.count == 2 { return tree.forms[token] == "latter" ? two[1] : two[0] }
        }
        return nil
    }
}
