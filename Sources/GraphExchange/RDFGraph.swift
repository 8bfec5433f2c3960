import GraphModel

/// A graph as RDF triples, before Turtle or JSON-LD write them.
///
/// - An entity is `eg:entity/…` with a schema.org class, labels and, where Wikidata's number is known, `owl:sameAs`.
/// - A relation told as fact is a plain triple `subject egr:type object`, and the Wikidata property beside it where the ontology maps one,
///   turned round where Wikidata's subject is our object. A former, planned, denied or alleged relation has no plain triple.
/// - Each statement, of any status, is an `rdf:Statement` with its qualifiers and the article that it was derived from (PROV-O).
struct RDFGraph {
    enum Value: Hashable {
        /// A prefixed name or a full IRI.
        case resource(IRI)
        case text(String)
        /// A literal with an XML Schema type, such as `xsd:date`.
        case typed(String, IRI)
    }

    /// `prefix:local`, with the local part as it must stand in the full IRI.
    struct IRI: Hashable {
        var prefix: String
        var local: String
    }

    struct Node {
        var id: IRI
        var properties: [(name: IRI, values: [Value])]
    }

    static let prefixes: [(name: String, base: String)] = [
        ("eg", "urn:entitygraph:"), ("ego", "urn:entitygraph:ontology:"), ("egr", "urn:entitygraph:relation:"),
        ("owl", "http://www.w3.org/2002/07/owl#"),
        ("prov", "http://www.w3.org/ns/prov#"), ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"), ("schema", "http://schema.org/"), ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("wd", "http://www.wikidata.org/entity/"), ("wdt", "http://www.wikidata.org/prop/direct/"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    private(set) var nodes: [Node] = []

    init(_ graph: KnowledgeGraph, ontology: Ontology) {
        for document in graph.documents { nodes.append(Self.node(document)) }
        var facts: [Entity.ID: [(IRI, Value)]] = [:]
        for relation in graph.relations where relation.status == .asserted {
            facts[relation.subject, default: []].append((IRI(prefix: "egr", local: relation.type), .resource(Self.entity(relation.object))))
            guard let type = ontology[relation.type], let subject = graph.entity(relation.subject), let object = graph.entity(relation.object),
                let mapped = WikidataProperty(type: type, subject: subject, object: object, title: RelationSummary(relation).best?.qualifiers.title)
            else { continue }
            let from = mapped.isTurned ? relation.object : relation.subject, to = mapped.isTurned ? relation.subject : relation.object
            facts[from, default: []].append((IRI(prefix: "wdt", local: mapped.id), .resource(Self.entity(to))))
        }
        for entity in graph.entities { nodes.append(Self.node(entity, facts: facts[entity.id] ?? [])) }
        for type in Set(graph.relations.map(\.type)).sorted() {
            var node = Node(id: IRI(prefix: "egr", local: type), properties: [])
            node.add("rdf", "type", .resource(IRI(prefix: "rdf", local: "Property")))
            node.add("rdfs", "label", .text(ontology[type]?.words ?? type))
            if let definition = ontology[type]?.definition, !definition.isEmpty { node.add("rdfs", "comment", .text(definition)) }
            nodes.append(node)
        }
        var number = 0
        for relation in graph.relations {
            for statement in relation.statements {
                number += 1
                nodes.append(Self.node(statement, number: number))
            }
        }
    }

    private static func node(_ document: Document) -> Node {
        var node = Node(id: Self.document(document.id), properties: [])
        node.add("rdf", "type", .resource(IRI(prefix: "schema", local: "NewsArticle")))
        node.add("schema", "headline", .text(document.title))
        node.add("schema", "datePublished", document.published.map(Self.date))
        node.add("schema", "publisher", document.publisher.map { .text($0) })
        node.add("schema", "url", document.source.hasPrefix("http") ? .text(document.source) : nil)
        return node
    }

    private static func node(_ entity: Entity, facts: [(IRI, Value)]) -> Node {
        var node = Node(id: Self.entity(entity.id), properties: [])
        let classes: [EntityType: String] = [.person: "Person", .country: "Country", .organization: "Organization", .place: "Place"]
        node.add("rdf", "type", .resource(IRI(prefix: "schema", local: classes[entity.type] ?? "Thing")))
        node.add("rdfs", "label", .text(entity.name))
        node.add("skos", "altLabel", entity.aliases.map { .text($0) })
        for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) {
            if scheme == "wikidata", value.first == "Q" {
                node.add("owl", "sameAs", .resource(IRI(prefix: "wd", local: value)))
            } else {
                node.add("schema", "identifier", .text("\(scheme):\(value)"))
            }
        }
        for name in Set(facts.map(\.0)).sorted(by: { ($0.prefix, $0.local) < ($1.prefix, $1.local) }) {
            var seen: Set<Value> = []
            node.properties.append((name, facts.filter { $0.0 == name }.map(\.1).filter { seen.insert($0).inserted }))
        }
        return node
    }

    private static func node(_ statement: Statement<Entity.ID>, number: Int) -> Node {
        var node = Node(id: IRI(prefix: "eg", local: "statement:\(number)"), properties: [])
        let qualifiers = statement.qualifiers
        node.add("rdf", "type", .resource(IRI(prefix: "rdf", local: "Statement")))
        node.add("rdf", "subject", .resource(Self.entity(statement.subject)))
        node.add("rdf", "predicate", .resource(IRI(prefix: "egr", local: statement.type)))
        node.add("rdf", "object", .resource(Self.entity(statement.object)))
        node.add("ego", "status", .text(statement.status.rawValue))
        node.add("ego", "confidence", .typed(JSONText.hundredths(statement.evidence.confidence), IRI(prefix: "xsd", local: "decimal")))
        node.add("ego", "date", statement.date.map(Self.date))
        node.add("ego", "until", statement.until.map(Self.date))
        node.add("ego", "title", qualifiers.title.map { .text($0) })
        node.add("ego", "charge", qualifiers.charge.map { .text($0) })
        if let amount = qualifiers.amount {
            node.add("ego", "amount", .typed(JSONText.number(amount.value), IRI(prefix: "xsd", local: "decimal")))
            node.add("ego", "currency", .text(amount.currency))
        }
        node.add("ego", "place", qualifiers.place.map(Self.participant))
        node.add("ego", "attributedTo", qualifiers.attributedTo.map(Self.participant))
        node.add("ego", "sentence", .text(statement.evidence.text))
        node.add("ego", "trigger", .text(statement.evidence.trigger))
        node.add("prov", "wasDerivedFrom", .resource(Self.document(statement.document)))
        return node
    }

    static func entity(_ id: Entity.ID) -> IRI { IRI(prefix: "eg", local: "entity:" + percentEncoded(id)) }

    static func document(_ id: Document.ID) -> IRI { IRI(prefix: "eg", local: "article:" + percentEncoded(id)) }

    private static func participant(_ participant: Qualifiers<Entity.ID>.Participant) -> Value {
        participant.entity.map { .resource(entity($0)) } ?? .text(participant.text)
    }

    private static func date(_ date: PartialDate) -> Value {
        .typed(date.description, IRI(prefix: "xsd", local: date.day != nil ? "date" : date.month != nil ? "gYearMonth" : "gYear"))
    }

    /// RFC 3986: all but unreserved characters and the slash as percent and two digits.
    private static func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "/"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension RDFGraph.Node {
    fileprivate mutating func add(_ prefix: String, _ name: String, _ value: RDFGraph.Value?) {
        if let value { add(prefix, name, [value]) }
    }

    fileprivate mutating func add(_ prefix: String, _ name: String, _ values: [RDFGraph.Value]) {
        if !values.isEmpty { properties.append((RDFGraph.IRI(prefix: prefix, local: name), values)) }
    }
}

extension RDFGraph.IRI {
    var full: String { (RDFGraph.prefixes.first { $0.name == prefix }?.base ?? prefix) + local }
}
