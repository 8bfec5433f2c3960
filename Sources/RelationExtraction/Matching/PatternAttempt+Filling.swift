internal import GraphModel

extension PatternAttempt {
    /// The token of a literal word among the frame's objects and complements, or behind its preposition.
    func find(_ literal: Pattern.Literal) -> Int? {
        for argument in frame.arguments {
            if literal.prepositions.isEmpty {
                guard argument.role == .object || argument.role == .complement || argument.role == .indirectObject else { continue }
            } else {
                guard argument.role == .oblique, literal.prepositions.contains(argument.preposition) else { continue }
            }
            let appositions = literal.prepositions.isEmpty ? argument.heads.compactMap { tree.child(of: $0, .apposition) } : []
            if let head = (argument.heads + appositions).first(where: {
                literal.words.contains(tree.lemmas[$0]) || literal.words.contains(tree.forms[$0])
            }) {
                return head
            }
        }
        if literal.prepositions.isEmpty {
            // "let him go"
            let verb = tree.children(of: frame.token).first {
                tree.label(of: $0) == .openComplement && tree.isVerb($0) && tree.marker(of: $0).isEmpty
            }
            if let verb, literal.words.contains(tree.lemmas[verb]) { return verb }
        } else {
            // "asked for help in a letter to B", where the parser hangs the letter on the help.
            let obliques = frame.arguments.filter { $0.role == .oblique && $0.preposition == "for" }.flatMap(\.heads)
            for argument in nominalArguments(of: literals + obliques) where literal.prepositions.contains(argument.preposition) {
                if let head = argument.heads.first(where: { literal.words.contains(tree.lemmas[$0]) }) { return head }
            }
        }
        return nil
    }

    /// The entities that fill a slot; `lent` looks where a light verb or a modifier may stand for a party too.
    func fill(_ party: Pattern.Slot.Party, types: Set<EntityType>, excluding used: Set<Int>, lent: Bool = false) -> [ArgumentResolver.Filler] {
        guard let slot = pattern.slot(party) else { return [] }
        let types = slot.types.map { types.intersection($0) } ?? types
        func bearsName(_ filler: ArgumentResolver.Filler) -> Bool { slot.allows(resolver.resolved.entities[filler.entity].name) }
        let reach: ArgumentResolver.Reach = pattern.isStrict ? .none : pattern.reachesPossessors ? .anyPossession : .listed
        var groups: [ArgumentResolver.Filler] = []
        for argument in lent ? lentHeads(for: slot) : heads(for: slot) {
            let fillers = argument.heads.flatMap { head -> [ArgumentResolver.Filler] in
                guard !used.contains(head), !literals.contains(head), !isMisplacedParty(head, argument) else { return [] }
                return resolver.fillers(of: head, types: types, reach: reach).filter { !used.contains($0.token) && bearsName($0) }.map {
                    ArgumentResolver.Filler(entity: $0.entity, token: $0.token, weight: $0.weight * argument.weight)
                }
            }
            let isAllowed = party == .a || !pattern.requiresReach || fillers.allSatisfy { !argument.heads.contains($0.token) }
            guard !fillers.isEmpty, isAllowed else { continue }
            // A group without a name counts only where nobody is named.
            let named = fillers.filter { !resolver.resolved.entities[$0.entity].isNominal }
            if !named.isEmpty { return named }
            if groups.isEmpty, pattern.kind != .role {
                groups = fillers.map { ArgumentResolver.Filler(entity: $0.entity, token: $0.token, weight: $0.weight * 0.85) }
            }
        }
        if groups.isEmpty, pattern.kind == .role, party == .b, slot.selectors.contains(.role(.modifier)) {
            return resolver.nestedFillers(in: frame.token, types: types).filter(bearsName)
        }
        return groups
    }

    /// "Democratic representative": a party's adjective tells whose member the holder is, and nothing else; no other modifier tells that.
    func isMisplacedParty(_ head: Int, _ argument: FrameArgument) -> Bool {
        guard pattern.kind == .role, argument.role == .modifier else { return false }
        return resolver.isPartyName(head) != (pattern.relation == "member_of")
    }

    /// Arguments where a slot's party may stand, the best first.
    func heads(for slot: Pattern.Slot) -> [FrameArgument] {
        var found: [FrameArgument] = []
        if pattern.kind == .noun, slot.party == .b { found += frame.arguments.filter { $0.role == .object } }
        if pattern.kind == .role, slot.selectors.contains(.role(.holder)) {
            if phrase.lemma != "*" || pattern.slot(.b)?.selectors.contains(.role(.itself)) ?? false {
                found += frame.arguments.filter { $0.role == .holder }
            }
            // That "the president" is somebody by a gazetteer alone is nothing that the article says.
            if !resolver.resolved.factHeads.contains(frame.token) {
                found.append(FrameArgument(role: .holder, heads: [frame.token], weight: 0.95))
            }
        }
        let onLiterals = nominalArguments(of: literals + qualifierHeads)
        let onTail = pattern.kind == .role ? nominalArguments(of: phraseTail) : []
        for selector in slot.selectors {
            switch selector {
            case .role(.holder): continue
            case .role(.itself): if resolver.isAffiliation(frame.token) { found.append(FrameArgument(role: .itself, heads: [frame.token])) }
            case .role(.modifier) where pattern.kind == .clause: found += modifiers(of: literals)
            case .role(.possessor) where pattern.kind == .clause: found += possessors(of: literals + qualifierHeads)
            case .role(let role): found += frame.arguments.filter { $0.role == role }
            case .oblique(let preposition):
                found += frame.arguments.filter { $0.role == .oblique && $0.preposition == preposition }
                found += onTail.filter { $0.preposition == preposition }
                found += onLiterals.filter { $0.preposition == preposition }
                found += clauseParties(preposition)
            }
        }
        if pattern.kind == .clause {
            // A prepositional phrase that the parser hung on the object ("invest money in Venezuela").
            let objects = frame.arguments.filter { $0.role == .object && !frame.isPassive }.flatMap(\.heads)
            for argument in nominalArguments(of: objects) where argument.preposition != "of" {
                if slot.selectors.contains(.oblique(argument.preposition)) { found.append(argument) }
            }
        }
        if pattern.kind == .clause { found += nestedArguments(for: slot) }
        if pattern.kind == .noun {
            // "aid from A to B", where the parser hangs B on A.
            let names = frame.arguments.filter { $0.role == .oblique || $0.role == .subject }.flatMap(\.heads).filter { $0 > frame.token }
            found += nominalArguments(of: names).filter {
                ["to", "on", "against", "with"].contains($0.preposition) && slot.selectors.contains(.oblique($0.preposition))
            }.map { FrameArgument(role: .oblique, preposition: $0.preposition, heads: $0.heads, weight: 0.85) }
        }
        return found
    }

    /// Nouns of the trigger after its head: "minister of defence" of B.
    var phraseTail: [Int] {
        guard phrase.head < phrase.words.count - 1 else { return [] }
        let end = frame.token + phrase.words.count - phrase.head
        return frame.arguments.filter { $0.role == .oblique }.flatMap(\.heads).filter { $0 > frame.token && $0 < end }
    }

    /// What fills the qualifiers: "resigned as prime minister of B".
    private var qualifierHeads: [Int] {
        pattern.items.flatMap { item -> [Int] in
            guard case .qualifier(let slot) = item, !slot.prepositions.isEmpty else { return [] }
            return frame.arguments.filter { $0.role == .oblique && slot.prepositions.contains($0.preposition) }.flatMap(\.heads)
        }
    }

    /// A prepositional phrase that the parser hung deeper ("indicted on charges of conspiracy in the Southern District").
    private func nestedArguments(for slot: Pattern.Slot) -> [FrameArgument] {
        let wanted = slot.selectors.compactMap {
            if case .oblique(let preposition) = $0, !["of", "by", "as", "to"].contains(preposition) { preposition } else { nil }
        }
        guard !wanted.isEmpty || slot.selectors.contains(.oblique("to")) else { return [] }
        var level = frame.arguments.filter { $0.role == .oblique || $0.role == .object && !frame.isPassive }.flatMap(\.heads)
        var found: [FrameArgument] = []
        for depth in 0..<3 where !level.isEmpty {
            let next = nominalArguments(of: level)
            if depth == 0, slot.selectors.contains(.oblique("to")) {
                // "apologised for slavery to B"
                let reasons = frame.arguments.filter { $0.role == .oblique && ["for", "over"].contains($0.preposition) }.flatMap(\.heads)
                found += nominalArguments(of: reasons).filter { $0.preposition == "to" }
            }
            found += next.filter { wanted.contains($0.preposition) }.map {
                FrameArgument(role: .oblique, preposition: $0.preposition, heads: $0.heads, weight: 0.85 - 0.1 * Double(depth))
            }
            level = next.filter { ["of", "on", "in", "for", "with"].contains($0.preposition) }.flatMap(\.heads)
        }
        return found
    }

    /// Where a party of an event noun may stand that the noun itself does not name.
    func lentHeads(for slot: Pattern.Slot) -> [FrameArgument] {
        if slot.party == .a { return frame.arguments.filter { $0.role == .subject || $0.role == .supporter } }
        guard slot.selectors.contains(.oblique("on")) || slot.selectors.contains(.oblique("of")) else { return heads(for: slot) }
        return heads(for: slot) + frame.arguments.filter { $0.role == .modifier }.map { FrameArgument(role: .modifier, heads: $0.heads, weight: 0.8) }
    }

    /// "Presidents Muhammadu Buhari of Nigeria and Patrice Talon of Benin": each holder has what follows its own name.
    func pairsWithin(
        _ holders: [ArgumentResolver.Filler], types: Set<EntityType>
    ) -> [(subject: ArgumentResolver.Filler, object: ArgumentResolver.Filler)] {
        var prepositions: Set<String> = ["of", "from"]
        var types = types
        if let slot = pattern.slot(.b) {
            // "the presidency of X in B"
            if pattern.slot(.a)?.selectors.contains(.oblique("of")) ?? false, slot.selectors.contains(.oblique("in")) { prepositions.insert("in") }
            // "committee chairman Ana Diaz of Ohio" chairs a committee.
            let modifiers = frame.arguments.filter { $0.role == .modifier }.flatMap(\.heads)
            if modifiers.contains(where: { Self.bodies.contains(tree.lemmas[$0]) }) { types.subtract([.place, .country]) }
            if slot.names != nil { return [] }
        }
        return holders.flatMap { holder in
            nominalArguments(of: [holder.token]).filter { prepositions.contains($0.preposition) }.flatMap { argument in
                argument.heads.flatMap { resolver.fillers(of: $0, types: types) }.map { object in
                    (holder, ArgumentResolver.Filler(entity: object.entity, token: object.token, weight: object.weight * 0.9))
                }
            }
        }
    }

    private static let bodies: Set<String> = [
        "committee", "council", "commission", "board", "party", "panel", "caucus", "union", "court", "subcommittee",
    ]

    func nominalArguments(of nouns: [Int]) -> [FrameArgument] {
        nouns.flatMap { noun in
            tree.children(of: noun).compactMap { child in
                guard tree.label(of: child) == .nominalModifier || tree.label(of: child) == .oblique else { return nil }
                let preposition = tree.preposition(of: child)
                return preposition.isEmpty
                    ? nil : FrameArgument(role: .oblique, preposition: preposition, heads: tree.coordination(of: child), weight: 0.97)
            }
        }
    }

    /// "the Ohio primary", "the Democratic Party's Ohio primary".
    func modifiers(of nouns: [Int]) -> [FrameArgument] {
        nouns.flatMap { noun in
            tree.children(of: noun).reversed().filter {
                $0 < noun && [.compound, .adjectivalModifier, .unmarkedNominalModifier].contains(tree.label(of: $0)) && !tree.isVerb($0)
            }
            .map { FrameArgument(role: .modifier, heads: tree.coordination(of: $0), weight: 0.95) }
        }
    }

    func possessors(of nouns: [Int]) -> [FrameArgument] {
        nouns.flatMap { noun in
            tree.children(of: noun).filter { tree.label(of: $0) == .possessive }
                .map { FrameArgument(role: .possessor, heads: tree.coordination(of: $0)) }
        }
    }

    /// "A and B met", "talks between A and B", "US-China talks": the same words fill both sides.
    func reciprocalPairs(
        _ fillers: [ArgumentResolver.Filler], _ type: RelationType
    ) -> [(subject: ArgumentResolver.Filler, object: ArgumentResolver.Filler)] {
        let types = type.domain.intersection(type.range)
        var groups = [fillers]
        for argument in frame.arguments + nominalArguments(of: literals) {
            guard argument.role == .oblique ? ["between", "among"].contains(argument.preposition) : argument.role == .possessor else { continue }
            groups.insert(argument.heads.flatMap { resolver.fillers(of: $0, types: types) }, at: 0)
        }
        groups.append(frame.arguments.filter { $0.role == .modifier }.flatMap(\.heads).flatMap { resolver.fillers(of: $0, types: types) })
        for group in groups {
            var members: [ArgumentResolver.Filler] = []
            for filler in group where !members.contains(where: { $0.entity == filler.entity }) { members.append(filler) }
            guard members.count >= 2 else { continue }
            if members.count > 4 { return members.dropFirst().map { (members[0], $0) } }
            return members.indices.flatMap { i in members.indices.filter { $0 > i }.map { (members[i], members[$0]) } }
        }
        return []
    }
}
