internal import GraphModel

/// One try of one pattern on one frame.
struct PatternAttempt {
    let pattern: Pattern
    let phrase: TriggerPhrase
    let frame: PredicateFrame
    let tree: DependencyTree
    let resolver: ArgumentResolver

    struct Failure: Error {
        var reason: String
        /// Who bears the role, where only the other party is missing.
        var holders: [ArgumentResolver.Filler] = []
    }

    private var literals: [Int] = []
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
            guard let token = find(literal) else {
                let before = literal.prepositions.isEmpty ? "" : literal.prepositions.joined(separator: "|") + " "
                return .failure(Failure(reason: "needs '\(before)\(literal.words.joined(separator: "|"))'"))
            }
            literals.append(token)
        }
        if pattern.forbidsComplement, frame.has(.complement) { return .failure(Failure(reason: "a complement follows the object")) }
        let objects = fill(.b, types: type.range, excluding: [])
        let subjects = fill(.a, types: type.domain, excluding: Set(objects.map(\.token)))
        var pairs: [(subject: ArgumentResolver.Filler, object: ArgumentResolver.Filler)] = []
        if !subjects.isEmpty, !objects.isEmpty {
            for subject in subjects {
                for object in objects where object.entity != subject.entity { pairs.append((subject, object)) }
            }
        } else if pattern.kind == .role, objects.isEmpty {
            pairs = pairsWithin(subjects, types: pattern.slot(.b)?.types.map { $0.intersection(type.range) } ?? type.range)
        } else if pattern.isReciprocal {
            pairs = reciprocalPairs(subjects.isEmpty ? objects : subjects, type)
        }
        guard !pairs.isEmpty else {
            let holders = pattern.impliesObject && objects.isEmpty && isOwn(subjects) ? subjects : []
            return .failure(Failure(reason: reason(subjects: subjects, objects: objects, type), holders: holders))
        }
        return .success(PatternMatch(pattern: pattern, phrase: phrase, frame: frame, pairs: pairs, literals: literals, weight: weight))
    }

    /// Whether nothing in the text says whose role it is: a possessor or "of" that names nobody known would forbid guessing.
    private func isOwn(_ holders: [ArgumentResolver.Filler]) -> Bool {
        !frame.arguments.contains { $0.role == .possessor || $0.role == .oblique && ["of", "for", "at"].contains($0.preposition) }
    }

    private func reason(subjects: [ArgumentResolver.Filler], objects: [ArgumentResolver.Filler], _ type: RelationType) -> String {
        func lacks(_ party: Pattern.Slot.Party, _ types: Set<EntityType>) -> String {
            guard let slot = pattern.slot(party) else { return "no second party" }
            let words = heads(for: slot).flatMap(\.heads).map { "'\(tree.document.tokens[$0].text)'" }.joined(separator: ", ")
            let kinds = types.sorted().map(\.rawValue).joined(separator: ", ")
            let places = slot.selectors.map(\.words).joined(separator: "|")
            return words.isEmpty ? "nothing stands for {\(party.rawValue)} (\(places))" : "\(words) for {\(party.rawValue)} is no known \(kinds)"
        }
        if subjects.isEmpty { return lacks(.a, type.domain) }
        if objects.isEmpty { return lacks(.b, type.range) }
        return "both parties are the same"
    }

    /// The token of a literal word among the frame's objects and complements, or behind its preposition.
    private func find(_ literal: Pattern.Literal) -> Int? {
        for argument in frame.arguments {
            if literal.prepositions.isEmpty {
                guard argument.role == .object || argument.role == .complement || argument.role == .indirectObject else { continue }
            } else {
                guard argument.role == .oblique, literal.prepositions.contains(argument.preposition) else { continue }
            }
            if let head = argument.heads.first(where: { literal.words.contains(tree.lemmas[$0]) || literal.words.contains(tree.forms[$0]) }) {
                return head
            }
        }
        if !literal.prepositions.isEmpty {
            for argument in nominalArguments(of: literals) where literal.prepositions.contains(argument.preposition) {
                if let head = argument.heads.first(where: { literal.words.contains(tree.lemmas[$0]) }) { return head }
            }
        }
        return nil
    }

    private func fill(_ party: Pattern.Slot.Party, types: Set<EntityType>, excluding used: Set<Int>) -> [ArgumentResolver.Filler] {
        guard let slot = pattern.slot(party) else { return [] }
        let types = slot.types.map { types.intersection($0) } ?? types
        for argument in heads(for: slot) {
            let fillers = argument.heads.flatMap { head -> [ArgumentResolver.Filler] in
                guard !used.contains(head), !literals.contains(head) else { return [] }
                return resolver.fillers(of: head, types: types, hops: pattern.isStrict ? 0 : 2).filter { !used.contains($0.token) }.map {
                    ArgumentResolver.Filler(entity: $0.entity, token: $0.token, weight: $0.weight * argument.weight)
                }
            }
            if !fillers.isEmpty { return fillers }
        }
        return []
    }

    /// Arguments where a slot's party may stand, the best first.
    private func heads(for slot: Pattern.Slot) -> [FrameArgument] {
        var found: [FrameArgument] = []
        if pattern.kind == .noun, slot.party == .b { found += frame.arguments.filter { $0.role == .object } }
        if pattern.kind == .role, slot.selectors.contains(.role(.holder)) {
            if phrase.lemma != "*" { found += frame.arguments.filter { $0.role == .holder } }
            found.append(FrameArgument(role: .holder, heads: [frame.token], weight: 0.95))
        }
        let onLiterals = nominalArguments(of: literals)
        for selector in slot.selectors {
            switch selector {
            case .role(.holder): continue
            case .role(.possessor) where pattern.kind == .clause: found += possessors(of: literals)
            case .role(let role): found += frame.arguments.filter { $0.role == role }
            case .oblique(let preposition):
                found += frame.arguments.filter { $0.role == .oblique && $0.preposition == preposition }
                found += onLiterals.filter { $0.preposition == preposition }
            }
        }
        if pattern.kind == .clause {
            // A prepositional phrase that the parser hung on the object ("invest money in Venezuela").
            let objects = frame.arguments.filter { $0.role == .object && !frame.isPassive }.flatMap(\.heads)
            for argument in nominalArguments(of: objects) where argument.preposition != "of" {
                if slot.selectors.contains(.oblique(argument.preposition)) { found.append(argument) }
            }
        }
        if pattern.kind == .noun, slot.party == .b, frame.has(.subject) {
            // "Trump calls off Venezuela strikes": the agent is known, so the noun's modifier is the other side.
            found += frame.arguments.filter { $0.role == .modifier }.map { FrameArgument(role: .modifier, heads: $0.heads, weight: 0.8) }
        }
        return found
    }

    /// "Presidents Muhammadu Buhari of Nigeria and Patrice Talon of Benin": each holder has what follows its own name.
    private func pairsWithin(
        _ holders: [ArgumentResolver.Filler], types: Set<EntityType>
    ) -> [(subject: ArgumentResolver.Filler, object: ArgumentResolver.Filler)] {
        holders.flatMap { holder in
            nominalArguments(of: [holder.token]).filter { $0.preposition == "of" || $0.preposition == "from" }.flatMap { argument in
                argument.heads.flatMap { resolver.fillers(of: $0, types: types) }.map { object in
                    (holder, ArgumentResolver.Filler(entity: object.entity, token: object.token, weight: object.weight * 0.9))
                }
            }
        }
    }

    private func nominalArguments(of nouns: [Int]) -> [FrameArgument] {
        nouns.flatMap { noun in
            tree.children(of: noun).compactMap { child in
                guard tree.label(of: child) == .nominalModifier || tree.label(of: child) == .oblique else { return nil }
                let preposition = tree.preposition(of: child)
                return preposition.isEmpty
                    ? nil : FrameArgument(role: .oblique, preposition: preposition, heads: tree.coordination(of: child), weight: 0.97)
            }
        }
    }

    private func possessors(of nouns: [Int]) -> [FrameArgument] {
        nouns.flatMap { noun in
            tree.children(of: noun).filter { tree.label(of: $0) == .possessive }
                .map { FrameArgument(role: .possessor, heads: tree.coordination(of: $0)) }
        }
    }

    /// "A and B met", "talks between A and B", "US-China talks": the same words fill both sides.
    private func reciprocalPairs(
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
