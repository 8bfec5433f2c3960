internal import GraphModel

/// Slips that concern who takes part in a clause, and what a clause hangs on.
extension TreeRepair {
    /// "requested that Portugal extradite Rui": a name right beside a verb is its subject or object, not a part of a compound.
    mutating func mendBareName(_ name: Int, _ range: Range<Int>) -> Bool {
        guard let verb = tokens[name].head, tokens[verb].partOfSpeech == .verb, tokens[name].partOfSpeech == .properNoun else { return false }
        func has(_ labels: Set<DependencyLabel>) -> Bool { range.contains { tokens[$0].head == verb && labels.contains(tokens[$0].label) } }
        if name < verb {
            // "US-led" is a compound.
            guard tokens[name + 1..<verb].allSatisfy({ $0.head == name || $0.label == .flat }),
                !tokens[name..<verb].contains(where: { $0.text == "-" }),
                has([.marker, .auxiliary]), !has([.subject, .passiveSubject])
            else { return false }
            tokens[name].label = .subject
            return true
        }
        guard name == verb + 1, !has([.object]) else { return false }
        tokens[name].label = .object
        return true
    }

    /// "urges Sudan, Chad to stop": two objects with a comma between them are one list.
    mutating func mendSecondObject(_ object: Int) -> Bool {
        guard object >= 2, tokens[object - 1].text == ",", let verb = tokens[object].head, tokens[object].partOfSpeech == .properNoun else {
            return false
        }
        let first = object - 2
        guard tokens[first].head == verb, [.object, .indirectObject].contains(tokens[first].label), tokens[first].partOfSpeech == .properNoun else {
            return false
        }
        tokens[object].head = first
        tokens[object].label = .conjunct
        return true
    }

    /// "to protest against imports": what bears a preposition is no object, unless that is a particle of the verb.
    mutating func mendMarkedObject(_ object: Int, _ range: Range<Int>) -> Bool {
        guard let verb = tokens[object].head, object > verb, tokens[verb].partOfSpeech == .verb, isMarked(object, range) else { return false }
        guard let marker = range.first(where: { tokens[$0].head == object && tokens[$0].label == .caseMarker }), marker > verb,
            !["off", "out", "up", "down", "over", "back", "away", "aside", "about", "than", "like"].contains(tokens[marker].text.lowercased())
        else { return false }
        tokens[object].label = .oblique
        return true
    }

    /// "bring soldiers home from Chad": what hangs on an adverb belongs to the adverb's verb.
    mutating func mendOblique(_ oblique: Int, _ range: Range<Int>) -> Bool {
        if mendGerund(oblique, range) || mendUnmarkedSubject(oblique, range) || mendUnmarkedObject(oblique, range) { return true }
        guard let adverb = tokens[oblique].head, tokens[adverb].partOfSpeech == .adverb, adverb < oblique, let verb = tokens[adverb].head,
            tokens[verb].partOfSpeech == .verb, [.adverbialModifier, .openComplement].contains(tokens[adverb].label)
        else { return false }
        tokens[oblique].head = verb
        return true
    }

    /// "after the ruling party accused her": a nominal without a preposition, between the conjunction and a verb without a subject, is its subject.
    private mutating func mendUnmarkedSubject(_ nominal: Int, _ range: Range<Int>) -> Bool {
        guard let verb = tokens[nominal].head, nominal < verb, tokens[verb].partOfSpeech == .verb,
            [.noun, .properNoun].contains(tokens[nominal].partOfSpeech)
        else { return false }
        func has(_ word: Int, _ labels: Set<DependencyLabel>) -> Bool {
            range.contains { tokens[$0].head == word && labels.contains(tokens[$0].label) }
        }
        guard !has(nominal, [.caseMarker]), !has(verb, [.subject, .passiveSubject, .clausalSubject, .passiveClausalSubject, .expletive]),
            range.contains(where: { tokens[$0].head == verb && tokens[$0].label == .marker && $0 < nominal && tokens[$0].text.lowercased() != "to" })
        else { return false }
        tokens[nominal].label = has(verb, [.passiveAuxiliary]) ? .passiveSubject : .subject
        return true
    }

    /// "impeached Park Geun-hye": the words of one person's name hang together.
    mutating func mendName(_ name: Range<Int>) -> Bool {
        let outside = name.filter { tokens[$0].partOfSpeech != .punctuation && tokens[$0].head.map { !name.contains($0) } ?? true }
        let loose: Set<DependencyLabel> = [.compound, .flat, .adjectivalModifier, .unmarkedNominalModifier]
        guard outside.count > 1, name.allSatisfy({ tokens[$0].partOfSpeech != .adposition }),
            let anchor = outside.first(where: { !loose.contains(tokens[$0].label) }), let head = tokens[anchor].head
        else { return false }
        var above: Int? = head
        while let place = above {
            if name.contains(place) { return false }
            above = tokens[place].head
        }
        let (first, label) = (name.lowerBound, tokens[anchor].label)
        for token in name where token != first && tokens[token].partOfSpeech != .punctuation {
            (tokens[token].head, tokens[token].label) = (first, .flat)
        }
        (tokens[first].head, tokens[first].label) = (head, label)
        return true
    }

    /// "with the agency and Germany's police": what bears "and" and no preposition is joined to its like before it.
    mutating func mendCoordination(_ member: Int, _ range: Range<Int>) -> Bool {
        let labels: Set<DependencyLabel> = [.oblique, .nominalModifier, .object, .subject, .passiveSubject]
        guard labels.contains(tokens[member].label), let head = tokens[member].head, [.noun, .properNoun].contains(tokens[member].partOfSpeech),
            !isMarked(member, range),
            range.contains(where: {
                tokens[$0].head == member && tokens[$0].label == .coordinatingConjunction && $0 < member && ["and", "or"].contains(tokens[$0].text)
            }),
            let first = range.last(where: { $0 < member && tokens[$0].head == head && tokens[$0].label == tokens[member].label }),
            (head < first) == (head < member)
        else { return false }
        (tokens[member].head, tokens[member].label) = (first, .conjunct)
        return true
    }

    /// "the leader of the regional bloc ECOWAS": a name right behind a noun that a preposition marks is what the noun is called.
    mutating func mendBareModifier(_ name: Int, _ range: Range<Int>) -> Bool {
        guard let head = tokens[name].head, name - 1 > head, range.contains(name - 1), tokens[name].partOfSpeech == .properNoun,
            tokens[name - 1].partOfSpeech == .noun, tokens[name - 1].head == head,
            [.nominalModifier, .oblique].contains(tokens[name - 1].label), isMarked(name - 1, range), !isMarked(name, range)
        else { return false }
        (tokens[name].head, tokens[name].label) = (name - 1, .apposition)
        return true
    }

    /// "stormed the palace, toppling President Diallo": a participle behind a comma is a clause of its own, and the name its object.
    mutating func mendParticiple(_ participle: Int, _ range: Range<Int>) -> Bool {
        guard participle > range.lowerBound, tokens[participle].partOfSpeech == .verb, tokens[participle].text.hasSuffix("ing"),
            tokens[participle - 1].text == ",", let name = tokens[participle].head, name > participle, tokens[name].partOfSpeech == .properNoun,
            let verb = tokens[name].head, verb < participle, tokens[verb].partOfSpeech == .verb,
            !range.contains(where: { tokens[$0].head == name && tokens[$0].label == .caseMarker && tokens[$0].partOfSpeech == .adposition })
        else { return false }
        (tokens[participle].head, tokens[participle].label) = (verb, .adverbialClause)
        (tokens[name].head, tokens[name].label) = (participle, .object)
        return true
    }

    /// "the interim president's brother": what stands between the article and the owner is the owner's.
    mutating func mendModifierOfOwner(_ modifier: Int, _ range: Range<Int>) -> Bool {
        guard let noun = tokens[modifier].head, modifier < noun,
            let owner = range.first(where: { $0 > modifier && $0 < noun && tokens[$0].head == noun && tokens[$0].label == .possessive }),
            tokens[owner].partOfSpeech == .noun,
            range.contains(where: { $0 < modifier && tokens[$0].head == owner && tokens[$0].label == .determiner })
        else { return false }
        tokens[modifier].head = owner
        return true
    }

    /// "the mayor of Kyiv, Vitali Boyko": a person is no apposition of the place before, but of who bears the office there.
    mutating func mendPersonBehindPlace(_ person: Int) -> Bool {
        guard let place = tokens[person].head, place < person, tokens[place].label == .nominalModifier, let office = tokens[place].head,
            office < place, tokens[office].partOfSpeech == .noun,
            document.names.contains(where: { $0.type == .person && $0.tokens.contains(person) }),
            document.names.contains(where: { $0.type == .location && $0.tokens.contains(place) })
        else { return false }
        tokens[person].head = office
        return true
    }

    /// "sanctions against the carrier Belavia": a preposition before a noun and its name belongs to the noun.
    mutating func mendMarkedApposition(_ name: Int, _ range: Range<Int>) -> Bool {
        guard let noun = tokens[name].head, noun < name,
            let preposition = range.first(where: { tokens[$0].head == name && tokens[$0].label == .caseMarker && $0 < noun }),
            !range.contains(where: { tokens[$0].head == noun && tokens[$0].label == .caseMarker })
        else { return false }
        tokens[preposition].head = noun
        return true
    }

    /// "accused of spying on B": a gerund after a preposition is a clause, and the preposition its marker.
    private mutating func mendGerund(_ gerund: Int, _ range: Range<Int>) -> Bool {
        guard tokens[gerund].partOfSpeech == .verb, tokens[gerund].text.hasSuffix("ing"), let verb = tokens[gerund].head,
            tokens[verb].partOfSpeech == .verb, verb < gerund,
            !range.contains(where: { tokens[$0].head == gerund && tokens[$0].label == .determiner })
        else { return false }
        let markers = range.filter { tokens[$0].head == gerund && tokens[$0].label == .caseMarker && $0 < gerund }
        guard !markers.isEmpty else { return false }
        for marker in markers { tokens[marker].label = .marker }
        tokens[gerund].label = .adverbialClause
        return true
    }

    /// "hand over exiled journalist Luis Vera": a nominal without a preposition, right behind a verb's particle, is the verb's object.
    private mutating func mendUnmarkedObject(_ nominal: Int, _ range: Range<Int>) -> Bool {
        guard let verb = tokens[nominal].head, verb < nominal, !isMarked(nominal, range),
            let particle = range.first(where: { tokens[$0].head == verb && tokens[$0].label == .verbParticle }), particle < nominal,
            !range.contains(where: { tokens[$0].head == verb && tokens[$0].label == .object }),
            tokens[particle + 1..<nominal].allSatisfy({ $0.head == nominal })
        else { return false }
        tokens[nominal].label = .object
        return true
    }

    mutating func mendClause(_ clause: Int, _ range: Range<Int>) -> Bool {
        guard let head = tokens[clause].head else { return false }
        // "came close to attacking": what hangs on an adverb belongs to the adverb's verb.
        if tokens[head].partOfSpeech == .adverb, tokens[head].label == .adverbialModifier, let verb = tokens[head].head,
            tokens[verb].partOfSpeech == .verb
        {
            tokens[clause].head = verb
            return true
        }
        // "called for B to resign": who stands between "for" and "to" is the infinitive's subject.
        let markers = range.filter { tokens[$0].head == clause && tokens[$0].label == .marker }
        guard markers.count == 2, tokens[markers[0]].text.lowercased() == "for", tokens[markers[1]].text.lowercased() == "to",
            let subject = (markers[0]..<markers[1]).first(where: {
                tokens[$0].head == head && [.oblique, .unmarkedOblique, .object].contains(tokens[$0].label)
            })
        else { return false }
        tokens[subject].head = clause
        tokens[subject].label = .subject
        return true
    }

    /// "vowed to avenge him and threatened B": a finite verb stands beside the finite verb, not beside the infinitive.
    mutating func mendFiniteConjunct(_ conjunct: Int, _ range: Range<Int>) -> Bool {
        guard let infinitive = tokens[conjunct].head, tokens[conjunct].partOfSpeech == .verb, tokens[infinitive].partOfSpeech == .verb,
            tokens[infinitive].label == .openComplement, let finite = tokens[infinitive].head, tokens[finite].partOfSpeech == .verb,
            finite < infinitive,
            tokens[conjunct].text.hasSuffix("ed"), tokens[finite].text.hasSuffix("ed"),
            range.contains(where: { tokens[$0].head == infinitive && tokens[$0].label == .marker && tokens[$0].text.lowercased() == "to" }),
            !range.contains(where: { tokens[$0].head == infinitive && tokens[$0].label == .passiveAuxiliary })
        else { return false }
        tokens[conjunct].head = finite
        return true
    }

    /// "Generals led by Bako ousted Keita": a participle with its agent that was taken for the sentence's verb.
    mutating func mendGardenPath(_ participle: Int, _ range: Range<Int>) -> Bool {
        guard tokens[participle].partOfSpeech == .verb, tokens[participle].text.lowercased().hasSuffix("d") else { return false }
        let children = range.filter { tokens[$0].head == participle }
        guard let subject = children.first(where: { tokens[$0].label == .subject && $0 < participle }),
            !children.contains(where: { [.auxiliary, .passiveAuxiliary, .object].contains(tokens[$0].label) }),
            let agent = children.first(where: { child in
                [.oblique, .agent].contains(tokens[child].label)
                    && range.contains { tokens[$0].head == child && tokens[$0].label == .caseMarker && tokens[$0].text == "by" }
            }),
            let verb = children.first(where: {
                $0 > agent && [.adverbialClause, .clausalComplement, .conjunct, .parataxis].contains(tokens[$0].label)
                    && tokens[$0].partOfSpeech == .verb && tokens[$0].text.hasSuffix("ed")
            }), agent > participle,
            !range.contains(where: {
                tokens[$0].head == verb
                    && [.marker, .subject, .passiveSubject, .coordinatingConjunction, .passiveAuxiliary].contains(tokens[$0].label)
            })
        else { return false }
        tokens[verb].head = nil
        tokens[verb].label = .root
        tokens[subject].head = verb
        tokens[participle].head = subject
        tokens[participle].label = .adnominalClause
        for child in children where child > verb || tokens[child].label == .punctuation { tokens[child].head = verb }
        return true
    }
}
