public import GraphModel

/// Reads out of an analysed article who stands in which relation to whom.
///
/// One extractor serves any number of documents, from any number of threads at once.
public struct RelationExtractor: Sendable {
    private let extraction: RelationExtraction
    private let mentionResolver: MentionResolver

    /// An extractor for this ontology; the gazetteer helps to tell names apart and never makes a relation.
    ///
    /// - Parameter confidence: makes probabilities of the confidences of patterns; nil to keep these.
    public init(ontology: Ontology, patterns: PatternSet, gazetteer: Gazetteer = Gazetteer(), confidence: ConfidenceModel? = nil) {
        extraction = RelationExtraction(ontology: ontology, patterns: patterns, confidence: confidence)
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

    /// What the confidence of each statement of the article depends on, in text order.
    public func confidences(of document: AnnotatedDocument) -> [ConfidenceReport] {
        let document = TreeRepair.repaired(document)
        let resolved = mentionResolver.resolve(document)
        let entities = GroupActors.added(
            to: resolved, in: DependencyTree(document), words: extraction.patterns.words
        ).entities
        return extraction.confidences(document, resolved).map { statement, features, reasons in
            ConfidenceReport(
                subject: entities[statement.subject].name, object: entities[statement.object].name, statement: statement, features: features)
        }
    }

    /// The mentions of the article, whom they refer to and how one knows, in text order.
    public func mentions(of document: AnnotatedDocument) -> [MentionReport] {
        let document = TreeRepair.repaired(document)
        let resolved = mentionResolver.resolve(document)
        return MentionReader(tree: DependencyTree(document), resolved: resolved, gazetteer: mentionResolver.gazetteer).reports()
            .filter { !$0.referents.isEmpty }
    }

    /// The patterns that it goes by.
    public var patterns: PatternSet { extraction.patterns }

    /// What was made of the article and why, for `explain`: mentions, the patterns that held, and those that nearly did.
    ///
    /// Slower than `extract`, which tells no reasons.
    public func explanation(of document: AnnotatedDocument) -> ExtractionReport {
        let document = TreeRepair.repaired(document)
        let resolved = mentionResolver.resolve(document)
        return ExtractionReport(extraction: extraction, document: document, resolved: resolved, gazetteer: mentionResolver.gazetteer)
    }
}
