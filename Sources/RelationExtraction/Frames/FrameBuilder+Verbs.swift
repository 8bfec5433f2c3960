internal import GraphModel

extension FrameBuilder {
    /// The frame of a verb or of an adjective.
    mutating func verbFrame(_ verb: Int, _ category: PredicateFrame.Category) -> PredicateFrame {
        var frame = PredicateFrame(token: verb, category: category)
        readParticle(&frame)
        let isAdjective = category == .adjective
        let passiveSubject = tree.child(of: verb, .passiveSubject)
        let isMislabelled = passiveSubject != nil && isActive(verb)
        frame.isPassive = passiveSubject != nil && !isMislabelled || tree.has(verb, child: .passiveAuxiliary) && !isAdjective
        if isMislabelled, let passiveSubject { frame.add(.subject, expand(passiveSubject), weight: 0.9) }
        addSubjects(&frame, isMislabelled ? nil : passiveSubject)
        for child in tree.children(of: verb) { addDependent(child, &frame) }
        addFromAbove(&frame)
        if !frame.has(.object), !frame.isPassive, let shared = sharedObject(of: verb) {
            frame.add(.object, expand(shared), weight: 0.9)
        }
        readHeadlinePassive(&frame)
        addStrayAgent(&frame)
        addAgentThroughEvent(&frame)
        addAgentOfForce(&frame)
        return frame
    }

    /// "Qatar mediated between": a subject that the parser takes for a passive one, though there is neither auxiliary nor agent.
    private func isActive(_ verb: Int) -> Bool {
        guard tree.document.sentences[tree.sentenceOfToken[verb]].role == .paragraph, tree.label(of: verb) != .conjunct else { return false }
        return !tree.children(of: verb).contains {
            [.auxiliary, .passiveAuxiliary, .agent].contains(tree.label(of: $0)) || tree.preposition(of: $0) == "by"
        }
    }

    private func readParticle(_ frame: inout PredicateFrame) {
        let verb = frame.token
        if let particle = tree.child(of: verb, .verbParticle) {
            (frame.particle, frame.particleToken) = (tree.forms[particle], particle)
        } else if let late = tree.children(of: verb).first(where: {
            $0 > verb + 1 && ["over", "out", "off"].contains(tree.forms[$0]) && tree.label(of: $0) == .adverbialModifier
                && tree.children(of: $0).isEmpty
        }), tree.children(of: verb).contains(where: { tree.label(of: $0) == .object && $0 > verb && $0 < late }) {
            // "handed the banker over to France"
            (frame.particle, frame.particleToken) = (tree.forms[late], late)
        } else if verb + 1 < tree.count, Self.particles.contains(tree.forms[verb + 1]), tree.sentenceOfToken[verb] == tree.sentenceOfToken[verb + 1] {
            // "Calling Off Venezuela Strikes": taken for a preposition of the object.
            let next = verb + 1
            let head = tree.head(of: next)
            let marksObject = head.map { tree.head(of: $0) == verb && tree.label(of: $0) == .object } ?? false
            if head == verb || marksObject { (frame.particle, frame.particleToken) = (tree.forms[next], next) }
        }
    }

    private func addSubjects(_ frame: inout PredicateFrame, _ passiveSubject: Int?) {
        if let passiveSubject {
            let hasObject = tree.has(frame.token, child: .object)
            frame.add(hasObject ? .indirectObject : .object, expand(passiveSubject))
        }
        for child in tree.children(of: frame.token) where tree.label(of: child) == .subject {
            if frame.has(.subject) { continue }
            frame.add(frame.isPassive && passiveSubject == nil ? .object : .subject, expand(child))
        }
    }

    private func addDependent(_ child: Int, _ frame: inout PredicateFrame) {
        switch tree.label(of: child) {
        case .object: frame.add(.object, expand(child))
        case .indirectObject: frame.add(.indirectObject, expand(child))
        case .agent: frame.add(frame.isPassive || tree.isPastForm(frame.token) ? .subject : .oblique, expand(child), preposition: "by")
        case .oblique, .nominalModifier:
            let preposition = tree.preposition(of: child)
            guard !preposition.isEmpty else { return }
            if preposition == "by", tree.isPastForm(frame.token), !frame.has(.subject) {
                frame.add(.subject, expand(child))
            } else {
                for part in prepositions(of: child) { frame.add(.oblique, expand(child), preposition: part) }
            }
        case .openComplement, .adverbialModifier:
            if tree.forms[child] == "where", tree.label(of: frame.token) == .relativeClause, let place = tree.head(of: frame.token) {
                for preposition in ["in", "at", "to"] { frame.add(.oblique, [place], preposition: preposition, weight: 0.9) }
            } else if tree.isNominal(child) || tree.partOfSpeech(of: child) == .adjective {
                frame.add(.complement, tree.coordination(of: child))
            }
        case .compound, .unmarkedOblique:
            guard tree.isNominal(child) || tree.partOfSpeech(of: child) == .adjective, child + 1 < frame.token, tree.forms[frame.token - 1] == "-"
            else { return }
            // "Madrid-based", "US-led", "Iranian-backed".
            let isLocated = ["based", "born", "headquartered", "owned", "registered"].contains(tree.forms[frame.token])
            if isLocated, tree.forms[frame.token] != "owned" {
                frame.add(.oblique, [child], preposition: "in")
            } else {
                frame.add(.subject, [child])
            }
        default: break
        }
    }

    /// "in and around B" is both; others are what they are.
    private func prepositions(of nominal: Int) -> [String] { [tree.preposition(of: nominal)] }

    /// Arguments that stand higher in the tree: of relative clauses, participles, infinitives, coordinated verbs.
    private mutating func addFromAbove(_ frame: inout PredicateFrame) {
        let verb = frame.token
        guard let head = tree.head(of: verb) else { return }
        switch tree.label(of: verb) {
        case .relativeClause:
            guard tree.isNominal(head) || tree.isNoun(head) else { return }
            let nominals = tree.coordination(of: head) + described(by: head)
            let hasPronoun = tree.children(of: verb).contains { child in
                antecedent(of: child) == head || tree.children(of: child).contains { antecedent(of: $0) == head } || tree.forms[child] == "where"
                    || tree.forms[child] == "when"
            }
            if hasPronoun { return }
            if !frame.has(.subject) && !frame.isPassive {
                frame.add(.subject, nominals, weight: 0.9)
            } else if !frame.has(.object) {
                frame.add(.object, nominals, weight: 0.9)
            }
        case .adnominalClause:
            guard !frame.has(.subject) || tree.isPastForm(verb) else { return }
            let marker = tree.marker(of: verb)
            if marker == "to" || !marker.isEmpty && tree.isGerund(verb) {
                let isPlan = grammar.controlNouns.contains(tree.lemmas[head])
                if !frame.has(.subject) { frame.add(.subject, isPlan ? agents(of: head) : [head], weight: isPlan ? 0.95 : 0.9) }
            } else if marker.isEmpty, frame.isPassive || tree.isPastForm(verb) {
                frame.isPassive = true
                if !frame.has(.object) || !frame.has(.indirectObject) {
                    frame.arguments.insert(
                        FrameArgument(role: frame.has(.object) ? .indirectObject : .object, heads: tree.coordination(of: head)), at: 0)
                }
            } else if marker.isEmpty, tree.isGerund(verb), !frame.has(.subject) {
                frame.add(.subject, tree.coordination(of: head))
            }
        case .adjectivalModifier where frame.category == .verb:
            if tree.isGerund(verb) {
                if !frame.has(.subject) { frame.add(.subject, [head]) }
            } else if !frame.has(.object) {
                frame.isPassive = true
                frame.add(.object, [head] + described(by: head))
            }
        case .adjectivalModifier: if !frame.has(.subject) { frame.add(.subject, [head]) }
        case .openComplement, .clausalComplement, .adverbialClause:
            guard !hasSurfaceSubject(frame) else { return }
            addControlled(&frame, by: head)
        case .conjunct, .parataxis:
            guard !hasSurfaceSubject(frame), tree.isVerb(head) || tree.partOfSpeech(of: head) == .adjective || tree.has(head, child: .copula) else {
                return
            }
            if tree.label(of: verb) == .parataxis, tree.document.sentences[tree.sentenceOfToken[verb]].role == .paragraph { return }
            let first = self.frame(at: head)
            let subject = tree.isNoun(head) ? copularSubject(of: head) : first.surfaceSubject
            let sharesPassive = first.isPassive && tree.isPastForm(verb) && !frame.has(.object) && !tree.has(verb, child: .auxiliary)
            if sharesPassive || frame.isPassive {
                frame.isPassive = true
                frame.add(.object, subject, weight: 0.95)
                if !frame.has(.subject) { frame.add(.subject, first.isPassive ? first.heads(.subject) : [], weight: 0.85) }
            } else {
                frame.add(.subject, subject, weight: 0.95)
            }
        default: break
        }
    }

    /// "the PMF, an Iranian-backed militia": whom an apposition or a predicate noun describes.
    func described(by noun: Int) -> [Int] {
        if tree.label(of: noun) == .apposition, tree.partOfSpeech(of: noun) == .noun, let name = tree.head(of: noun) { return [name] }
        if tree.has(noun, child: .copula), let subject = tree.child(of: noun, .subject) { return tree.coordination(of: subject) }
        return []
    }

    private func hasSurfaceSubject(_ frame: PredicateFrame) -> Bool {
        tree.children(of: frame.token).contains {
            switch tree.label(of: $0) {
            case .subject, .passiveSubject, .clausalSubject, .passiveClausalSubject: true
            default: false
            }
        }
    }

    /// The subject that an infinitive, gerund or participle owes to the verb above it.
    private mutating func addControlled(_ frame: inout PredicateFrame, by governor: Int) {
        let verb = frame.token
        let label = tree.label(of: verb)
        let marker = tree.marker(of: verb)
        let subject: [Int]
        if tree.isVerb(governor) || tree.partOfSpeech(of: governor) == .adjective {
            let above = self.frame(at: governor)
            let isControlled = self.verb(above, isIn: grammar.objectControlVerbs)
            let mayBeControlled =
                isControlled && ["of", "from", "for", "over", "with", "to", "into", "as", "against"].contains(marker)
            if label == .adverbialClause, !mayBeControlled {
                subject = above.surfaceSubject
            } else if above.isPassive {
                subject = above.surfaceSubject
            } else if label == .clausalComplement {
                subject = above.heads(.subject)
            } else if self.verb(above, isIn: grammar.subjectControlVerbs) {
                subject = above.heads(.subject)
            } else {
                let objects = above.heads(.indirectObject) + above.heads(.object)
                let addressee = above.arguments.first { $0.role == .oblique && ["on", "to", "for", "with"].contains($0.preposition) }?.heads ?? []
                subject = !objects.isEmpty ? objects : isControlled && !addressee.isEmpty ? addressee : above.heads(.subject)
                if isControlled, subject != above.heads(.subject), grammar.benefitVerbs.contains(tree.lemmas[verb]) {
                    // "asked Germany to send tanks": to whom is plain.
                    for preposition in ["to", "for"] { frame.add(.oblique, above.heads(.subject), preposition: preposition, weight: 0.7) }
                }
            }
        } else {
            subject = copularSubject(of: governor)
        }
        if label == .adverbialClause, frame.isPassive || tree.isPastForm(verb) && marker != "to" && !tree.has(verb, child: .auxiliary) {
            // "Captured by US forces, Maduro was flown out."
            frame.isPassive = true
            frame.add(.object, subject, weight: 0.9)
        } else if frame.isPassive {
            frame.add(.object, subject, weight: 0.95)
        } else {
            frame.add(.subject, subject, weight: 0.95)
        }
    }

    /// The subject of a noun with a copula ("X is the chief of Y"), or of the clause it stands in.
    mutating func copularSubject(of noun: Int) -> [Int] {
        if let subject = tree.child(of: noun, .subject) { return expand(subject) }
        if tree.label(of: noun) == .relativeClause, let head = tree.head(of: noun), tree.has(noun, child: .copula) {
            return tree.coordination(of: head)
        }
        guard let head = tree.head(of: noun) else { return [] }
        switch tree.label(of: noun) {
        case .openComplement:
            let above = frame(at: head)
            if above.isPassive { return above.surfaceSubject }
            return above.heads(.object).isEmpty ? above.heads(.subject) : above.heads(.object)
        case .clausalComplement
        where tree.isVerb(head) && tree.children(of: noun).contains { tree.label(of: $0) == .copula && tree.forms[$0] == "being" }:
            return frame(at: head).surfaceSubject
        case .conjunct where tree.isNoun(head): return copularSubject(of: head)
        case .conjunct where tree.isVerb(head) && tree.has(noun, child: .copula): return frame(at: head).surfaceSubject
        default: return []
        }
    }

    /// "arrested for corruption by Kenya": the agent of a passive that the parser hung on the noun before it.
    private func addStrayAgent(_ frame: inout PredicateFrame) {
        guard frame.isPassive, !frame.has(.subject) else { return }
        for argument in frame.arguments where argument.role == .oblique {
            for head in argument.heads where head > frame.token {
                for child in tree.children(of: head) where tree.label(of: child) == .nominalModifier && tree.preposition(of: child) == "by" {
                    return frame.add(.subject, expand(child), weight: 0.85)
                }
            }
        }
    }

    /// "killed in an Israeli strike": the agent of the strike has killed.
    private mutating func addAgentThroughEvent(_ frame: inout PredicateFrame) {
        guard frame.isPassive, !frame.has(.subject) else { return }
        for argument in frame.arguments where argument.role == .oblique && ["in", "by", "during", "after", "from"].contains(argument.preposition) {
            for head in argument.heads where grammar.forceNouns.contains(tree.lemmas[head]) {
                // "stabbed in a prison" says where.
                if Self.violence.contains(tree.lemmas[frame.token]) || argument.preposition == "from", Self.confinement.contains(tree.lemmas[head]) {
                    continue
                }
                let event = self.frame(at: head)
                for role in [ArgumentRole.subject, .possessor, .modifier, .supporter] where event.has(role) {
                    for found in event.arguments where found.role == role { frame.add(.subject, found.heads, weight: 0.85) }
                    return
                }
                // Whose event it was may have been said before.
                frame.add(.subject, [head], weight: 0.85)
            }
        }
    }

    /// "Iran launched missiles targeting US troops", "the strike that killed him": who sent the weapon has done it.
    private mutating func addAgentOfForce(_ frame: inout PredicateFrame) {
        for head in frame.heads(.subject) where grammar.forceNouns.contains(tree.lemmas[head]) {
            let agents = agents(of: head).filter { $0 != head }
            frame.add(.subject, agents, weight: 0.85)
        }
    }

    /// "captured and killed Maduro": the object stands with the last verb, or hangs on the first.
    private func sharedObject(of verb: Int) -> Int? {
        if tree.label(of: verb) == .conjunct, let first = tree.head(of: verb), first < verb, tree.isVerb(first), !tree.has(verb, child: .subject),
            !tree.children(of: verb).contains(where: { $0 > verb && tree.label(of: $0) != .conjunct && tree.label(of: $0) != .verbParticle }),
            let object = tree.child(of: first, .object), object > verb
        {
            return object
        }
        guard !tree.children(of: verb).contains(where: { tree.label(of: $0) == .oblique || tree.label(of: $0) == .openComplement }) else {
            return nil
        }
        for child in tree.children(of: verb) where tree.label(of: child) == .conjunct && tree.isVerb(child) {
            guard !tree.has(child, child: .subject), let object = tree.child(of: child, .object) else { continue }
            return object
        }
        return nil
    }

    /// Headlines leave "was" out: "Maduro captured by US forces", "Indonesian minister stabbed".
    private func readHeadlinePassive(_ frame: inout PredicateFrame) {
        let verb = frame.token
        guard frame.category == .verb, !frame.isPassive, frame.has(.subject), !frame.has(.object), tree.isPastForm(verb),
            tree.document.sentences[tree.sentenceOfToken[verb]].role != .paragraph, !tree.has(verb, child: .auxiliary),
            !tree.has(verb, child: .clausalComplement), tree.label(of: verb) == .root || tree.label(of: verb) == .adverbialClause
        else { return }
        frame.isPassive = true
        for index in frame.arguments.indices {
            if frame.arguments[index].role == .subject {
                frame.arguments[index].role = .object
                frame.arguments[index].weight *= 0.9
            } else if frame.arguments[index].role == .oblique && frame.arguments[index].preposition == "by" {
                frame.arguments[index].role = .subject
            }
        }
    }

    private static let violence: Set<String> = ["stab", "kill", "shoot", "attack", "injure", "wound", "murder", "beat", "assault"]
    private static let confinement: Set<String> = ["prison", "jail", "court", "custody"]
    private static let particles: Set<String> = ["off", "out", "up", "down", "over", "back", "away", "aside"]
}
