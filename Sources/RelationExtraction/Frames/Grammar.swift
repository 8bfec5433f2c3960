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

    init(_ words: WordClasses) {
        supportVerbs = words["support-verbs"]
        sufferVerbs = words["suffer-verbs"]
        measureNouns = words["measure-nouns"]
        objectControlVerbs = words["object-control-verbs"]
        subjectControlVerbs = words["subject-control-verbs"]
        controlNouns = words["control-nouns"]
    }
}
