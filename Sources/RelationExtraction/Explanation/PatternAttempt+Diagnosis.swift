internal import GraphModel

extension PatternAttempt {
    /// Every condition of the pattern that does not hold here; for an attempt that was run and failed.
    func failedConditions(_ type: RelationType) -> [FailedCondition] {
        var failed: [FailedCondition] = []
        for case .literal(let literal) in pattern.items where find(literal) == nil {
            let before = literal.prepositions.isEmpty ? "" : literal.prepositions.joined(separator: "|") + " "
            failed.append(FailedCondition(.word, "needs '\(before)\(literal.words.joined(separator: "|"))'"))
        }
        if pattern.needsInfinitive, !hasInfinitive { failed.append(FailedCondition(.word, "needs an infinitive: 'to do'")) }
        if pattern.forbidsComplement, frame.has(.complement) {
            failed.append(FailedCondition(.complement, "a complement follows the object, which the pattern excludes"))
        }
        let objects = fill(.b, types: type.range, excluding: [])
        let subjects = fill(.a, types: type.domain, excluding: Set(objects.map(\.token)))
        if subjects.isEmpty { failed.append(missing(.a, type, other: objects)) }
        if objects.isEmpty, !pattern.isReciprocal || pattern.slot(.b) != nil { failed.append(missing(.b, type, other: subjects)) }
        if failed.isEmpty { failed.append(FailedCondition(.same, "both parties are the same")) }
        return failed
    }

    /// What keeps a party from being found.
    private func missing(_ party: Pattern.Slot.Party, _ type: RelationType, other: [ArgumentResolver.Filler]) -> FailedCondition {
        let sign = "{\(party.rawValue)}"
        guard let slot = pattern.slot(party) else { return FailedCondition(.missing, "no second party beside the first") }
        let byOntology = party == .a ? type.domain : type.range
        let allowed = slot.types.map { byOntology.intersection($0) } ?? byOntology
        let arguments = heads(for: slot)
        let everything = Set(EntityType.allCases)
        for head in arguments.flatMap(\.heads) {
            guard let filler = resolver.fillers(of: head, types: everything).first(where: { found in !other.contains { $0.token == found.token } })
            else { continue }
            let entity = resolver.resolved.entities[filler.entity]
            if allowed.contains(entity.type) {
                return FailedCondition(.place, "\(entity.name) (\(entity.type.rawValue)) stands at \(sign), but not so that it can be meant")
            }
            let whose = byOntology.contains(entity.type) ? "the pattern" : party == .a ? "the domain of \(type.id)" : "the range of \(type.id)"
            return FailedCondition(
                .type, "\(entity.name) (\(entity.type.rawValue)) stands at \(sign), and \(whose) allows \(Self.words(allowed)) only")
        }
        let words = arguments.flatMap(\.heads).removingRepeats().map { "'\(tree.document.tokens[$0].text)'" }
        if !words.isEmpty { return FailedCondition(.name, "\(words.joined(separator: ", ")) at \(sign) names no known \(Self.words(allowed))") }
        let places = slot.selectors.map(\.place).removingRepeats().joined(separator: " or ")
        for argument in frame.arguments {
            for head in argument.heads where !other.contains(where: { $0.token == head }) {
                guard let filler = resolver.fillers(of: head, types: allowed).first, !other.contains(where: { $0.entity == filler.entity }) else {
                    continue
                }
                let entity = resolver.resolved.entities[filler.entity]
                return FailedCondition(.place, "\(sign) is looked for as \(places); \(entity.name) stands as \(argument.place)")
            }
        }
        return FailedCondition(.missing, "nothing stands as \(places) for \(sign)")
    }

    private static func words(_ types: Set<EntityType>) -> String { types.sorted().map(\.rawValue).joined(separator: "|") }
}

extension FrameArgument {
    /// Where it stands, in words.
    var place: String { role == .oblique ? "'\(preposition)'" : Selector.role(role).place }
}

extension Selector {
    /// Where it looks, in words for people.
    var place: String {
        switch self {
        case .oblique(let preposition): "'\(preposition)'"
        case .role(.subject): "subject or agent"
        case .role(.object): "object"
        case .role(.indirectObject): "indirect object"
        case .role(.possessor): "possessor"
        case .role(.modifier): "modifier"
        case .role(.holder): "holder of the role"
        case .role(.itself): "the noun itself"
        case .role(.follower): "name after a comma"
        case .role(.supporter): "subject of a light verb"
        case .role(.complement): "complement"
        case .role(.oblique): "prepositional phrase"
        }
    }
}
