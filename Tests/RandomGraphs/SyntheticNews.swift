public import GraphModel

/// Articles as news has them, from a seed: for measuring a store at any size.
///
/// Who acts is drawn with weights 1, 1/2, 1/3 … (Zipf's law), so that some have to do with nearly everything and most with little. Each
/// article speaks of about ten things in as many statements, with words between them as a text of 700 words has; one in twelve prints
/// an earlier one again, word for word but for its first line.
public struct SyntheticNews: Sequence, IteratorProtocol {
    public static let types: [(name: String, kind: RelationType.Kind, isSymmetric: Bool)] = [
        ("met_with", .event, true), ("attacked", .event, false), ("criticized", .event, false), ("visited", .event, false),
        ("supported", .event, false), ("sanctioned", .event, false), ("head_of", .state, false), ("official_of", .state, false),
        ("member_of", .state, false), ("allied_with", .state, true), ("deployed_to", .state, false), ("resigned_from", .event, false),
        ("killed", .event, false), ("severed_ties_with", .event, true),
    ]

    /// The relation types above, with the rules by which events end states.
    public static let ontology = Ontology(
        version: "synthetic",
        relationTypes: types.map { name, kind, isSymmetric in
            let all = Set(EntityType.allCases)
            let closes: [ClosingRule] =
                switch name {
                case "resigned_from": [ClosingRule(states: ["head_of", "official_of"])]
                case "killed": [ClosingRule(states: ["head_of", "official_of", "member_of"], subject: .object, object: nil)]
                case "severed_ties_with": [ClosingRule(states: ["allied_with"])]
                default: []
                }
            return RelationType(id: name, group: "synthetic", kind: kind, domain: all, range: all, isSymmetric: isSymmetric, closes: closes)
        })

    private let articles: Int
    private let entities: Int
    private let statements: Int
    private let textWords: Int
    /// Sums of the weights of the entities up to each.
    private let weights: [Double]
    private var generator: SeededGenerator
    private var position: Int

    /// - Parameters:
    ///   - statements: in each article.
    ///   - textWords: words of each article beside those of its statements.
    ///   - first: the number of the first article.
    public init(articles: Int, entities: Int, statements: Int = 10, textWords: Int = 500, first: Int = 0, seed: UInt64 = 1) {
        self.articles = first + articles
        position = first
        self.entities = entities
        self.statements = statements
        self.textWords = textWords
        var sum = 0.0
        weights = (0..<entities).map { rank in
            sum += 1 / Double(rank + 20)
            return sum
        }
        generator = SeededGenerator(seed: seed)
    }

    /// The name of an entity: the more often it is drawn, the smaller its number.
    public static func name(_ index: Int) -> (name: String, type: EntityType) {
        let type: EntityType = [.person, .person, .person, .organization, .organization, .place][index % 6]
        let first = syllables(index &* 7919 % 1000, 2), second = syllables(index / 3 &+ 5000, 3)
        switch type {
        case .person, .country: return ("\(first) \(second)", type)
        case .organization: return ("\(second) \(first) Group", type)
        case .place: return ("\(second) \(syllables(index, 1))", type)
        }
    }

    private static func syllables(_ number: Int, _ count: Int) -> String {
        let onsets = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "ch", "sh"], vowels = ["a", "e", "i", "o", "u"]
        var word = "", rest = number
        for _ in 0..<count {
            word += onsets[rest % 16] + vowels[rest / 16 % 5]
            rest /= 80
        }
        if rest > 0 { word += vowels[rest % 5] + onsets[rest / 5 % 14] }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    /// Two draws in three fall on the famous, the third on anyone.
    private mutating func entity() -> Int {
        guard Int.random(in: 0..<3, using: &generator) > 0, let sum = weights.last else { return Int.random(in: 0..<entities, using: &generator) }
        let place = Double.random(in: 0..<sum, using: &generator)
        var low = 0, high = weights.count - 1
        while low < high {
            let middle = (low + high) / 2
            if weights[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    public mutating func next() -> ExtractedDocument? {
        guard position < articles else { return nil }
        defer { position += 1 }
        return article(position)
    }

    private mutating func article(_ number: Int) -> ExtractedDocument {
        var text = "Report \(number) of the synthetic news.\n\n", local: [Int: Int] = [:], entities: [LocalEntity] = []
        let id = "https://news.example/\(number)"
        let headline = TextSpan(start: 0, end: text.utf8.count - 2)
        func mention(_ entity: Int) -> Int {
            let known = Self.name(entity)
            let place = local[entity] ?? entities.count
            if place == entities.count {
                local[entity] = place
                entities.append(LocalEntity(id: place, type: known.type, name: known.name))
            }
            let isAgain = !entities[place].mentions.isEmpty && known.type == .person
            let words = isAgain ? String(known.name.split(separator: " ").last ?? "") : known.name
            if isAgain && entities[place].aliases.isEmpty { entities[place].aliases = [words] }
            let start = text.utf8.count
            text += words
            entities[place].mentions.append(
                Mention(tokens: 0..<1, head: 0, span: TextSpan(start: start, end: text.utf8.count), kind: .name))
            return place
        }
        var told: [Statement<LocalEntity.ID>] = []
        for _ in 0..<statements {
            // One statement in three is about who was spoken of before.
            let subject = !local.isEmpty && generator.oneIn(3) ? local.keys.min() ?? 0 : entity(), object = entity()
            guard subject != object else { continue }
            // One statement in twenty tells an event that may end a state.
            let type = Self.types[generator.oneIn(20) ? Int.random(in: 11..<14, using: &generator) : Int.random(in: 0..<11, using: &generator)]
            let start = text.utf8.count, first = mention(subject)
            text += " "
            let trigger = text.utf8.count
            text += type.name
            let end = text.utf8.count
            text += " "
            let second = mention(object)
            text += " on that day, as the people of the place say."
            let span = TextSpan(start: start, end: text.utf8.count), triggerSpan = TextSpan(start: trigger, end: end)
            let day = PartialDate(dayNumber: 18_000 + number / 100 - Int.random(in: 0..<5, using: &generator))
            told.append(
                Statement(
                    document: id, subject: first, type: type.name, object: second,
                    status: generator.oneIn(8) ? .planned : .asserted, date: generator.oneIn(2) ? day : nil,
                    qualifiers: Qualifiers(title: generator.oneIn(10) ? "minister" : nil),
                    evidence: Evidence(
                        span: span, text: String(text[span]), trigger: type.name, triggerSpan: triggerSpan, rule: "\(type.name).synthetic",
                        confidence: 0.9)))
            text += " "
            var filler = generator.oneIn(12) ? SeededGenerator(seed: 7) : generator
            for _ in 0..<(textWords / statements) { text += Self.syllables(Int.random(in: 0..<6400, using: &filler), 2).lowercased() + " " }
            text += ". "
            _ = generator.next()
        }
        let document = Document(
            id: id, source: id, title: "Report \(number) of the synthetic news", publisher: "Paper \(number % 50)",
            published: PartialDate(dayNumber: 18_000 + number / 100), text: text,
            passages: [
                Passage(span: headline, role: .headline), Passage(span: TextSpan(start: headline.end + 2, end: text.utf8.count), role: .paragraph),
            ])
        return ExtractedDocument(document: document, entities: entities, statements: told)
    }
}
