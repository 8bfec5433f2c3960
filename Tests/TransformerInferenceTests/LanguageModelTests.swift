import Testing

@testable import TransformerInference

@Suite struct LanguageModelTests {
    private struct Reference: Decodable {
        struct Scores: Decodable {
            let heads: [Int]
            let partOfSpeech: [Float]
            let names: [Float]
            let arcs: [Float]
            let labels: [Float]
        }
        let words: [String]
        let float: Scores
        let quantized: Scores
    }

    private static let sentences = [
        "It rains .", "Yes", "US President Donald Trump met the oil companies ' chiefs in Washington on Friday , officials said .",
        "The capture of Maduro was announced at dawn", ". . .",
    ].map { $0.split(separator: " ").map(String.init) }

    /// The training code with the engine's 8-bit arithmetic does the same sums in another order. Where that moves a number
    /// over the edge between two codes the difference is one step of 256, and later layers multiply such steps: a change
    /// of one millionth in the embeddings' LayerNorm moves PyTorch's own logits by 1 to 2 % of their spread (root mean
    /// square), 9 % at most; the engine differs by 1 % and 9 %. A wrong layer moves logits by their whole spread.
    @Test func logitsAgreeWithTheTrainingCodeInEightBits() throws {
        try compare(\.quantized, meanBound: 0.02, largestBound: 0.15)
    }

    /// Against the weights before quantization: rounding to 8 bits costs 3 % of the spread, 18 % at most.
    @Test func logitsAreNearThoseBeforeQuantization() throws {
        try compare(\.float, meanBound: 0.04, largestBound: 0.25)
    }

    private func compare(_ kind: KeyPath<Reference, Reference.Scores>, meanBound: Float, largestBound: Float) throws {
        let model = try ModelUnderTest.open()
        let references = try ModelUnderTest.fixture("reference.json", as: [Reference].self)
        let encoded = model.encode(references.map(\.words), using: Workspace())
        let pairs = zip(encoded, references.map { $0[keyPath: kind] })
        let parts: [(String, [(found: [Float], expected: [Float])])] = [
            ("parts of speech", pairs.map { ($0.partOfSpeechLogits, $1.partOfSpeech) }),
            ("names", pairs.map { ($0.nameLogits, $1.names) }),
            ("arcs", pairs.map { (Self.withoutOwnColumns($0.arcScores), Self.withoutOwnColumns($1.arcs)) }),
            ("labels", pairs.map { ($0.dependencyLabelScores(heads: $1.heads), $1.labels) }),
        ]
        for (name, sentences) in parts {
            #expect(sentences.allSatisfy { $0.found.count == $0.expected.count })
            let found = sentences.flatMap(\.found), expected = sentences.flatMap(\.expected)
            let mean = expected.reduce(0, +) / Float(expected.count)
            let spread = Self.rootMeanSquare(expected.map { $0 - mean })
            let differences = zip(found, expected).map { abs($0 - $1) / spread }
            #expect(Self.rootMeanSquare(differences) < meanBound, "\(name)")
            #expect((differences.max() ?? 0) < largestBound, "\(name)")
        }
    }

    private static func rootMeanSquare(_ values: [Float]) -> Float {
        (values.reduce(0) { $0 + $1 * $1 } / Float(values.count)).squareRoot()
    }

    /// Arc scores less those of each word to itself, which mean nothing.
    private static func withoutOwnColumns(_ scores: [Float]) -> [Float] {
        let count = Int(Float(scores.count).squareRoot())
        return scores.enumerated().filter { $0.offset % (count + 1) != $0.offset / (count + 1) + 1 }.map(\.element)
    }

    @Test("every kernel variant gives the same bits", arguments: KernelVariant.available)
    func variantsAgree(variant: KernelVariant) throws {
        let plain = try ModelUnderTest.open(.scalar).encode(Self.sentences.suffix(2), using: Workspace())
        let other = try ModelUnderTest.open(variant).encode(Self.sentences.suffix(2), using: Workspace())
        #expect(plain.map(bits) == other.map(bits))
    }

    @Test func aSentenceGivesTheSameBitsAloneAndAmongOthers() throws {
        let model = try ModelUnderTest.open()
        let workspace = Workspace()
        let together = model.encode(Self.sentences, using: workspace).map(bits)
        let alone = Self.sentences.flatMap { model.encode([$0], using: Workspace()) }.map(bits)
        let again = model.encode(Self.sentences.reversed(), using: workspace).map(bits)
        #expect(together == alone)
        #expect(together == again.reversed())
    }

    @Test func noSentencesAndEmptySentencesGiveNothing() throws {
        let model = try ModelUnderTest.open()
        #expect(model.encode([], using: Workspace()).isEmpty)
        let encoded = model.encode([[], ["Yes"], []], using: Workspace())
        #expect(encoded.map(\.wordCount) == [0, 1, 0])
        #expect(encoded[0].arcScores.isEmpty && encoded[0].dependencyLabelScores(heads: []).isEmpty)
    }

    @Test func aSentenceBeyondTheModelsLengthKeepsAllItsWords() throws {
        let model = try ModelUnderTest.open()
        let workspace = Workspace()
        let words = (0..<model.maximumPieceCount + 40).map { $0 % 7 == 6 ? "," : "rain" }
        #expect(model.pieceCount(of: words, using: workspace) == words.count)
        let encoded = try #require(model.encode([words], using: workspace).first)
        let columns = words.count + 1
        #expect(encoded.wordCount == words.count)
        #expect(encoded.partOfSpeechLogits.count == words.count * model.partOfSpeechLabels.count)
        #expect(encoded.arcScores[columns - 1] == EncodedSentence.distantArcScore)
        #expect(encoded.arcScores[(words.count - 1) * columns] != EncodedSentence.distantArcScore)
        #expect(encoded.dependencyLabelScores(heads: words.map { _ in 0 }).count == words.count * model.dependencyLabels.count)

        let first = model.encode([Array(words.prefix(model.maximumPieceCount))], using: workspace)[0]
        #expect(Array(encoded.nameLogits.prefix(first.nameLogits.count)) == first.nameLogits)
    }

    @Test func knowsItsLabels() throws {
        let model = try ModelUnderTest.open()
        #expect(model.partOfSpeechLabels.count == 17)
        #expect(model.dependencyLabels.contains("nsubj:pass"))
        #expect(model.nameLabels.first == "O" && model.nameLabels.count == 17)
        #expect(!model.identifier.isEmpty)
    }

    private func bits(_ sentence: EncodedSentence) -> [UInt32] {
        let labels = sentence.dependencyLabelScores(heads: Array(0..<sentence.wordCount))
        return (sentence.partOfSpeechLogits + sentence.nameLogits + sentence.arcScores + labels).map(\.bitPattern)
    }
}
