internal import GraphModel

/// What the tree and the text so far tell of a pronoun and a candidate for it.
extension PronounReader {
    /// The roles of a nominal that the features tell apart.
    enum Role: Int { case subject, object, oblique, possessive, modifier, apposition, other }

    func role(of head: Int) -> Role {
        let place = tree.firstConjunct(of: head)
        switch tree.label(of: place) {
        case .subject, .passiveSubject: return .subject
        case .root: return .subject
        case .object, .indirectObject: return .object
        case .oblique, .agent, .unmarkedOblique: return .oblique
        case .possessive: return .possessive
        case .nominalModifier, .unmarkedNominalModifier: return .modifier
        case .apposition, .flat:
            guard let governor = tree.head(of: place), tree.isNominal(governor) else { return .apposition }
            let above = role(of: governor)
            return above == .other ? .apposition : above
        default: return .other
        }
    }

    /// Whether the pronoun is a subject, an object or oblique, or a possessive.
    func place(ofPronoun token: Int) -> Int {
        if tree.label(of: token) == .possessive { return 2 }
        let first = tree.firstConjunct(of: token)
        return tree.label(of: first) == .subject || tree.label(of: first) == .passiveSubject ? 0 : 1
    }

    /// What is true of the candidate whose last mention is `latest`; the features that compare it with the others come later.
    func features(_ candidate: Salience.Candidate, latest: Int, of token: Int) -> [PronounFeature] {
        var found: [PronounFeature] = []
        let sentence = tree.sentenceOfToken[token], distance = sentence - tree.sentenceOfToken[latest]
        found.append([.sameSentence, .sentenceBefore, .twoBefore, .threeBefore][max(0, min(3, distance))])
        let role = role(of: latest)
        let here: [PronounFeature] = [
            .subjectHere, .objectHere, .obliqueHere, .possessiveHere, .modifierHere, .appositionHere, .otherHere,
        ]
        let before: [PronounFeature] = [
            .subjectBefore, .objectBefore, .obliqueBefore, .possessiveBefore, .modifierBefore, .appositionBefore, .otherBefore,
        ]
        found.append(distance == 0 ? here[role.rawValue] : before[role.rawValue])
        let both: [[PronounFeature]] = [
            [.subjectToSubject, .subjectToObject, .subjectToPossessive], [.objectToSubject, .objectToObject, .objectToPossessive],
            [.obliqueToSubject, .obliqueToObject, .obliqueToPossessive], [.possessiveToSubject, .possessiveToObject, .possessiveToPossessive],
            [.modifierToSubject, .modifierToObject, .modifierToPossessive],
            [.appositionToSubject, .appositionToObject, .appositionToPossessive],
        ]
        if role != .other { found.append(both[role.rawValue][place(ofPronoun: token)]) }
        if latest > token { found.append(.behind) }
        if distance == 0 {
            found += clauseFeatures(latest, token)
            if token - latest > 15 { found.append(.farHere) } else if abs(token - latest) < 4 { found.append(.veryNearHere) }
        } else if isMainSubject(latest) {
            found.append(.mainSubject)
            if isMainSubject(token) { found.append(.mainSubjectToMainSubject) }
        } else if role == .subject {
            found.append(.nestedSubject)
        }
        if tree.label(of: tree.firstConjunct(of: latest)) == .agent { found.append(.isAgent) }
        if cast.firstConjunctIsNot(latest, tree) { found.append(.isConjunct) }
        found += kindFeatures(candidate, latest, Pronoun(tree.forms[token])?.gender)
        if resolver.speech.quotation[latest] != resolver.speech.quotation[token] { found.append(.otherSpeech) }
        return found
    }

    /// How the clause of an antecedent in the same sentence hangs together with the pronoun's.
    private func clauseFeatures(_ latest: Int, _ token: Int) -> [PronounFeature] {
        var found: [PronounFeature] = []
        let place = anchor(of: latest)
        guard let own = clause(of: token) else { return [] }
        let other = tree.head(of: place)
        if other == own {
            if tree.label(of: token) == .possessive || tree.label(of: place) != .subject {
                found.append(role(of: latest) == .subject ? .subjectOfPossessive : .sameClause)
            }
            return found
        }
        // The clauses above the pronoun's own.
        var step = own
        while let head = tree.head(of: step) {
            if tree.label(of: step) == .conjunct, head == other, role(of: latest) == .subject, tree.isBelow(step, head) {
                found.append(.coordinateSubject)
                return found
            }
            let link = tree.label(of: step)
            step = head
            if step == other {
                let isSubject = role(of: latest) == .subject
                switch link {
                case .clausalComplement: found.append(isSubject ? .subjectOfSpeech : .objectOfSpeech)
                case .openComplement: found.append(isSubject ? .subjectOfControl : .objectOfControl)
                default: found.append(isSubject ? .subjectAbove : .objectAbove)
                }
                return found
            }
            if step == latest {
                found.append(.nounAbove)
                return found
            }
        }
        return found
    }

    /// The verb or predicate whose clause the token stands in.
    private func clause(of token: Int) -> Int? {
        var step = token
        while let head = tree.head(of: step) {
            switch tree.label(of: step) {
            case .subject, .passiveSubject, .object, .indirectObject, .oblique, .agent, .unmarkedOblique: return head
            case .relativeClause, .adnominalClause, .clausalComplement, .adverbialClause, .parataxis, .openComplement: return step
            default: break
            }
            step = head
        }
        return step
    }

    /// Whether the mention is the subject of its sentence's main clause.
    private func isMainSubject(_ head: Int) -> Bool {
        let place = anchor(of: head)
        guard let verb = tree.head(of: place) else { return tree.label(of: place) == .root }
        return (tree.label(of: place) == .subject || tree.label(of: place) == .passiveSubject) && tree.label(of: verb) == .root
    }

    /// What stands in the clause for the mention: the first of its coordination, the name that it is an apposition to.
    private func anchor(of head: Int) -> Int {
        var place = head
        while [.conjunct, .apposition, .flat].contains(tree.label(of: place)), let above = tree.head(of: place), tree.isNominal(above) {
            place = above
        }
        return place
    }

    private func kindFeatures(_ candidate: Salience.Candidate, _ latest: Int, _ gender: Gazetteer.Gender?) -> [PronounFeature] {
        switch candidate {
        case .entity(let id):
            var found: [PronounFeature] = []
            switch cast.entities[id].type {
            case .person: found += genderFeatures(id, gender)
            case .organization: found.append(.isOrganization)
            case .country: found.append(.isCountry)
            case .place: found.append(.isPlace)
            }
            switch cast.mentions[latest]?.kind {
            case .pronoun: found.append(.lastWasPronoun)
            case .nominal: found.append(.lastWasDescription)
            default: break
            }
            let count = resolver.salience.counts[candidate] ?? 1
            if count == 1 { found.append(.namedOnce) } else if count > 3 { found.append(.namedOften) }
            if id == resolver.firstPerson { found.append(.firstNamed) }
            if resolver.salience.subjects[candidate, default: 0] > 1 { found.append(.subjectTwice) }
            return found
        case .other(let noun):
            let article = tree.child(of: noun, .determiner).map { tree.forms[$0] } ?? ""
            var found: [PronounFeature] = [.isOther]
            if ["the", "this", "that"].contains(article) { found.append(.isDefiniteOther) }
            if ["a", "an"].contains(article) { found.append(.isIndefiniteOther) }
            if tree.partOfSpeech(of: noun) == .properNoun { found.append(.isProperOther) }
            if tree.isPluralNoun(noun) { found.append(.isPluralOther) }
            return found
        }
    }

    private func genderFeatures(_ person: LocalEntity.ID, _ gender: Gazetteer.Gender?) -> [PronounFeature] {
        if resolver.genders[person] != nil { return [.genderKnown] }
        let words = cast.entities[person].name.nameWords
        guard words.count > 1, let first = words.first, let gender else { return [.genderUnknown] }
        let isFemale = gender == .female
        return [.genderUnknown, first.hasSuffix("a") ? (isFemale ? .nameInAToHer : .nameInAToHim) : (isFemale ? .otherNameToHer : .otherNameToHim)]
    }

    /// Adds what comparing the candidates tells: how near each is, and which is spoken of most; the latest come first.
    func compare(_ candidates: inout [PronounCandidate], _ token: Int) {
        let most = candidates.map { resolver.salience.counts[$0.candidate] ?? 1 }.max() ?? 0
        for index in candidates.indices {
            if index == 0 { candidates[0].features.append(.nearest) }
            if index == 1 { candidates[1].features.append(.secondNearest) }
            if index > 2 { candidates[index].features.append(.fourthOrFarther) }
            if most > 1, resolver.salience.counts[candidates[index].candidate] ?? 1 == most { candidates[index].features.append(.mostNamed) }
        }
        if candidates.count == 1 { candidates[0].features.append(.onlyPerson) }
    }
}

extension Cast {
    fileprivate func firstConjunctIsNot(_ head: Int, _ tree: DependencyTree) -> Bool {
        tree.label(of: head) == .conjunct || tree.children(of: head).contains { tree.label(of: $0) == .conjunct && mentions[$0] != nil }
    }
}
