internal import GraphModel

/// When a matched relation holds or happened.
extension QualifierReader {
    private struct Attached {
        var time: TimeExpression
        var predicate: Int?
    }

    /// The time expression that hangs on the trigger, on the verb that carries it, or on the clause around it.
    ///
    /// - Parameter party: the token of the party that decides where several times stand: "wrote to A on Monday and to B on Friday".
    func time(of match: PatternMatch, party: Int? = nil) -> TimeExpression? {
        let trigger = match.frame.token
        guard let times = timesBySentence[tree.sentenceOfToken[trigger]] else { return nil }
        let attached = times.map { Attached(time: $0, predicate: predicate(above: $0.tokens)) }
        func time(at place: Int) -> TimeExpression? {
            let here = attached.filter { $0.predicate == place }
            guard here.count > 1, let party, !tree.isNominal(place) else { return here.first?.time }
            return (here.first { $0.time.tokens.lowerBound > party } ?? here.last)?.time
        }
        if match.pattern.kind == .role, match.pattern.relation != "won_election_in" {
            // "has been mayor since 1998", "served as mayor from 1998": when a post began; the sentence's own time says nothing of it.
            if tree.has(trigger, child: .copula) { return time(at: trigger) }
            // "was elected speaker on Monday"
            if [.openComplement, .object].contains(tree.label(of: trigger)), let verb = tree.head(of: trigger),
                ["elect", "appoint", "name", "become", "choose", "crown"].contains(tree.lemmas[verb])
            {
                return time(at: verb)
            }
            guard tree.preposition(of: trigger) == "as", let verb = tree.head(of: trigger) else { return nil }
            return time(at: verb)
        }
        if let party, tree.label(of: party) == .conjunct, let own = time(at: party) { return own }
        let carriers = carriers(of: trigger)
        for place in carriers {
            if let found = time(at: place) ?? timeOfOccasion(at: place, attached) { return found }
        }
        // "the attack that took place on Monday".
        for clause in tree.children(of: trigger) where tree.label(of: clause) == .relativeClause {
            if ["take", "occur", "happen", "begin", "start"].contains(tree.lemmas[clause]), let found = time(at: clause) { return found }
        }
        return surroundings(of: carriers.last ?? trigger).lazy.compactMap { time(at: $0) ?? timeOfOccasion(at: $0, attached) }.first
    }

    /// When the event was that this noun names.
    func time(ofEvent noun: Int) -> TimeExpression? {
        guard let times = timesBySentence[tree.sentenceOfToken[noun]] else { return nil }
        let carriers = carriers(of: noun)
        let places = carriers + surroundings(of: carriers.last ?? noun)
        return places.lazy.compactMap { place in times.first { predicate(above: $0.tokens) == place } }.first
    }

    /// "urged him in a phone call in July", "ran in the 2016 election": the time of the occasion at which it happened.
    private func timeOfOccasion(at place: Int, _ attached: [Attached]) -> TimeExpression? {
        for child in tree.children(of: place) where tree.label(of: child) == .oblique {
            guard ["in", "during", "at", "on"].contains(tree.preposition(of: child)), let found = attached.first(where: { $0.predicate == child })
            else {
                continue
            }
            return found.time
        }
        // "when the plane crashed on Wednesday", "hours before it crashed on Wednesday".
        for child in tree.children(of: place) {
            let clauses =
                tree.label(of: child) == .unmarkedOblique && ["hour", "minute"].contains(tree.lemmas[child])
                ? tree.children(of: child).filter { ["before", "after"].contains(tree.marker(of: $0)) }
                : tree.label(of: child) == .adverbialClause && (["when", "as", "while"].contains(tree.marker(of: child)) || isHoursAway(child))
                    ? [child] : []
            for clause in clauses {
                if let found = attached.first(where: { $0.predicate == clause }) { return found.time }
            }
        }
        return nil
    }

    /// "a few hours before it crashed": hours, not days, lie between.
    private func isHoursAway(_ clause: Int) -> Bool {
        ["before", "after"].contains(tree.marker(of: clause))
            && tree.children(of: clause).contains { tree.label(of: $0) == .unmarkedOblique && ["hour", "minute"].contains(tree.lemmas[$0]) }
    }

    /// The clauses around a predicate that happen when it does: not those that only report it.
    private func surroundings(of predicate: Int) -> [Int] {
        var found: [Int] = []
        var place = predicate
        while let head = tree.head(of: place), found.count < 3, !isSpanAway(place) {
            switch tree.label(of: place) {
            case .adverbialClause:
                guard ["", "by", "after", "when", "as", "while", "in", "to"].contains(tree.marker(of: place)) else { return found }
            case .clausalComplement:
                // Who announces a step takes it.
                guard ["announce", "declare", "proclaim"].contains(tree.lemmas[head]) else { return found }
            case .relativeClause, .adnominalClause, .openComplement, .conjunct, .nominalModifier, .oblique, .object, .subject, .passiveSubject,
                .apposition:
                break
            default: return found
            }
            if tree.isVerb(head) { found.append(head) }
            place = head
        }
        return found
    }

    /// Whether what this tells of lies days before or after what its sentence tells of.
    func isDaysApart(_ trigger: Int) -> Bool {
        var place = trigger
        for _ in 0..<4 {
            if isSpanAway(place) { return true }
            guard let head = tree.head(of: place) else { return false }
            place = head
        }
        return false
    }

    /// "six days after American forces bombed it", "weeks before the arrest".
    private func isSpanAway(_ place: Int) -> Bool {
        let link = tree.isVerb(place) ? tree.marker(of: place) : tree.preposition(of: place)
        guard ["after", "before", "since"].contains(link) else { return false }
        if let head = tree.head(of: place), Self.spans.contains(tree.lemmas[head]), head < place { return true }
        return tree.children(of: place).contains { Self.spans.contains(tree.lemmas[$0]) && $0 < place && tree.label(of: $0) == .unmarkedOblique }
    }

    /// The trigger, then the verbs that share its time and amount: light verbs, raising verbs, the first of coordinated verbs.
    func carriers(of trigger: Int) -> [Int] {
        var found = [trigger]
        var place = trigger
        while let head = tree.head(of: place), found.count < 4, !isSpanAway(place) {
            switch tree.label(of: place) {
            case .conjunct, .openComplement: break
            case .object, .passiveSubject, .subject, .oblique, .nominalModifier:
                guard tree.isNominal(place), !tree.isVerb(place) else { return found }
            default: return found
            }
            found.append(head)
            place = head
            if tree.isVerb(head), tree.label(of: head) != .conjunct, tree.label(of: head) != .openComplement { break }
        }
        return found
    }

    /// The first token above these that is no part of a nominal: what a time or an amount belongs to.
    private func predicate(above tokens: Range<Int>) -> Int? {
        var place = tokens.lowerBound
        while let head = tree.head(of: place), tokens.contains(head) { place = head }
        // "yesterday afternoon"
        if let part = tree.head(of: place), Self.partsOfDay.contains(tree.lemmas[part]), tree.label(of: place) != .nominalModifier { place = part }
        return tree.head(of: place)
    }

    private static let spans: Set<String> = ["day", "week", "month", "year", "decade", "fortnight"]
    private static let partsOfDay: Set<String> = ["morning", "afternoon", "evening", "night", "noon"]
}
