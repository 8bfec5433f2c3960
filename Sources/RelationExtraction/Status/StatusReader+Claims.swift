internal import GraphModel

/// Status from what the sentence says of a claim as such: that nothing shows it, that it is untrue, that a story tells it.
extension StatusReader {
    /// What the words around the clause that this predicate heads say of its truth.
    func readClaim(_ predicate: Int, _ reading: inout Reading) {
        for noun in contentNouns(of: predicate) {
            if let cue = disproof(of: noun) { reading.note(.denied, cue) }
        }
        // "It is untrue that"
        let label = tree.label(of: predicate)
        if let head = tree.head(of: predicate), Self.contentLabels.contains(label), label != .adverbialClause || tree.marker(of: predicate) == "that",
            let cue = verdict(head)
        {
            reading.note(.denied, cue)
        }
    }

    /// Why what this noun is about is not so: "no evidence", "false reports", "claims that ... proved untrue"; nil if nothing says that.
    func disproof(of noun: Int) -> Int? {
        let lemma = tree.lemmas[noun]
        if lexicon.isEvidence(lemma) {
            if let none = tree.children(of: noun).first(where: { $0 < noun && tree.forms[$0] == "no" }) { return none }
            if tree.partOfSpeech(of: noun) == .noun, let verb = tree.head(of: noun), tree.isVerb(verb),
                [.object, .subject, .passiveSubject].contains(tree.label(of: noun))
            {
                return negation(of: verb)
            }
        } else if lexicon.isReport(lemma) {
            if let adjective = tree.children(of: noun).first(where: { $0 < noun && lexicon.isFalse(tree.forms[$0]) }) { return adjective }
            if [.subject, .passiveSubject].contains(tree.label(of: noun)), let head = tree.head(of: noun) { return verdict(head) }
        }
        return nil
    }

    /// The nouns that the clause may be the content of: the one it hangs on, the one before its "that", the subject of "No proof emerged that".
    private func contentNouns(of predicate: Int) -> [Int] {
        guard let head = tree.head(of: predicate), Self.contentLabels.contains(tree.label(of: predicate)) else { return [] }
        var found: [Int] = []
        if tree.isNoun(head) { found.append(head) }
        guard let marker = tree.children(of: predicate).first(where: { $0 < predicate && tree.forms[$0] == "that" && tree.label(of: $0) == .marker })
        else { return found }
        found += tree.children(of: head).filter { [.subject, .passiveSubject, .object].contains(tree.label(of: $0)) && $0 < marker }
        // "Claims that ... are untrue", taken for a verb.
        if marker > 0, lexicon.isReport(tree.lemmas[marker - 1]) || lexicon.isEvidence(tree.lemmas[marker - 1]) { found.append(marker - 1) }
        return found
    }

    /// The word that calls the subject of this predicate untrue.
    private func verdict(_ predicate: Int) -> Int? {
        guard negation(of: predicate) == nil else { return nil }
        if lexicon.isFalse(tree.forms[predicate]) { return predicate }
        return tree.children(of: predicate).first { child in
            [.openComplement, .object, .oblique].contains(tree.label(of: child)) && lexicon.isFalse(tree.forms[child]) && negation(of: child) == nil
        }
    }

    func negation(of predicate: Int) -> Int? {
        tree.children(of: predicate).first { Self.negations.contains(tree.forms[$0]) }
    }

    /// "falsely accused of", "wrongly claimed that".
    func isFalselySaid(_ verb: Int) -> Bool {
        tree.children(of: verb).contains { Self.wrongly.contains(tree.forms[$0]) }
            && (lexicon.verb(tree.lemmas[verb]) == .alleged || lexicon.speechVerbs.contains(tree.lemmas[verb])
                || ["convict", "say", "believe"].contains(tree.lemmas[verb]))
    }

    /// What "did not deny" and "did not rule out" leave open; nil for other verbs and without a negation.
    func undenied(_ verb: Int) -> Status? {
        guard tree.isVerb(verb), negation(of: verb) != nil else { return nil }
        switch tree.lemmas[verb] {
        case "deny", "dispute", "refute", "contest": return .alleged
        case "rule": return particle(of: verb) == "out" ? .possible : nil
        default: return nil
        }
    }

    /// "The film tells how": a story's clause.
    func isTold(byFiction verb: Int) -> Bool {
        tree.children(of: verb).contains { child in
            tree.label(of: child) == .subject && lexicon.isFiction(tree.lemmas[child])
                && !tree.children(of: child).contains { tree.preposition(of: $0) == "of" }
        }
    }

    /// "Had Sudan attacked Chad, Kenya would have ...": the auxiliary that makes the clause contrary to fact.
    func inversion(of verb: Int) -> Int? {
        guard tree.label(of: verb) == .adverbialClause, tree.isVerb(verb), tree.marker(of: verb).isEmpty, let head = tree.head(of: verb),
            let subject = tree.children(of: verb).first(where: { [.subject, .passiveSubject].contains(tree.label(of: $0)) }),
            tree.children(of: head).contains(where: { ["would", "could", "might"].contains(tree.forms[$0]) })
        else { return nil }
        let first = tree.subtree(of: subject).min() ?? subject
        return first > 0 && tree.forms[first - 1] == "had" ? first - 1 : nil
    }

    private static let contentLabels: Set<DependencyLabel> = [
        .adnominalClause, .relativeClause, .clausalComplement, .clausalSubject, .passiveClausalSubject, .adverbialClause,
    ]
    private static let wrongly: Set<String> = ["falsely", "wrongly", "wrongfully", "untruthfully", "baselessly", "mistakenly"]
}
