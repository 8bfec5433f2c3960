import GraphModel

/// A small graph over one article whose text is not ASCII, every place found by searching its words.
enum ExampleGraph {
    static let text = """
        Élysée: US captures Maduro

        The United States captured Nicolás Maduro on January 3, 2026, Reuters said. “Oil companies” — 🛢 — plan to invest 100 billion \
        dollars in Venezuela. Maduro led Venezuela until 2026.
        """

    static let document = Document(
        id: "a1", source: "news/a1.txt", title: "Élysée: US captures \"Maduro\"", publisher: "Example \\ Wire", published: PartialDate("2026-01-09"),
        text: text)

    static let maduro = "person/nicolas-maduro", states = "country/US", venezuela = "country/VE", oil = "organization/oil-companies"

    static let graph = KnowledgeGraph(
        documents: [document],
        entities: [
            Entity(
                id: states, type: .country, name: "United States", aliases: ["US"], identifiers: ["iso3166-1": "US", "wikidata": "Q30"],
                mentions: [mention("US"), mention("United States")]),
            Entity(id: venezuela, type: .country, name: "Venezuela", identifiers: ["iso3166-1": "VE"], mentions: [mention("Venezuela")]),
            Entity(id: oil, type: .organization, name: "oil companies", mentions: [mention("Oil companies", .nominal)], isNominal: true),
            Entity(id: maduro, type: .person, name: "Nicolás Maduro", aliases: ["Maduro"], mentions: [mention("Maduro"), mention("Nicolás Maduro")]),
        ],
        relations: [
            relation(
                states, "captured", maduro, "The United States captured Nicolás Maduro on January 3, 2026, Reuters said.", "captured",
                date: "2026-01-03",
                qualifiers: Qualifiers(attributedTo: .init(text: "Reuters"))),
            relation(
                oil, "invested_in", venezuela, "“Oil companies” — 🛢 — plan to invest 100 billion dollars in Venezuela.", "invest", status: .planned,
                qualifiers: Qualifiers(
                    amount: MoneyAmount(value: 100_000_000_000, currency: "USD"), place: .init(text: "Venezuela", entity: venezuela))),
            relation(
                maduro, "head_of", venezuela, "Maduro led Venezuela until 2026.", "led", status: .former, until: "2026",
                qualifiers: Qualifiers(title: "president")),
        ])

    static func span(_ words: String) -> TextSpan {
        guard let range = text.firstRange(of: words) else { return TextSpan(start: 0, end: 0) }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return TextSpan(start: start, end: start + words.utf8.count)
    }

    private static func mention(_ words: String, _ kind: MentionKind = .name) -> EntityMention {
        EntityMention(document: "a1", span: span(words), text: words, kind: kind)
    }

    private static func relation(
        _ subject: String, _ type: String, _ object: String, _ sentence: String, _ trigger: String, status: Status = .asserted, date: String? = nil,
        until: String? = nil, qualifiers: Qualifiers<Entity.ID> = Qualifiers()
    ) -> Relation {
        let place = span(sentence)
        let before = sentence.firstRange(of: trigger).map { sentence[..<$0.lowerBound].utf8.count } ?? 0
        let start = place.start + before
        let evidence = Evidence(
            span: place, text: sentence, trigger: trigger, triggerSpan: TextSpan(start: start, end: start + trigger.utf8.count), rule: "example",
            confidence: 0.93)
        let statement = Statement(
            document: "a1", subject: subject, type: type, object: object, status: status, date: date.flatMap { PartialDate($0) },
            until: until.flatMap { PartialDate($0) }, qualifiers: qualifiers, evidence: evidence)
        return Relation(
            key: Relation.Key(subject: subject, type: type, object: object, status: status), confidence: 0.93, sources: 1, statements: [statement])
    }
}
