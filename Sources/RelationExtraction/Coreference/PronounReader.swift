internal import GraphModel

/// Finds what a pronoun of the third person refers to, from what has been said before it.
struct PronounReader {
    let resolver: CoreferenceResolver

    var tree: DependencyTree { resolver.tree }
    var cast: Cast { resolver.cast }

    /// The entities that the pronoun means; empty if that is in doubt.
    func referents(of token: Int, _ pronoun: Pronoun) -> [LocalEntity.ID] {
        if token > 0, tree.forms[token - 1] == "]" { return [] }
        if pronoun.isReflexive || tree.forms[token] == "own" { return subjectReferents(of: token, pronoun) }
        switch (pronoun.number, pronoun.isPersonal) {
        case (.singular, true):
            if let partner = coordinated(with: token, pronoun) ?? accompanied(by: token, pronoun) { return [partner] }
            return best(of: token, pronoun)
        case (.singular, false):
            // "ruled it out", "sold it": mostly something that is no entity.
            guard [.subject, .passiveSubject, .possessive].contains(tree.label(of: token)) else { return [] }
            return best(of: token, pronoun)
        case (.plural, _):
            if let pair = coordinatedSubject(before: token) { return pair }
            if tree.forms[token] == "them" { return [] }
            // A body that acts, not one that is merely spoken of.
            return best(of: token, pronoun).filter { id in
                guard let latest = resolver.salience.latest[.entity(id)] else { return false }
                return [.subject, .passiveSubject, .agent].contains(tree.label(of: tree.firstConjunct(of: latest)))
            }
        }
    }

    /// Whether the pronoun may mean something of the kind, by gender, number and what it is said to have.
    private func isPossible(_ candidate: Salience.Candidate, for token: Int, _ pronoun: Pronoun) -> Bool {
        switch (pronoun.number, pronoun.isPersonal) {
        case (.singular, true): return isPerson(candidate, pronoun.gender)
        case (.singular, false):
            if tree.label(of: token) == .possessive, let noun = tree.head(of: token), Self.businessThings.contains(tree.lemmas[noun]) {
                return isOrganization(candidate)
            }
            return isThing(candidate)
        case (.plural, _): return isMany(candidate)
        }
    }

    // MARK: - Candidates

    private func isPerson(_ candidate: Salience.Candidate, _ gender: Gazetteer.Gender?) -> Bool {
        switch candidate {
        case .entity(let id):
            return cast.entities[id].type == .person && (resolver.genders[id] == nil || resolver.genders[id] == gender)
        case .other(let noun):
            guard resolver.ledger.describesPerson(noun), !tree.isPluralNoun(noun) else { return false }
            let lemma = tree.lemmas[noun]
            let told = resolver.gazetteer.kin[lemma] ?? resolver.gazetteer.persons[lemma] ?? nil
            return told == nil || told == gender
        }
    }

    private func isThing(_ candidate: Salience.Candidate) -> Bool {
        switch candidate {
        case .entity(let id): return cast.entities[id].type != .person
        case .other(let noun): return !resolver.ledger.describesPerson(noun) && !tree.isPluralNoun(noun)
        }
    }

    /// What an organization has and a country or a place has not.
    private static let businessThings: Set<String> = [
        "owner", "founder", "chairman", "chairwoman", "chair", "executive", "CEO", "ceo", "shareholder", "subsidiary", "headquarters", "board",
        "spokesman",
        "spokeswoman", "spokesperson", "customer", "shares", "share", "co-founder", "director", "secretary", "profit", "revenue", "stake",
    ]

    private func isOrganization(_ candidate: Salience.Candidate) -> Bool {
        if case .entity(let id) = candidate { cast.entities[id].type == .organization } else { isThing(candidate) }
    }

    private func isMany(_ candidate: Salience.Candidate) -> Bool {
        switch candidate {
        case .entity(let id): return cast.entities[id].type == .organization || cast.entities[id].type == .country
        case .other(let noun): return tree.isPluralNoun(noun)
        }
    }

    /// The best antecedent, if it is clearly better than the next and than none.
    private func best(of token: Int, _ pronoun: Pronoun) -> [LocalEntity.ID] {
        let weights = PronounWeights.of(pronoun)
        let ranked = candidates(for: token, pronoun).map { (score: weights.score($0.features), candidate: $0) }
        guard let first = ranked.indices.max(by: { ranked[$0].score < ranked[$1].score }), case .entity(let id) = ranked[first].candidate.candidate
        else { return [] }
        let next = ranked.indices.filter { $0 != first }.map { ranked[$0].score }.max() ?? -.infinity
        let none = weights.none - (pronoun.isPersonal ? 0 : bonus(ranked[first].candidate.features))
        return ranked[first].score - max(next, none) >= weights.margin ? [id] : []
    }

    /// How much likelier "it" means a body than it does as a rule: one that says what it did, or acts in the sentence before too.
    private func bonus(_ features: [PronounFeature]) -> Double {
        if features.contains(.subjectOfSpeech) { return 1.5 }
        return features.contains(.mainSubjectToMainSubject) ? 0.4 : 0
    }

    /// What the pronoun may mean: what fits and was mentioned in this sentence or shortly before, where grammar allows it, and the
    /// subject of the clause before which the pronoun stands.
    ///
    /// The latest first.
    func candidates(for token: Int, _ pronoun: Pronoun) -> [PronounCandidate] {
        let sentence = tree.sentenceOfToken[token]
        // Who speaks says "I", not "he".
        let speaker = resolver.speaker(at: token).map { Salience.Candidate.entity($0) }
        let ahead = pronoun.gender == nil ? nil : subjectAhead(of: token, pronoun)
        var found: [PronounCandidate] = []
        for (candidate, latest) in resolver.salience.latest where resolver.salience.weights[candidate] != nil {
            guard candidate != speaker, isPossible(candidate, for: token, pronoun), !isBound(candidate, latest, token, pronoun) else { continue }
            guard sentence - tree.sentenceOfToken[latest] <= (pronoun.gender != nil ? 3 : 1) else { continue }
            if let ahead, candidate == .entity(ahead.entity) { continue }
            found.append(PronounCandidate(candidate: candidate, latest: latest, features: features(candidate, latest: latest, of: token)))
        }
        if let ahead, speaker != .entity(ahead.entity) {
            let candidate = Salience.Candidate.entity(ahead.entity)
            found.append(PronounCandidate(candidate: candidate, latest: ahead.head, features: features(candidate, latest: ahead.head, of: token)))
        }
        found.sort { ($0.latest, $0.order) > ($1.latest, $1.order) }
        compare(&found, token)
        return found
    }

    /// Whether the candidate's mention stands where the pronoun cannot mean it: another argument of the same verb, or what the pronoun modifies.
    private func isBound(_ candidate: Salience.Candidate, _ antecedent: Int, _ token: Int, _ pronoun: Pronoun) -> Bool {
        guard let governor = tree.head(of: token) else { return false }
        if tree.label(of: token) == .possessive {
            // "his lawyer, John Smith"; "Smith, his lawyer"; "Smith will become his deputy".
            if governor == antecedent || tree.head(of: antecedent) == governor && [.apposition, .flat].contains(tree.label(of: antecedent)) {
                return true
            }
            return isWithin(token, antecedent) || isPredicate(governor, of: antecedent)
        }
        let place = tree.firstConjunct(of: antecedent)
        if tree.head(of: place) == governor, tree.label(of: token) != .conjunct {
            return [.subject, .passiveSubject, .object, .indirectObject, .oblique, .agent].contains(tree.label(of: place))
        }
        return false
    }

    /// Whether the pronoun stands in the phrase that the antecedent heads, no clause between.
    private func isWithin(_ token: Int, _ antecedent: Int) -> Bool {
        var step = token
        while step != antecedent {
            switch tree.label(of: step) {
            case .relativeClause, .adnominalClause, .clausalComplement, .adverbialClause, .conjunct, .parataxis: return false
            default: break
            }
            guard let head = tree.head(of: step) else { return false }
            step = head
        }
        return true
    }

    /// Whether the noun says what the antecedent is or becomes.
    private func isPredicate(_ noun: Int, of antecedent: Int) -> Bool {
        if tree.has(noun, child: .copula) { return tree.child(of: noun, .subject) == antecedent }
        guard let verb = tree.head(of: noun), ["become", "remain"].contains(tree.lemmas[verb]) else { return false }
        return tree.child(of: verb, .subject) == antecedent
    }

    // MARK: - Places that tell

    /// "Maduro and his wife": who stands before "and".
    private func coordinated(with token: Int, _ pronoun: Pronoun) -> LocalEntity.ID? {
        guard tree.label(of: token) == .possessive, let noun = tree.head(of: token), tree.label(of: noun) == .conjunct else { return nil }
        let referents = cast.referents[tree.firstConjunct(of: noun)] ?? []
        return referents.count == 1 && isPerson(.entity(referents[0]), pronoun.gender) ? referents[0] : nil
    }

    /// "Maduro, together with his wife": the nearest person before "together" or "along".
    private func accompanied(by token: Int, _ pronoun: Pronoun) -> LocalEntity.ID? {
        guard tree.label(of: token) == .possessive, token >= 2, tree.lemmas[token - 1] == "with",
            ["together", "along"].contains(tree.lemmas[token - 2])
        else { return nil }
        let start = tree.document.sentences[tree.sentenceOfToken[token]].tokens.lowerBound
        for place in (start..<max(start, token - 2)).reversed() {
            guard let referents = cast.referents[place], referents.count == 1, isPerson(.entity(referents[0]), pronoun.gender) else { continue }
            return referents[0]
        }
        return nil
    }

    /// "In his statement, Netanyahu said ...": the subject of the clause before which the pronoun stands.
    private func subjectAhead(of token: Int, _ pronoun: Pronoun) -> (entity: LocalEntity.ID, head: Int)? {
        var step = token
        while let head = tree.head(of: step) {
            let label = tree.label(of: step)
            if (label == .oblique || label == .adverbialClause || label == .nominalModifier && tree.isVerb(head)), head > step,
                let subject = tree.child(of: head, .subject) ?? tree.child(of: head, .passiveSubject), subject > token
            {
                let referents = cast.referents[subject] ?? []
                guard referents.count == 1, isPerson(.entity(referents[0]), pronoun.gender) else { return nil }
                return (referents[0], subject)
            }
            step = head
        }
        return nil
    }

    /// "Maduro and Flores were flown out. They were indicted.": the members of the subject before.
    private func coordinatedSubject(before token: Int) -> [LocalEntity.ID]? {
        let sentence = tree.sentenceOfToken[token]
        for number in [sentence, sentence - 1] where number >= 0 {
            let tokens = tree.document.sentences[number].tokens
            for head in tokens
            where head < token && (tree.label(of: head) == .subject || tree.label(of: head) == .passiveSubject) && !tree.isBelow(token, head) {
                let members = tree.coordination(of: head)
                guard members.count > 1, members.allSatisfy({ cast.referents[$0]?.count == 1 }) else { continue }
                if number < sentence, let main = rootSubject(of: sentence), main != token, main < token { return nil }
                return members.compactMap { cast.referents[$0]?.first }
            }
        }
        return nil
    }

    private func rootSubject(of sentence: Int) -> Int? {
        tree.document.sentences[sentence].tokens.first { tree.label(of: $0) == .subject || tree.label(of: $0) == .passiveSubject }
    }

    /// The subject of the clause that a reflexive stands in.
    private func subjectReferents(of token: Int, _ pronoun: Pronoun) -> [LocalEntity.ID] {
        var step = token
        while let head = tree.head(of: step) {
            if let subject = tree.child(of: head, .subject) ?? tree.child(of: head, .passiveSubject), subject != token {
                let referents = cast.referents[subject] ?? []
                if pronoun.gender != nil { return referents.filter { isPerson(.entity($0), pronoun.gender) } }
                return referents
            }
            step = head
        }
        return []
    }
}
