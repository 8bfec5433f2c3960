public import GraphModel
import RelationExtraction

/// What was made of some sentences, and why: their trees, who is meant, the patterns that held, and those that nearly did.
public struct Explanation: Sendable {
    let document: Document
    /// What is explained of the document: indices of its sentences, in text order.
    let chosen: [Int]
    let sentences: [Sentence]
    let texts: [String]
    let report: ExtractionReport

    /// How many sentences the document has.
    public var sentenceCount: Int { sentences.count }

    /// The text of standard input.
    ///
    /// - Throws: `DataFileError` if it is not UTF-8.
    public static func standardInput() throws -> String { try DataFiles.text(ofInput: "-") }
}

extension GraphBuilder {
    /// Explains an article, or some of its sentences.
    /// - Parameter sentences: which ones, counted from 0; nil for all. Numbers that the article does not have are passed over.
    public func explanation(of document: Document, sentences: Set<Int>? = nil) -> Explanation {
        let annotated = analyse(document)
        return Explanation(
            document: document, chosen: annotated.sentences.indices.filter { sentences?.contains($0) ?? true }, sentences: annotated.sentences,
            texts: annotated.sentences.map { annotated.text(of: $0.tokens).oneLine }, report: report(on: annotated))
    }

    /// Explains sentences that stand alone; a line that ends without a full stop is read as a headline.
    /// - Parameter published: what "on Friday" is counted from.
    public func explanation(ofText text: String, published: PartialDate? = nil) -> Explanation {
        var passages: [Passage] = []
        var start = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let end = start + line.utf8.count
            let isSentence = line.last { !$0.isWhitespace }.map { ".!?\"”’)".contains($0) } ?? true
            if line.contains(where: { !$0.isWhitespace }) {
                passages.append(Passage(span: TextSpan(start: start, end: end), role: isSentence ? .paragraph : .headline))
            }
            start = end + 1
        }
        return explanation(of: Document(id: "text", source: "text", title: "", published: published, text: text, passages: passages))
    }
}

extension String {
    /// The text with every run of white space made one space.
    fileprivate var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
