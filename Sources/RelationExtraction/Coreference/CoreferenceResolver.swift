internal import GraphModel

/// Gives descriptions and pronouns their referents, in one pass through the text.
///
/// Abstains where the best candidate is not clearly ahead: a wrong referent makes wrong relations, a missing one only misses some.
struct CoreferenceResolver {
    let tree: DependencyTree
    let gazetteer: Gazetteer
    private(set) var ledger: RoleLedger
    let speech: SpeechReader
    private(set) var cast: Cast
    private(set) var salience = Salience()
    private(set) var genders: PersonGenders
    /// The person whom the text names first.
    let firstPerson: LocalEntity.ID?
    /// Told of each pronoun of the third person and what it may mean, for those who train the weights.
    var observer: ((_ pronoun: Int, _ candidates: [PronounCandidate]) -> Void)?

    init(_ cast: Cast) {
        tree = cast.tree
        gazetteer = cast.gazetteer
        ledger = RoleLedger(cast)
        speech = SpeechReader(cast.tree)
        genders = PersonGenders(cast, ledger)
        firstPerson = cast.entities.first { $0.type == .person }?.id
        self.cast = cast
    }

    /// The cast with all mentions that could be resolved.
    mutating func resolved() -> Cast {
        for sentence in tree.document.sentences {
            if sentence.role != .headline { salience.startSentence() }
            for token in sentence.tokens { visit(token) }
        }
        resolveKin()
        resolveFirstPersons()
        return cast
    }

    private mutating func visit(_ token: Int) {
        if cast.mentions[token] != nil {
            remember(token)
        } else if let two = DescriptionReader(resolver: self).members(ofPairWord: token) {
            if !two.referents.isEmpty { record(token, two.tokens, .pronoun, two.referents) }
        } else if let antecedent = antecedent(ofRelative: token) {
            cast.record(
                Mention(tokens: token..<(token + 1), head: token, span: tree.document.span(of: token..<(token + 1)), kind: .pronoun), [antecedent])
        } else if tree.partOfSpeech(of: token) == .pronoun || tree.label(of: token) == .possessive && Pronoun(tree.forms[token]) != nil {
            guard let pronoun = Pronoun(tree.forms[token]), !speech.isQuoted[token] || pronoun.isSafeInSpeech else { return }
            let reader = PronounReader(resolver: self)
            if let observer { observer(token, reader.candidates(for: token, pronoun)) }
            let referents = reader.referents(of: token, pronoun)
            guard !referents.isEmpty else { return }
            record(token, token..<(token + 1), .pronoun, referents)
            if let gender = pronoun.gender, referents.count == 1 { genders.learn(gender, of: referents[0]) }
        } else if tree.isNoun(token) || tree.forms[token] == "old", !ledger.titleTokens.contains(token) {
            let referents = DescriptionReader(resolver: self).referents(of: token)
            if referents.isEmpty {
                if !isInsideName(token) { rememberOther(token) }
            } else {
                record(token, phrase(of: token), .nominal, referents)
                if referents.count == 1, ledger.isOnlyFact(ledger.roleName(of: token), of: referents[0]) { cast.noteFact(at: token) }
                if referents.count == 1, tree.label(of: token) == .possessive, let role = tree.head(of: token) {
                    ledger.learn(scope: referents[0], ofRoleAt: role)
                }
            }
        }
    }

    /// Whom "who" or "which" takes up: what its clause modifies.
    private func antecedent(ofRelative token: Int) -> LocalEntity.ID? {
        guard ["who", "whom", "which", "that", "whose"].contains(tree.forms[token]), tree.partOfSpeech(of: token) == .pronoun else { return nil }
        var step = token
        while let head = tree.head(of: step), token - head < 60 {
            if tree.label(of: step) == .relativeClause {
                guard head < token, let found = cast.referents[head], found.count == 1 else { return nil }
                let isPerson = cast.entities[found[0]].type == .person
                return tree.forms[token] == "which" && isPerson || tree.forms[token].hasPrefix("who") && tree.forms[token] != "whose" && !isPerson
                    ? nil : found[0]
            }
            step = head
        }
        return nil
    }

    mutating func record(_ head: Int, _ tokens: Range<Int>, _ kind: MentionKind, _ referents: [LocalEntity.ID]) {
        cast.record(Mention(tokens: tokens, head: head, span: tree.document.span(of: tokens), kind: kind), referents)
        remember(head)
    }

    private mutating func remember(_ head: Int) {
        guard let referents = cast.referents[head] else { return }
        let weight = Salience.weight(of: head, in: tree)
        for referent in referents { salience.add(.entity(referent), weight, at: head) }
    }

    /// Common nouns that a pronoun might mean instead of an entity.
    private mutating func rememberOther(_ noun: Int) {
        guard tree.partOfSpeech(of: noun) == .noun, ledger.appositions[noun] == nil, !tree.has(noun, child: .copula),
            tree.preposition(of: noun) != "as"
        else { return }
        salience.add(.other(noun), Salience.weight(of: noun, in: tree), at: noun)
    }

    private func isInsideName(_ token: Int) -> Bool {
        guard let head = tree.head(of: token), let mention = cast.mentions[head] else { return false }
        return mention.tokens.contains(token)
    }

    /// The words of a description: the noun with what stands before it and modifies it.
    private func phrase(of noun: Int) -> Range<Int> {
        var low = noun
        for child in tree.children(of: noun).reversed() where child < noun {
            switch tree.label(of: child) {
            case .determiner, .adjectivalModifier, .compound, .possessive, .numericModifier, .unmarkedNominalModifier:
                low = min(low, tree.subtree(of: child).first ?? child)
            default: break
            }
        }
        return low..<(noun + 1)
    }

    // MARK: - What only the whole text tells

    /// "Maduro and his wife", where another sentence names her.
    private mutating func resolveKin() {
        var named: [RoleLedger.Role] = []
        for role in ledger.roles where gazetteer.kin[role.noun] != nil {
            var role = role
            if role.scope == nil || cast.entities[role.scope ?? 0].type != .person {
                role.scope = tree.child(of: role.token, .possessive).flatMap { cast.referents[$0] }.flatMap { $0.count == 1 ? $0[0] : nil }
            }
            if role.scope != nil { named.append(role) }
        }
        for token in 0..<tree.count where gazetteer.kin[tree.lemmas[token]] != nil && cast.mentions[token] == nil && tree.isNoun(token) {
            guard let possessor = tree.child(of: token, .possessive).flatMap({ cast.referents[$0] }), possessor.count == 1 else { continue }
            let fits = Set(named.filter { $0.noun == tree.lemmas[token] && $0.scope == possessor[0] }.map(\.bearer))
            if fits.count == 1, let bearer = fits.first { record(token, phrase(of: token), .nominal, [bearer]) }
        }
    }
}
