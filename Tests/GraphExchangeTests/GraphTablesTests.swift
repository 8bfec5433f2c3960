import Foundation
import GraphModel
import Testing

@testable import GraphExchange

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct GraphTablesTests {
    private static let ontology = Ontology(
        version: "test", relationTypes: [RelationType(id: "met_with", group: "", kind: .event, domain: [], range: [], isSymmetric: true)])

    @Test func tablesHaveARowAnEntityAndARelation() throws {
        let entities = String(decoding: GraphCSV.entities(ExampleGraph.graph), as: UTF8.self).split(separator: "\r\n")
        #expect(entities[0] == "id,type,name,nominal,aliases,identifiers,mentions")
        #expect(entities[1] == "country/US,country,United States,false,US,iso3166-1=US|wikidata=Q30,2")
        #expect(entities[3] == "organization/oil-companies,organization,oil companies,true,,,1")
        let relations = String(decoding: GraphCSV.relations(ExampleGraph.graph), as: UTF8.self).split(separator: "\r\n")
        #expect(relations.count == 4)
        #expect(
            relations[1]
                == "country/US,captured,person/nicolas-maduro,asserted,0.93,1,2026-01-03,2026-01-03,,,,,a1,\"The United States captured Nicolás Maduro on January 3, 2026, Reuters said.\""
        )
        #expect(relations[2].contains(",100000000000,USD,a1,"))
    }

    @Test func cellsThatHoldTheSeparatorAreQuoted() {
        let graph = KnowledgeGraph(entities: [Entity(id: "a", type: .person, name: "Smith, \"Jo\"\nJr")])
        #expect(String(decoding: GraphCSV.entities(graph), as: UTF8.self).contains("a,person,\"Smith, \"\"Jo\"\"\nJr\",false,,,0\r\n"))
    }

    @Test("XML holds any text", arguments: ["<b> & \"q\" 'a'", "\u{0}\u{1F}\u{FFFE}", "two\nlines\tand\rmore", "]]>", "東京 😀", ""])
    func hostile(text: String) throws {
        let entity = Entity(id: "person/\(text)", type: .person, name: text, aliases: [text])
        let xml = GraphML.encode(KnowledgeGraph(entities: [entity]), ontology: Self.ontology)
        let parser = XMLParser(data: Data(xml))
        #expect(parser.parse(), "\(String(decoding: xml, as: UTF8.self))")
    }

    @Test func relationsWithoutDirectionAreMarked() {
        let key = Relation.Key(subject: "a", type: "met_with", object: "b", status: .asserted)
        let graph = KnowledgeGraph(
            entities: [Entity(id: "a", type: .person, name: "A"), Entity(id: "b", type: .person, name: "B")],
            relations: [Relation(key: key, confidence: 1, sources: 1, statements: [])])
        let xml = String(decoding: GraphML.encode(graph, ontology: Self.ontology), as: UTF8.self)
        #expect(xml.contains("<edge id=\"r0\" source=\"a\" target=\"b\"><data key=\"e_relation\">met_with</data>"))
        #expect(xml.contains("<data key=\"e_symmetric\">true</data>"))
    }
}
