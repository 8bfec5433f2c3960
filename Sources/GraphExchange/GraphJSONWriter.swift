import GraphModel

/// Writes entities and relations as JSON, places translated from bytes to Unicode scalars.
struct GraphJSONWriter {
    private let texts: [Document.ID: String]
    private let offsets: GraphJSON.Offsets
    /// Made when a document is first pointed into.
    private var scalars: [Document.ID: ScalarOffsets] = [:]

    init(_ documents: [Document], offsets: GraphJSON.Offsets) {
        texts = offsets == .scalars ? [:] : Dictionary(documents.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        self.offsets = offsets
    }

    mutating func entity(_ entity: Entity, to text: inout JSONText) throws {
        try text.object { text in
            text.field("id", entity.id)
            text.field("type", entity.type.rawValue)
            text.field("name", entity.name)
            text.names(of: entity)
            text.key("mentions")
            try text.array(entity.mentions, breakingLines: true) { text, mention in
                let place = try place(mention.span, in: mention.document)
                text.object {
                    $0.field("document", mention.document)
                    $0.field("start", place.start)
                    $0.field("end", place.end)
                    $0.field("text", mention.text)
                    $0.field("kind", mention.kind.rawValue)
                }
            }
        }
    }

    mutating func relation(_ relation: Relation, to text: inout JSONText) throws {
        try text.object { text in
            text.field("subject", relation.subject)
            text.field("type", relation.type)
            text.field("object", relation.object)
            text.field("status", relation.status.rawValue)
            text.field("confidence", hundredths: relation.confidence)
            text.field("sources", relation.sources)
            text.key("statements")
            try text.array(relation.statements, breakingLines: true) { try statement($1, to: &$0) }
        }
    }

    private mutating func statement(_ statement: Statement<Entity.ID>, to text: inout JSONText) throws {
        let evidence = statement.evidence
        let place = try place(evidence.span, in: statement.document)
        text.object { text in
            text.field("document", statement.document)
            text.field("start", place.start)
            text.field("end", place.end)
            text.field("text", evidence.text)
            text.field("trigger", evidence.trigger)
            text.field("rule", evidence.rule)
            text.field("confidence", hundredths: evidence.confidence)
            text.field("date", ifKnown: statement.date?.description)
            text.field("until", ifKnown: statement.until?.description)
            if let ending = statement.endedBy {
                text.key("ended_by")
                text.object {
                    $0.field("type", ending.type)
                    $0.field("document", ending.document)
                }
            }
            if !statement.qualifiers.isEmpty {
                text.key("qualifiers")
                Self.qualifiers(statement.qualifiers, to: &text)
            }
        }
    }

    private static func qualifiers(_ qualifiers: Qualifiers<Entity.ID>, to text: inout JSONText) {
        text.object { text in
            if let amount = qualifiers.amount {
                text.key("amount")
                text.object {
                    $0.field("value", number: amount.value)
                    $0.field("currency", amount.currency)
                }
            }
            text.field("title", ifKnown: qualifiers.title)
            for (name, participant) in [("place", qualifiers.place), ("attributed_to", qualifiers.attributedTo)] {
                guard let participant else { continue }
                text.key(name)
                text.object {
                    $0.field("text", participant.text)
                    $0.key("entity")
                    if let entity = participant.entity { $0.string(entity) } else { $0.literal("null") }
                }
            }
            text.field("charge", ifKnown: qualifiers.charge)
        }
    }

    private mutating func place(_ span: TextSpan, in document: Document.ID) throws -> (start: Int, end: Int) {
        guard offsets == .bytes else { return (span.start, span.end) }
        let scalars: ScalarOffsets
        if let known = self.scalars[document] {
            scalars = known
        } else {
            scalars = ScalarOffsets(texts[document] ?? "")
            self.scalars[document] = scalars
        }
        guard let start = scalars.scalars(beforeByte: span.start), let end = scalars.scalars(beforeByte: span.end) else {
            throw ExchangeError.placeOutsideText(document: document, start: span.start, end: span.end, length: scalars.byteCount)
        }
        return (start, end)
    }
}
