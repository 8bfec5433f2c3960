internal import GraphModel

/// Status of what a noun names: "a planned attack", "called off the attack", "accused of the attack".
extension StatusReader {
    func readNoun(_ noun: Int, isState: Bool, _ reading: inout Reading) {
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
        if tree.isNoun(governor), !preposition.isEmpty, let cue = disproof(of: governor) { reading.note(.denied, cue) }
        if tree.isVerb(governor) || tree.partOfSpeech(of: governor) == .adjective {
            if let status = undenied(governor), !preposition.isEmpty || tree.label(of: top) == .object { return reading.note(status, governor) }
            if !preposition.isEmpty, isFalselySaid(governor) { reading.note(.denied, governor) }
            readGovernor(governor, of: top, preposition, &reading)
        } else if tree.isNoun(governor), !preposition.isEmpty || tree.label(of: top) == .compound,
            let status = lexicon.noun(tree.lemmas[governor])
        {
            reading.note(status, governor)
            if !preposition.isEmpty { readNoun(governor, isState: false, &reading) }
        } else if tree.isNoun(governor), !preposition.isEmpty, grammar.involvementNouns.contains(tree.lemmas[governor]),
            let verb = tree.head(of: governor), tree.isVerb(verb)
        {
            if let status = undenied(verb) { return reading.note(status, verb) }
            // "claimed responsibility for the attacks", "denied any role in the attacks"
            reading.note(lexicon.verb(tree.lemmas[verb] + " " + tree.lemmas[governor] + " " + preposition) ?? lexicon.verb(tree.lemmas[verb]), verb)
            readClause(verb, isState: false, &reading)
        }
    }

    /// What the verb above an event noun says.
    private func readGovernor(_ verb: Int, of top: Int, _ preposition: String, _ reading: inout Reading) {
        let lemma = tree.lemmas[verb]
        let keys = nounKeys(of: verb, top, preposition)
        let isSubject = tree.label(of: top) == .subject
        if lemma == "end", tree.label(of: top) == .object, tree.children(of: top).contains(where: { isOwnPronoun($0) }) {
            // "agreed to end its attacks"
            reading.note(.cancelled, verb)
            readClause(verb, isState: false, &reading)
        } else if !isSubject, let status = keys.lazy.compactMap({ lexicon.verb(overObject: $0) }).first {
            reading.note(status, verb)
            readClause(verb, isState: false, &reading)
        } else if keys.contains(where: { grammar.supportVerbs.contains($0) || grammar.sufferVerbs.contains($0) }) || isRoleGiving(verb, preposition) {
            readClause(verb, isState: false, &reading)
        } else if isSubject, lemma == "fail" {
            reading.note(.denied, verb)
        } else if isSubject, lemma == "collapse" || ["break down", "fall apart", "fall through"].contains(lemma + " " + (particle(of: verb) ?? "")) {
            // "Talks collapsed", "the deal fell through".
            reading.note(.cancelled, verb)
        } else if isSubject, isOccurring(verb) {
            // "Talks will take place": the noun happens as its verb does.
            readAuxiliaries(of: verb, isState: false, &reading)
        }
    }

    /// "back out of", "put ... on hold", "call off", "accuse of": how the lexicon may name a verb over a noun, the most particular first.
    private func nounKeys(of verb: Int, _ top: Int, _ preposition: String) -> [String] {
        let lemma = tree.lemmas[verb]
        var keys: [String] = []
        let particle = particle(of: verb)
        for child in tree.children(of: verb) where child > verb && child != top {
            switch tree.label(of: child) {
            case .verbParticle, .adverbialModifier: if !preposition.isEmpty { keys.append(lemma + " " + tree.forms[child] + " " + preposition) }
            case .oblique:
                let phrase = tree.preposition(of: child) + " " + tree.lemmas[child]
                keys.append(lemma + " " + phrase + (preposition.isEmpty ? "" : " " + preposition))
            case .object where !preposition.isEmpty: keys.append(lemma + " " + tree.lemmas[child] + " " + preposition)
            default: break
            }
        }
        // "closed its investigation", but not "closed a deal"
        if preposition.isEmpty { keys.append(lemma + " " + tree.lemmas[top]) }
        if !preposition.isEmpty { keys.append(lemma + " " + preposition) }
        if let particle { keys.append(lemma + " " + particle) }
        // "agreed a truce" has agreed it, "agreed to a truce" plans it.
        if preposition.isEmpty && lemma != "agree" || particle != nil { keys.append(lemma) }
        return keys
    }

    private func isOwnPronoun(_ child: Int) -> Bool {
        tree.label(of: child) == .possessive && ["its", "his", "her", "their"].contains(tree.forms[child])
    }

    /// What a verb says of the event that its object names: "abandoned the attack".
    func noteVerb(_ verb: Int, overEvent noun: Int, _ reading: inout Reading) {
        let preposition = tree.preposition(of: noun)
        guard let status = nounKeys(of: verb, noun, preposition).lazy.compactMap({ lexicon.verb(overObject: $0) }).first else { return }
        reading.note(status, verb)
    }

    private func isOccurring(_ verb: Int) -> Bool {
        guard let object = tree.child(of: verb, .object) else { return true }
        return tree.lemmas[verb] == "take" && tree.lemmas[object] == "place"
    }

    func isRoleGiving(_ verb: Int, _ preposition: String) -> Bool {
        preposition == "as" || ["become", "remain", "elect", "name", "appoint"].contains(tree.lemmas[verb])
    }

    func readModifiers(of noun: Int, isState: Bool, _ reading: inout Reading) {
        for child in tree.children(of: noun) {
            let form = tree.forms[child]
            switch tree.label(of: child) {
            case .determiner where child < noun: if form == "no" { reading.note(.denied, child) }
            case .adjectivalModifier, .compound, .adverbialModifier, .nominalModifier, .unmarkedNominalModifier, .unspecified:
                guard child < noun else { continue }
                noteModifier(child, isState: isState, &reading)
                reading.note(misreadVerb(child), child)
                for inner in tree.children(of: child) where tree.label(of: inner) == .adverbialModifier {
                    noteModifier(inner, isState: isState, &reading)
                }
            case .adnominalClause, .relativeClause:
                // "a meeting planned for Monday"
                guard child > noun, !tree.has(child, child: .subject), !tree.has(child, child: .auxiliary), tree.isPastForm(child) else { continue }
                noteModifier(child, isState: isState, &reading)
            default: break
            }
        }
        // "president-elect".
        if noun + 2 < tree.count, tree.forms[noun + 1] == "-", tree.forms[noun + 2] == "elect" { reading.note(.planned, noun + 2) }
        if noun + 1 < tree.count, tree.forms[noun + 1] == "elect" { reading.note(.planned, noun + 1) }
    }

    /// What an adjective or adverb says; an event of the past is no former one.
    func noteModifier(_ modifier: Int, isState: Bool, _ reading: inout Reading) {
        guard let status = lexicon.modifier(tree.forms[modifier]), status != .former || isState else { return }
        reading.note(status, modifier)
    }

    /// "Court blocks deployment": in headlines the parser takes verbs in "-s" for nouns before the noun that is their object.
    private func misreadVerb(_ child: Int) -> Status? {
        guard tree.label(of: child) == .compound, tree.document.sentences[tree.sentenceOfToken[child]].role != .paragraph,
            tree.forms[child].hasSuffix("s"), tree.lemmas[child] != tree.forms[child], lexicon.modifier(tree.forms[child]) == nil
        else { return nil }
        return lexicon.verb(overObject: tree.lemmas[child])
    }
}
