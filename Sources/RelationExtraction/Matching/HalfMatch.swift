internal import GraphModel

/// A pattern of which one party was found and the other is missing; two such halves may tell one event.
struct HalfMatch {
    var match: PatternMatch
    var sentence: Int
    var subjects: [ArgumentResolver.Filler]
    var objects: [ArgumentResolver.Filler]

    /// Joins what a verb and a noun of the same stem say in one sentence: "plans for investment in Venezuela, saying that 100 billion
    /// dollars will be invested by oil companies".
    ///
    /// - Parameter stems: the lower-case lemma of each token.
    static func joined(_ halves: [HalfMatch], stems: [String]) -> [PatternMatch] {
        struct Place: Hashable {
            var sentence: Int
            var relation: RelationType.ID
        }
        var doneByPlace: [Place: [Int]] = [:]
        for (index, half) in halves.enumerated() where !half.objects.isEmpty && half.match.pattern.kind != .role {
            doneByPlace[Place(sentence: half.sentence, relation: half.match.pattern.relation), default: []].append(index)
        }
        var found: [PatternMatch] = []
        for doer in halves where !doer.subjects.isEmpty && doer.match.pattern.kind != .role {
            for other in doneByPlace[Place(sentence: doer.sentence, relation: doer.match.pattern.relation)] ?? [] {
                let done = halves[other]
                guard doer.match.frame.token != done.match.frame.token, doer.match.frame.category != done.match.frame.category,
                    sharesStem(stems[doer.match.frame.token], stems[done.match.frame.token])
                else { continue }
                var match = doer.match
                match.weight *= 0.8
                match.pairs = doer.subjects.flatMap { subject in done.objects.filter { $0.entity != subject.entity }.map { (subject, $0) } }
                if !match.pairs.isEmpty { found.append(match) }
            }
        }
        return found
    }

    private static func sharesStem(_ a: String, _ b: String) -> Bool {
        let shared = zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
        return shared >= 5 || shared >= 4 && shared == min(a.utf8.count, b.utf8.count)
    }
}
