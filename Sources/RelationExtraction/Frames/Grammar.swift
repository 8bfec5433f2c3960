/// The word lists that undoing a clause needs, from the pattern files' `words` lines.
struct Grammar: Sendable {
    /// "carry out", "impose": their subject does what their object names.
    let supportVerbs: Set<String>
    /// "suffer", "face": their subject undergoes what their object names.
    let sufferVerbs: Set<String>
    /// "wave", "series", "number": stand for what follows their "of".
    let measureNouns: Set<String>
    /// Verbs whose object carries out the clause after them: "urge B to leave", "accuse B of stealing".
    let objectControlVerbs: Set<String>
    /// Verbs whose subject carries out the infinitive in spite of an object: "promise B to leave".
    let subjectControlVerbs: Set<String>
    /// Nouns whose infinitive says what someone will do: "plans to attack".
    let controlNouns: Set<String>

    /// "accuse of", "blame for": their object did what the noun after the preposition names.
    let blameVerbs: Set<String>
    /// Nouns through which one has done what follows: "responsibility for the attack", "his role in the coup".
    let involvementNouns: Set<String>
    /// "go on trial for", "plead guilty to": their subject did what the noun after the preposition names.
    let culpritVerbs: Set<String>
    /// "support", "backing": whoever has them from somebody is their object, and what follows their "of" their subject.
    let receivedNouns: Set<String>
    let receiveVerbs: Set<String>
    /// "send", "mediate": asked of another, they are for who asks.
    let benefitVerbs: Set<String>
    /// "target", "subject": what follows their "of" is done to whom they are said of.
    let targetNouns: Set<String>
    /// Nouns of force through which a victim of a passive has its agent: "killed in an Israeli strike".
    let forceNouns: Set<String>

    /// "arrest", "death": who announces them need not have done them.
    let toldNouns: Set<String>

    init(_ words: WordClasses) {
        supportVerbs = words["support-verbs"].union(words["cancelled-verbs"]).union(words["cancelled-object-verbs"]).union(
            words["planned-object-verbs"])
        sufferVerbs = words["suffer-verbs"]
        measureNouns = words["measure-nouns"]
        objectControlVerbs = words["object-control-verbs"]
        subjectControlVerbs = words["subject-control-verbs"]
        controlNouns = words["control-nouns"]
        blameVerbs = words["blame-verbs"]
        involvementNouns = words["involvement-nouns"]
        culpritVerbs = words["culprit-verbs"]
        receivedNouns = words["received-nouns"]
        receiveVerbs = words["receive-verbs"]
        benefitVerbs = words["benefit-verbs"]
        targetNouns = words["target-nouns"]
        forceNouns = words["force-nouns"]
        toldNouns = words["told-nouns"]
    }
}
