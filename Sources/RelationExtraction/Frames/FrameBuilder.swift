internal import GraphModel

/// Turns predicates of dependency trees into frames, on demand and once each.
///
/// Passives, relative clauses, participles, control, shared subjects and objects, light verbs and measure nouns are undone here, for
/// all patterns alike.
struct FrameBuilder {
    let tree: DependencyTree
    let grammar: Grammar
    private var frames: [PredicateFrame?]
    private var inProgress: Set<Int> = []

    init(tree: DependencyTree, grammar: Grammar) {
        self.tree = tree
        self.grammar = grammar
        frames = [PredicateFrame?](repeating: nil, count: tree.count)
    }

    /// The frame of this verb, noun or adjective; a frame without arguments if its tree leads back to itself.
    mutating func frame(at token: Int) -> PredicateFrame {
        if let frame = frames[token] { return frame }
        let category: PredicateFrame.Category =
            switch tree.partOfSpeech(of: token) {
            case .verb, .auxiliary: .verb
            case .noun, .properNoun, .pronoun, .numeral, .symbol: .noun
            default: .adjective
            }
        guard inProgress.insert(token).inserted else { return PredicateFrame(token: token, category: category) }
        defer { inProgress.remove(token) }
        let frame = category == .noun ? nounFrame(token) : verbFrame(token, category)
        frames[token] = frame
        return frame
    }

    /// Lemma and particle of a verb ("call off").
    func verb(_ frame: PredicateFrame) -> String {
        frame.particle.map { tree.lemmas[frame.token] + " " + $0 } ?? tree.lemmas[frame.token]
    }

    /// Whether the verb, with its particle or without, stands in this word list.
    func verb(_ frame: PredicateFrame, isIn words: Set<String>) -> Bool {
        words.contains(verb(frame)) || frame.particle == nil && words.contains(tree.lemmas[frame.token])
    }

    /// The nominals that a dependent stands for: itself and what is coordinated with it, a relative pronoun's antecedent instead of it.
    func expand(_ token: Int) -> [Int] {
        let members = tree.coordination(of: antecedent(of: token) ?? token)
        var named: [Int] = []
        for member in members {
            for child in tree.children(of: member) where tree.label(of: child) == .nominalModifier {
                // "German firms including Siemens", "allies such as Germany".
                if ["including", "such as", "like"].contains(tree.preposition(of: child)) { named += tree.coordination(of: child) }
            }
        }
        return named.isEmpty ? members : members + named
    }

    /// What a relative pronoun refers to, or nil for any other token.
    func antecedent(of token: Int) -> Int? {
        guard ["who", "which", "that", "whom", "whose"].contains(tree.forms[token]) else { return nil }
        guard tree.partOfSpeech(of: token) == .pronoun || tree.partOfSpeech(of: token) == .determiner else { return nil }
        var clause = token
        while let head = tree.head(of: clause) {
            if tree.label(of: clause) == .relativeClause { return head }
            if tree.isVerb(clause), tree.label(of: clause) != .conjunct, tree.label(of: clause) != .openComplement { break }
            clause = head
        }
        if let focus = focus(before: token) { return focus }
        guard tree.forms[token] != "that" else { return nil }
        // A relative clause that the parser hung elsewhere: what stands before the pronoun.
        var before = token - 1
        while before >= 0, tree.partOfSpeech(of: before) == .punctuation || tree.partOfSpeech(of: before) == .adposition { before -= 1 }
        guard before >= 0, tree.sentenceOfToken[before] == tree.sentenceOfToken[token], tree.isNominal(before) else { return nil }
        while let head = tree.head(of: before), head < token, tree.isNominal(head),
            [.flat, .compound, .apposition, .adjectivalModifier].contains(tree.label(of: before))
        {
            before = head
        }
        return before
    }

    /// "It was Oman that brokered the talks": what stands between "it was" and the pronoun.
    private func focus(before pronoun: Int) -> Int? {
        guard pronoun > 2, tree.partOfSpeech(of: pronoun - 1) == .properNoun || tree.partOfSpeech(of: pronoun - 1) == .noun else { return nil }
        var focus = pronoun - 1
        while let head = tree.head(of: focus), head < focus, [.flat, .conjunct].contains(tree.label(of: focus)) { focus = head }
        let opens = tree.children(of: focus).contains { tree.forms[$0] == "it" }
        return opens && tree.has(focus, child: .copula) ? focus : nil
    }

    /// Who would carry out what a noun names ("plans", "decision"): its possessor or agent, else the subject of the verb it belongs to.
    mutating func agents(of noun: Int) -> [Int] {
        let frame = frame(at: noun)
        // "is in advanced talks to buy B"
        if tree.has(noun, child: .copula), tree.preposition(of: noun) == "in" {
            let subjects = copularSubject(of: noun)
            if !subjects.isEmpty { return subjects }
        }
        for role in [ArgumentRole.subject, .possessor, .modifier, .supporter] {
            let heads = frame.heads(role)
            if !heads.isEmpty { return heads }
        }
        let subjects = copularSubject(of: noun)
        if !subjects.isEmpty { return subjects }
        guard let governor = governor(of: noun), tree.isVerb(governor) else { return [] }
        let above = self.frame(at: governor)
        // "the bomb was planted by rebels"
        if above.isPassive, above.heads(.object).contains(noun) { return above.heads(.subject) }
        return above.surfaceSubject
    }

    /// The verb or noun that a noun depends on, past measure nouns ("a wave of attacks") and coordination.
    func governor(of noun: Int) -> Int? { tree.head(of: top(of: noun)) }

    /// The noun that stands in the sentence for this one: "wave" for the attacks of "a wave of attacks".
    func top(of noun: Int) -> Int {
        var top = tree.firstConjunct(of: noun)
        while tree.label(of: top) == .nominalModifier, let head = tree.head(of: top), grammar.measureNouns.contains(tree.lemmas[head]),
            tree.preposition(of: top) == "of"
        {
            top = tree.firstConjunct(of: head)
        }
        return top
    }
}

extension PredicateFrame {
    /// What stands as subject in the sentence: the object of a passive.
    var surfaceSubject: [Int] { isPassive ? heads(.indirectObject).isEmpty ? heads(.object) : heads(.indirectObject) : heads(.subject) }
}
