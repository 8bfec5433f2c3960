internal import GraphModel

/// Status from a clause: its own auxiliaries, negation and adverbs, and the verbs, nouns and clauses above it.
extension StatusReader {
    func readClause(_ verb: Int, isState: Bool, _ reading: inout Reading) {
        readOwnCues(of: verb, isState: isState, &reading)
        readClaim(verb, &reading)
        climb(from: verb, isState: isState, &reading)
    }

    /// Auxiliaries, negation, adverbs, conjunctions and inserted clauses of the predicate itself.
    func readOwnCues(of verb: Int, isState: Bool, _ reading: inout Reading) {
        var lemmas: Set<String> = []
        let isConditional = tree.children(of: verb).contains {
            tree.label(of: $0) == .adverbialClause && ["if", "unless"].contains(tree.marker(of: $0))
        }
        // "did not endorse her until July" tells that it happened.
        let isUntil = tree.children(of: verb).contains { tree.preposition(of: $0) == "until" || tree.marker(of: $0) == "until" }
        // "Had Sudan not attacked, ..." says that it did.
        let inverted = inversion(of: verb)
        let isContrary = inverted != nil && negation(of: verb) != nil
        if let inverted, !isContrary { reading.note(.denied, inverted) }
        for child in tree.children(of: verb) {
            let form = tree.forms[child]
            switch tree.label(of: child) {
            case .auxiliary:
                lemmas.insert(tree.lemmas[child])
                // With a condition "will" and "would" say what might be, not what is planned.
                if let status = Self.modals[form], !(isConditional && status == .planned) { reading.note(status, child) }
            case .adverbialModifier, .adjectivalModifier, .determiner, .coordinatingConjunction, .discourse:
                if !isUntil, !isContrary, Self.negations.contains(form) || form == "no" { reading.note(.denied, child) }
                if form == "longer" || form == "more", tree.children(of: child).contains(where: { tree.forms[$0] == "no" }) {
                    reading.note(.former, child)
                }
                noteModifier(child, isState: isState, &reading)
                if isState, form == "once" { reading.note(.former, child) }
            case .copula: if tree.isVerb(verb) { lemmas.insert(tree.lemmas[child]) }
            case .marker, .caseMarker:
                if tree.label(of: child) == .marker, Self.conditions.contains(form) { reading.note(.possible, child) }
                // "was due to fly", taken for a preposition or a conjunction.
                if form == "due", tree.children(of: child).contains(where: { tree.forms[$0] == "to" || tree.label(of: $0) == .copula }) {
                    reading.note(.planned, child)
                }
            case .adverbialClause:
                if ["if", "unless"].contains(tree.marker(of: child)) { reading.note(.possible, child) }
            case .parataxis:
                if child > verb, let status = lexicon.verb(tree.lemmas[child]), status == .alleged { reading.note(status, child) }
            case .oblique:
                readSource(child, of: verb, isState: isState, &reading)
            case .subject, .passiveSubject:
                if ["none", "nobody", "neither"].contains(form) { reading.note(.denied, child) }
                if tree.children(of: child).contains(where: { tree.forms[$0] == "neither" }) { reading.note(.denied, child) }
                if tree.children(of: child).contains(where: { tree.label(of: $0) == .determiner && tree.forms[$0] == "no" }) {
                    reading.note(.denied, child)
                }
            default: break
            }
        }
        if lemmas.contains("have"), !lemmas.isDisjoint(with: ["would", "could", "should"]) { reading.note(.denied, verb) }
        if tree.marker(of: verb) == "to", lemmas.contains("be"), !lemmas.contains("have"), tree.label(of: verb) != .openComplement,
            tree.label(of: verb) != .adnominalClause
        {
            reading.note(.planned, verb)
        }
        if isState { readEnd(of: verb, auxiliaries: lemmas, &reading) }
    }

    /// "according to unconfirmed reports", "according to the indictment"; "In the film, ...".
    private func readSource(_ source: Int, of verb: Int, isState: Bool, _ reading: inout Reading) {
        let preposition = tree.preposition(of: source)
        if preposition == "in", source < verb, lexicon.isFiction(tree.lemmas[source]),
            !tree.children(of: source).contains(where: { tree.preposition(of: $0) == "of" })
        {
            reading.note(.alleged, source)
        }
        guard preposition == "according to" else { return }
        for child in tree.children(of: source) where lexicon.modifier(tree.forms[child]) == .alleged { reading.note(.alleged, child) }
        let isChargeSheet = tree.lemmas[source] == "sheet" && tree.children(of: source).contains { tree.forms[$0] == "charge" }
        if !isState, lexicon.accuses(tree.lemmas[source]) || isChargeSheet, !lexicon.courtVerbs.contains(tree.lemmas[verb]) {
            reading.note(.alleged, source)
        }
    }

    /// A state in the past that the text ends: "was chancellor", "lived there until 2015", "headed it from 1999 to 2007".
    private func readEnd(of predicate: Int, auxiliaries: Set<String>, _ reading: inout Reading) {
        if tree.isNoun(predicate), let copula = tree.child(of: predicate, .copula) {
            let isPast = ["was", "were"].contains(tree.forms[copula])
            // "had been president when he was toppled"
            let isPastPerfect = tree.forms[copula] == "been" && tree.children(of: predicate).contains { tree.forms[$0] == "had" }
            if isPast || isPastPerfect, !isReported(predicate) { reading.note(.former, copula) }
        }
        guard tree.isVerb(predicate), tree.isPastForm(predicate) else { return }
        let isPresentPerfect = tree.children(of: predicate).contains { tree.forms[$0] == "has" || tree.forms[$0] == "have" }
        guard !isPresentPerfect, auxiliaries.isDisjoint(with: ["will", "would"]) else { return }
        var starts = false
        for child in tree.children(of: predicate) where tree.label(of: child) == .oblique || tree.label(of: child) == .unmarkedOblique {
            let preposition = tree.preposition(of: child)
            if preposition == "from", isYear(child) { starts = true }
            if ["until", "till"].contains(preposition) || starts && preposition == "to" && isYear(child) { reading.note(.former, child) }
        }
    }

    private func isYear(_ token: Int) -> Bool {
        guard let year = Int(tree.forms[token]) else { return false }
        return (1000...2999).contains(year)
    }

    /// Verbs, nouns and clauses above that decide whether the clause is fact.
    func climb(from verb: Int, isState: Bool, _ reading: inout Reading) {
        guard let head = tree.head(of: verb) else {
            if endsInQuestion(verb) { reading.note(.possible, verb) }
            return
        }
        let marker = tree.marker(of: verb)
        if [.openComplement, .clausalComplement, .adverbialClause].contains(tree.label(of: verb)), ["", "that", "out"].contains(marker),
            let status = undenied(head)
        {
            return reading.note(status, head)
        }
        switch tree.label(of: verb) {
        case .conjunct:
            guard tree.isVerb(head) || tree.has(head, child: .copula) || tree.partOfSpeech(of: head) == .adjective else { return }
            let hasOwn = tree.children(of: verb).contains { [.auxiliary, .subject, .passiveSubject].contains(tree.label(of: $0)) }
            if !hasOwn { readAuxiliaries(of: head, isState: isState, &reading) }
            for source in tree.children(of: head) where source < head && tree.label(of: source) == .oblique {
                readSource(source, of: verb, isState: isState, &reading)
            }
            climb(from: head, isState: isState, &reading)
        case .openComplement:
            noteVerb(head, marker, over: verb, &reading)
            if tree.lemmas[head] == "be", marker == "to" { reading.note(.planned, head) }
            if tree.isVerb(head) || tree.partOfSpeech(of: head) == .adjective {
                readClause(head, isState: false, &reading)
            } else if tree.isNoun(head) {
                reading.note(lexicon.noun(tree.lemmas[head]), head)
            }
        case .clausalComplement, .clausalSubject, .passiveClausalSubject:
            if isTold(byFiction: head) { reading.note(.alleged, head) }
            noteVerb(head, marker, over: verb, &reading)
            if tree.isNoun(head) { reading.note(lexicon.noun(tree.lemmas[head]), head) }
            if lexicon.speechVerbs.contains(tree.lemmas[head]) { return }
            if tree.label(of: verb) == .clausalComplement, lexicon.verb(tree.lemmas[head]) == nil { return }
            readClause(head, isState: false, &reading)
        case .adverbialClause: climbAdverbial(from: verb, to: head, marker, &reading)
        case .adnominalClause where marker.isEmpty && tree.has(verb, child: .subject), .relativeClause where marker.isEmpty && isContent(verb):
            reading.note(lexicon.noun(tree.lemmas[head]), head)
        case .adnominalClause where !marker.isEmpty && !hasRelativePronoun(verb):
            reading.note(lexicon.noun(tree.lemmas[head]), head)
            // "denied a report that it had sold the ferry"
            if lexicon.isReport(tree.lemmas[head]), tree.label(of: head) == .object, let denier = tree.head(of: head),
                lexicon.verb(tree.lemmas[denier]) == .denied
            {
                reading.note(undenied(denier) ?? .denied, denier)
            }
            if grammar.controlNouns.contains(tree.lemmas[head]) || lexicon.noun(tree.lemmas[head]) != nil {
                readNoun(head, isState: false, &reading)
            } else if marker == "to", !tree.isGerund(verb), !isRanked(head) {
                reading.note(.planned, verb)
            }
        default: break
        }
    }

    /// "the third president to be impeached".
    private func isRanked(_ noun: Int) -> Bool {
        tree.children(of: noun).contains {
            Self.ranks.contains(tree.forms[$0]) || tree.label(of: $0) == .adjectivalModifier && tree.forms[$0].hasSuffix("th")
        }
    }

    private func climbAdverbial(from verb: Int, to head: Int, _ marker: String, _ reading: inout Reading) {
        if marker == "to" || marker == "for", tree.children(of: verb).contains(where: { tree.forms[$0] == "to" && tree.label(of: $0) == .marker }) {
            let before = reading.cues.count
            noteVerb(head, marker, over: verb, &reading)
            let isPerfect = tree.children(of: verb).contains { tree.lemmas[$0] == "have" && tree.label(of: $0) == .auxiliary }
            if reading.cues.count == before, !isPerfect { reading.note(.planned, verb) }
            readAuxiliaries(of: head, isState: false, &reading)
        } else if marker == "without" || marker.hasPrefix("instead") || marker.hasPrefix("rather") {
            reading.note(.denied, verb)
        } else if tree.isVerb(head), !marker.isEmpty {
            guard Self.governingMarkers.contains(marker) else { return }
            let before = reading.cues.count
            noteVerb(head, marker, over: verb, &reading)
            if marker == "by", tree.marker(of: head) == "to" {
                readAuxiliaries(of: head, isState: false, &reading)
            } else if reading.cues.count > before || ["of", "from", "for", "in", "into", "by"].contains(marker) {
                readClause(head, isState: false, &reading)
            }
        } else if marker.isEmpty, tree.isGerund(verb) {
            readAuxiliaries(of: head, isState: false, &reading)
        }
    }

    /// "allegations Trump tried to ...": a clause that says what the noun is about, without "that".
    private func isContent(_ verb: Int) -> Bool {
        tree.has(verb, child: .subject) && !hasRelativePronoun(verb)
    }

    private func hasRelativePronoun(_ verb: Int) -> Bool {
        tree.children(of: verb).contains {
            ["who", "which", "whom", "where", "when"].contains(tree.forms[$0]) || tree.forms[$0] == "that" && tree.label(of: $0) != .marker
        }
    }

    /// The status that a governing verb gives to the clause it governs.
    private func noteVerb(_ governor: Int, _ marker: String, over clause: Int, _ reading: inout Reading) {
        if isFalselySaid(governor) { reading.note(.denied, governor) }
        if let status = status(of: governor, marker, over: clause) { reading.note(status, governor) }
        // "tried to capture him but failed"
        if marker == "to", reading.status > .denied,
            tree.children(of: governor).contains(where: { tree.label(of: $0) == .conjunct && lexicon.verb(tree.lemmas[$0]) == .denied && isBare($0) })
        {
            reading.note(.denied, governor)
        }
    }

    private func isBare(_ verb: Int) -> Bool {
        !tree.children(of: verb).contains { [.openComplement, .object, .clausalComplement, .auxiliary].contains(tree.label(of: $0)) }
    }

    /// The most particular entry of the lexicon that fits: "back out of", then "accuse of", then "call off", then "accuse".
    private func status(of governor: Int, _ marker: String, over clause: Int) -> Status? {
        let lemma = tree.lemmas[governor]
        // "was able to", of what came true.
        if lemma == "able", let copula = tree.child(of: governor, .copula), ["was", "were"].contains(tree.forms[copula]) { return nil }
        let hasObject = tree.children(of: governor).contains {
            [.object, .indirectObject].contains(tree.label(of: $0)) && $0 < clause && $0 > governor
        }
        if marker == "to" {
            // "wants Kenya to arrest him", "told Kenya to": asked of another.
            if hasObject, lexicon.asks(lemma) { return .requested }
            let isPerfect = tree.children(of: clause).contains { tree.lemmas[$0] == "have" && tree.label(of: $0) == .auxiliary }
            // "was projected to have won"
            if isPerfect, lexicon.verb(lemma + " to") == nil, lexicon.verb(lemma) == .planned { return nil }
        }
        for key in keys(of: governor, marker) {
            if let status = lexicon.verb(key) { return status }
        }
        return nil
    }

    private func keys(of governor: Int, _ marker: String) -> [String] {
        let lemma = tree.lemmas[governor]
        var keys: [String] = []
        for child in tree.children(of: governor) where child > governor {
            switch tree.label(of: child) {
            case .verbParticle, .adverbialModifier:
                if !marker.isEmpty { keys.append(lemma + " " + tree.forms[child] + " " + marker) }
            case .oblique, .object:
                let preposition = tree.preposition(of: child)
                let phrase = preposition.isEmpty ? tree.lemmas[child] : preposition + " " + tree.lemmas[child]
                if !marker.isEmpty { keys.append(lemma + " " + phrase + " " + marker) }
            default: break
            }
        }
        if !marker.isEmpty { keys.append(lemma + " " + marker) }
        // "fired for attacking" says nothing against the attack.
        guard Self.clauseMarkers.contains(marker) else { return keys }
        if let particle = tree.child(of: governor, .verbParticle) { keys.append(lemma + " " + tree.forms[particle]) }
        for child in tree.children(of: governor) where tree.label(of: child) == .oblique { keys.append(lemma + " " + tree.preposition(of: child)) }
        return keys + [lemma]
    }

    func readAuxiliaries(of verb: Int, isState: Bool, _ reading: inout Reading) {
        var own = Reading()
        readOwnCues(of: verb, isState: isState, &own)
        if own.status == .planned || own.status == .possible || own.status == .denied { reading.note(own.status, own.cues.first ?? verb) }
    }

    /// Prepositions through which a verb governs a clause; "after" and "while" only tell when.
    private static let governingMarkers: Set<String> = [
        "of", "from", "for", "in", "into", "by", "on", "against", "over", "with", "about", "at", "as", "that", "whether", "if",
    ]
    /// Markers with which a verb's clause is its object.
    private static let clauseMarkers: Set<String> = ["", "that", "to", "whether", "if"]
    private static let ranks: Set<String> = ["first", "second", "third", "last", "only", "next", "latest"]
}
