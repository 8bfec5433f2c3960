internal import GraphModel

/// What one party says of another's wrongdoing in its own words: a claim, not a fact.
struct Hearsay {
    private let speech: SpeechReader
    private let ontology: Ontology
    /// Who speaks in each quotation, where it is known.
    private let speakers: [LocalEntity.ID?]

    init(_ speech: SpeechReader, resolver: ArgumentResolver, ontology: Ontology) {
        self.speech = speech
        self.ontology = ontology
        speakers = speech.quotations.indices.map { quotation in
            speech.speaker(of: quotation).flatMap { resolver.fillers(of: $0, types: Set(EntityType.allCases)).first?.entity }
        }
    }

    /// Whether the trigger stands in a direct quotation of somebody else, and the act is a hostile one.
    func holds(_ statement: Statement<LocalEntity.ID>, at trigger: Int) -> Bool {
        let quotation = speech.quotation[trigger]
        guard quotation >= 0, ontology.has(.hostile, statement.type) else { return false }
        return (statement.qualifiers.attributedTo?.entity ?? speakers[quotation]) != statement.subject
    }
}
