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
        // "served as mayor of Denver and governor of Colorado": what is said of the first post is said of the second.
        if tree.label(of: noun) == .conjunct, let first = tree.head(of: noun), first < noun, tree.partOfSpeech(of: first) == .noun,
            !tree.has(noun, child: .determiner), !tree.has(noun, child: .copula)
        {
            reading = roleReading(of: first, isKinship: isKinship)
        }
        readModifiers(of: noun, isState: true, &reading)
        if !isKinship { readFormer(before: noun, &reading) }
        if tree.forms[noun].hasPrefix("ex-") { reading.note(.former, noun) }
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
            // "used to work as an adviser"
            if let above = tree.head(of: governor), tree.lemmas[above] == "use", tree.marker(of: governor) == "to" { reading.note(.former, above) }
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
            // "Hungary, once an ally of Serbia".
            case .determiner where ["a", "an", "the"].contains(tree.forms[place]) && place > first && tree.forms[place - 1] == "once":
                return reading.note(.former, place - 1)
            case .particle where tree.forms[place].hasSuffix("s"): break
            default: return
            }
            if lexicon.modifier(tree.forms[place]) == .former || tree.forms[place].hasPrefix("ex-") { return reading.note(.former, place) }
            place -= 1
        }
    }

    // MARK: Small things

    func particle(of verb: Int) -> String? {
        if let child = tree.child(of: verb, .verbParticle) { return tree.forms[child] }
        guard verb + 1 < tree.count, ["off", "out", "down", "up"].contains(tree.forms[verb + 1]) else { return nil }
        return tree.forms[verb + 1]
    }

    /// Whether the clause is reported speech, where the past tense may stand for the present.
    func isReported(_ token: Int) -> Bool {
        guard tree.label(of: token) == .clausalComplement, let head = tree.head(of: token) else { return false }
        return lexicon.speechVerbs.contains(tree.lemmas[head])
    }

    func endsInQuestion(_ root: Int) -> Bool {
        let sentence = tree.document.sentences[tree.sentenceOfToken[root]].tokens
        return sentence.suffix(2).contains { tree.forms[$0] == "?" }
    }

    static let negations: Set<String> = ["not", "n't", "n’t", "never", "neither", "nor", "hardly"]
    static let conditions: Set<String> = ["if", "unless", "whether", "lest"]
    static let modals: [String: Status] = [
        "will": .planned, "'ll": .planned, "’ll": .planned, "shall": .planned, "would": .planned, "'d": .planned, "wo": .planned, "may": .possible,
        "might": .possible, "could": .possible, "should": .requested, "must": .requested,
    ]
}
