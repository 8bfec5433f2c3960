/// What the model sees in one sentence: scores for each word, before any decision is taken.
public struct EncodedSentence: Sendable {
    /// The number of words.
    public let wordCount: Int
    /// `wordCount` rows of one logit for each of `LanguageModel.partOfSpeechLabels`.
    public let partOfSpeechLogits: [Float]
    /// `wordCount` rows of one logit for each of `LanguageModel.nameLabels`.
    public let nameLogits: [Float]
    /// `wordCount` rows of `wordCount + 1` logits: how well the root (column 0) and each word (column i for the word at
    /// i - 1) serve as the word's head. A word's own column holds a score without meaning.
    public let arcScores: [Float]

    /// Words x relation width, after the activation.
    let relationDependents: [Float]
    /// (Words + 1) x relation width, the root first.
    let relationHeads: [Float]
    let model: LanguageModel

    /// `wordCount` rows of one logit for each of `LanguageModel.dependencyLabels`, given each word's head: 0 for the root,
    /// i for the word at i - 1. Traps unless there is one head within that range for each word.
    public func dependencyLabelScores(heads: [Int]) -> [Float] {
        precondition(heads.count == wordCount, "\(heads.count) heads given for \(wordCount) words")
        precondition(heads.allSatisfy { 0...wordCount ~= $0 }, "a head lies outside the sentence of \(wordCount) words")
        return model.heads.labelScores(dependents: relationDependents, heads: relationHeads, heads: heads)
    }
}

extension EncodedSentence {
    /// A sentence too long for the model, from the windows in which it was encoded, in order.
    ///
    /// Words of different windows never saw each other; an arc between them scores `distantArcScore`.
    init(joining windows: [EncodedSentence], model: LanguageModel) {
        let count = windows.reduce(0) { $0 + $1.wordCount }
        var arcs = [Float](repeating: Self.distantArcScore, count: count * (count + 1))
        var roots: [Float] = []
        var start = 0
        for window in windows {
            for row in 0..<window.wordCount {
                let to = (start + row) * (count + 1), from = row * (window.wordCount + 1)
                arcs[to] = window.arcScores[from]
                for column in 0..<window.wordCount { arcs[to + 1 + start + column] = window.arcScores[from + 1 + column] }
            }
            start += window.wordCount
        }
        roots = windows.first.map { Array($0.relationHeads.prefix(model.weights.relation)) } ?? []
        self.init(
            wordCount: count, partOfSpeechLogits: windows.flatMap(\.partOfSpeechLogits), nameLogits: windows.flatMap(\.nameLogits),
            arcScores: arcs, relationDependents: windows.flatMap(\.relationDependents),
            relationHeads: roots + windows.flatMap { $0.relationHeads.dropFirst(model.weights.relation) }, model: model)
    }

    /// Far below all scores that the model gives, and still finite.
    static let distantArcScore: Float = -10_000
}
