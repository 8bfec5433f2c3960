import GraphModel

/// Makes a graph of a JSON file's rows.
struct GraphFileReader {
    private let texts: [Document.ID: String]
    private var offsets: [Document.ID: ScalarOffsets]

    init(texts: [Document.ID: String]) {
        self.texts = texts
        offsets = texts.mapValues { ScalarOffsets($0) }
    }

    mutating func graph(_ file: GraphFile) throws -> KnowledgeGraph {
        let documents = file.documents.map {
            Document(
                id: $0.id, source: $0.source ?? "", title: $0.title ?? "", publisher: $0.publisher, published: $0.published, text: texts[$0.id] ?? "",
                copyOf: $0.copyOf)
        }
        let entities = try file.entities.enumerated().map { try entity($1, path: "entities[\($0)]") }
        let known = Set(entities.map(\.id))
        let relations = try file.relations.enumerated().map { index, row in
            for end in [row.subject, row.object] where !known.contains(end) {
                throw ExchangeError.malformed(path: "relations[\(index)]", problem: "the entity '\(end)' is not listed under entities")
            }
            return try relation(row, path: "relations[\(index)]")
        }
        return KnowledgeGraph(documents: documents, entities: entities.sorted { $0.id < $1.id }, relations: relations.sorted { $0.key < $1.key })
    }

    private mutating func entity(_ row: GraphFile.EntityRow, path: String) throws -> Entity {
        let mentions = try (row.mentions ?? []).enumerated().map { index, mention in
            EntityMention(
                document: mention.document,
                span: try span(mention.start, mention.end, in: mention.document, path: "\(path).mentions[\(index)]"),
                text: mention.text, kind: mention.kind)
        }
        return Entity(
            id: row.id, type: row.type, name: row.name, aliases: row.aliases ?? [], identifiers: row.identifiers ?? [:], mentions: mentions,
            isNominal: row.nominal ?? false)
    }

    private mutating func relation(_ row: GraphFile.RelationRow, path: String) throws -> Relation {
        let statements = try row.statements.enumerated().map { index, statement in
            Statement(
                document: statement.document, subject: row.subject, type: row.type, object: row.object, status: row.status, date: statement.date,
                until: statement.until, endedBy: statement.endedBy.map { Ending(type: $0.type, document: $0.document) },
                qualifiers: Self.qualifiers(statement.qualifiers),
                evidence: try evidence(statement, path: "\(path).statements[\(index)]"))
        }
        let key = Relation.Key(subject: row.subject, type: row.type, object: row.object, status: row.status)
        return Relation(key: key, confidence: row.confidence, sources: row.sources, statements: statements)
    }

    private mutating func evidence(_ row: GraphFile.StatementRow, path: String) throws -> Evidence {
        let sentence = try span(row.start, row.end, in: row.document, path: path)
        let trigger = row.trigger ?? ""
        var place = TextSpan(start: sentence.start, end: sentence.start)
        if let found = row.text.firstRange(of: trigger), !trigger.isEmpty {
            let before = row.text[..<found.lowerBound], inBytes = offsets[row.document] != nil
            let start = sentence.start + (inBytes ? before.utf8.count : before.unicodeScalars.count)
            place = TextSpan(start: start, end: start + (inBytes ? trigger.utf8.count : trigger.unicodeScalars.count))
        }
        return Evidence(span: sentence, text: row.text, trigger: trigger, triggerSpan: place, rule: row.rule ?? "", confidence: row.confidence)
    }

    private static func qualifiers(_ row: GraphFile.QualifierRow?) -> Qualifiers<Entity.ID> {
        func participant(_ row: GraphFile.ParticipantRow?) -> Qualifiers<Entity.ID>.Participant? {
            row.map { Qualifiers<Entity.ID>.Participant(text: $0.text, entity: $0.entity) }
        }
        return Qualifiers(
            amount: row?.amount, title: row?.title, place: participant(row?.place), attributedTo: participant(row?.attributedTo), charge: row?.charge)
    }

    private func span(_ start: Int, _ end: Int, in document: Document.ID, path: String) throws -> TextSpan {
        guard 0 <= start, start <= end else {
            throw ExchangeError.malformed(path: path, problem: "start \(start) and end \(end) are no place in a text")
        }
        guard let offsets = offsets[document] else { return TextSpan(start: start, end: end) }
        guard let first = offsets.bytes(beforeScalar: start), let last = offsets.bytes(beforeScalar: end) else {
            throw ExchangeError.malformed(
                path: path, problem: "\(start)..<\(end) lies outside the text of article \(document), which has \(offsets.scalarCount) characters")
        }
        return TextSpan(start: first, end: last)
    }
}
