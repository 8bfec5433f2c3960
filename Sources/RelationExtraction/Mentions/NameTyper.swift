internal import GraphModel

/// Decides what each name names: a person, a country, an organization, a place, or nothing of the graph.
struct NameTyper {
    let tree: DependencyTree
    let gazetteer: Gazetteer

    private var document: AnnotatedDocument { tree.document }

    /// Sets the kind of every candidate.
    func decide(_ candidates: inout [NameCandidate]) {
        let evidence = NameEvidence(candidates, gazetteer)
        let conduct = NameConduct(candidates, tree: tree, gazetteer: gazetteer)
        for index in candidates.indices {
            candidates[index].kind = conduct.corrected(kind(of: candidates[index], evidence), of: candidates[index])
        }
        dropAdjectivesOfUnnamedRegions(&candidates)
        dropBareKinds(&candidates)
        for index in candidates.indices where !candidates[index].own.isEmpty { candidates[index].kind = ownKind(candidates[index]) }
    }

    /// What the user's gazetteer says; of namesakes of different types the one that the model sees, else the first.
    private func ownKind(_ candidate: NameCandidate) -> NameCandidate.Kind? {
        func kind(_ entry: Int) -> NameCandidate.Kind? {
            switch gazetteer.own.all[entry].type {
            case .person: .person
            case .organization: .organization
            case .place: .place
            case .country: gazetteer.own.countries[entry].map { .country($0) }
            case nil: nil
            }
        }
        if let entry = candidate.entry { return kind(entry) }
        let kinds = candidate.own.map(kind)
        return kinds.first { $0 != nil && $0 == candidate.kind } ?? kinds[0]
    }

    /// "the Party", "the State", "the Commission" are names only where a longer name of the article ends or begins so.
    private func dropBareKinds(_ candidates: inout [NameCandidate]) {
        let long = Set(
            candidates.filter { $0.kind != nil && $0.tokens.count > 1 }.flatMap {
                [$0.words.first ?? "", $0.words.last ?? ""] + [headWord($0).lowercased()]
            })
        for index in candidates.indices where candidates[index].tokens.count == 1 && candidates[index].senses.isEmpty {
            guard candidates[index].kind == .organization || candidates[index].kind == .place, let word = candidates[index].words.first else {
                continue
            }
            let text = candidates[index].text
            let isKind =
                gazetteer[.organizationHeads].contains(text.capitalizedWords) || gazetteer[.placeHeads].contains(text.capitalizedWords)
                || Self.directions.contains(word)
            if isKind, !Self.singular.contains(word), !long.contains(word) { candidates[index].kind = nil }
        }
    }

    private static let directions: Set<String> = ["north", "south", "east", "west", "coast", "ms", "mr"]
    /// Bodies of which a country has one.
    private static let singular: Set<String> = ["house", "senate", "congress", "parliament", "cabinet", "treasury", "commons", "bundestag"]

    /// "European" and "Asian" name a place only where the article also names it; "Scottish" and "Texan" always do.
    private func dropAdjectivesOfUnnamedRegions(_ candidates: inout [NameCandidate]) {
        var named: Set<Int> = []
        for candidate in candidates where candidate.kind == .place {
            for case .territory(let index, false) in candidate.senses { named.insert(index) }
        }
        for index in candidates.indices where candidates[index].kind == .place {
            for case .territory(let territory, true) in candidates[index].senses
            where !named.contains(territory) && gazetteer.territories[territory].country == nil {
                candidates[index].kind = nil
            }
        }
    }

    private func kind(of candidate: NameCandidate, _ evidence: NameEvidence) -> NameCandidate.Kind? {
        if gazetteer[.neverNames].contains(candidate.text) || isOffice(candidate) { return nil }
        let label = evidence.label(of: candidate)
        let isSingle = candidate.tokens.count == 1
        let head = headWord(candidate)
        if label == .person, candidate.senses.isEmpty || isSingle && evidence.isSurname(candidate) { return .person }
        if let country = country(candidate, label) { return .country(country) }
        if label != .person, !isSingle, gazetteer[.otherHeads].contains(head), !isKnownOrganization(candidate),
            label != .organization || !Self.alsoBodies.contains(head)
        {
            return nil
        }
        switch label {
        case .person where isKnownOrganization(candidate): return .organization
        case .person:
            let isCapital = candidate.senses.contains { if case .country(_, .capital) = $0 { true } else { false } }
            if isSingle, isCapital, let governed = governedCountry(candidate) { return .country(governed) }
            return candidate.senses.contains(where: \.isPlace) && isSingle && isPlacePosition(candidate) ? .place : .person
        case .organization:
            if isSingle, candidate.senses.isEmpty || hasPlaceSense(candidate), stands(candidate, before: Self.localBodies) { return .place }
            return evidence.isPlaceElsewhere(candidate) ? .place : organizationKind(candidate, head)
        case .location:
            if isKnownOrganization(candidate), !hasPlaceSense(candidate) { return .organization }
            // "Skarvøy" for "Skarvøy Shipping", unless something is in it.
            if isSingle, candidate.senses.isEmpty, evidence.beginsOrganization(candidate), !isPlacePosition(candidate) { return .organization }
            return gazetteer[.organizationHeads].contains(head) && !hasPlaceSense(candidate) && !gazetteer[.placeHeads].contains(head)
                ? .organization : .place
        case .facility:
            if isKnownOrganization(candidate), !hasPlaceSense(candidate) { return .organization }
            if isSingle, candidate.senses.isEmpty, isActor(candidate) { return .organization }
            if gazetteer[.organizationHeads].contains(head), !gazetteer[.placeHeads].contains(head), !Self.buildings.contains(head) {
                return .organization
            }
            return candidate.words.contains("embassy") ? .organization : .place
        case .affiliation, .miscellaneous, nil:
            if isKnownOrganization(candidate) { return .organization }
            if label == .affiliation, candidate.senses.isEmpty, isPersonName(candidate) { return .person }
            if label == .miscellaneous, candidate.senses.isEmpty, isFlatName(candidate) { return .person }
            if candidate.senses.contains(where: { if case .territory = $0 { true } else { false } }) { return .place }
            if !isSingle, gazetteer[.organizationHeads].contains(head), label != nil { return .organization }
            if !isSingle, gazetteer[.placeHeads].contains(head), label == .miscellaneous { return .place }
            return nil
        default: return nil
        }
    }

    /// "a Milan court": a single word right before a common noun that it modifies.
    private func stands(_ candidate: NameCandidate, before nouns: Set<String>) -> Bool {
        let next = candidate.tokens.upperBound
        guard next < tree.count, tree.partOfSpeech(of: next) == .noun, nouns.contains(tree.lemmas[next]) else { return false }
        return tree.head(of: candidate.tokens.lowerBound) == next
    }

    private static let localBodies: Set<String> = [
        "court", "police", "prosecutor", "hospital", "suburb", "mayor", "prison", "jail", "airport", "district",
    ]

    /// "District Attorney", "Foreign Minister": an office, and nobody's name.
    private func isOffice(_ candidate: NameCandidate) -> Bool {
        guard candidate.label == .organization, candidate.senses.isEmpty, candidate.tokens.count > 1, let last = candidate.words.last else {
            return false
        }
        return gazetteer.offices.contains(last)
            && candidate.words.dropLast().allSatisfy { RoleLedger.officeModifiers.contains($0) || $0 == "district" }
    }

    /// Whether what the model takes for a group is used as the name of a single person: it begins with a given name, or acts or owns
    /// without an article, and does not modify a noun.
    private func isPersonName(_ candidate: NameCandidate) -> Bool {
        guard let first = candidate.words.first, let last = candidate.words.last,
            candidate.tokens.allSatisfy({ tree.partOfSpeech(of: $0) == .properNoun })
        else { return false }
        let head = tree.head(ofName: candidate.tokens)
        let label = tree.label(of: head)
        guard label != .compound, label != .adjectivalModifier else { return false }
        if gazetteer.givenNames[first] != nil { return true }
        let isBare = !tree.children(of: head).contains { [.determiner, .numericModifier, .adjectivalModifier].contains(tree.label(of: $0)) }
        let isGroup = Self.groupEndings.contains(where: last.hasSuffix) || gazetteer[.organizationHeads].contains(last.capitalizedWords)
        guard isBare, !isGroup, candidate.text.contains(where: \.isLowercase) else { return false }
        return candidate.tokens.count > 1 || [.subject, .passiveSubject, .possessive, .agent, .object].contains(label)
    }

    /// "an offer from Evo Mamani": two or three words that the parser joins as it joins people's names, without an article.
    private func isFlatName(_ candidate: NameCandidate) -> Bool {
        let first = candidate.tokens.lowerBound
        guard (2...3).contains(candidate.tokens.count), candidate.tokens.allSatisfy({ tree.partOfSpeech(of: $0) == .properNoun }),
            candidate.tokens.dropFirst().allSatisfy({ tree.label(of: $0) == .flat && tree.head(of: $0) == first }),
            !gazetteer[.organizationHeads].contains(headWord(candidate)), !gazetteer[.placeHeads].contains(headWord(candidate)),
            !tree.has(first, child: .determiner)
        else { return false }
        switch tree.label(of: first) {
        case .subject, .passiveSubject, .object, .possessive, .agent, .conjunct: return true
        case .nominalModifier, .oblique: return ["by", "from", "with", "to", "against"].contains(tree.preposition(of: first))
        default: return false
        }
    }

    /// How words for peoples, believers and parties end.
    private static let groupEndings = ["s", "an", "ese", "ish", "ist", "ite", "ic", "men", "ban", "ni", "shia", "shi'a", "tu", "da"]

    /// Heads of names of events that end the names of parties and bodies too.
    private static let alsoBodies: Set<String> = ["Rally", "Initiative", "Project", "Programme", "Program", "Games"]

    private static let buildings: Set<String> = ["House", "Museum", "Station", "School", "Church", "Center", "Centre", "Reserve"]

    /// The word that says what kind of thing a name names: the last, or the one before "of" in "Department of State".
    private func headWord(_ candidate: NameCandidate) -> String {
        let words = candidate.tokens.map { document.tokens[$0].text }
        if let of = words.firstIndex(where: { $0 == "of" || $0 == "for" || $0 == "on" }), of > 0 { return words[of - 1] }
        return words[words.count - 1]
    }

    /// The country that the candidate names, if it does.
    private func country(_ candidate: NameCandidate, _ label: NameType?) -> Int? {
        for case .country(let index, let use) in candidate.senses {
            switch use {
            case .name:
                if candidate.senses.contains(where: { if case .territory = $0 { true } else { false } }), isTerritoryHere(candidate) { continue }
                return index
            case .adjective: return index
            case .capital(let metonym):
                if metonym, label != .organization, label != .person, CapitalReader(tree: tree).isGovernment(candidate.tokens) { return index }
            }
        }
        return nil
    }

    /// The country whose capital this is, where it stands as a government does ("accused Washington of lying").
    private func governedCountry(_ candidate: NameCandidate) -> Int? {
        guard CapitalReader(tree: tree).isGovernment(candidate.tokens) else { return nil }
        for case .country(let index, .capital(metonym: true)) in candidate.senses { return index }
        return nil
    }

    /// Whether what the model takes for a building does something: "Sonatrach will develop the field".
    private func isActor(_ candidate: NameCandidate) -> Bool {
        let place = tree.firstConjunct(of: tree.head(ofName: candidate.tokens))
        guard tree.label(of: place) == .subject, let verb = tree.head(of: place) else { return false }
        return tree.isVerb(verb) && !["be", "lie", "stand", "have", "include", "reopen", "close", "open"].contains(tree.lemmas[verb])
    }

    /// Whether "Georgia" is the state here: the article speaks of the United States, and of no neighbour of the country.
    private func isTerritoryHere(_ candidate: NameCandidate) -> Bool {
        for case .territory(let index, _) in candidate.senses {
            guard let owner = gazetteer.territories[index].country, let country = gazetteer.countries.firstIndex(where: { $0.code == owner }) else {
                continue
            }
            return document.tokens.contains { gazetteer.country(named: $0.text) == country }
                || document.names.contains {
                    gazetteer.country(named: document.text(of: $0.tokens)) == country
                }
        }
        return false
    }

    private func isKnownOrganization(_ candidate: NameCandidate) -> Bool {
        candidate.senses.contains { if case .organization = $0 { true } else { false } }
    }

    private func hasPlaceSense(_ candidate: NameCandidate) -> Bool { candidate.senses.contains(where: \.isPlace) }

    private func isPlacePosition(_ candidate: NameCandidate) -> Bool {
        let preposition = tree.preposition(of: tree.head(ofName: candidate.tokens))
        return ["in", "at", "from", "near", "into", "outside"].contains(preposition)
    }

    private func organizationKind(_ candidate: NameCandidate, _ head: String) -> NameCandidate.Kind? {
        if isKnownOrganization(candidate) { return .organization }
        if gazetteer[.placeHeads].contains(head), !gazetteer[.organizationHeads].contains(head) { return .place }
        for case .territory in candidate.senses { return .place }
        if candidate.senses.contains(where: { if case .city = $0 { true } else { false } }), isPlacePosition(candidate) { return .place }
        return .organization
    }
}

extension Gazetteer.Sense {
    var isPlace: Bool {
        switch self {
        case .territory, .city, .country(_, .capital): true
        default: false
        }
    }
}

extension DependencyTree {
    /// The token of a name that the sentence attaches the others to.
    func head(ofName tokens: Range<Int>) -> Int {
        var best = tokens.lowerBound, bestSize = -1
        for token in tokens where partOfSpeech(of: token) != .punctuation {
            if let head = head(of: token), tokens.contains(head) { continue }
            let size = tokens.count { isBelow($0, token) }
            if size > bestSize { (best, bestSize) = (token, size) }
        }
        return best
    }

    /// Whether the token depends on the other, directly or over others, or is it.
    func isBelow(_ token: Int, _ other: Int) -> Bool {
        var next: Int? = token
        while let current = next {
            if current == other { return true }
            next = head(of: current)
        }
        return false
    }
}
