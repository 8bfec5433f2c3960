internal import GraphModel

/// What all places of an article together tell about what its names name.
struct NameEvidence {
    /// For each spelling how often it is taken for each class.
    private var votes: [String: [NameType: Int]] = [:]
    /// The last words of people's full names, and all words after the first.
    private var surnames: Set<String> = []
    private var laterWords: Set<String> = []
    /// First words of organizations' longer names.
    private var organizationBeginnings: Set<String> = []
    /// First words of longer names of places.
    private var placeBeginnings: Set<String> = []

    init(_ candidates: [NameCandidate], _ gazetteer: Gazetteer) {
        for candidate in candidates where !candidate.isNested {
            guard let label = candidate.label else { continue }
            votes[candidate.text, default: [:]][label, default: 0] += 1
            let words = candidate.words
            guard words.count > 1 else { continue }
            if label == .person, let last = words.last {
                surnames.insert(last)
                laterWords.formUnion(words.dropFirst())
            }
            if label == .location || label == .facility { placeBeginnings.insert(words[0]) }
            if label == .organization, !words.dropFirst().contains(where: StateBodies.local.contains) { organizationBeginnings.insert(words[0]) }
        }
        shareWithLongerNames(candidates, gazetteer)
        shareWithEndings(candidates)
    }

    /// "Harbour Line" is what "Veldhaven Harbour Line" is: the end of a longer name of a body or a place, of more than one word.
    private mutating func shareWithEndings(_ candidates: [NameCandidate]) {
        let own: [NameType] = [.organization, .location, .facility, .miscellaneous]
        var whole: [String: [NameType: Int]] = [:]
        for candidate in candidates where candidate.tokens.count > 2 && !candidate.isNested {
            guard let label = candidate.label, own.contains(label) else { continue }
            let words = candidate.text.split(separator: " ")
            for count in 2..<max(2, words.count) {
                let end = words.suffix(count).joined(separator: " ")
                if votes[end] != nil { whole[end, default: [:]][label, default: 0] += 2 }
            }
        }
        for (name, labels) in whole { votes[name]?.merge(labels) { $0 + $1 } }
    }

    /// Whether a single word begins the longer name of an organization.
    func beginsOrganization(_ candidate: NameCandidate) -> Bool { organizationBeginnings.contains(candidate.words.first ?? "") }

    /// "Hagia Sophia" is what "Hagia Sophia Museum" is.
    private mutating func shareWithLongerNames(_ candidates: [NameCandidate], _ gazetteer: Gazetteer) {
        for candidate in candidates where candidate.label == .facility && candidate.tokens.count > 2 {
            let words = candidate.text.split(separator: " ")
            guard let last = words.last, gazetteer[.placeHeads].contains(String(last)) || gazetteer[.placeNouns].contains(last.lowercased()) else {
                continue
            }
            let short = words.dropLast().joined(separator: " ")
            if votes[short] != nil { votes[short, default: [:]][.facility, default: 0] += 4 }
        }
    }

    /// The class that most places of the article give the same name; a single word follows the full names that hold it.
    func label(of candidate: NameCandidate) -> NameType? {
        guard let own = candidate.label, let all = votes[candidate.text] else { return candidate.label }
        let best = all.max { ($0.value, $0.key == own ? 1 : 0, $1.key.rawValue) < ($1.value, $1.key == own ? 1 : 0, $0.key.rawValue) }?.key ?? own
        guard candidate.tokens.count == 1, let word = candidate.words.first else { return best }
        if surnames.contains(word), best != .person, candidate.senses.isEmpty, !organizationBeginnings.contains(word) { return .person }
        if best == .person, !laterWords.contains(word), organizationBeginnings.contains(word) { return .organization }
        return best
    }

    /// Whether a city's name, taken for an organization here, is taken for a place elsewhere ("Qom", "Qom Province").
    func isPlaceElsewhere(_ candidate: NameCandidate) -> Bool {
        guard candidate.senses.contains(where: \.isPlace), !candidate.senses.contains(where: { if case .organization = $0 { true } else { false } })
        else { return false }
        let isLocation = (votes[candidate.text]?[.location] ?? 0) > 0
        return isLocation || candidate.tokens.count == 1 && placeBeginnings.contains(candidate.words.first ?? "")
    }

    /// Whether all words are parts of full names of people.
    func isSurname(_ candidate: NameCandidate) -> Bool { candidate.words.allSatisfy(laterWords.contains) }
}
