import GraphModel

extension Ontology {
    /// The place of each relation type in the ontology file.
    var ranks: [RelationType.ID: Int] {
        Dictionary(relationTypes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The relation in words as seen from its subject ("captured") or from its object ("captured by"; "← visited" where there is no such word).
    func phrase(for type: RelationType.ID, fromSubject: Bool) -> String {
        guard let relation = self[type] else { return type }
        if fromSubject || relation.isSymmetric { return relation.words }
        return relation.inverse.map { $0.split(separator: "_").joined(separator: " ") } ?? "← " + relation.words
    }
}

extension [Statement<Entity.ID>] {
    /// The most confident statement; of several the first.
    var mostConfident: Statement<Entity.ID> {
        guard var best = first else { preconditionFailure("what broke: a relation without a statement") }
        for statement in dropFirst() where statement.evidence.confidence > best.evidence.confidence { best = statement }
        return best
    }
}

extension Relation {
    /// The most confident statement; of several the first.
    var bestStatement: Statement<Entity.ID> { statements.mostConfident }

    /// The documents that tell it, in graph order.
    var documents: [Document.ID] {
        var seen: Set<Document.ID> = []
        return statements.map(\.document).filter { seen.insert($0).inserted }
    }

    /// Its statements' titles, amounts, places, charges and speakers, each once; "by hand" where a person said so.
    var details: String {
        var seen: Set<String> = []
        let all = statements.flatMap(\.qualifiers.phrases), isHandmade = statements.contains { $0.evidence.rule == Correction.rule }
        return (all.filter { seen.insert($0).inserted }.prefix(3) + (isHandmade ? [Correction.rule] : [])).joined(separator: "; ")
    }
}

extension Qualifiers {
    /// Title, amount, place, charge and speaker, each in a few words.
    var phrases: [String] {
        [title, amount?.words, place.map { "in " + $0.text }, charge.map { "for " + $0 }, attributedTo.map { "says " + $0.text }]
            .compactMap { $0 }
    }

    var words: String { phrases.joined(separator: "; ") }
}

extension MoneyAmount {
    /// For people: "USD 100 billion".
    var words: String {
        let scales: [(Double, String)] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")]
        for (size, name) in scales where abs(value) >= size { return "\(currency) \(Self.short(value / size)) \(name)" }
        return "\(currency) \(Self.short(value))"
    }

    private static func short(_ number: Double) -> String {
        let text = Report.Value.twoDigits(number)
        return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
    }
}

extension Statement {
    /// The sentence in quotation marks, and who published it when.
    func quotation(in documents: [Document.ID: Document]) -> String {
        let source = documents[document].map { found in
            [found.publisher ?? found.title, found.published?.description].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return "“\(evidence.text)”" + (source.map { $0.isEmpty ? "" : " (\($0))" } ?? "")
    }
}
