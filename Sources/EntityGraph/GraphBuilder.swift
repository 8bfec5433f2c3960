import ArticleReading
import EntityResolution
import Foundation
public import GraphModel
import GraphStorage
import LanguageAnalysis
import Logging
import RelationExtraction
import TransformerInference

/// The pipeline from articles to graphs: reading, analysis, extraction, resolution.
///
/// It loads model and data files once and can be used from several threads at the same time.
public struct GraphBuilder: Sendable {
    public let ontology: Ontology
    /// What statements are made with; a stored article is read again when it changes.
    public let run: ExtractionRun
    let threads: Int
    let resolver: EntityResolver
    private let analyzer: LanguageAnalyzer
    let extractor: RelationExtractor
    /// Names of the pattern files that the configuration's own ontologies bring.
    let ownPatternFiles: Set<String>
    private let workspaces = WorkspacePool()
    private let minimumConfidence: Double
    private let logger: Logger

    /// Loads ontology, patterns, gazetteers and the language model.
    ///
    /// - Throws: `ConfigurationError` for what is not there; `DataFileError`, `PatternProblems` or `GazetteerError` for mistakes in data
    ///   files; `ModelFileError` for a model that cannot be used.
    public init(_ configuration: Configuration = Configuration()) throws {
        let files = try DataFiles(configuration)
        let loaded = try files.ontology()
        let ontology = loaded.ontology
        let patterns = try files.patterns(with: loaded)
        let (gazetteer, gazetteerTexts) = try files.gazetteer()
        let confidence = try DataFiles.text(of: files.folder.appending(path: "confidence/confidence.tsv"))
        let lemmas = try DataFiles.text(of: files.folder.appending(path: "language/lemmas.tsv"))
        let sentenceEnds = try DataFiles.text(of: files.folder.appending(path: "language/sentence-ends.tsv"))
        let model = try LanguageModel(contentsOf: files.model().path, variant: try Self.kernels(configuration.kernel))
        analyzer = try LanguageAnalyzer(model: model, lemmas: lemmas, sentenceEnds: sentenceEnds)
        extractor = RelationExtractor(
            ontology: ontology, patterns: try PatternSet(patterns, ontology: ontology),
            gazetteer: gazetteer, confidence: try ConfidenceModel(table: confidence, named: "confidence.tsv"))
        ownPatternFiles = Set(loaded.patterns.map(\.name))
        resolver = .byNames
        var version = ContentVersion()
        for file in patterns { version.add(file.text) }
        for text in gazetteerTexts { version.add(text) }
        for file in configuration.ontologies { version.add(try DataFiles.text(of: file)) }
        version.add(lemmas)
        version.add(confidence)
        version.add(sentenceEnds)
        if configuration.minimumConfidence > 0 { version.add("\(configuration.minimumConfidence)") }
        run = ExtractionRun(model: model.identifier, ontology: ontology.version, patterns: version.text)
        self.ontology = ontology
        threads = max(1, configuration.threads)
        minimumConfidence = configuration.minimumConfidence
        logger = configuration.logger
        logger.debug(
            "ready",
            metadata: [
                "model": "\(model.identifier)", "kernels": "\(model.variant.rawValue)", "ontology": "\(ontology.version)", "threads": "\(threads)",
            ])
    }

    private static func kernels(_ name: String?) throws(ConfigurationError) -> KernelVariant {
        guard let name, !name.isEmpty else { return .best }
        guard let variant = KernelVariant(rawValue: name), KernelVariant.available.contains(variant) else {
            throw .noKernel(name: name, available: KernelVariant.available.map(\.rawValue))
        }
        return variant
    }

    /// Tokens, sentences, trees, names, dates and money of an article.
    public func analyse(_ document: Document) -> AnnotatedDocument {
        workspaces.withWorkspace { analyzer.analyse(document, using: $0) }
    }

    /// The same for text whose tokens and sentences are given and kept; the rest of its annotation is made anew.
    public func analyse(pretokenized document: AnnotatedDocument) -> AnnotatedDocument {
        workspaces.withWorkspace { analyzer.analyse(pretokenized: document, using: $0) }
    }

    /// The articles of these files and folders, read as they are asked for, with an error in the place of each that cannot be read.
    ///
    /// - Parameters:
    ///   - paths: text files, folders, JSONL files, or `-` for standard input.
    ///   - undated: the day of articles that do not say theirs.
    public func articles(at paths: [String], undated: PartialDate? = nil) -> some Sequence<Swift.Result<Document, any Error>> {
        articles(at: paths, undated: undated, layout: .article)
    }

    func articles(
        at paths: [String], undated: PartialDate?, layout: ArticleReader.Layout
    ) -> some Sequence<Swift.Result<Document, any Error>> {
        let reader = ArticleReader(fallbackDate: undated, layout: layout)
        return paths.lazy.flatMap { reader.articles(at: $0) }.map { $0.mapError { $0 as any Error } }
    }

    /// What an article speaks of and what it says.
    public func extract(_ document: Document) -> ExtractedDocument { extract(analyse(document)) }

    /// What an annotated article speaks of and what it says.
    public func extract(_ annotated: AnnotatedDocument) -> ExtractedDocument {
        var extracted = extractor.extract(annotated)
        if minimumConfidence > 0 { extracted.statements.removeAll { $0.evidence.confidence < minimumConfidence } }
        logger.debug(
            "extracted",
            metadata: [
                "source": "\(annotated.document.source)", "tokens": "\(annotated.tokens.count)", "sentences": "\(annotated.sentences.count)",
                "names": "\(annotated.names.count)", "entities": "\(extracted.entities.count)", "statements": "\(extracted.statements.count)",
            ])
        return extracted
    }

    /// What was made of an annotated article, and why.
    func report(on annotated: AnnotatedDocument) -> ExtractionReport {
        var report = extractor.explanation(of: annotated)
        for index in report.fired.indices {
            for place in report.fired[index].pairs.indices {
                guard let confidence = report.fired[index].pairs[place].statement?.evidence.confidence, confidence < minimumConfidence else {
                    continue
                }
                let asked = Report.Value.twoDigits(minimumConfidence)
                report.fired[index].pairs[place].note = "left out: less likely right than --min-confidence \(asked) asks"
            }
        }
        return report
    }

    /// The graph that articles tell together, with their texts, which offsets are counted in.
    public func graph(of articles: [ExtractedDocument]) -> KnowledgeGraph {
        let resolution = CrossDocumentResolution(of: articles, resolver: resolver)
        return KnowledgeGraph(
            assembling: articles, entities: resolution.entities, mapping: resolution.mapping, ontology: ontology, includingTexts: true)
    }
}
