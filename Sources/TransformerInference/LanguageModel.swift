/// The language model: words of English sentences in, scores for parts of speech, names and dependencies out.
///
/// It is large and shared: open it once and use it from all threads, each with a `Workspace` of its own. A sentence's
/// scores are the same bits alone or among others, on any processor, with any number of threads.
public final class LanguageModel: Sendable {
    /// Which model this is; extraction runs record it.
    public let identifier: String
    /// Universal part-of-speech tags, in the order of `EncodedSentence.partOfSpeechLogits`.
    public let partOfSpeechLabels: [String]
    /// Universal Dependencies relations, in the order of `EncodedSentence.dependencyLabelScores(heads:)`.
    public let dependencyLabels: [String]
    /// `O`, and `B-` and `I-` before each name type, in the order of `EncodedSentence.nameLogits`.
    public let nameLabels: [String]
    /// The kernels that run the model.
    public let variant: KernelVariant

    let weights: Weights
    let tokenizer: WordPieceTokenizer
    let encoder: Encoder
    let heads: Heads

    /// Rows that the encoder takes at once, unless one sentence alone has more.
    private static let batchRows = 256

    /// Maps a model file into memory and checks its header; the weights are read when first used.
    ///
    /// `variant` chooses the kernels; the default is the fastest of this processor. Traps if the processor lacks it.
    public init(contentsOf path: String, variant: KernelVariant = .best) throws(ModelFileError) {
        let file = try ModelFile(path: path)
        weights = try Weights(file)
        tokenizer = try WordPieceTokenizer(file)
        guard tokenizer.vocabulary.count == (try file.dimension("vocabulary")) else {
            throw .damaged(path: path, detail: "its vocabulary does not fit its embeddings")
        }
        identifier = file.identifier
        partOfSpeechLabels = try file.labels("part_of_speech")
        dependencyLabels = try file.labels("dependency")
        nameLabels = try file.labels("names")
        self.variant = variant
        let kernels = Kernels(variant)
        encoder = Encoder(weights: weights, kernels: kernels)
        heads = Heads(weights: weights, kernels: kernels)
    }

    /// Compares the weights with the checksum that the file carries: reads the whole file.
    public func verify() throws(ModelFileError) {
        try weights.file.verify()
    }

    /// The most word pieces that a sentence can have and still be seen as a whole. Longer ones are encoded in windows.
    public var maximumPieceCount: Int { weights.positions - 2 }

    /// The number of word pieces that these words give (1 to 12 each).
    public func pieceCount(of words: [String], using workspace: Workspace) -> Int {
        words.reduce(0) { $0 + workspace.pieces(of: $1, by: tokenizer, of: self).pieces.count }
    }

    /// Scores for the words of each sentence, in the order of the sentences.
    ///
    /// A sentence of more than `maximumPieceCount` pieces is cut into windows between words: no word is left out, but an
    /// arc between two windows scores -10,000. Split such sentences before.
    public func encode(_ sentences: [[String]], using workspace: Workspace) -> [EncodedSentence] {
        var windows: [EncodedSentence] = []
        var windowCounts: [Int] = []
        workspace.batch.removeAll()
        for sentence in sentences {
            let words = sentence.map { workspace.pieces(of: $0, by: tokenizer, of: self) }
            let ranges = self.windows(of: words)
            windowCounts.append(ranges.count)
            for range in ranges {
                let rows = words[range].reduce(2) { $0 + $1.pieces.count }
                if workspace.batch.rowCount + rows > Self.batchRows { flush(workspace, into: &windows) }
                workspace.batch.append(words[range], vocabulary: tokenizer.vocabulary)
            }
        }
        flush(workspace, into: &windows)

        var start = 0
        return windowCounts.map { count in
            defer { start += count }
            return count == 1 ? windows[start] : EncodedSentence(joining: Array(windows[start..<(start + count)]), model: self)
        }
    }

    private func flush(_ workspace: Workspace, into results: inout [EncodedSentence]) {
        guard workspace.batch.rowCount > 0 else { return }
        encoder.encode(workspace.batch, workspace.buffers)
        results.append(contentsOf: heads.sentences(of: workspace.batch, workspace.buffers, model: self))
        workspace.batch.removeAll()
    }

    /// Ranges of words that fit into the model: one, unless the sentence is too long.
    private func windows(of words: [WordPieces]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var (start, count) = (0, 0)
        for (index, word) in words.enumerated() {
            if count + word.pieces.count > maximumPieceCount {
                ranges.append(start..<index)
                (start, count) = (index, 0)
            }
            count += word.pieces.count
        }
        if start < words.count { ranges.append(start..<words.count) }
        return ranges
    }
}
