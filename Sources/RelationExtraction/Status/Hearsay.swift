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

    /// The statements, and after each hostile act that somebody named tells of another in a quotation that this one accuses the other.
    ///
    /// Who speaks for another, leads it or belongs to it boasts of its acts.
    func withAccusations(
        _ statements: [Statement<LocalEntity.ID>], quoted: Set<Int>, _ resolved: ResolvedMentions
    ) -> [Statement<LocalEntity.ID>] {
        guard let type = ontology.relationTypes.first(where: { $0.traits.contains(.accusation) })?.id else { return statements }
        var own: Set<[LocalEntity.ID]> = []
        for statement in statements where ontology[statement.type]?.kind == .state { own.insert([statement.subject, statement.object]) }
        return statements.indices.flatMap { index -> [Statement<LocalEntity.ID>] in
            let statement = statements[index]
            guard quoted.contains(index), statement.status == .alleged, ontology.has(.hostile, statement.type),
                let speaker = statement.qualifiers.attributedTo?.entity,
                speaker != statement.subject, !own.contains([speaker, statement.subject]), !resolved.entities[speaker].isNominal,
                !resolved.entities[statement.subject].isNominal
            else { return [statement] }
            var accusation = statement
            accusation.type = type
            accusation.subject = speaker
            accusation.object = statement.subject
            accusation.status = .asserted
            accusation.qualifiers = Qualifiers()
            accusation.evidence.rule = "\(type): claim of \(statement.type)"
            accusation.evidence.confidence *= 0.8
            return [statement, accusation]
        }
    }
}
