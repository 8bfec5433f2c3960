internal import GraphModel

extension PatternMatcher {
    /// Verbs and event nouns beside which two parties stand, and for which no pattern was tried; in text order.
    mutating func unknownPredicates(tried: Set<Int>) -> [UnknownPredicate] {
        var found: [UnknownPredicate] = []
        for token in 0..<tree.count where !tried.contains(token) && mayBePredicate(token) {
            let frame = frames.frame(at: token)
            var parties: [ExtractionReport.Party] = [], places: [String] = []
            var slots: [(argument: FrameArgument, entity: LocalEntity.ID)] = []
            for argument in frame.arguments where argument.role != .holder && argument.role != .itself {
                for head in argument.heads {
                    guard let filler = resolver.fillers(of: head, types: Set(EntityType.allCases)).first,
                        !slots.contains(where: { $0.entity == filler.entity })
                    else { continue }
                    let entity = resolver.resolved.entities[filler.entity]
                    slots.append((argument, filler.entity))
                    parties.append(ExtractionReport.Party(name: entity.name, type: entity.type, token: filler.token))
                    places.append(argument.place)
                }
            }
            guard slots.count >= 2, let line = suggestion(frame, slots.map(\.argument)) else { continue }
            let lemma = frames.verb(frame)
            found.append(
                UnknownPredicate(
                    sentence: tree.sentenceOfToken[token], token: token, lemma: lemma, category: frame.category.rawValue, parties: parties,
                    places: places, suggestion: line, elsewhere: elsewhere(tree.lemmas[token], not: frame.category)))
        }
        return found
    }

    private func mayBePredicate(_ token: Int) -> Bool {
        switch tree.partOfSpeech(of: token) {
        case .verb: true
        case .noun: resolver.resolved.mention(headedBy: token) == nil
        default: false
        }
    }

    /// The words of a pattern line that would hold: `{A} bribe {B}`, `noun bribe: from {A}, to {B}`.
    private func suggestion(_ frame: PredicateFrame, _ arguments: [FrameArgument]) -> String? {
        let lemma = frames.verb(frame).split(separator: " ").joined(separator: "_")
        // Of two members of one coordination the first stands for both.
        var places: [(role: ArgumentRole, preposition: String)] = []
        for argument in arguments where !places.contains(where: { $0.role == argument.role && $0.preposition == argument.preposition }) {
            places.append((argument.role, argument.preposition))
        }
        guard places.count >= 2 else { return nil }
        if frame.category == .noun {
            let sides = places.prefix(2).map { $0.role == .oblique ? $0.preposition : Selector.role($0.role).words }
            return "noun \(lemma): \(sides[0]) {A}, \(sides[1]) {B}"
        }
        guard let subject = places.first(where: { $0.role == .subject }),
            let other = places.first(where: { $0.role != subject.role })
        else { return nil }
        switch other.role {
        case .object, .indirectObject: return "{A} \(lemma) {B}"
        case .oblique: return "{A} \(lemma) \(other.preposition) {B}"
        default: return nil
        }
    }

    private func elsewhere(_ lemma: String, not category: PredicateFrame.Category) -> [PatternSource] {
        PredicateFrame.Category.allCases.filter { $0 != category }.flatMap { patterns.index[$0]?[lemma] ?? [] }
            .map { patterns.patterns[$0.pattern].source }.removingRepeats()
    }
}
