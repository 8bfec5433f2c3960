import GraphModel
import RelationExtraction

/// One of the two that a timeline is about, with all who act for it: who leads, serves or speaks for it, its bodies, its places.
///
/// What the United States do to the president of Venezuela happens between the two countries, though no article says so in these words.
struct TimelineSide {
    /// Relations whose subject acts for their object.
    static let types: Set<RelationType.ID> = ["head_of", "official_of", "spokesperson_for", "part_of", "capital_of", "located_in"]

    /// From when to when somebody acts for it; nil where nobody tells a beginning or an end.
    private struct Term {
        var first: PartialDate?
        var last: PartialDate?

        func holds(on date: PartialDate) -> Bool {
            (first.map { $0.firstDay <= date.lastDay } ?? true) && (last.map { date.firstDay <= $0.lastDay } ?? true)
        }
    }

    let entity: Entity
    private var terms: [Entity.ID: [Term]]

    /// - Parameter graph: relations of `types`, those of its bodies among them.
    init(of entity: Entity, in graph: KnowledgeGraph) {
        self.entity = entity
        let bodies = Set(graph.entities.filter { $0.type != .person && $0.type != .country }.map(\.id))
        var terms: [Entity.ID: [Term]] = [:]
        // Those who act for one of its bodies act for it, too: two steps.
        for _ in 0..<2 {
            let known = Set(terms.keys)
            for relation in graph.relations
            where Self.types.contains(relation.type) && relation.subject != entity.id && terms[relation.subject] == nil {
                guard relation.object == entity.id || (known.contains(relation.object) && bodies.contains(relation.object)) else { continue }
                let found = Self.terms(of: relation)
                if !found.isEmpty { terms[relation.subject, default: []] += found }
            }
        }
        self.terms = terms
    }

    /// Of a former post nobody knows until when it was held, unless an article tells its end.
    private static func terms(of relation: Relation) -> [Term] {
        guard relation.status == .asserted || relation.status == .former else { return [] }
        return relation.statements.filter { relation.status == .asserted || $0.until != nil }.map { Term(first: $0.date, last: $0.until) }
    }

    /// Adds the places of a country that the gazetteer knows: attacked are cities, hardly ever whole countries.
    mutating func addPlaces(among entities: [Entity], _ gazetteer: Gazetteer) {
        guard entity.type == .country, let code = entity.identifiers["iso3166-1"] else { return }
        for place in entities where place.type == .place && terms[place.id] == nil && gazetteer.countries(ofPlace: place.name) == [code] {
            terms[place.id] = [Term()]
        }
    }

    /// Those who act for it at one time or another.
    var members: Set<Entity.ID> { Set(terms.keys) }

    /// Whether it is the entity itself, or somebody acts for it on a date; at any time if there is none.
    func holds(_ id: Entity.ID, on date: PartialDate?) -> Bool {
        if id == entity.id { return true }
        guard let terms = terms[id] else { return false }
        return date.map { date in terms.contains { $0.holds(on: date) } } ?? true
    }
}
