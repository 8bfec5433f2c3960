import Foundation
import GraphModel
import Testing

@testable import GraphExchange

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct ExportTests {
    static let ontology = Ontology(
        version: "test",
        relationTypes: [
            RelationType(
                id: "head_of", group: "role", kind: .state, domain: [], range: [], codes: ["wikidata": ["P35", "P6", "P169", "P488"]]),
            RelationType(
                id: "captured", group: "coercion", kind: .event, domain: [], range: [], codes: ["plover": ["COERCE"], "cameo": ["173"]], score: -5),
            RelationType(id: "spouse_of", group: "family", kind: .state, domain: [], range: [], isSymmetric: true, codes: ["wikidata": ["P26"]]),
            RelationType(id: "founded", group: "role", kind: .event, domain: [], range: [], codes: ["wikidata": ["P112"]]),
        ])

    /// Texts that break a format which does not escape them.
    static let hostile = ["<b> & \"q\" 'a'", "two\nlines\tand\rmore", "a;b,c|d", "\\u0041 \\", "]]>", "東京 😀 עברית", "\u{1}\u{1F}", "x /;?#%é"]

    static func graph(of names: [String], status: Status = .asserted, date: String? = nil) -> KnowledgeGraph {
        let entities = names.map { Entity(id: "person/\($0)", type: .person, name: $0, aliases: [$0 + "!"]) }.sorted { $0.id < $1.id }
        let relations = zip(entities, entities.dropFirst()).map { a, b in relation(a.id, "spouse_of", b.id, status: status, date: date) }
        return KnowledgeGraph(
            documents: [Document(id: "d 1", source: "s", title: names.first ?? "", text: "")], entities: entities,
            relations: relations.sorted { $0.key < $1.key })
    }

    static func relation(
        _ subject: String, _ type: String, _ object: String, status: Status = .asserted, date: String? = nil, until: String? = nil,
        title: String? = nil
    ) -> Relation {
        let place = TextSpan(start: 0, end: 0)
        let evidence = Evidence(span: place, text: "\"So\" they say; \\ <x>", trigger: "so", triggerSpan: place, rule: "r", confidence: 0.9)
        let statement = Statement(
            document: "d 1", subject: subject, type: type, object: object, status: status, date: date.flatMap { PartialDate($0) },
            until: until.flatMap { PartialDate($0) }, qualifiers: Qualifiers(title: title), evidence: evidence)
        return Relation(
            key: Relation.Key(subject: subject, type: type, object: object, status: status), confidence: 0.9, sources: 1, statements: [statement])
    }

    private func text(_ format: ExportFormat, _ graph: KnowledgeGraph, file: Int = 0) throws -> String {
        String(decoding: try format.files(of: graph, ontology: Self.ontology)[file].bytes, as: UTF8.self)
    }

    @Test("XML formats are well-formed whatever the names", arguments: [ExportFormat.graphml, .gexf])
    func xml(format: ExportFormat) throws {
        let parser = XMLParser(data: Data(try text(format, Self.graph(of: Self.hostile)).utf8))
        #expect(parser.parse())
    }

    @Test("JSON formats are well-formed whatever the names", arguments: [ExportFormat.cytoscape, .jsonld])
    func json(format: ExportFormat) throws {
        let object = try JSONSerialization.jsonObject(with: Data(try text(format, Self.graph(of: Self.hostile)).utf8))
        #expect(object is [String: Any])
    }

    @Test func everyLineOfFollowTheMoneyIsAnEntityWithAnIDOfPlainLetters() throws {
        let lines = try text(.ftm, Self.graph(of: Self.hostile)).split(separator: "\n")
        #expect(lines.count == 1 + Self.hostile.count * 2 - 1)
        var ids: Set<String> = []
        for line in lines {
            let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let id = try #require(record["id"] as? String)
            #expect(id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") })
            ids.insert(id)
        }
        #expect(ids.count == lines.count)
    }

    @Test("what did not happen is no plain fact", arguments: [Status.planned, .denied, .cancelled, .alleged, .possible, .requested, .former])
    func triples(status: Status) throws {
        let turtle = try text(.turtle, Self.graph(of: ["A", "B"], status: status))
        #expect(!turtle.contains("\n    egr:spouse_of <"))
        #expect(!turtle.contains("wdt:P26"))
        #expect(turtle.contains("ego:status \"\(status.rawValue)\""))
        let fact = try text(.turtle, Self.graph(of: ["A", "B"]))
        #expect(fact.contains("\n    egr:spouse_of <") && fact.contains("wdt:P26"))
    }

    @Test("followthemoney keeps what was, is said and is, and leaves out the rest", arguments: Status.allCases)
    func money(status: Status) throws {
        let lines = try text(.ftm, Self.graph(of: ["A", "B"], status: status)).split(separator: "\n")
        #expect(lines.contains { $0.contains("\"Family\"") } == [.asserted, .alleged, .former].contains(status))
    }

    @Test func wikidataHasAHeadOnTheCountryAndAFounderOnTheFirm() throws {
        let entities = [
            Entity(id: "country/XA", type: .country, name: "Aland", identifiers: ["wikidata": "Q1"]),
            Entity(id: "organization/firm", type: .organization, name: "Firm"), Entity(id: "person/ann", type: .person, name: "Ann"),
        ]
        let graph = KnowledgeGraph(
            documents: [], entities: entities,
            relations: [
                Self.relation("person/ann", "founded", "organization/firm"),
                Self.relation("person/ann", "head_of", "country/XA", title: "interim President"),
                Self.relation("person/ann", "head_of", "organization/firm", title: "chief executive"),
            ])
        let turtle = try text(.turtle, graph)
        let ann = "<urn:entitygraph:entity:person/ann>"
        #expect(turtle.contains("wdt:P35 \(ann)"))
        #expect(turtle.contains("wdt:P169 \(ann)"))
        #expect(turtle.contains("wdt:P112 \(ann)"))
        #expect(turtle.contains("owl:sameAs wd:Q1"))
    }

    @Test func datesOfEachPrecisionHaveTheirType() throws {
        for (date, type) in [("2026-01-03", "date"), ("2026-01", "gYearMonth"), ("2026", "gYear")] {
            #expect(try text(.turtle, Self.graph(of: ["A", "B"], date: date)).contains("ego:date \"\(date)\"^^xsd:\(type)"))
        }
    }

    @Test func gephiSeesAnEventOnItsDaysAndAStateUntilItsEnd() throws {
        let entities = [Entity(id: "a", type: .person, name: "A"), Entity(id: "b", type: .country, name: "B")]
        let graph = KnowledgeGraph(
            documents: [], entities: entities,
            relations: [
                Self.relation("a", "captured", "b", date: "2026-02"), Self.relation("a", "head_of", "b", date: "2019-05-01", until: "2020"),
                Self.relation("a", "head_of", "b", status: .former, date: "2011"),
            ])
        let gexf = try text(.gexf, graph)
        #expect(gexf.contains("<spell start=\"2026-02-01\" end=\"2026-02-28\"/>"))
        #expect(gexf.contains("<spell start=\"2019-05-01\" end=\"2020-12-31\"/>"))
        #expect(gexf.contains("<spell start=\"2011-01-01\"/>"))
    }

    @Test func spellsThatOverlapAreOne() {
        func spell(_ start: String?, _ end: String?) -> Spell {
            Spell(start: start.flatMap { PartialDate($0) }, end: end.flatMap { PartialDate($0) })
        }
        let joined = Spell.joined([spell("2026-01-05", "2026-01-09"), spell("2026-01-01", "2026-01-06"), spell("2026-02-01", nil)])
        #expect(joined == [spell("2026-01-01", "2026-01-09"), spell("2026-02-01", nil)])
        #expect(Spell.joined([spell(nil, "2020-01-01"), spell("2019-01-01", nil)]) == [spell(nil, nil)])
    }

    @Test func eventDataHoldsCodedRelationsOnlyWithTheirCodes() throws {
        let entities = [
            Entity(id: "country/US", type: .country, name: "United States", identifiers: ["iso3166-1": "US"]),
            Entity(id: "person/ann", type: .person, name: "Ann"), Entity(id: "person/bob", type: .person, name: "Bob"),
        ]
        let graph = KnowledgeGraph(
            documents: [Document(id: "d 1", source: "", title: "", published: PartialDate("2026-01-04"), text: "")], entities: entities,
            relations: [Self.relation("country/US", "captured", "person/ann"), Self.relation("person/ann", "spouse_of", "person/bob")])
        let lines = try text(.plover, graph).split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(
            lines[1].hasPrefix(
                "1,2026-01-04,true,2026-01-04,country/US,United States,country,US,person/ann,Ann,person,,captured,asserted,COERCE,173,-5,0.9,1,d 1,"))
    }

    @Test func tablesForNeo4jHaveTheImportersHeaders() throws {
        let graph = Self.graph(of: ["A;1", "B"])
        let nodes = try text(.neo4j, graph).split(separator: "\r\n")
        #expect(nodes[0] == "id:ID,name,aliases:string[],identifiers:string[],nominal:boolean,mentions:int,:LABEL")
        #expect(nodes[1].hasSuffix("Entity;Person"))
        #expect(nodes[1].contains("\"A,1!\"") || nodes[1].contains("A,1!"))
        #expect(try text(.neo4j, graph, file: 1).contains("person/A;1,person/B,SPOUSE_OF,asserted"))
    }

    @Test("every row for Neo4j stands on one line, whatever the names") func rowsForNeo4j() throws {
        let graph = Self.graph(of: Self.hostile)
        for (file, rows) in [(0, graph.entities.count), (1, graph.relations.count)] {
            #expect(try text(.neo4j, graph, file: file).split(whereSeparator: \.isNewline).count == rows + 1)
        }
    }
}
