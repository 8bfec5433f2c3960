import ArticleReading
public import GraphModel
import RelationExtraction

/// What each stage of the pipeline saw in an article.
public struct Inspection {
    /// The stages that can be looked at, in the order in which they run.
    public enum Stage: String, CaseIterable, Sendable, Hashable {
        case tokens, syntax, names, mentions, relations
        /// What the confidence of each relation depends on.
        case confidence
    }

    /// What one stage saw in one article.
    public struct Result: Sendable {
        public var report: Report
        private let annotated: AnnotatedDocument
        private let layout: ConlluLayout?

        init(report: Report, annotated: AnnotatedDocument, layout: ConlluLayout? = nil) {
            (self.report, self.annotated, self.layout) = (report, annotated, layout)
        }

        /// A picture of the sentences with their trees and names, or of one of them, counted from 1; nil if there is no such sentence.
        public func svg(sentence: Int? = nil) -> String? { SyntaxDrawing.svg(of: annotated, sentence: sentence) }

        public var sentenceCount: Int { annotated.sentences.count }

        /// Tokens and trees in CoNLL-U; `firstSentence` numbers the first sentence, unless the input was CoNLL-U with numbers of its own.
        public func conllu(firstSentence: Int = 1) -> String {
            layout.map { annotated.conllu(in: $0) } ?? annotated.conllu(firstSentence: firstSentence)
        }
    }

    private let builder: GraphBuilder

    public init(_ builder: GraphBuilder) { self.builder = builder }

    /// What is looked at.
    public enum Input: Sendable, Hashable {
        /// Articles, as all other commands read them.
        case articles
        /// Text without headline, date and furniture, whose paragraphs are parted by blank lines; or JSONL of such texts.
        case plainText
        /// CoNLL-U, whose tokens and sentences are kept.
        case conllu
    }

    /// What `stage` saw in an article.
    public func look(at document: Document, stage: Stage) -> Result {
        let annotated = builder.analyse(document)
        return Result(report: report(of: annotated, stage: stage), annotated: annotated)
    }

    /// What `stage` saw in each document of a CoNLL-U file, whose tokens and sentences are kept; its tags, trees and names are found anew.
    ///
    /// - Throws: `ConlluError`, naming the line.
    public func look(atCoNLLU text: String, stage: Stage) throws -> some Sequence<Result> {
        try ConlluDocument.tokens(ofFile: text).lazy.map { given in
            let annotated = builder.analyse(pretokenized: given.tokens)
            return Result(report: report(of: annotated, stage: stage), annotated: annotated, layout: given.layout)
        }
    }

    /// What `stage` saw in each article or document of a file.
    ///
    /// - Parameters:
    ///   - path: the file, or `-` for standard input.
    ///   - input: what the file holds.
    ///   - undated: the day of articles that do not say theirs.
    public func run(
        on path: String, as input: Input = .articles, stage: Stage, undated: PartialDate? = nil
    ) -> some Sequence<Swift.Result<Result, any Error>> {
        guard input == .conllu else {
            let articles = builder.articles(at: [path], undated: undated, layout: input == .plainText ? .plain : .article)
            return AnySequence(articles.lazy.map { read in read.map { look(at: $0, stage: stage) }.mapError { $0 as any Error } })
        }
        do {
            return AnySequence(try look(atCoNLLU: DataFiles.text(ofInput: path), stage: stage).map { .success($0) })
        } catch {
            return AnySequence([.failure(error)])
        }
    }

    private func report(of annotated: AnnotatedDocument, stage: Stage) -> Report {
        switch stage {
        case .tokens: Report.tokens(of: annotated, syntax: false)
        case .syntax: Report.tokens(of: annotated, syntax: true)
        case .names: Report.names(of: annotated)
        case .mentions: Report.mentions(of: builder.extract(annotated))
        case .relations: Report.statements(of: builder.extract(annotated))
        case .confidence: Report.confidences(builder.extractor.confidences(of: annotated))
        }
    }
}
