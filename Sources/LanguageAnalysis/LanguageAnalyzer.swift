public import GraphModel
public import TransformerInference

/// Reads text: tokens, sentences, parts of speech, lemmas, dependency trees, names, dates and money.
///
/// The same document gives the same analysis, whatever else is analysed and on how many threads.
public struct LanguageAnalyzer: Sendable {
    public let model: LanguageModel
    private let lemmatizer: Lemmatizer
    private let tokenizer = Tokenizer()
    private let splitter: SentenceSplitter
    /// In headlines every word may bear a capital: rules alone.
    private let headlineSplitter = SentenceSplitter()
    private let nameDecoder: NameDecoder
    private let partsOfSpeech: [PartOfSpeech]
    private let labels: [DependencyLabel]
    private let rootLabel: Int

    /// `lemmas` is the table that `Lemmatizer` reads, `sentenceEnds` the one that `BoundaryWeights` reads.
    ///
    /// - Throws: `LabelError` if the model's labels are not those that the analysis knows.
    public init(model: LanguageModel, lemmas: String, sentenceEnds: String) throws(LabelError) {
        self.model = model
        lemmatizer = Lemmatizer(table: lemmas)
        splitter = SentenceSplitter(weights: BoundaryWeights(table: sentenceEnds))
        nameDecoder = NameDecoder(labels: model.nameLabels)
        var parts: [PartOfSpeech] = []
        for tag in model.partOfSpeechLabels {
            guard let part = PartOfSpeech(tag: tag) else {
                throw LabelError(model: model.identifier, label: tag, expected: "a universal part of speech")
            }
            parts.append(part)
        }
        var labels: [DependencyLabel] = []
        for name in model.dependencyLabels {
            guard let label = DependencyLabel(name: name) else {
                throw LabelError(model: model.identifier, label: name, expected: "a universal dependency relation")
            }
            labels.append(label)
        }
        guard let root = labels.firstIndex(of: .root) else {
            throw LabelError(model: model.identifier, label: "(none)", expected: "a dependency relation named root")
        }
        (partsOfSpeech, self.labels, rootLabel) = (parts, labels, root)
    }

    /// A label of the model that the analysis has no meaning for.
    public struct LabelError: Error, Hashable, Sendable, CustomStringConvertible {
        public let model: String
        public let label: String
        public let expected: String

        public var description: String {
            "language model \(model): label '\(label)' found, \(expected) expected; use a model made for this version of the program"
        }
    }

    /// The analysis of a document's passages; a document without passages is taken as one paragraph.
    public func analyse(_ document: Document, using workspace: Workspace) -> AnnotatedDocument {
        var spans: [TextSpan] = []
        var sentences: [Sentence] = []
        let whole = Passage(span: TextSpan(start: 0, end: document.text.utf8.count), role: .paragraph)
        for passage in document.passages.isEmpty ? [whole] : document.passages {
            let tokens = tokenizer.tokens(of: document.text, in: passage.span)
            let splitter = passage.role == .paragraph ? splitter : headlineSplitter
            for range in splitter.sentences(of: tokens, in: document.text) {
                let start = spans.count + range.lowerBound
                sentences.append(Sentence(tokens: start..<(start + range.count), role: passage.role))
            }
            spans += tokens
        }
        let texts = strings(of: spans, in: document.text)
        return analyse(document, spans, texts, sentences.flatMap { split($0, texts, using: workspace) }, using: workspace)
    }

    /// The analysis of a document whose tokens and sentences are given and kept; their other annotation is made anew.
    public func analyse(pretokenized document: AnnotatedDocument, using workspace: Workspace) -> AnnotatedDocument {
        analyse(document.document, document.tokens.map(\.span), document.tokens.map(\.text), document.sentences, using: workspace)
    }

    private func analyse(
        _ document: Document, _ spans: [TextSpan], _ texts: [String], _ sentences: [Sentence], using workspace: Workspace
    ) -> AnnotatedDocument {
        let cased = Truecaser(texts: texts, sentences: sentences)
        let words = sentences.map { sentence in cased.words(of: sentence, texts) }
        let encoded = model.encode(words, using: workspace)
        var tokens: [Token] = []
        tokens.reserveCapacity(spans.count)
        var readings: [NameReading] = []
        for ((sentence, words), scores) in zip(zip(sentences, words), encoded) {
            let count = sentence.tokens.count
            let heads = TreeDecoder.heads(scores: scores.arcScores, count: count)
            let labelScores = scores.dependencyLabelScores(heads: heads)
            for word in 0..<count {
                let index = sentence.tokens.lowerBound + word
                let part = partsOfSpeech[best(scores.partOfSpeechLogits, row: word, width: partsOfSpeech.count)]
                let isRoot = heads[word] == 0
                let label = isRoot ? rootLabel : best(labelScores, row: word, width: labels.count, without: rootLabel)
                let head = isRoot ? nil : words[heads[word] - 1]
                tokens.append(
                    Token(
                        span: spans[index], text: texts[index],
                        lemma: lemmatizer.lemma(of: words[word], part, label: labels[label], head: head), partOfSpeech: part,
                        head: isRoot ? nil : sentence.tokens.lowerBound + heads[word] - 1, label: labels[label]))
            }
            for var name in nameDecoder.names(logits: scores.nameLogits, count: count) {
                name.tokens = (name.tokens.lowerBound + sentence.tokens.lowerBound)..<(name.tokens.upperBound + sentence.tokens.lowerBound)
                readings.append(name)
            }
        }
        let names = NameHarmonizer(tokens: tokens, sentences: sentences).names(readings)
        // "New", "United": in names adjectives keep their capital.
        for name in names where Self.properNames.contains(name.type) {
            for index in name.tokens where tokens[index].partOfSpeech == .adjective && tokens[index].lemma == tokens[index].text.lowercased() {
                tokens[index].lemma = tokens[index].text
            }
        }
        let times = TimeReader(tokens: tokens, sentences: sentences, published: document.published, names: names).expressions()
        let amounts = MoneyReader(tokens: tokens, sentences: sentences).expressions()
        return AnnotatedDocument(document: document, tokens: tokens, sentences: sentences, names: names, times: times, amounts: amounts)
    }

    private static let properNames: Set<NameType> = [.person, .organization, .location, .facility, .miscellaneous]

    private func strings(of spans: [TextSpan], in text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            spans.map { String(decoding: UnsafeBufferPointer(rebasing: bytes[$0.start..<$0.end]), as: UTF8.self) }
        }
    }

    /// A sentence that the model cannot see as a whole falls apart at punctuation.
    private func split(_ sentence: Sentence, _ texts: [String], using workspace: Workspace) -> [Sentence] {
        let limit = model.maximumPieceCount
        guard sentence.tokens.count > limit / 12 else { return [sentence] }
        let words = Array(texts[sentence.tokens])
        guard model.pieceCount(of: words, using: workspace) > limit else { return [sentence] }
        var parts: [Sentence] = []
        var start = sentence.tokens.lowerBound
        var pieces = 0
        var lastBreak: Int?
        for index in sentence.tokens {
            let count = model.pieceCount(of: [texts[index]], using: workspace)
            if pieces + count > limit {
                let end = lastBreak ?? index
                parts.append(Sentence(tokens: start..<end, role: sentence.role))
                start = end
                pieces = start < index ? model.pieceCount(of: Array(texts[start..<index]), using: workspace) : 0
                lastBreak = nil
            }
            pieces += count
            if [",", ";", ":", ".", "—", "–", "-", ")"].contains(texts[index]) { lastBreak = index + 1 }
        }
        if start < sentence.tokens.upperBound { parts.append(Sentence(tokens: start..<sentence.tokens.upperBound, role: sentence.role)) }
        return parts
    }

    /// The column with the highest score; of equal ones the first.
    private func best(_ scores: [Float], row: Int, width: Int, without excluded: Int? = nil) -> Int {
        var top = excluded == 0 ? 1 : 0
        for column in 0..<width where column != excluded && scores[row * width + column] > scores[row * width + top] { top = column }
        return top
    }
}
