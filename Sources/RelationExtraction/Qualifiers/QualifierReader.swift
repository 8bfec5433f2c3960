internal import GraphModel

/// Finds when, how much, where, as what and on whose word a matched relation holds.
struct QualifierReader {
    let tree: DependencyTree
    let resolved: ResolvedMentions
    let resolver: ArgumentResolver
    let lexicon: StatusLexicon
    let timesBySentence: [Int: [TimeExpression]]
    private let amountsBySentence: [Int: [MoneyExpression]]

    init(tree: DependencyTree, resolved: ResolvedMentions, resolver: ArgumentResolver, lexicon: StatusLexicon) {
        self.tree = tree
        self.resolved = resolved
        self.resolver = resolver
        self.lexicon = lexicon
        timesBySentence = Dictionary(grouping: tree.document.times) { tree.sentenceOfToken[$0.tokens.lowerBound] }
        amountsBySentence = Dictionary(grouping: tree.document.amounts) { tree.sentenceOfToken[$0.tokens.lowerBound] }
    }

    func qualifiers(of match: PatternMatch) -> Qualifiers<LocalEntity.ID> {
        var qualifiers = Qualifiers<LocalEntity.ID>()
        let trigger = match.frame.token
        qualifiers.amount = amount(near: trigger)
        qualifiers.attributedTo = speaker(of: trigger)
        if match.pattern.kind == .role { qualifiers.title = title(match.phrase, at: trigger) }
        for case .qualifier(let slot) in match.pattern.items { fill(slot, match, &qualifiers) }
        if qualifiers.place == nil { qualifiers.place = place(of: match) }
        if qualifiers.charge == nil { qualifiers.charge = charge(of: match) }
        if qualifiers.title == nil { qualifiers.title = post(of: match) }
        return qualifiers
    }

    private func amount(near trigger: Int) -> MoneyAmount? {
        guard let amounts = amountsBySentence[tree.sentenceOfToken[trigger]] else { return nil }
        let carriers = Set(carriers(of: trigger))
        for amount in amounts {
            var place = amount.tokens.lowerBound
            for _ in 0..<8 {
                if carriers.contains(place) { return amount.amount }
                guard let head = tree.head(of: place), !tree.isVerb(place) else { break }
                place = head
            }
        }
        return nil
    }

    private func speaker(of trigger: Int) -> Qualifiers<LocalEntity.ID>.Participant? {
        var place = trigger
        for _ in 0..<8 {
            for child in tree.children(of: place) where tree.label(of: child) == .oblique && tree.preposition(of: child) == "according to" {
                return participant(child)
            }
            for child in tree.children(of: place) where tree.label(of: child) == .parataxis && lexicon.speechVerbs.contains(tree.lemmas[child]) {
                if let subject = tree.child(of: child, .subject) { return participant(subject) }
            }
            guard let head = tree.head(of: place) else { return nil }
            if tree.label(of: place) == .clausalComplement || tree.label(of: place) == .parataxis, lexicon.speechVerbs.contains(tree.lemmas[head]),
                let subject = tree.child(of: head, .subject)
            {
                return participant(subject)
            }
            place = head
        }
        return nil
    }

    private func participant(_ head: Int) -> Qualifiers<LocalEntity.ID>.Participant {
        // "a statement by the ministry" is the ministry's.
        let entity = resolver.fillers(of: head, types: Set(EntityType.allCases), reach: .anyPossession).first?.entity
        return Qualifiers.Participant(text: text(of: head), entity: entity)
    }

    /// The words of a nominal without clauses and appositions after it.
    func text(of head: Int) -> String {
        var last = head, first = head
        for child in tree.children(of: head) {
            switch tree.label(of: child) {
            case .relativeClause, .adnominalClause, .apposition, .parataxis, .punctuation, .caseMarker, .conjunct, .coordinatingConjunction: continue
            default:
                let tokens = tree.subtree(of: child)
                first = min(first, tokens.first ?? first)
                last = max(last, tokens.last ?? last)
            }
        }
        return tree.document.text(of: first..<(last + 1))
    }

    /// The role's words with the adjectives before it: "interim president", "Secretary of State".
    private func title(_ phrase: TriggerPhrase, at token: Int) -> String {
        var first = token
        let last = min(tree.count - 1, token + phrase.words.count - 1 - phrase.head)
        for child in tree.children(of: token).reversed() where child < token {
            guard [.adjectivalModifier, .compound].contains(tree.label(of: child)), resolved.mention(headedBy: child) == nil,
                lexicon.modifier(tree.forms[child]) == nil
            else { break }
            let tokens = tree.subtree(of: child)
            guard let start = tokens.first, !tokens.contains(where: { resolved.mention(headedBy: $0) != nil }) else { break }
            first = min(first, start)
        }
        return tree.document.text(of: first..<(max(last, token) + 1))
    }

    private func fill(_ slot: Pattern.QualifierSlot, _ match: PatternMatch, _ qualifiers: inout Qualifiers<LocalEntity.ID>) {
        let arguments = match.frame.arguments.filter {
            slot.prepositions.isEmpty
                ? $0.role == .object || $0.role == .complement : $0.role == .oblique && slot.prepositions.contains($0.preposition)
        }
        let parties = Set(match.pairs.flatMap { [$0.subject.token, $0.object.token] })
        guard let head = arguments.flatMap(\.heads).first(where: { !parties.contains($0) }) else { return }
        switch slot.kind {
        case .title: qualifiers.title = text(of: head)
        case .charge: qualifiers.charge = text(of: head)
        case .place: qualifiers.place = participant(head)
        case .amount: break
        }
    }

    private func place(of match: PatternMatch) -> Qualifiers<LocalEntity.ID>.Participant? {
        guard match.pattern.kind != .role else { return nil }
        let parties = Set(match.pairs.flatMap { [$0.subject.entity, $0.object.entity] })
        for argument in match.frame.arguments where argument.role == .oblique && Self.locating.contains(argument.preposition) {
            for head in argument.heads {
                // "at a summit in Brussels"
                let deeper = tree.children(of: head).filter {
                    Self.locating.contains(tree.preposition(of: $0)) && tree.label(of: $0) == .nominalModifier
                }
                for place in [head] + deeper {
                    guard let filler = resolver.fillers(of: place, types: [.place, .country]).first, !parties.contains(filler.entity) else {
                        continue
                    }
                    return Qualifiers.Participant(text: text(of: place), entity: filler.entity)
                }
            }
        }
        return nil
    }

    private static let locating: Set<String> = ["in", "at", "near", "outside", "inside"]
}
