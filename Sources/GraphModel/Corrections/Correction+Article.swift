extension Correction {
    /// What `Evidence.rule` says of statements that a person made.
    public static let rule = "by hand"

    /// What statements that a person made are made with.
    public static let run = ExtractionRun(model: rule, ontology: "", patterns: "")

    /// What ids of articles begin with that hold a relation made by hand.
    public static let articlePrefix = "by-hand/"

    /// The id of the article that holds the relation which it adds or confirms; nil if it does neither.
    public var articleID: Document.ID? {
        switch action {
        case .add, .confirm: Self.articlePrefix + key
        default: nil
        }
    }

    /// The relation which it adds or confirms, as an article of its own: a source beside all others, published when the correction was made.
    public func article(_ ontology: Ontology) -> ExtractedDocument? {
        guard let id = articleID else { return nil }
        let relation: HandmadeRelation, title: String
        switch action {
        case .add(let made): (relation, title) = (made, "Added by hand")
        case .confirm(let confirmed):
            relation = HandmadeRelation(
                subject: confirmed.subject, type: confirmed.type, object: confirmed.object, status: confirmed.status ?? .asserted)
            title = "Confirmed by hand"
        default: return nil
        }
        var article = HandmadeArticle(id: id, source: relation.source ?? Self.rule, title: title, publisher: relation.source, published: time.day)
        article.add(relation, words: ontology[relation.type]?.words ?? relation.type, note: reason)
        return article.extracted
    }
}

/// An article made of relations that somebody states, a sentence each.
public struct HandmadeArticle {
    public private(set) var extracted: ExtractedDocument
    private var indices: [EntityReference: LocalEntity.ID] = [:]
    private var tokens = 0

    public init(id: Document.ID, source: String, title: String, publisher: String?, published: PartialDate?) {
        let document = Document(id: id, source: source, title: title, publisher: publisher, published: published, text: "")
        extracted = ExtractedDocument(document: document, entities: [], statements: [])
    }

    /// States a relation.
    /// - Parameters:
    ///   - words: the relation in words.
    ///   - note: what is said beside it; may be empty.
    ///   - rule: what the statement was made by.
    public mutating func add(
        _ relation: HandmadeRelation, words: String, note: String, rule: String = Correction.rule, qualifiers: Qualifiers<LocalEntity.ID> = .init(),
        confidence: Double = 1
    ) {
        var text = extracted.document.text
        let start = text.utf8.count
        let subject = mention(relation.subject, in: &text)
        text += " "
        let trigger = TextSpan(start: text.utf8.count, end: text.utf8.count + words.utf8.count)
        text += words + " "
        let object = mention(relation.object, in: &text)
        text += note.isEmpty ? "." : ": " + note
        let span = TextSpan(start: start, end: text.utf8.count)
        extracted.document.passages.append(Passage(span: span, role: .paragraph))
        extracted.statements.append(
            Statement(
                document: extracted.document.id, subject: subject, type: relation.type, object: object, status: relation.status,
                date: relation.date, until: relation.until, qualifiers: qualifiers,
                evidence: Evidence(span: span, text: String(text[span]), trigger: words, triggerSpan: trigger, rule: rule, confidence: confidence)))
        text += "\n"
        extracted.document.text = text
    }

    private mutating func mention(_ reference: EntityReference, in text: inout String) -> LocalEntity.ID {
        let index: LocalEntity.ID
        if let known = indices[reference] {
            index = known
        } else {
            index = extracted.entities.count
            var local = reference.localEntity
            local.id = index
            extracted.entities.append(local)
            indices[reference] = index
        }
        let start = text.utf8.count
        text += reference.name
        extracted.entities[index].mentions.append(
            Mention(
                tokens: tokens..<(tokens + 1), head: tokens, span: TextSpan(start: start, end: text.utf8.count),
                kind: reference.isNominal ? .nominal : .name))
        tokens += 1
        return index
    }
}
