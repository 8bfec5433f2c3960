/// How a text calls a thing.
public enum MentionKind: String, CaseIterable, Sendable, Hashable, Codable {
    /// By a name, a nationality adjective or a metonym ("Maduro", "Venezuelan", "Caracas").
    case name
    /// By a description ("the country's leader", "US forces").
    case nominal
    /// By a pronoun.
    case pronoun
}

/// A run of tokens that refers to something. A mention is not an entity: several mentions refer to one.
public struct Mention: Hashable, Sendable {
    public var tokens: Range<Int>
    /// The token that the sentence's dependency tree attaches the others to.
    public var head: Int
    public var span: TextSpan
    public var kind: MentionKind

    public init(tokens: Range<Int>, head: Int, span: TextSpan, kind: MentionKind) {
        self.tokens = tokens
        self.head = head
        self.span = span
        self.kind = kind
    }
}

/// One thing as one article speaks of it.
public struct LocalEntity: Hashable, Sendable, Identifiable {
    /// Its index among the article's entities.
    public var id: Int
    public var type: EntityType
    /// The fullest good name that the article gives it.
    public var name: String
    /// The other names the article calls it by, adjectives and metonyms among them; sorted, without `name`.
    public var aliases: [String]
    /// Identifiers by scheme, such as `iso3166-1: VE`.
    public var identifiers: [String: String]
    /// In text order.
    public var mentions: [Mention]
    /// Whether no mention calls it by name ("oil companies").
    public var isNominal: Bool

    public init(
        id: Int, type: EntityType, name: String, aliases: [String] = [], identifiers: [String: String] = [:], mentions: [Mention] = [],
        isNominal: Bool = false
    ) {
        self.id = id
        self.type = type
        self.name = name
        self.aliases = aliases
        self.identifiers = identifiers
        self.mentions = mentions
        self.isNominal = isNominal
    }
}
