public import GraphModel

/// Random corrections of random articles, from a seed.
public struct RandomCorrections {
    private var generator: SeededGenerator
    private var clock = 1_767_225_600

    public init(seed: UInt64) { generator = SeededGenerator(seed: seed ^ 0xC0FFEE) }

    /// Some corrections, later ones after earlier ones, of what these articles speak of.
    public mutating func corrections(_ count: Int, about articles: [ExtractedDocument]) -> [Correction] {
        var things = articles.flatMap { article in article.entities.map { (article.document.id, $0) } }
        if things.isEmpty { things = [("none", LocalEntity(id: 0, type: .person, name: "Nobody"))] }
        return (0..<count).map { number in
            clock += Int.random(in: 0...90_000, using: &generator)
            return Correction(
                action(about: things), time: CorrectionTime(secondsSince1970: clock), reason: generator.oneIn(3) ? "" : "reason \(number)")
        }
    }

    private mutating func action(about things: [(article: Document.ID, entity: LocalEntity)]) -> Correction.Action {
        func any() -> (article: Document.ID, entity: LocalEntity) { things[Int.random(in: things.indices, using: &generator)] }
        func reference() -> EntityReference {
            let entity = any().entity
            var reference = EntityReference(entity)
            if generator.oneIn(5) { reference.aliases = Set(entity.aliases).sorted() }
            return reference
        }
        func relation() -> RelationReference {
            let types = RandomArticles.ontology.relationTypes
            return RelationReference(
                subject: reference(), type: types[Int.random(in: types.indices, using: &generator)].id, object: reference(),
                status: generator.oneIn(3) ? .asserted : nil, article: generator.oneIn(4) ? any().article : nil)
        }
        switch Int.random(in: 0..<11, using: &generator) {
        case 0, 1: return .merge(reference(), into: reference())
        case 2: return .split(reference(), .names((0...Int.random(in: 0...1, using: &generator)).map { _ in any().entity.name }), label: nil)
        case 3:
            let part = any()
            // Of the thing itself, as a rule.
            let whole = generator.oneIn(4) ? reference() : EntityReference(part.entity)
            return .split(whole, .articles([part.article, any().article], names: [part.entity.name]), label: generator.oneIn(2) ? "Another" : nil)
        case 4: return .rename(reference(), to: "New \(any().entity.name)")
        case 5: return .retype(reference(), to: EntityType.allCases[Int.random(in: 0..<4, using: &generator)])
        case 6: return .alias(reference(), generator.oneIn(2) ? any().entity.name : "Also \(any().entity.name)")
        case 7: return .rejectEntity(reference())
        case 8: return .rejectRelation(relation())
        case 9: return .confirm(relation())
        default:
            let relation = relation()
            return .add(
                HandmadeRelation(
                    subject: relation.subject, type: relation.type,
                    object: generator.oneIn(4) ? EntityReference(type: .person, name: "Somebody New") : relation.object,
                    status: generator.oneIn(2) ? .planned : .asserted, date: PartialDate("2026-01-09"), until: nil,
                    source: generator.oneIn(2) ? "The Daily \"Test\"" : nil))
        }
    }
}
