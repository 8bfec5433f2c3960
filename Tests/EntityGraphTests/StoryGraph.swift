import EntityGraph

/// A small story over two days, for tests of answers.
enum StoryGraph {
    static let ontology = Ontology(
        version: "1",
        relationTypes: [
            RelationType(id: "head_of", group: "role", kind: .state, domain: [.person], range: [.country], inverse: "head"),
            RelationType(
                id: "met_with", group: "diplomatic", kind: .event, domain: [.person, .country], range: [.person, .country], isSymmetric: true),
            RelationType(id: "visited", group: "diplomatic", kind: .event, domain: [.person], range: [.country]),
            RelationType(
                id: "attacked", group: "conflict", kind: .event, domain: [.country], range: [.country], inverse: "attacked_by", score: -9),
        ])

    static let entities = [
        Entity(id: "country/ES", type: .country, name: "Spain", aliases: ["Madrid", "Spanish"]),
        Entity(id: "country/PE", type: .country, name: "Peru"),
        Entity(id: "person/ana-diaz", type: .person, name: "Ana Diaz", aliases: ["Diaz"]),
    ]

    static func document(_ day: Int) -> Document {
        Document(
            id: "day-\(day)", source: "\(day).txt", title: "Day \(day)", publisher: "The Paper",
            published: PartialDate(year: 2026, month: 1, day: day), text: "")
    }

    static func statement(
        _ day: Int, _ subject: String, _ type: String, _ object: String, status: Status = .asserted, date: String? = nil, text: String = "So it was.",
        confidence: Double = 0.9, qualifiers: Qualifiers<Entity.ID> = Qualifiers()
    ) -> Statement<Entity.ID> {
        Statement(
            document: "day-\(day)", subject: subject, type: type, object: object, status: status, date: date.flatMap { PartialDate($0) },
            qualifiers: qualifiers,
            evidence: Evidence(
                span: TextSpan(start: 0, end: 10), text: text, trigger: type, triggerSpan: TextSpan(start: 0, end: 2), rule: "test",
                confidence: confidence))
    }

    static func graph(days: [Int], _ statements: [Statement<Entity.ID>]) -> KnowledgeGraph {
        let articles = ArticleIndex(days.map(document))
        let known = statements.filter { articles.contains($0.document) }
        let spokenOf = Set(known.flatMap { [$0.subject, $0.object] })
        return KnowledgeGraph(
            documents: days.map(document), entities: entities.filter { spokenOf.contains($0.id) },
            relations: KnowledgeGraph.relations(grouping: known, in: articles, ontology: ontology))
    }

    static let statements = [
        statement(
            1, "person/ana-diaz", "head_of", "country/ES", text: "Spain's president, Ana Diaz", qualifiers: Qualifiers(title: "president")),
        statement(1, "country/ES", "attacked", "country/PE", status: .planned),
        statement(2, "country/ES", "attacked", "country/PE", date: "2026-01-02", text: "Spain attacked Peru."),
        statement(2, "person/ana-diaz", "head_of", "country/ES", text: "President Diaz", confidence: 0.8),
        statement(2, "person/ana-diaz", "visited", "country/PE"),
    ]
}
