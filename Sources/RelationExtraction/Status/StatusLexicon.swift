internal import GraphModel

/// The words that tell how a text stands to what it says, from the pattern files' `words` lines.
struct StatusLexicon: Sendable {
    /// Verbs over a clause or an event noun ("plan", "call off", "accuse of"), with particle or preposition if they need one.
    private let verbs: [String: Status]
    /// Nouns over a clause or an event noun ("threat", "plan").
    private let nouns: [String: Status]
    /// Adjectives and adverbs ("alleged", "reportedly", "former").
    private let modifiers: [String: Status]
    /// Verbs that tell of what their object names, but not of a clause ("announced sanctions").
    private let objectVerbs: [String: Status]
    /// "want", "tell": with an object of its own before an infinitive such a verb asks for what the infinitive says.
    private let askingVerbs: Set<String>
    private let announcingVerbs: Set<String>
    let speechVerbs: Set<String>
    private let evidenceNouns: Set<String>
    private let reportNouns: Set<String>
    private let falseWords: Set<String>
    private let fictionNouns: Set<String>
    private let accusingNouns: Set<String>
    /// What courts and police do: that an accuser tells of it puts it in no doubt.
    let courtVerbs: Set<String>

    init(_ words: WordClasses) {
        func table(_ suffix: String) -> [String: Status] {
            var table: [String: Status] = [:]
            for status in Status.allCases.reversed() {
                for word in words["\(status.rawValue)-\(suffix)"] { table[word] = status }
            }
            return table
        }
        verbs = table("verbs")
        nouns = table("nouns")
        modifiers = table("modifiers")
        objectVerbs = table("object-verbs")
        askingVerbs = words["asking-verbs"]
        announcingVerbs = words["announcing-verbs"]
        speechVerbs = words["speech-verbs"]
        evidenceNouns = words["evidence-nouns"]
        reportNouns = words["report-nouns"]
        falseWords = words["false-words"]
        fictionNouns = words["fiction-nouns"]
        accusingNouns = words["accusing-nouns"]
        courtVerbs = words["court-verbs"]
    }

    func verb(_ key: String) -> Status? { verbs[key] }
    func verb(overObject key: String) -> Status? { verbs[key] ?? objectVerbs[key] }
    func asks(_ lemma: String) -> Bool { askingVerbs.contains(lemma) }
    /// "announced sanctions": told of, not yet in force.
    func announces(_ lemma: String) -> Bool { announcingVerbs.contains(lemma) }
    /// "evidence", "sign": with "no" before it nothing shows what it is about.
    func isEvidence(_ lemma: String) -> Bool { evidenceNouns.contains(lemma) }
    /// "report", "claim": may be called untrue.
    func isReport(_ lemma: String) -> Bool { reportNouns.contains(lemma) }
    func isFalse(_ form: String) -> Bool { falseWords.contains(form) }
    func isFiction(_ lemma: String) -> Bool { fictionNouns.contains(lemma) }
    /// "indictment", "prosecutor": what is so "according to" them is alleged.
    func accuses(_ lemma: String) -> Bool { accusingNouns.contains(lemma) }
    func noun(_ lemma: String) -> Status? { nouns[lemma] }
    func modifier(_ form: String) -> Status? { modifiers[form] }
}
