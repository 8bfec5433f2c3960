internal import GraphModel

/// Mends slips of the parser that English grammar rules out, before anything reads the tree.
struct TreeRepair {
    let document: AnnotatedDocument
    var tokens: [Token]

    /// The document with such slips mended; the same document if there are none.
    static func repaired(_ document: AnnotatedDocument) -> AnnotatedDocument {
        var repair = TreeRepair(document: document, tokens: document.tokens)
        var changed = false
        for name in document.names where name.type == .person { changed = repair.mendName(name.tokens) || changed }
        for sentence in document.sentences { changed = repair.mend(sentence.tokens, isHeadline: sentence.role == .headline) || changed }
        guard changed else { return document }
        return AnnotatedDocument(
            document: document.document, tokens: repair.tokens, sentences: document.sentences, names: document.names, times: document.times,
            amounts: document.amounts)
    }

    private mutating func mend(_ range: Range<Int>, isHeadline: Bool) -> Bool {
        var changed = false
        for index in range {
            changed = mendCoordination(index, range) || changed
            switch tokens[index].label {
            case .subject, .passiveSubject: changed = mendSubject(index, range, isHeadline: isHeadline) || changed
            case .compound: changed = mendBareName(index, range) || changed
            case .object: changed = mendSecondObject(index) || mendMarkedObject(index, range) || changed
            case .oblique: changed = mendOblique(index, range) || changed
            case .adverbialClause, .openComplement: changed = mendClause(index, range) || changed
            case .conjunct: changed = mendConjunct(index) || mendFiniteConjunct(index, range) || changed
            case .root: changed = mendGardenPath(index, range) || changed
            case .nominalModifier, .unmarkedNominalModifier: changed = mendBareModifier(index, range) || changed
            case .adjectivalModifier: changed = mendParticiple(index, range) || mendModifierOfOwner(index, range) || changed
            case .apposition: changed = mendMarkedApposition(index, range) || mendPersonBehindPlace(index) || changed
            default: break
            }
        }
        return changed
    }

    /// "Ines Roca and Luis Vega": what is joined to a later word of a name is joined to the name.
    private mutating func mendConjunct(_ conjunct: Int) -> Bool {
        guard let part = tokens[conjunct].head, tokens[part].label == .flat, let name = tokens[part].head, name < part, part < conjunct,
            tokens[name].label != .flat
        else { return false }
        tokens[conjunct].head = name
        return true
    }

    private mutating func mendSubject(_ subject: Int, _ range: Range<Int>, isHeadline: Bool) -> Bool {
        guard let verb = tokens[subject].head else { return false }
        // "hours before the jet crashed": a conjunction of the clause, taken for a preposition of its subject.
        if subject < verb, tokens[verb].partOfSpeech == .verb, tokens[verb].label == .adverbialClause,
            let link = range.first(where: {
                tokens[$0].head == subject && tokens[$0].label == .caseMarker && $0 < subject
                    && ["before", "after", "since", "until"].contains(tokens[$0].text.lowercased())
            }), !range.contains(where: { tokens[$0].head == verb && tokens[$0].label == .marker })
        {
            (tokens[link].head, tokens[link].label) = (verb, .marker)
            return true
        }
        // "Iceland's 2-1 win": a genitive that hangs on a noun is its possessor.
        if tokens[verb].partOfSpeech == .noun, subject < verb,
            range.contains(where: { tokens[$0].head == subject && tokens[$0].label == .caseMarker && tokens[$0].partOfSpeech == .particle })
        {
            tokens[subject].label = .possessive
            return true
        }
        // "Venezuela's president calls ...": a genitive is no subject, but belongs to the noun after it.
        if let clitic = (subject + 1..<range.upperBound).first(where: {
            tokens[$0].head == subject && tokens[$0].label == .caseMarker && tokens[$0].partOfSpeech == .particle
        }),
            let owner = range.first(where: {
                $0 > clitic && tokens[$0].head == verb && [.subject, .passiveSubject, .object].contains(tokens[$0].label)
            })
        {
            tokens[subject].head = owner
            tokens[subject].label = .possessive
            return true
        }
        // "governor of Alaska Sarah Palin was chosen": a name right behind a role, both taken for subjects, is its apposition.
        if let role = range.first(where: {
            $0 < subject && tokens[$0].head == verb && tokens[$0].label == tokens[subject].label && tokens[$0].partOfSpeech == .noun
        }), tokens[subject].partOfSpeech == .properNoun, subject < verb, isBesideRole(subject, role, verb) {
            tokens[subject].head = role
            tokens[subject].label = .apposition
            return true
        }
        // "NATO's secretary general said": two nouns of one office, each taken for a subject.
        if subject + 1 < verb, tokens[subject + 1].head == verb, tokens[subject + 1].label == tokens[subject].label,
            tokens[subject + 1].text.lowercased() == "general", tokens[subject].partOfSpeech == .noun || tokens[subject].partOfSpeech == .properNoun
        {
            for index in range where tokens[index].head == subject { tokens[index].head = subject + 1 }
            (tokens[subject].head, tokens[subject].label) = (subject + 1, .compound)
            return true
        }
        // "Norvik Energy walked away": two words of one name, each taken for a subject.
        if subject + 1 < verb, tokens[subject + 1].head == verb, tokens[subject + 1].label == tokens[subject].label,
            tokens[subject].partOfSpeech == .properNoun, tokens[subject + 1].partOfSpeech == .properNoun
        {
            tokens[subject + 1].head = subject
            tokens[subject + 1].label = .flat
            return true
        }
        // "Sudan, Chad sign pact": in headlines a comma stands for "and".
        if isHeadline, subject + 2 < verb, tokens[subject + 1].text == ",", tokens[subject + 2].head == subject,
            tokens[subject + 2].label == .unmarkedNominalModifier || tokens[subject + 2].label == .apposition,
            tokens[subject + 2].partOfSpeech == .properNoun, !(subject + 3..<verb).contains(where: { tokens[$0].text == "," })
        {
            tokens[subject + 2].label = .conjunct
            return true
        }
        // "the House impeached President Trump": a second subject behind the verb, which has no object, is that object.
        guard subject > verb, tokens[subject].label == .subject, tokens[verb].partOfSpeech == .verb else { return false }
        // "faces an inquiry by the bureau": what bears a preposition is no subject.
        if isMarked(subject, range) {
            tokens[subject].label = .oblique
            return true
        }
        let hasFirst = range.contains { $0 < verb && tokens[$0].head == verb && tokens[$0].label == .subject }
        let hasObject = range.contains { tokens[$0].head == verb && tokens[$0].label == .object }
        guard hasFirst, !hasObject else { return false }
        tokens[subject].label = .object
        return true
    }

    /// "governor Sarah Palin", "the senator, Dale Whitcomb, came": nothing between, or commas on both sides.
    private func isBesideRole(_ name: Int, _ role: Int, _ verb: Int) -> Bool {
        guard (role + 1..<name).contains(where: { tokens[$0].text == "," }) else { return true }
        let rest = tokens[name + 1..<verb].drop { $0.head == name && $0.label == .flat }
        return name == role + 2 && rest.first?.text == ","
    }

    func isMarked(_ nominal: Int, _ range: Range<Int>) -> Bool {
        range.contains { tokens[$0].head == nominal && tokens[$0].label == .caseMarker && tokens[$0].partOfSpeech == .adposition }
    }
}
