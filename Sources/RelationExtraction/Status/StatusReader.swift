internal import GraphModel

/// Reads from modality, negation, embedding and attribution whether a predicate's act is told as done.
struct StatusReader {
    let tree: DependencyTree
    let lexicon: StatusLexicon
    let grammar: Grammar

    /// What was found: the strongest status, and the tokens that say so.
    struct Reading {
        var status = Status.asserted
        var cues: [Int] = []

        mutating func note(_ status: Status?, _ cue: Int) {
            guard let status, status != .asserted else { return }
            cues.append(cue)
            self.status = min(self.status, status)
        }
    }

    /// The status of what this predicate says. `isState` tells a role or relation that holds from an event.
    func reading(of token: Int, isState: Bool) -> Reading {
        var reading = Reading()
        if tree.isVerb(token) || tree.partOfSpeech(of: token) == .adjective || tree.partOfSpeech(of: token) == .auxiliary {
            readClause(token, isState: isState, &reading)
        } else {
            readNoun(token, isState: isState, &reading)
        }
        readSentenceAdverb(above: token, &reading)
        return reading
    }

    /// "Reportedly, ...": an adverb that opens the sentence speaks of all of it.
    private func readSentenceAdverb(above token: Int, _ reading: inout Reading) {
        let first = tree.document.sentences[tree.sentenceOfToken[token]].tokens.lowerBound
        guard tree.partOfSpeech(of: first) == .adverb, first + 1 < tree.count, tree.forms[first + 1] == "," else { return }
        reading.note(lexicon.modifier(tree.forms[first]), first)
    }

    /// The status of a role that a noun names; the sentence around it says nothing of it, save "is", "served as" and the like.
    func roleReading(of noun: Int, isKinship: Bool) -> Reading {
        var reading = Reading()
        readModifiers(of: noun, isState: true, &reading)
        if !isKinship { readFormer(before: noun, &reading) }
        if tree.has(noun, child: .copula) {
            let isRecord = tree.children(of: noun).contains { tree.label(of: $0) == .adnominalClause }
            readOwnCues(of: noun, isState: !isKinship && !isRecord, &reading)
            climb(from: noun, isState: false, &reading)
        }
        guard let governor = tree.head(of: noun), tree.isVerb(governor) else { return reading }
        let preposition = tree.preposition(of: noun)
        if preposition == "as" || [.openComplement, .object].contains(tree.label(of: noun)) && isRoleGiving(governor, preposition) {
            readClause(governor, isState: false, &reading)
            let key = tree.lemmas[governor] + (particle(of: governor).map { " " + $0 } ?? "")
            if lexicon.verb(key) == .former || lexicon.verb(tree.lemmas[governor]) == .former { reading.note(.former, governor) }
            let isPast = ["served", "worked", "acted", "ruled", "reigned"].contains(tree.forms[governor])
            if isPast, !tree.subtree(of: governor).contains(where: { tree.forms[$0] == "since" }) { reading.note(.former, governor) }
        }
        return reading
    }

    /// "ex-Prime Minister", "former Vice President Joe Biden": the word stands before the title, whatever the tree hangs it on.
    private func readFormer(before noun: Int, _ reading: inout Reading) {
        let first = tree.document.sentences[tree.sentenceOfToken[noun]].tokens.lowerBound
        var place = noun - 1
        while place >= max(first, noun - 6) {
            switch tree.partOfSpeech(of: place) {
            case .noun, .properNoun, .adjective, .other: break
            case .adverb, .verb: if lexicon.modifier(tree.forms[place]) != .former || tree.forms[place].hasSuffix("ly") { return }
            case .punctuation where tree.forms[place] == "-": break
            case .particle where tree.forms[place].hasSuffix("s"): break
            default: return
            }
            if lexicon.modifier(tree.forms[place]) == .former || tree.forms[place].hasPrefix("ex-") { return reading.note(.former, place) }
            place -= 1
        }
    }

    // MARK: Clauses

    private func readClause(_ verb: Int, isState: Bool, _ reading: inout Reading) {
        readOwnCues(of: verb, isState: isState, &reading)
        climb(from: verb, isState: isState, &reading)
    }

    /// Auxiliaries, negation, adverbs, conjunctions and inserted clauses of the predicate itself.
    private func readOwnCues(of verb: Int, isState: Bool, _ reading: inout Reading) {
        var lemmas: Set<String> = []
        let isConditional = tree.children(of: verb).contains {
            tree.label(of: $0) == .adverbialClause && ["if", "unless"].contains(tree.marker(of: $0))
        }
        // "did not endorse her until July" tells that it happened.
        let isUntil = tree.children(of: verb).contains { tree.preposition(of: $0) == "until" || tree.marker(of: $0) == "until" }
        for child in tree.children(of: verb) {
            let form = tree.forms[child]
            switch tree.label(of: child) {
            case .auxiliary:
                lemmas.insert(tree.lemmas[child])
                // With a condition "will" and "would" say what might be, not what is planned.
                if let status = Self.modals[form], !(isConditional && status == .planned) { reading.note(status, child) }
            case .adverbialModifier, .adjectivalModifier, .determiner, .coordinatingConjunction, .discourse:
                if !isUntil, Self.negations.contains(form) || form == "no" { reading.note(.denied, child) }
                if form == "longer" || form == "more", tree.children(of: child).contains(where: { tree.forms[$0] == "no" }) {
                    reading.note(isState ? .former : .denied, child)
                }
                reading.note(lexicon.modifier(form), child)
            case .marker: if Self.conditions.contains(form) { reading.note(.possible, child) }
            case .adverbialClause:
                if ["if", "unless"].contains(tree.marker(of: child)) { reading.note(.possible, child) }
            case .parataxis:
                if child > verb, let status = lexicon.verb(tree.lemmas[child]), status == .alleged { reading.note(status, child) }
            case .subject, .passiveSubject:
                if ["none", "nobody", "neither"].contains(form) { reading.note(.denied, child) }
                if tree.children(of: child).contains(where: { tree.label(of: $0) == .determiner && tree.forms[$0] == "no" }) {
                    reading.note(.denied, child)
                }
            default: break
            }
        }
        if lemmas.contains("have"), !lemmas.isDisjoint(with: ["would", "could", "should"]) { reading.note(.denied, verb) }
        if tree.marker(of: verb) == "to", lemmas.contains("be"), !lemmas.contains("have"), tree.label(of: verb) != .openComplement {
            reading.note(.planned, verb)
        }
        if tree.isNoun(verb), let copula = tree.child(of: verb, .copula), isState, ["was", "were"].contains(tree.forms[copula]),
            !isReported(verb)
        {
            reading.note(.former, copula)
        }
    }

    /// Verbs, nouns and clauses above that decide whether the clause is fact.
    private func climb(from verb: Int, isState: Bool, _ reading: inout Reading) {
        guard let head = tree.head(of: verb) else {
            if endsInQuestion(verb) { reading.note(.possible, verb) }
            return
        }
        let marker = tree.marker(of: verb)
        switch tree.label(of: verb) {
        case .conjunct:
            guard tree.isVerb(head) || tree.has(head, child: .copula) || tree.partOfSpeech(of: head) == .adjective else { return }
            let hasOwn = tree.children(of: verb).contains { [.auxiliary, .subject, .passiveSubject].contains(tree.label(of: $0)) }
            if !hasOwn { readAuxiliaries(of: head, isState: isState, &reading) }
            climb(from: head, isState: isState, &reading)
        case .openComplement:
            noteVerb(head, marker, &reading)
            if tree.lemmas[head] == "be", marker == "to" { reading.note(.planned, head) }
            if tree.isVerb(head) || tree.partOfSpeech(of: head) == .adjective {
                readClause(head, isState: false, &reading)
            } else if tree.isNoun(head) {
                reading.note(lexicon.noun(tree.lemmas[head]), head)
            }
        case .clausalComplement, .clausalSubject, .passiveClausalSubject:
            noteVerb(head, marker, &reading)
            if tree.isNoun(head) { reading.note(lexicon.noun(tree.lemmas[head]), head) }
            if lexicon.speechVerbs.contains(tree.lemmas[head]) { return }
            if tree.label(of: verb) == .clausalComplement, lexicon.verb(tree.lemmas[head]) == nil { return }
            readClause(head, isState: false, &reading)
        case .adverbialClause:
            if marker == "to" {
                noteVerb(head, marker, &reading)
                let isPerfect = tree.children(of: verb).contains { tree.lemmas[$0] == "have" && tree.label(of: $0) == .auxiliary }
                if reading.cues.last != head, !isPerfect { reading.note(.planned, verb) }
                readAuxiliaries(of: head, isState: false, &reading)
            } else if marker == "without" || marker.hasPrefix("instead") || marker.hasPrefix("rather") {
                reading.note(.denied, verb)
            } else if tree.isVerb(head), !marker.isEmpty {
                let before = reading.cues.count
                noteVerb(head, marker, &reading)
                if marker == "by", tree.marker(of: head) == "to" {
                    readAuxiliaries(of: head, isState: false, &reading)
                } else if reading.cues.count > before || ["of", "from", "for", "in", "into", "by"].contains(marker) {
                    readClause(head, isState: false, &reading)
                }
            } else if marker.isEmpty, tree.isGerund(verb) {
                readAuxiliaries(of: head, isState: false, &reading)
            }
        case .adnominalClause where marker.isEmpty && tree.has(verb, child: .subject), .relativeClause where marker.isEmpty && isContent(verb):
            reading.note(lexicon.noun(tree.lemmas[head]), head)
        case .adnominalClause where !marker.isEmpty:
            reading.note(lexicon.noun(tree.lemmas[head]), head)
            if grammar.controlNouns.contains(tree.lemmas[head]) || lexicon.noun(tree.lemmas[head]) != nil {
                readNoun(head, isState: false, &reading)
            } else if marker == "to", !tree.isGerund(verb), !["first", "last", "second", "only"].contains(where: { modifies(head, $0) }) {
                reading.note(.planned, verb)
            }
        default: break
        }
    }

    /// "allegations Trump tried to ...": a clause that says what the noun is about, without "that".
    private func isContent(_ verb: Int) -> Bool {
        tree.has(verb, child: .subject)
            && !tree.children(of: verb).contains { ["who", "which", "that", "whom", "where", "when"].contains(tree.forms[$0]) }
    }

    /// The status that a governing verb gives to what it governs.
    private func noteVerb(_ governor: Int, _ marker: String, _ reading: inout Reading) {
        let lemma = tree.lemmas[governor]
        if !marker.isEmpty, let status = lexicon.verb(lemma + " " + marker) { return reading.note(status, governor) }
        if let particle = tree.child(of: governor, .verbParticle), let status = lexicon.verb(lemma + " " + tree.forms[particle]) {
            return reading.note(status, governor)
        }
        for child in tree.children(of: governor) where tree.label(of: child) == .oblique {
            if let status = lexicon.verb(lemma + " " + tree.preposition(of: child)) { return reading.note(status, governor) }
        }
        reading.note(lexicon.verb(lemma), governor)
    }

    private func readAuxiliaries(of verb: Int, isState: Bool, _ reading: inout Reading) {
        var own = Reading()
        readOwnCues(of: verb, isState: isState, &own)
        if own.status == .planned || own.status == .possible || own.status == .denied { reading.note(own.status, own.cues.first ?? verb) }
    }

    // MARK: Nouns

    private func readNoun(_ noun: Int, isState: Bool, _ reading: inout Reading) {
        readModifiers(of: noun, isState: isState, &reading)
        if tree.has(noun, child: .copula) {
            readOwnCues(of: noun, isState: isState, &reading)
            return climb(from: noun, isState: isState, &reading)
        }
        var top = noun
        while let head = tree.head(of: top) {
            if tree.label(of: top) == .conjunct, tree.isNominal(head) {
                top = head
            } else if tree.label(of: top) == .nominalModifier, grammar.measureNouns.contains(tree.lemmas[head]) {
                top = head
                readModifiers(of: top, isState: isState, &reading)
            } else {
                break
            }
        }
        guard let governor = tree.head(of: top) else { return }
        let preposition = tree.preposition(of: top)
        if tree.isVerb(governor) || tree.partOfSpeech(of: governor) == .adjective {
            readGovernor(governor, of: top, preposition, isState: isState, &reading)
        } else if tree.isNoun(governor), !preposition.isEmpty, let status = lexicon.noun(tree.lemmas[governor]) {
            reading.note(status, governor)
            readNoun(governor, isState: false, &reading)
        } else if tree.isNoun(governor), tree.label(of: top) == .compound, let status = lexicon.noun(tree.lemmas[governor]) {
            reading.note(status, governor)
        }
    }

    /// What the verb above an event noun says: "launched an attack", "called off the attack", "accused of the attack".
    private func readGovernor(_ verb: Int, of top: Int, _ preposition: String, isState: Bool, _ reading: inout Reading) {
        let lemma = tree.lemmas[verb]
        let withParticle = particle(of: verb).map { lemma + " " + $0 }
        let keys = [preposition.isEmpty ? nil : lemma + " " + preposition, withParticle, preposition.isEmpty || withParticle != nil ? lemma : nil]
            .compactMap { $0 }
        let isSubject = tree.label(of: top) == .subject
        if !isSubject, let status = keys.lazy.compactMap({ lexicon.verb(overObject: $0) }).first {
            reading.note(status, verb)
            readClause(verb, isState: false, &reading)
        } else if keys.contains(where: { grammar.supportVerbs.contains($0) || grammar.sufferVerbs.contains($0) }) || isRoleGiving(verb, preposition) {
            readClause(verb, isState: false, &reading)
        } else if isSubject, ["fail", "collapse"].contains(lemma) {
            reading.note(.denied, verb)
        } else if isSubject, !tree.has(verb, child: .object) {
            // "Talks will take place": the noun happens as its verb does.
            readAuxiliaries(of: verb, isState: false, &reading)
        }
    }

    private func isRoleGiving(_ verb: Int, _ preposition: String) -> Bool {
        preposition == "as" || ["become", "remain", "elect", "name", "appoint"].contains(tree.lemmas[verb])
    }

    private func readModifiers(of noun: Int, isState: Bool, _ reading: inout Reading) {
        for child in tree.children(of: noun) where child < noun {
            let form = tree.forms[child]
            switch tree.label(of: child) {
            case .determiner: if form == "no" { reading.note(.denied, child) }
            case .adjectivalModifier, .compound, .adverbialModifier, .nominalModifier, .unmarkedNominalModifier, .unspecified:
                reading.note(lexicon.modifier(form) ?? misreadVerb(child), child)
                for inner in tree.children(of: child) where tree.label(of: inner) == .adverbialModifier {
                    reading.note(lexicon.modifier(tree.forms[inner]), inner)
                }
            default: break
            }
        }
        // "president-elect".
        if noun + 2 < tree.count, tree.forms[noun + 1] == "-", tree.forms[noun + 2] == "elect" { reading.note(.planned, noun + 2) }
        if noun + 1 < tree.count, tree.forms[noun + 1] == "elect" { reading.note(.planned, noun + 1) }
    }

    /// "Court blocks deployment": in headlines the parser takes verbs in "-s" for nouns before the noun that is their object.
    private func misreadVerb(_ child: Int) -> Status? {
        guard tree.label(of: child) == .compound, tree.document.sentences[tree.sentenceOfToken[child]].role != .paragraph,
            tree.forms[child].hasSuffix("s"), tree.lemmas[child] != tree.forms[child]
        else { return nil }
        return lexicon.verb(overObject: tree.lemmas[child])
    }

    // MARK: Small things

    private func modifies(_ noun: Int, _ word: String) -> Bool { tree.children(of: noun).contains { tree.forms[$0] == word } }

    private func particle(of verb: Int) -> String? {
        if let child = tree.child(of: verb, .verbParticle) { return tree.forms[child] }
        guard verb + 1 < tree.count, ["off", "out", "down", "up"].contains(tree.forms[verb + 1]) else { return nil }
        return tree.forms[verb + 1]
    }

    /// Whether the clause is reported speech, where the past tense may stand for the present.
    private func isReported(_ token: Int) -> Bool {
        guard tree.label(of: token) == .clausalComplement, let head = tree.head(of: token) else { return false }
        return lexicon.speechVerbs.contains(tree.lemmas[head])
    }

    private func endsInQuestion(_ root: Int) -> Bool {
        let sentence = tree.document.sentences[tree.sentenceOfToken[root]].tokens
        return sentence.suffix(2).contains { tree.forms[$0] == "?" }
    }

    private static let negations: Set<String> = ["not", "n't", "n’t", "never", "neither", "nor", "hardly"]
    private static let conditions: Set<String> = ["if", "unless", "whether", "lest"]
    private static let modals: [String: Status] = [
        "will": .planned, "'ll": .planned, "’ll": .planned, "shall": .planned, "would": .planned, "'d": .planned, "wo": .planned, "may": .possible,
        "might": .possible, "could": .possible, "should": .requested, "must": .requested,
    ]
}
