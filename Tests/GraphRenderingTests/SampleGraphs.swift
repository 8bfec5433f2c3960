import GraphModel

@testable import GraphRendering

/// Graphs for tests and for looking at, written as lines of "subject | relation | object | status | date | sources".
enum SampleGraphs {
    /// The relation types that the samples use, with the scores of the built-in ontology.
    static let ontology: Ontology = {
        let rows: [(String, Double?, Bool)] = [
            ("head_of", nil, false), ("official_of", nil, false), ("spouse_of", nil, true), ("part_of", nil, false), ("based_in", nil, false),
            ("capital_of", nil, false), ("works_for", nil, false), ("member_of", nil, false), ("located_in", nil, false), ("owns", nil, false),
            ("captured", -7, false), ("indicted", -7, false), ("attacked", -9, false), ("accused", -3, false), ("criticized", -3, false),
            ("sanctioned", -6, false), ("threatened", -3.5, false), ("investigated", -3, false), ("demanded_of", 0, false),
            ("protested_against", -5, false), ("killed", -9, false), ("met_with", 2.5, true), ("spoke_with", 2.5, true),
            ("cooperated_with", 9.5, true), ("negotiated_with", 2.5, true), ("supported", 5, false), ("recognized", 5, false),
            ("released", 6.5, false), ("invested_in", 9.5, false), ("agreed_with", 2.5, true), ("visited", 2.5, false),
            ("acquired", nil, false), ("succeeded", nil, false), ("appointed", nil, false), ("allied_with", 9.5, true),
        ]
        return Ontology(
            version: "sample",
            relationTypes: rows.map {
                RelationType(
                    id: $0.0, group: "sample", kind: .event, domain: Set(EntityType.allCases), range: Set(EntityType.allCases), isSymmetric: $0.2,
                    score: $0.1)
            })
    }()

    /// Letters that stand for entity types in the lines below.
    private static let types: [Character: EntityType] = ["p": .person, "c": .country, "o": .organization, "l": .place]

    /// A graph of `entities` ("c United States", "o* oil companies" without a name) and `relations` in lines.
    static func graph(entities: String, relations: String) -> KnowledgeGraph {
        var ids: [String: Entity.ID] = [:], list: [Entity] = []
        for line in lines(entities) {
            guard let letter = line.first, let type = types[letter], let space = line.firstIndex(of: " ") else { continue }
            let name = String(line[line.index(after: space)...])
            let id = "\(type.rawValue)/\(name.lowercased().replacing(" ", with: "-"))"
            ids[name] = id
            list.append(Entity(id: id, type: type, name: name, isNominal: line[..<space].contains("*")))
        }
        let document = Document(
            id: "sample", source: "https://example.org/news?id=1&page=2", title: "A sample", publisher: "The Example",
            published: PartialDate("2026-01-09"),
            text: "")
        let built = lines(relations).compactMap { line -> Relation? in
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingSpaces() }
            guard parts.count >= 3, let subject = ids[parts[0]], let object = ids[parts[2]] else { return nil }
            return relation(
                subject, parts[1], object, status: parts.count > 3 ? Status(rawValue: parts[3]) ?? .asserted : .asserted,
                date: parts.count > 4 ? PartialDate(parts[4]) : nil, sources: parts.count > 5 ? Int(parts[5]) ?? 1 : 1,
                sentence: "\(parts[0]) \(parts[1].replacing("_", with: " ")) \(parts[2]), the report said.")
        }
        return KnowledgeGraph(documents: [document], entities: list.sorted { $0.id < $1.id }, relations: built.sorted { $0.key < $1.key })
    }

    static func relation(
        _ subject: String, _ type: String, _ object: String, status: Status = .asserted, date: PartialDate? = nil, sources: Int = 1,
        sentence: String = "It said so.", qualifiers: Qualifiers<Entity.ID> = Qualifiers()
    ) -> Relation {
        let span = TextSpan(start: 0, end: 0)
        let evidence = Evidence(span: span, text: sentence, trigger: type, triggerSpan: span, rule: "sample", confidence: 0.9)
        let statement = Statement(
            document: "sample", subject: subject, type: type, object: object, status: status, date: date, qualifiers: qualifiers, evidence: evidence)
        return Relation(
            key: Relation.Key(subject: subject, type: type, object: object, status: status), confidence: 0.9, sources: sources,
            statements: [statement])
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    }

    /// What Venezuela's January 2026 looks like from one article.
    static let article = graph(
        entities: """
            c United States
            c Venezuela
            p Donald Trump
            p Nicolás Maduro
            p Cilia Flores
            p Delcy Rodríguez
            l Caracas
            o Southern District of New York
            o* oil companies
            """,
        relations: """
            United States | captured | Nicolás Maduro | asserted | 2026-01-03 | 3
            United States | captured | Cilia Flores | asserted | 2026-01-03 | 2
            United States | attacked | Venezuela | asserted | 2026-01-03 | 4
            United States | attacked | Venezuela | cancelled | 2026-01-09
            United States | cooperated_with | Venezuela
            Nicolás Maduro | spouse_of | Cilia Flores
            Southern District of New York | indicted | Nicolás Maduro
            Southern District of New York | indicted | Cilia Flores
            Southern District of New York | part_of | United States
            Donald Trump | head_of | United States
            Delcy Rodríguez | head_of | Venezuela | asserted | 2026
            Nicolás Maduro | head_of | Venezuela | former
            Caracas | capital_of | Venezuela
            oil companies | invested_in | Venezuela | planned
            Donald Trump | met_with | oil companies | planned | 2026-01-09
            Delcy Rodríguez | criticized | United States
            """)

    /// The same story over some weeks, with other actors.
    static let story = graph(
        entities: """
            c United States
            c Venezuela
            c Russia
            c China
            c Colombia
            c Cuba
            p Donald Trump
            p Nicolás Maduro
            p Cilia Flores
            p Delcy Rodríguez
            p Marco Rubio
            p María Corina Machado
            p Gustavo Petro
            p Vladimir Padrino López
            p Alvin Hellerstein
            l Caracas
            l La Guaira
            o Southern District of New York
            o United Nations Security Council
            o Petróleos de Venezuela
            o Chevron
            o ExxonMobil
            o Organization of American States
            o* oil companies
            """,
        relations: """
            United States | captured | Nicolás Maduro | asserted | 2026-01-03 | 9
            United States | captured | Cilia Flores | asserted | 2026-01-03 | 6
            United States | attacked | Venezuela | asserted | 2026-01-03 | 8
            United States | attacked | Caracas | asserted | 2026-01-03 | 3
            United States | attacked | La Guaira | asserted | 2026-01-03
            United States | attacked | Venezuela | cancelled | 2026-01-09 | 2
            United States | sanctioned | Venezuela | asserted | 2019
            United States | cooperated_with | Venezuela | asserted | 2026-01 | 2
            United States | sanctioned | Petróleos de Venezuela | former | 2019
            Nicolás Maduro | spouse_of | Cilia Flores
            Southern District of New York | indicted | Nicolás Maduro | asserted | 2020-03 | 4
            Southern District of New York | indicted | Cilia Flores | asserted | 2026-01-03 | 2
            Southern District of New York | part_of | United States
            Alvin Hellerstein | official_of | Southern District of New York
            Donald Trump | head_of | United States | asserted | | 5
            Marco Rubio | official_of | United States
            Marco Rubio | spoke_with | Delcy Rodríguez | asserted | 2026-01-07
            Marco Rubio | accused | Nicolás Maduro
            Delcy Rodríguez | head_of | Venezuela | asserted | 2026-01-05 | 5
            Delcy Rodríguez | succeeded | Nicolás Maduro | asserted | 2026-01-05
            Nicolás Maduro | head_of | Venezuela | former | | 4
            Caracas | capital_of | Venezuela
            La Guaira | located_in | Venezuela
            oil companies | invested_in | Venezuela | planned | | 2
            Donald Trump | met_with | oil companies | planned | 2026-01-09
            Donald Trump | met_with | María Corina Machado | possible
            Donald Trump | threatened | Gustavo Petro | asserted | 2026-01-05
            Donald Trump | threatened | Colombia | possible
            Gustavo Petro | head_of | Colombia
            Gustavo Petro | criticized | United States | asserted | 2026-01-04
            Delcy Rodríguez | criticized | United States | asserted | 2026-01-08
            Delcy Rodríguez | demanded_of | United States | requested
            Vladimir Padrino López | official_of | Venezuela
            Russia | criticized | United States | asserted | 2026-01-04 | 2
            China | criticized | United States | asserted | 2026-01-04 | 2
            Russia | supported | Venezuela | asserted
            China | invested_in | Venezuela
            Cuba | allied_with | Venezuela
            Colombia | demanded_of | United Nations Security Council | requested | 2026-01-05
            United States | member_of | United Nations Security Council
            Russia | member_of | United Nations Security Council
            Chevron | invested_in | Petróleos de Venezuela
            ExxonMobil | invested_in | Venezuela | denied
            Petróleos de Venezuela | based_in | Caracas
            María Corina Machado | accused | Nicolás Maduro | alleged
            Venezuela | member_of | Organization of American States | former
            Organization of American States | criticized | United States | denied
            """)

    /// A story in several parts that nothing joins.
    static let parts = graph(
        entities: "c Aland\nc Bland\np Ana\np Bo\no Court\nl Cape Town\nc Cland\np Cy\no Bank\np Di\np Ed",
        relations: """
            Aland | attacked | Bland | asserted | 2026-01-03 | 4
            Ana | head_of | Aland
            Bo | head_of | Bland | former
            Aland | captured | Bo | alleged | 2026-01
            Court | located_in | Cape Town
            Cy | head_of | Cland | planned | 2027
            Bank | based_in | Cland
            Di | spouse_of | Ed | denied
            """)

    /// Names in many scripts, short and long ones.
    static let letters = graph(
        entities: """
            c Österreich
            c Việt Nam
            p Владимир Ильич Преображенский
            p Ἀριστοτέλης Παπαδόπουλος
            p محمد عبد الرحمن
            o 東京電力ホールディングス株式会社
            o Gesellschaft zur Förderung der Donaudampfschifffahrt und ihrer Freunde e. V.
            l Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch
            p O'Brien "Bo" & Söhne <Ltd>
            """,
        relations: """
            Österreich | met_with | Việt Nam | asserted | 2026-01-03 | 2
            Владимир Ильич Преображенский | head_of | Österreich
            Ἀριστοτέλης Παπαδόπουλος | works_for | 東京電力ホールディングス株式会社
            محمد عبد الرحمن | visited | Việt Nam | planned
            Gesellschaft zur Förderung der Donaudampfschifffahrt und ihrer Freunde e. V. | part_of | Österreich
            東京電力ホールディングス株式会社 | located_in | Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch
            O'Brien "Bo" & Söhne <Ltd> | criticized | Österreich
            Ἀριστοτέλης Παπαδόπουλος | criticized | Österreich
            """)

    /// A layout by springs.
    static var springs: DrawingOptions {
        var options = DrawingOptions()
        options.engine = .sfdp
        return options
    }

    /// The story as of an early day and as of a later one: relations were added, fell away, and found more sources.
    static var twoDays: (before: KnowledgeGraph, after: KnowledgeGraph) {
        let isLater = { (relation: Relation) in
            relation.statements.contains { ($0.date?.firstDay.day ?? 0) > 4 }
                || ["cooperated_with", "succeeded", "invested_in"].contains(relation.type)
        }
        func part(_ relations: [Relation], _ documents: [Document]) -> KnowledgeGraph {
            let ends = Set(relations.flatMap { [$0.subject, $0.object] })
            return KnowledgeGraph(documents: documents, entities: story.entities.filter { ends.contains($0.id) }, relations: relations)
        }
        var before = story.relations.filter { !isLater($0) }
        for index in before.indices where before[index].sources > 4 { before[index].sources -= 3 }
        let after = story.relations.filter { !["threatened", "demanded_of"].contains($0.type) }
        return (part(before, story.documents), part(after, story.documents))
    }

    /// A graph of any size with the shape that news has: few actors that most others deal with. The same every time.
    static func synthetic(entities count: Int, relations wanted: Int) -> KnowledgeGraph {
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        let given = ["Ana", "Boris", "Chen", "Dmitri", "Elena", "Farid", "Grace", "Hiroshi", "Ingrid", "Jorge", "Kofi", "Leila"]
        let family = ["Almeida", "Bergström", "Castillo", "Dubois", "Eriksen", "Ferreira", "González", "Haddad", "Ivanov", "Jansen", "Kowalski"]
        let bodies = [
            "Ministry of Foreign Affairs", "Central Bank", "Energy Holdings", "Liberation Front", "High Court", "Steelworkers' Union", "Daily Herald",
        ]
        let places = ["Argentina", "Bolivia", "Chile", "Denmark", "Egypt", "France", "Ghana", "Hungary", "India", "Japan", "Kenya", "Laos"]
        var entities: [Entity] = []
        for index in 0..<count {
            let serial = index / 12 == 0 ? "" : " \(index / 12)"
            switch index % 4 {
            case 0: entities.append(Entity(id: "country/\(index)", type: .country, name: places[index / 4 % 12] + serial))
            case 1, 2: entities.append(Entity(id: "person/\(index)", type: .person, name: "\(given[random(12)]) \(family[random(11)])"))
            default:
                entities.append(Entity(id: "organization/\(index)", type: .organization, name: "\(places[random(12)]) \(bodies[random(7)])"))
            }
        }
        let types = ontology.relationTypes.map(\.id)
        var relations: [Relation.Key: Relation] = [:], ends = [0]
        func add(_ a: Int, _ b: Int) {
            let status = random(4) == 0 ? Status.allCases[random(8)] : .asserted
            let date = random(3) == 0 ? PartialDate(year: 2026, month: 1 + random(3), day: 1 + random(28)) : nil
            let sources = 1 + (random(4) == 0 ? random(8) : 0)
            let made = relation(entities[a].id, types[random(types.count)], entities[b].id, status: status, date: date, sources: sources)
            relations[made.key] = made
            ends += [a, b]
        }
        for index in 1..<max(2, count) where index < count { add(index, ends[random(ends.count)]) }
        while relations.count < wanted {
            // Further relations mostly join those that are joined already: two to four lines a pair.
            if random(2) == 0 {
                let pair = 2 * random((ends.count - 1) / 2) + 1
                if ends[pair] != ends[pair + 1] { add(ends[pair], ends[pair + 1]) }
            } else {
                let a = random(count), b = ends[random(ends.count)]
                if a != b { add(a, b) }
            }
        }
        return KnowledgeGraph(documents: [], entities: entities.sorted { $0.id < $1.id }, relations: relations.values.sorted { $0.key < $1.key })
    }
}

extension StringProtocol {
    /// The text without spaces at its ends.
    func trimmingSpaces() -> String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
