import GraphModel
import RelationExtraction
import Testing

@testable import EntityGraph

/// Whose deeds count in the timeline of two.
@Suite struct TimelineSideTests {
    static let spain = Entity(id: "country/ES", type: .country, name: "Spain", identifiers: ["iso3166-1": "ES"])
    static let peru = Entity(id: "country/PE", type: .country, name: "Peru", identifiers: ["iso3166-1": "PE"])
    static let entities = [
        spain, peru, Entity(id: "organization/navy", type: .organization, name: "Navy"), Entity(id: "person/ana", type: .person, name: "Ana Diaz"),
        Entity(id: "person/bo", type: .person, name: "Bo Berg"), Entity(id: "person/cy", type: .person, name: "Cy Cole"),
        Entity(id: "place/lima", type: .place, name: "Lima"), Entity(id: "place/quito", type: .place, name: "Quito"),
    ]

    static func statement(
        _ subject: String, _ type: String, _ object: String, _ status: Status = .asserted, date: String? = nil, until: String? = nil
    ) -> Statement<Entity.ID> {
        var statement = StoryGraph.statement(1, subject, type, object, status: status, date: date)
        statement.until = until.flatMap { PartialDate($0) }
        return statement
    }

    static func graph(_ statements: [Statement<Entity.ID>]) -> KnowledgeGraph {
        let documents = [StoryGraph.document(1)]
        return KnowledgeGraph(
            documents: documents, entities: entities,
            relations: KnowledgeGraph.relations(grouping: statements, in: ArticleIndex(documents), ontology: StoryGraph.ontology))
    }

    static let graph = graph([
        statement("person/ana", "head_of", "country/ES", until: "2026-01-05"), statement("organization/navy", "part_of", "country/ES"),
        statement("person/bo", "official_of", "organization/navy"), statement("person/cy", "head_of", "country/ES", .former),
        statement("person/cy", "head_of", "country/PE", .denied),
    ])

    @Test(
        "leaders count while in office, bodies and those who serve them always, former leaders and claimants never",
        arguments: [
            ("country/ES", "2026-01-09", true), ("person/ana", "2026-01-03", true), ("person/ana", "2026-01-09", false),
            ("organization/navy", "2026-01-09", true), ("person/bo", "2026-01-09", true), ("person/cy", "2026-01-03", false),
            ("country/PE", "2026-01-03", false),
        ])
    func members(id: String, date: String, counts: Bool) throws {
        let side = TimelineSide(of: Self.spain, in: Self.graph)
        let day: PartialDate = try #require(PartialDate(date))
        #expect(side.holds(id, on: day) == counts)
        #expect(side.holds(id, on: nil) == (counts || id == "person/ana"))
    }

    @Test func theGazetteerTellsWhosePlaceIsAttacked() throws {
        let gazetteer = try Gazetteer(tables: [(name: "world", text: "country\tPE\tPeru\t-\t-\tLima\ncountry\tEC\tEcuador\t-\t-\tQuito")])
        var side = TimelineSide(of: Self.peru, in: Self.graph)
        side.addPlaces(among: Self.entities, gazetteer)
        #expect(side.holds("place/lima", on: nil) && !side.holds("place/quito", on: nil) && !side.holds("person/ana", on: nil))
    }

    @Test func whatTheyDoToEachOtherIsToldWithWhoCounts() throws {
        let gazetteer = try Gazetteer(tables: [(name: "world", text: "country\tPE\tPeru\t-\t-\tLima")])
        let story = Self.graph(
            Self.graph.relations.flatMap(\.statements) + [
                Self.statement("country/ES", "attacked", "country/PE", .planned, date: "2026-01-01"),
                Self.statement("organization/navy", "attacked", "place/lima", date: "2026-01-03"),
                Self.statement("person/ana", "visited", "country/PE", date: "2026-01-09"),
                Self.statement("person/bo", "visited", "country/ES", date: "2026-01-09"),
            ])
        var sides = [Self.spain, Self.peru].map { TimelineSide(of: $0, in: story) }
        for index in sides.indices { sides[index].addPlaces(among: Self.entities, gazetteer) }
        let timeline = Timeline(of: [Self.spain, Self.peru], sides: sides, in: story, ontology: StoryGraph.ontology)
        // Ana Diaz was no longer in office; Bo Berg stayed on his own side.
        #expect(timeline.entries.map { "\($0.relation.subject) \($0.relation.object)" } == ["country/ES country/PE", "organization/navy place/lima"])
        #expect(timeline.plot().caption == "From 1 article. With those who act for them. Spain: Navy; Peru: Lima")
        #expect(timeline.plot().marks.map(\.words) == ["Spain: attacked", "Navy: attacked Lima"])
        #expect(timeline.notes == ["counts Navy for Spain, and Lima for Peru; --direct leaves them out"])
        let long = Self.graph([Self.statement("person/ana", "attacked", "country/PE", date: "2026-01-01")])
        let ana = Entity(id: "person/ana", type: .person, name: "Ana Diaz of the Liberation Army of the Northern Plains")
        let renamed = KnowledgeGraph(documents: long.documents, entities: [Self.peru, ana], relations: long.relations)
        let words = Timeline(of: [ana, Self.peru], in: renamed, ontology: StoryGraph.ontology).plot().marks.map(\.words)
        #expect(words == ["Ana Diaz of the Liberation Army of the N…: attacked"])
        let direct = Timeline(of: [Self.spain, Self.peru], in: story, ontology: StoryGraph.ontology)
        #expect(direct.entries.count == 1 && direct.plot().caption == "From 1 article" && direct.notes.isEmpty)
    }
}
