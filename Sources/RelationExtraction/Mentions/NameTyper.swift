internal import GraphModel

/// Decides what each name names: a person, a country, an organization, a place, or nothing of the graph.
struct NameTyper {
    let tree: DependencyTree
    let gazetteer: Gazetteer

    private var document: AnnotatedDocument { tree.document }

    /// Sets the kind of every candidate.
    func decide(_ candidates: inout [NameCandidate]) {
        let votes = self.votes(candidates)
        let fullNames = Set(candidates.filter { $0.label == .person && $0.tokens.count > 1 }.flatMap { $0.words.dropFirst() })
        for index in candidates.indices {
            candidates[index].kind = kind(of: candidates[index], votes, fullNames)
        }
    }

    /// How often the article's names of each spelling are taken for each class.
    private func votes(_ candidates: [NameCandidate]) -> [String: [NameType: Int]] {
        var votes: [String: [NameType: Int]] = [:]
        for candidate in candidates {
            if let label = candidate.label { votes[candidate.text, default: [:]][label, default: 0] += 1 }
        }
        return votes
    }

    private func kind(of candidate: NameCandidate, _ votes: [String: [NameType: Int]], _ fullNames: Set<String>) -> NameCandidate.Kind? {
        if gazetteer[.neverNames].contains(candidate.text) { return nil }
        let label = majority(candidate, votes)
        let head = document.tokens[candidate.tokens.upperBound - 1].text
        if label == .person, candidate.senses.isEmpty || candidate.tokens.count == 1 && candidate.words.allSatisfy(fullNames.contains) {
            return .person
        }
        if let country = country(candidate, label) { return .country(country) }
        if label != .person, candidate.tokens.count > 1, gazetteer[.otherHeads].contains(head), !isKnownOrganization(candidate) { return nil }
        switch label {
        case .person:
            return candidate.senses.contains(where: \.isPlace) && candidate.tokens.count == 1 && isPlacePosition(candidate) ? .place : .person
        case .organization: return organizationKind(candidate, head)
        case .location:
            return gazetteer[.organizationHeads].contains(head) && !hasPlaceSense(candidate) && !gazetteer[.placeHeads].contains(head)
                ? .organization : .place
        case .facility:
            return gazetteer[.organizationHeads].contains(head) && !gazetteer[.placeHeads].contains(head) && head != "House" && head != "Museum"
                && head != "Station"
                || candidate.words.contains("embassy") ? .organization : .place
        case .affiliation, .miscellaneous, nil:
            if isKnownOrganization(candidate) { return .organization }
            if candidate.senses.contains(where: { if case .territory = $0 { true } else { false } }) { return .place }
            if candidate.tokens.count > 1, gazetteer[.organizationHeads].contains(head), label != nil { return .organization }
            if candidate.tokens.count > 1, gazetteer[.placeHeads].contains(head), label == .miscellaneous { return .place }
            return nil
        default: return nil
        }
    }

    /// The class that most places of the article give the same name.
    private func majority(_ candidate: NameCandidate, _ votes: [String: [NameType: Int]]) -> NameType? {
        guard let label = candidate.label, let all = votes[candidate.text] else { return candidate.label }
        let best = all.max { ($0.value, $0.key == label ? 1 : 0, $1.key.rawValue) < ($1.value, $1.key == label ? 1 : 0, $0.key.rawValue) }
        return best?.key
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
