public import GraphModel

/// Random articles over a small cast, for tests that hold for whatever articles there are.
public struct RandomArticles {
    /// Types enough for every rule: a symmetric event, a symmetric state, a directed event, a directed state, and events that end states.
    public static let ontology = Ontology(
        version: "test",
        relationTypes: [
            type("met_with", .event, symmetric: true), type("allied_with", .state, symmetric: true),
            type("attacked", .event, inverse: "attacked_by"), type("head_of", .state, inverse: "head"), type("praised", .event),
            type("resigned_from", .event, closes: [ClosingRule(states: ["head_of"])]),
            type(
                "killed", .event,
                closes: [
                    ClosingRule(states: ["head_of", "allied_with"], subject: .object, object: nil, by: [.person, .country]),
                    ClosingRule(states: ["head_of"], subject: nil, object: .object, of: [.organization, .country]),
                ]), type("broke_with", .event, symmetric: true, closes: [ClosingRule(states: ["allied_with"])]),
        ])

    private var generator: SeededGenerator
    private let cast: [(name: String, type: EntityType)]

    public init(seed: UInt64, cast size: Int = 12) {
        generator = SeededGenerator(seed: seed)
        let given = ["Ana", "Björn", "Chloé", "Dmitri", "Élodie"], family = ["Ruiz", "Nuñez", "Åberg", "O'Hara", "\"Zed\"", "Król"]
        cast = (0..<size).map { index in
            let name = given[index % given.count] + " " + family[index / given.count % family.count]
            return (index < 30 ? name : name + " \(index)", EntityType.allCases[index % 4])
        }
    }

    /// Some articles with ids `a0`, `a1` and so on.
    public mutating func articles(_ count: Int) -> [ExtractedDocument] { (0..<count).map { article(id: "a\($0)") } }

    /// An article of this id, anew each time.
    public mutating func article(id: Document.ID) -> ExtractedDocument {
        let actors = cast.shuffled(using: &generator).prefix(Int.random(in: 0...5, using: &generator))
        var text = "Día de \(id).\n\n"
        let headline = TextSpan(start: 0, end: text.utf8.count - 2)
        var entities = actors.enumerated().map { index, actor in
            LocalEntity(
                id: index, type: actor.type, name: actor.name,
                aliases: generator.oneIn(3) ? [String(actor.name.split(separator: " ")[1])] : [],
                identifiers: generator.oneIn(4) ? ["test": String(actor.name.utf8.count)] : [:])
        }
        for index in entities.indices {
            text += index == 0 ? "With " : ", "
            _ = mention(of: index, in: &text, entities: &entities)
        }
        if !entities.isEmpty { text += ". " }
        var statements: [Statement<LocalEntity.ID>] = []
        for _ in 0..<(entities.isEmpty ? 0 : Int.random(in: 0...6, using: &generator)) {
            let start = text.utf8.count
            let subject = mention(of: Int.random(in: 0..<entities.count, using: &generator), in: &text, entities: &entities)
            let type = Self.ontology.relationTypes[Int.random(in: 0..<Self.ontology.relationTypes.count, using: &generator)]
            text += " "
            let trigger = TextSpan(start: text.utf8.count, end: text.utf8.count + type.words.utf8.count)
            text += type.words + " "
            let object = mention(of: Int.random(in: 0..<entities.count, using: &generator), in: &text, entities: &entities)
            text += ". "
            let span = TextSpan(start: start, end: text.utf8.count - 1)
            guard subject != object else { continue }
            let evidence = Evidence(
                span: span, text: String(text[span]), trigger: type.words, triggerSpan: trigger, rule: "\(type.id).test",
                confidence: Double(Int.random(in: 0...100, using: &generator)) / 100)
            let date = generator.oneIn(2) ? randomDate() : nil
            statements.append(
                Statement(
                    document: id, subject: subject, type: type.id, object: object,
                    status: Status.allCases[max(0, Int.random(in: -8..<8, using: &generator)) % 8], date: date,
                    until: generator.oneIn(6) ? date.map { $0.lastDay.adding(days: 30) } : nil, qualifiers: qualifiers(of: entities),
                    evidence: evidence))
        }
        if generator.oneIn(3) {
            // One of three stories that many print.
            var words = SeededGenerator(seed: UInt64(Int.random(in: 0..<3, using: &generator)))
            let cut = Int.random(in: 40...90, using: &generator)
            text += (0..<cut).map { _ in "w\(Int.random(in: 0..<500, using: &words))" }.joined(separator: " ") + ". "
        }
        let end = text.utf8.count
        let document = Document(
            id: id, source: "\(id).txt", title: String(text[headline]), publisher: generator.oneIn(2) ? "The Daily \"Test\"" : nil,
            published: generator.oneIn(6) ? nil : randomDate(), text: text,
            passages: [Passage(span: headline, role: .headline)]
                + (end > headline.end + 2 ? [Passage(span: TextSpan(start: headline.end + 2, end: end), role: .paragraph)] : []))
        return ExtractedDocument(document: document, entities: entities, statements: statements)
    }

    /// A date of early 2026, sometimes only its month or its year.
    public mutating func randomDate() -> PartialDate {
        let day = PartialDate(dayNumber: 20_454 + Int.random(in: 0..<60, using: &generator))
        let precision = Int.random(in: 0..<12, using: &generator)
        return PartialDate(year: day.year, month: precision == 0 ? nil : day.month, day: precision < 2 ? nil : day.day) ?? day
    }

    /// A filter that narrows a few things.
    public mutating func filter() -> GraphFilter {
        var filter = GraphFilter()
        if generator.oneIn(2) { filter.asOf = randomDate() }
        if generator.oneIn(4) { filter.validAt = randomDate() }
        if generator.oneIn(4) { filter.since = randomDate() }
        if generator.oneIn(4) { filter.until = randomDate() }
        if generator.oneIn(4) { filter.statuses = [.asserted, .planned, .former] }
        if generator.oneIn(4) { filter.relationTypes = ["met_with", "attacked"] }
        if generator.oneIn(6) { filter.entityTypes = [.person, .country] }
        if generator.oneIn(4) { filter.minimumConfidence = 0.5 }
        if generator.oneIn(6) { filter.minimumSources = 2 }
        return filter
    }

    private mutating func mention(of index: Int, in text: inout String, entities: inout [LocalEntity]) -> LocalEntity.ID {
        let name = entities[index].name, start = text.utf8.count, word = entities.reduce(0) { $0 + $1.mentions.count }
        text += name
        entities[index].mentions.append(
            Mention(
                tokens: (2 * word)..<(2 * word + 2), head: 2 * word, span: TextSpan(start: start, end: text.utf8.count),
                kind: MentionKind.allCases[Int.random(in: 0..<3, using: &generator)]))
        return index
    }

    private mutating func qualifiers(of entities: [LocalEntity]) -> Qualifiers<LocalEntity.ID> {
        var qualifiers = Qualifiers<LocalEntity.ID>()
        if generator.oneIn(4) { qualifiers.amount = MoneyAmount(value: Double(Int.random(in: 1...9, using: &generator)) * 1e9, currency: "USD") }
        if generator.oneIn(4) { qualifiers.title = generator.oneIn(2) ? "interim president" : "minister" }
        if generator.oneIn(4) { qualifiers.place = .init(text: "somewhere", entity: generator.oneIn(2) ? 0 : nil) }
        if generator.oneIn(4) { qualifiers.attributedTo = .init(text: "officials", entity: generator.oneIn(2) ? entities.count - 1 : nil) }
        if generator.oneIn(4) { qualifiers.charge = "drug trafficking" }
        return qualifiers
    }

    private static func type(
        _ name: String, _ kind: RelationType.Kind, symmetric: Bool = false, inverse: String? = nil, closes: [ClosingRule] = []
    ) -> RelationType {
        let all = Set(EntityType.allCases)
        return RelationType(
            id: name, group: "test", kind: kind, domain: all, range: all, isSymmetric: symmetric, inverse: inverse, closes: closes)
    }
}
