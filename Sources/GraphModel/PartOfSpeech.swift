/// Universal part-of-speech tags (universaldependencies.org/u/pos), in the alphabetical order that the language model's labels use.
public enum PartOfSpeech: UInt8, CaseIterable, Sendable, Hashable, Codable {
    case adjective, adposition, adverb, auxiliary, coordinatingConjunction, determiner, interjection, noun, numeral, particle, pronoun,
        properNoun, punctuation, subordinatingConjunction, symbol, verb, other

    /// The tag as CoNLL-U writes it.
    public var tag: String { Self.tags[Int(rawValue)] }

    /// The part of speech that CoNLL-U writes as `tag`; nil for an unknown tag.
    public init?(tag: some StringProtocol) {
        guard let index = Self.tags.firstIndex(where: { $0 == tag }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let tags = [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
    ]
}
