public import GraphModel

/// The graph as FollowTheMoney entities (followthemoney.tech), a line of JSON each, for OpenAleph and OpenSanctions' tools.
///
/// Persons, organizations, countries and articles are entities; a relation told as fact, alleged or former is an interval entity of the schema
/// that fits it best, with its dates, its status, its sentence and its article as proof. Planned, possible, requested, denied and cancelled
/// relations are left out: FollowTheMoney has no place for what did not happen.
public enum FollowTheMoney {
    /// The lines, entities first, then relations.
    public static func encode(_ graph: KnowledgeGraph, ontology: Ontology) -> [UInt8] {
        var bytes: [UInt8] = []
        func append(_ record: MoneyRecord) {
            var text = JSONText(isCompact: true)
            text.object { text in
                text.field("id", record.id)
                text.field("schema", record.schema)
                text.key("properties")
                text.object { text in
                    for (name, values) in record.properties.sorted(by: { $0.key < $1.key }) where !values.isEmpty {
                        text.key(name)
                        text.array(values) { $0.string($1) }
                    }
                }
            }
            text.newline()
            bytes += text.bytes
        }
        for document in graph.documents { append(MoneyRecord(document)) }
        // What is owned must be an asset there, and of organizations only a company is one.
        let owned = Set(graph.relations.filter { MoneyRecord.isOwnership($0.type) }.map(\.object))
        for entity in graph.entities { append(MoneyRecord(entity, isOwned: owned.contains(entity.id))) }
        let published = Dictionary(graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for relation in graph.relations where [.asserted, .alleged, .former].contains(relation.status) {
            guard let subject = graph.entity(relation.subject), let object = graph.entity(relation.object) else { continue }
            append(MoneyRecord(relation, from: subject, to: object, type: ontology[relation.type], documents: published))
        }
        return bytes
    }
}

/// An entity of FollowTheMoney.
private struct MoneyRecord {
    var id: String
    var schema: String
    var properties: [String: [String]]

    init(_ document: Document) {
        id = Self.id("article", document.id)
        schema = "Article"
        properties = [
            "title": document.title.isEmpty ? [] : [document.title], "publishedAt": document.published.map { [$0.description] } ?? [],
            "publisher": document.publisher.map { [$0] } ?? [], "sourceUrl": document.source.hasPrefix("http") ? [document.source] : [],
        ]
    }

    static func isOwnership(_ relation: RelationType.ID) -> Bool { relation == "owns" || relation == "acquired" }

    init(_ entity: Entity, isOwned: Bool) {
        id = Self.id("entity", entity.id)
        // A country acts as its government does; the schema has no country of its own.
        let schemas: [EntityType: String] = [.person: "Person", .organization: "Organization", .country: "PublicBody", .place: "Address"]
        schema = entity.type == .organization && isOwned ? "Company" : schemas[entity.type] ?? "Thing"
        properties = ["name": [Self.short(entity.name)]]
        if entity.type == .place {
            properties["full"] = [Self.short(entity.name)]
        } else {
            properties["alias"] = entity.aliases.map(Self.short)
        }
        if let code = entity.identifiers["iso3166-1"] { properties["country"] = [code.lowercased()] }
        if let number = entity.identifiers["wikidata"], number.first == "Q" { properties["wikidataId"] = [number] }
    }

    init(_ relation: Relation, from subject: Entity, to object: Entity, type: RelationType?, documents: [Document.ID: Document]) {
        let shape = Shape(relation.type, subject: subject.type, object: object.type)
        id = Self.id("relation", [relation.subject, relation.type, relation.object, relation.status.rawValue].joined(separator: " "))
        schema = shape.schema
        let summary = RelationSummary(relation), words = type?.words ?? relation.type
        let told = relation.status == .asserted ? words : "\(words) (\(relation.status.rawValue))"
        properties = [
            shape.subject: [Self.id("entity", subject.id)], shape.object: [Self.id("entity", object.id)],
            "startDate": summary.first.map { [$0.description] } ?? [], "endDate": summary.until.map { [$0.description] } ?? [],
            "summary": summary.best.map { [$0.evidence.text] } ?? [], "proof": summary.documents.map { Self.id("article", $0) },
            "publisher": Array(Set(summary.documents.compactMap { documents[$0]?.publisher })).sorted(),
            "description": [told],
        ]
        // What the holder is called, where the schema has a place for it.
        if let field = shape.role { properties[field] = [Self.short(summary.best?.qualifiers.title ?? told)] }
    }

    /// Names longer than this are invalid there.
    private static func short(_ text: String) -> String { text.count > 250 ? text.prefix(249) + "…" : text }

    /// FollowTheMoney's ids are plain words: letters, digits, points and hyphens.
    private static func id(_ kind: String, _ text: String) -> String {
        var result = "eg-\(kind)-"
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "/"): result += "--"
            case UInt8(ascii: " "): result += "---"
            case UInt8(ascii: "-"): result += "-"
            // A point and two digits, so that two ids never fall together.
            default: result += (byte < 16 ? ".0" : ".") + String(byte, radix: 16)
            }
        }
        return result
    }

    /// The schema of a relation, and the properties that its two sides fill.
    private struct Shape {
        var schema = "UnknownLink"
        var subject = "subject"
        var object = "object"
        var role: String? = "role"

        init(_ relation: RelationType.ID, subject: EntityType, object: EntityType) {
            let hasBodies = subject != .place && object != .place
            let joinsPersons = subject == .person && object == .person
            let isPost = subject == .person && (object == .organization || object == .country)
            switch relation {
            case "spouse_of", "sibling_of", "relative_of", "parent_of":
                if joinsPersons { (schema, self.subject, self.object, role) = ("Family", "person", "relative", "relationship") }
            case "associate_of":
                if joinsPersons { (schema, self.subject, self.object, role) = ("Associate", "person", "associate", "relationship") }
            case "head_of", "official_of":
                if isPost { (schema, self.subject, self.object) = ("Directorship", "director", "organization") }
            case "works_for":
                if isPost { (schema, self.subject, self.object) = ("Employment", "employee", "employer") }
            case "member_of":
                if hasBodies, object != .person { (schema, self.subject, self.object) = ("Membership", "member", "organization") }
            case _ where MoneyRecord.isOwnership(relation):
                if hasBodies, object == .organization { (schema, self.subject, self.object) = ("Ownership", "owner", "asset") }
            case "represented", "lawyer_for":
                if hasBodies { (schema, self.subject, self.object) = ("Representation", "agent", "client") }
            case "succeeded":
                // The schema joins legal entities of which one follows the other.
                if subject == .organization, object == .organization {
                    (schema, self.subject, self.object, role) = ("Succession", "successor", "predecessor", nil)
                }
            default: break
            }
        }
    }
}
