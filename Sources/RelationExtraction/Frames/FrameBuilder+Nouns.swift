internal import GraphModel

extension FrameBuilder {
    /// The frame of a noun: its own modifiers, those of measure nouns above it, and what a light verb adds.
    mutating func nounFrame(_ noun: Int) -> PredicateFrame {
        var frame = PredicateFrame(token: noun, category: .noun)
        addModifiers(of: noun, &frame)
        var top = noun
        while true {
            let next = self.top(of: top)
            if next == top { break }
            if tree.firstConjunct(of: top) != next { addModifiers(of: next, &frame) }
            top = next
        }
        addTitleModifiers(noun, &frame)
        addCoordinated(noun, &frame)
        addSupport(top, &frame)
        addPredicated(noun, &frame)
        for holder in holders(of: noun) { frame.add(.holder, holder.heads, weight: holder.weight) }
        if frame.heads(.holder).contains(where: { $0 > noun }), !frame.has(.modifier) || !frame.has(.possessor) { addNeighbour(noun, &frame) }
        return frame
    }

    private mutating func addModifiers(of noun: Int, _ frame: inout PredicateFrame) {
        for child in tree.children(of: noun) {
            switch tree.label(of: child) {
            case .possessive:
                frame.add(.possessor, expand(child))
            case .nominalModifier, .oblique, .agent:
                let preposition = tree.preposition(of: child)
                if preposition == "by" {
                    frame.add(.subject, expand(child))
                } else if !preposition.isEmpty {
                    frame.add(.oblique, expand(child), preposition: preposition)
                    // "the assassination of B by A", where the parser hangs A on B.
                    for inner in tree.subtree(of: child) where tree.label(of: inner) == .nominalModifier && tree.preposition(of: inner) == "by" {
                        guard tree.head(of: inner).map({ $0 == child || tree.partOfSpeech(of: $0) == .properNoun }) ?? false else { continue }
                        frame.add(.subject, expand(inner), weight: 0.95)
                    }
                }
            case .unmarkedNominalModifier, .apposition:
                if child > noun, tree.partOfSpeech(of: child) == .properNoun, tree.forms[noun + 1..<child].contains(where: { $0 == "," || $0 == "(" })
                {
                    frame.add(.follower, [child])
                }
            case .adnominalClause, .adjectivalModifier, .relativeClause:
                addParticiple(child, &frame)
            default: break
            }
        }
        // The nearest modifier first: in "US State Department spokesman" the department speaks.
        for child in tree.children(of: noun).reversed() where child < noun {
            switch tree.label(of: child) {
            case .compound, .adjectivalModifier, .unmarkedNominalModifier:
                guard !tree.isVerb(child), tree.partOfSpeech(of: child) != .numeral else { continue }
                frame.add(.modifier, tree.coordination(of: child))
                for inner in tree.children(of: child) where tree.label(of: inner) == .compound || tree.label(of: inner) == .adjectivalModifier {
                    frame.add(.modifier, tree.coordination(of: inner), weight: 0.9)
                }
            case .nominalModifier where tree.preposition(of: child).isEmpty: frame.add(.modifier, tree.coordination(of: child))
            default: break
            }
        }
    }

    /// "US President Donald Trump": what stands before a title and hangs on the name, or stands there by a parser's slip.
    private func addTitleModifiers(_ noun: Int, _ frame: inout PredicateFrame) {
        if tree.label(of: noun) == .nominalModifier || tree.label(of: noun) == .compound, let name = tree.head(of: noun), name > noun,
            tree.preposition(of: noun).isEmpty
        {
            for child in tree.children(of: name).reversed() where child < noun {
                switch tree.label(of: child) {
                case .possessive: frame.add(.possessor, expand(child))
                case .compound, .adjectivalModifier, .nominalModifier, .unmarkedNominalModifier:
                    if !tree.isVerb(child), tree.preposition(of: child).isEmpty { frame.add(.modifier, tree.coordination(of: child)) }
                default: break
                }
            }
        }
    }

    /// "New Zealand Prime Minister": what stands right before a title, though the tree does not join them.
    private func addNeighbour(_ noun: Int, _ frame: inout PredicateFrame) {
        var first = noun
        for child in tree.children(of: noun) where child < noun && tree.label(of: child) != .punctuation { first = min(first, child) }
        let before = first - 1
        guard before >= 0, tree.sentenceOfToken[before] == tree.sentenceOfToken[noun], tree.partOfSpeech(of: before) == .properNoun else { return }
        var head = before
        while let next = tree.head(of: head), next < noun, [.flat, .compound].contains(tree.label(of: head)), tree.isNominal(next) { head = next }
        frame.add(.modifier, [head], weight: 0.85)
    }

    /// "the strike carried out by Russia", "US-led invasion", "the sanctions that the US imposed on Iran".
    private mutating func addParticiple(_ clause: Int, _ frame: inout PredicateFrame) {
        guard tree.isVerb(clause), tree.marker(of: clause) != "to" else { return }
        let lemma = tree.lemmas[clause]
        let clauseFrame = self.frame(at: clause)
        guard lemma == "lead" || verb(clauseFrame, isIn: grammar.supportVerbs) else { return }
        let noun = frame.token
        guard clauseFrame.heads(.object).contains(where: { $0 == noun || top(of: noun) == $0 }) else { return }
        for argument in clauseFrame.arguments where argument.role == .subject || argument.role == .oblique {
            frame.add(argument.role, argument.heads, preposition: argument.preposition, weight: argument.weight)
            // "missiles launched from Yemen"
            if argument.preposition == "from", ["launch", "fire"].contains(lemma), !clauseFrame.has(.subject) {
                frame.add(.subject, argument.heads, weight: 0.7)
            }
        }
    }

    /// "the arrest and detention of B": what stands with one member of a coordination counts for the others.
    private func addCoordinated(_ noun: Int, _ frame: inout PredicateFrame) {
        if tree.label(of: noun) == .conjunct, let first = tree.head(of: noun), tree.isNoun(first) {
            for child in tree.children(of: first) where child < first && tree.label(of: child) == .possessive {
                if !frame.has(.possessor) { frame.add(.possessor, expand(child), weight: 0.9) }
            }
        }
        guard !frame.has(.oblique) else { return }
        for child in tree.children(of: noun) where tree.label(of: child) == .conjunct && tree.isNoun(child) {
            for part in tree.children(of: child) where tree.label(of: part) == .nominalModifier {
                let preposition = tree.preposition(of: part)
                if preposition == "by" { frame.add(.subject, expand(part), weight: 0.85) }
                if !preposition.isEmpty, preposition != "by" { frame.add(.oblique, expand(part), preposition: preposition, weight: 0.85) }
            }
        }
    }

    /// What the word that governs the noun lends it: "Russia launched an attack on Kyiv", "Kyiv came under attack", "blamed Iran for the
    /// attack", "claimed responsibility for the attack".
    private mutating func addSupport(_ top: Int, _ frame: inout PredicateFrame) {
        guard let governor = tree.head(of: top) else { return }
        if tree.isNoun(governor) {
            let preposition = tree.preposition(of: top)
            // "Abqaiq was the target of an attack"
            if preposition == "of", grammar.targetNouns.contains(tree.lemmas[governor]) {
                let subjects = copularSubject(of: governor)
                frame.add(.object, subjects.isEmpty ? holders(of: governor).first?.heads ?? [] : subjects, weight: 0.95)
            }
            // "is serving a sentence for the murder of B"
            if preposition == "for", tree.label(of: governor) == .object, let verb = tree.head(of: governor),
                grammar.culpritVerbs.contains([tree.lemmas[verb], tree.lemmas[governor], preposition].joined(separator: " "))
            {
                frame.add(.subject, self.frame(at: verb).surfaceSubject, weight: 0.9)
            }
            if !preposition.isEmpty, grammar.involvementNouns.contains(tree.lemmas[governor]), governor != frame.token {
                frame.add(.subject, agents(of: governor), weight: 0.9)
            }
            return
        }
        guard tree.isVerb(governor) || tree.partOfSpeech(of: governor) == .adjective else { return }
        let above = self.frame(at: governor)
        let key: String
        switch tree.label(of: top) {
        case .object, .passiveSubject, .openComplement, .subject:
            let isObject = above.heads(.object).contains(top) || above.heads(.complement).contains(top)
            guard isObject else { return }
            key = verb(above)
        case .oblique, .nominalModifier:
            key = verb(above) + " " + tree.preposition(of: top)
        default: return
        }
        if grammar.blameVerbs.contains(key) { return frame.add(.subject, above.heads(.object), weight: 0.95) }
        if isCulprit(top, above) { return frame.add(.subject, above.surfaceSubject, weight: 0.9) }
        if addReceived(top, above, key, &frame) { return }
        let suffers = grammar.sufferVerbs.contains(key)
        guard suffers || grammar.supportVerbs.contains(key) else { return }
        // Who announces an arrest need not have made it.
        if tree.lemmas[governor] == "announce", grammar.toldNouns.contains(tree.lemmas[top]) { return }
        if suffers {
            for index in frame.arguments.indices where frame.arguments[index].role == .oblique && frame.arguments[index].preposition == "from" {
                frame.arguments[index].role = .subject
            }
        }
        frame.add(suffers ? .object : .supporter, suffers && above.isPassive ? [] : above.heads(.subject), weight: 0.97)
        for argument in above.arguments where argument.role == .oblique && !argument.heads.contains(top) {
            if argument.preposition == "by", !suffers || above.isPassive { continue }
            let role: ArgumentRole = suffers && ["from", "by"].contains(argument.preposition) ? .subject : .oblique
            frame.add(role, argument.heads, preposition: argument.preposition, weight: argument.weight * 0.97)
        }
        if suffers { return }
        // "gave Ukraine support": the recipient is what "to" would bring.
        frame.add(.oblique, above.heads(.indirectObject), preposition: "to", weight: 0.97)
    }

    /// "is under investigation by A", "is on a trip to B": who the noun with its preposition is said of.
    private mutating func addPredicated(_ noun: Int, _ frame: inout PredicateFrame) {
        guard tree.has(noun, child: .copula) else { return }
        switch tree.preposition(of: noun) {
        case "under": frame.add(.object, copularSubject(of: noun), weight: 0.95)
        case "on", "in", "at": frame.add(.supporter, copularSubject(of: noun), weight: 0.95)
        default: break
        }
    }

    /// "went on trial for the murder of B", "is serving a sentence for the murder of B".
    private func isCulprit(_ top: Int, _ above: PredicateFrame) -> Bool {
        let preposition = tree.preposition(of: top)
        guard !preposition.isEmpty else { return false }
        let lemma = tree.lemmas[above.token]
        return tree.children(of: above.token).contains { child in
            guard child != top, child > above.token else { return false }
            let before = tree.preposition(of: child)
            let phrase = (before.isEmpty ? "" : before + " ") + tree.lemmas[child]
            return grammar.culpritVerbs.contains(lemma + " " + phrase + " " + preposition)
        } || grammar.culpritVerbs.contains(lemma + " " + preposition)
    }

    /// "won the backing of A", "elected with the support of A": the noun's object is who has it, and its subject follows "of" or "from".
    private mutating func addReceived(_ top: Int, _ above: PredicateFrame, _ key: String, _ frame: inout PredicateFrame) -> Bool {
        guard frame.token == top, grammar.receivedNouns.contains(tree.lemmas[top]) else { return false }
        let preposition = tree.preposition(of: top)
        guard ["with", "under", "amid", "after", "to"].contains(preposition) || preposition.isEmpty && grammar.receiveVerbs.contains(key) else {
            return false
        }
        let sources =
            frame.arguments.filter { $0.role == .oblique && ["of", "from"].contains($0.preposition) }
            + above.arguments.filter { $0.role == .oblique && $0.preposition == "from" }
        guard !sources.isEmpty || frame.has(.possessor) || frame.has(.modifier) else { return false }
        frame.arguments.removeAll { $0.role == .oblique && $0.preposition == "of" }
        for source in sources { frame.add(.subject, source.heads, weight: source.weight * 0.95) }
        frame.add(.object, above.surfaceSubject, weight: preposition.isEmpty ? 0.95 : 0.85)
        return true
    }
}
