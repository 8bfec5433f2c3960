public import GraphModel

/// What each stage of the pipeline saw in an article.
public struct Inspection {
    /// The stages that can be looked at, in the order in which they run.
    public enum Stage: String, CaseIterable, Sendable, Hashable {
        case tokens, syntax, names, mentions, relations
    }

    /// What one stage saw in one article.
    public struct Result: Sendable {
        public var report: Report
        /// Tokens and trees in CoNLL-U.
        public var conllu: String
    }

    private let builder: GraphBuilder

    public init(_ builder: GraphBuilder) { self.builder = builder }

    /// What `stage` saw in an article.
    public func look(at document: Document, stage: Stage) -> Result { look(at: builder.analyse(document), stage: stage) }

    /// What `stage` saw in a CoNLL-U file, whose tokens and sentences are kept; its tags, trees and names are found anew.
    ///
    /// - Throws: `ConlluError`, naming the line.
    public func look(atCoNLLU text: String, stage: Stage) throws -> Result {
        look(at: builder.analyse(pretokenized: try AnnotatedDocument(conllu: text)), stage: stage)
    }

    /// What `stage` saw in each article of a file, or in the CoNLL-U file itself.
    ///
    /// - Parameters:
    ///   - path: the file, or `-` for standard input.
    ///   - isCoNLLU: whether the file is CoNLL-U.
    ///   - undated: the day of articles that do not say theirs.
    public func run(
        on path: String, isCoNLLU: Bool = false, stage: Stage, undated: PartialDate? = nil
    ) -> some Sequence<Swift.Result<Result, any Error>> {
        if isCoNLLU {
            let result = Swift.Result<Result, any Error> { try look(atCoNLLU: DataFiles.text(ofInput: path), stage: stage) }
            return AnySequence([result])
        }
        return AnySequence(
            builder.articles(at: [path], undated: undated).lazy.map { read in
                read.map { look(at: $0, stage: stage) }.mapError { $0 as any Error }
            })
    }

    private func look(at annotated: AnnotatedDocument, stage: Stage) -> Result {
        let report =
            switch stage {
            case .tokens: Report.tokens(of: annotated, syntax: false)
            case .syntax: Report.tokens(of: annotated, syntax: true)
            case .names: Report.names(of: annotated)
            case .mentions: Report.mentions(of: builder.extract(annotated))
            case .relations: Report.statements(of: builder.extract(annotated))
            }
        return Result(report: report, conllu: annotated.conllu)
    }
}
