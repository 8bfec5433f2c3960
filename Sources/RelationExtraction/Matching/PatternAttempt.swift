internal import GraphModel

/// One try of one pattern on one frame.
struct PatternAttempt {
    let pattern: Pattern
    let phrase: TriggerPhrase
    let frame: PredicateFrame
    let tree: DependencyTree
    let resolver: ArgumentResolver

    struct Failure: Error {
        /// Who bears the role, where only the other party is missing.
        var holders: [ArgumentResolver.Filler] = []
        /// The one party that was found, where the other is missing.
        var subjects: [ArgumentResolver.Filler] = []
        var objects: [ArgumentResolver.Filler] = []
    }

    private(set) var literals: [Int] = []
    private var weight = 1.0

    init(pattern: Pattern, phrase: TriggerPhrase, frame: PredicateFrame, tree: DependencyTree, resolver: ArgumentResolver) {
        self.pattern = pattern
        self.phrase = phrase
        self.frame = frame
        self.tree = tree
        self.resolver = resolver
    }

    mutating func run(ontology: Ontology) -> Result<PatternMatch, Failure> {
        guard let type = ontology[pattern.relation] else { preconditionFailure("what broke: a pattern of the unknown relation \(pattern.relation)") }
        for case .literal(let literal) in pattern.items {
            guard let token = find(literal) else { return .failure(Failure()) }
            literals.append(token)
        }
        if pattern.needsInfinitive, !hasInfinitive { return .failure(Failure()) }
        if pattern.forbidsComplement, frame.has(.complement) { return .failure(Failure()) }
        var objects = fill(.b, types: type.range, excluding: [])
        var subjects = fill(.a, types: type.domain, excluding: Set(objects.map(\.token)))
        var pairs = pairs(subjects, objects, type)
        let isLent = pairs.isEmpty && pattern.kind == .noun && frame.has(.supporter)
        if isLent {
            // "Trump calls off Venezuela strikes": who called them off stands for the agent, what stands before the noun for the other side.
            objects = fill(.b, types: type.range, excluding: [], lent: true)
            subjects = fill(.a, types: type.domain, excluding: Set(objects.map(\.token)), lent: true)
            pairs = self.pairs(subjects, objects, type)
        }
        guard !pairs.isEmpty else {
            let isImplied = pattern.impliesObject && objects.isEmpty && isOwn(subjects)
            let halves = phrase.isWild || !literals.isEmpty ? ([], []) : (subjects, objects)
            return .failure(
                Failure(holders: isImplied ? subjects : [], subjects: halves.0, objects: halves.1))
        }
        return .success(
            PatternMatch(pattern: pattern, phrase: phrase, frame: frame, pairs: pairs, literals: literals, weight: weight, isLent: isLent))
    }

    private func pairs(
        _ subjects: [ArgumentResolver.Filler], _ objects: [ArgumentResolver.Filler], _ type: RelationType
    ) -> [(subject: ArgumentResolver.Filler, object: ArgumentResolver.Filler)] {
        if !subjects.isEmpty, !objects.isEmpty {
            return subjects.flatMap { subject in
                objects.filter { $0.entity != subject.entity && (pattern.kind == .clause || !(isGroup(subject) && isGroup($0))) }.map {
                    (subject, $0)
                }
            }
        }
        if pattern.kind == .role, objects.isEmpty, !phrase.isWild {
            return pairsWithin(subjects, types: pattern.slot(.b)?.types.map { $0.intersection(type.range) } ?? type.range)
        }
        return pattern.isReciprocal ? reciprocalPairs(subjects.isEmpty ? objects : subjects, type) : []
    }

    private func isGroup(_ filler: ArgumentResolver.Filler) -> Bool { resolver.resolved.entities[filler.entity].isNominal }

    /// Whether nothing in the text says whose role it is: a possessor or "of" that names nobody known, and not the holder, would forbid guessing.
    private func isOwn(_ holders: [ArgumentResolver.Filler]) -> Bool {
        let tokens = Set(holders.map(\.token))
        return !frame.arguments.contains {
            ($0.role == .possessor || $0.role == .oblique && ["of", "for", "at"].contains($0.preposition)) && tokens.isDisjoint(with: $0.heads)
                && Set(phraseTail).isDisjoint(with: $0.heads)
        }
    }
}
