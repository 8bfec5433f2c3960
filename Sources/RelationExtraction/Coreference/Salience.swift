internal import GraphModel

/// How present each candidate is in the reader's mind, after Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994):
/// every mention adds weight by its grammatical role, and each new sentence halves what was there.
struct Salience {
    /// An entity, or a thing of the text that is none ("a police officer", "the plan") and stands in the way of one.
    enum Candidate: Hashable {
        case entity(LocalEntity.ID)
        /// By its head token.
        case other(Int)
    }

    private(set) var weights: [Candidate: Double] = [:]
    /// Heads of the latest mention of each candidate.
    private(set) var latest: [Candidate: Int] = [:]
    /// How often each has been mentioned, and how often as a subject.
    private(set) var counts: [Candidate: Int] = [:]
    private(set) var subjects: [Candidate: Int] = [:]

    mutating func startSentence() {
        for (candidate, weight) in weights { weights[candidate] = weight < 4 ? nil : weight / 2 }
    }

    mutating func add(_ candidate: Candidate, _ weight: Double, at token: Int) {
        weights[candidate, default: 0] = max(weights[candidate] ?? 0, 0) + weight
        latest[candidate] = token
        counts[candidate, default: 0] += 1
        if weight >= 260 { subjects[candidate, default: 0] += 1 }
    }

    /// What a mention with this head weighs.
    static func weight(of head: Int, in tree: DependencyTree) -> Double {
        let role = tree.firstConjunct(of: head)
        switch tree.label(of: role) {
        case .subject, .passiveSubject, .root: return 260
        case .apposition, .flat:
            guard let governor = tree.head(of: role) else { return 100 }
            return tree.label(of: governor) == .apposition ? 120 : max(100, weight(of: governor, in: tree) - 10)
        case .object, .indirectObject: return 230
        case .agent: return 210
        case .oblique, .vocative, .dislocated, .parataxis: return 190
        case .possessive: return 130
        case .nominalModifier: return 120
        case .compound, .adjectivalModifier, .unmarkedNominalModifier: return 60
        default: return 130
        }
    }
}
