public import GraphModel

/// Reads out of an analysed article who stands in which relation to whom.
///
/// One extractor serves any number of documents, from any number of threads at once.
public struct RelationExtractor: Sendable {
    private let extraction: RelationExtraction
    private let mentionResolver: MentionResolver

    /// An extractor for this ontology; the gazetteer helps to tell names apart and never makes a relation.
    public init(ontology: Ontology, patterns: PatternSet, gazetteer: Gazetteer = Gazetteer()) {
        extraction = RelationExtraction(ontology: ontology, patterns: patterns)
        mentionResolver = MentionResolver(gazetteer: gazetteer)
    }

    /// The entities of the article, and the statements that its words make about them.
    ///
    /// Statements are in text order of their triggers. The same document gives the same result, byte for byte.
    /// Complexity: linear in the number of tokens for sentences of bounded length.
    public func extract(_ document: AnnotatedDocument) -> ExtractedDocument {
        let document = TreeRepair.repaired(document)
        let resolved = mentionResolver.resolve(document)
        let (entities, statements) = extraction.extract(document, resolved)
        return ExtractedDocument(document: document.document, entities: entities, statements: statements)
    }

    /// The mentions of the article and what they refer to, for people who want to see that stage.
    public func mentions(of document: AnnotatedDocument) -> [MentionReport] {
        let resolved = mentionResolver.resolve(TreeRepair.repaired(document))
        return zip(resolved.mentions, resolved.referents).map { mention, referents in
            MentionReport(mention: mention, text: document.text(of: mention.tokens), referents: referents.map { resolved.entities[$0] })
        }
    }

    /// What the pattern engine did in the article, for `explain`: the patterns that held, and those that nearly did.
    public func explanation(of document: AnnotatedDocument) -> ExtractionReport {
        let document = TreeRepair.repaired(document)
        let resolved = mentionResolver.resolve(document)
        return ExtractionReport(extraction: extraction, document: document, resolved: resolved)
    }
}

/// A mention and the entities it refers to.
public struct MentionReport: Sendable, Hashable {
    public var mention: Mention
    /// The words of the mention.
    public var text: String
    /// One as a rule, several for "both countries", none if nobody knows.
    public var referents: [LocalEntity]
}
