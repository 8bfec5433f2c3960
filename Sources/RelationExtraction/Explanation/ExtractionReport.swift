public import GraphModel

/// Why sentences gave relations, or gave none: who is meant, which patterns held with which status, and what nearly held.
public struct ExtractionReport: Sendable, Hashable {
    /// The document's tokens, with the slips of the parser mended that grammar rules out; heads are indices into them.
    public var tokens: [Token]
    /// Words that refer to somebody, and such as might and do not; in text order.
    public var mentions: [MentionReport]
    /// In text order.
    public var fired: [Fired]
    /// In text order, the nearest ones of a trigger first.
    public var missed: [Missed]
    /// In text order.
    public var unknown: [UnknownPredicate]

    /// A pattern that held.
    public struct Fired: Sendable, Hashable {
        /// Index of the sentence.
        public var sentence: Int
        /// Index of the trigger's token.
        public var trigger: Int
        public var relation: RelationType.ID
        /// Where the pattern is written, and its line.
        public var pattern: PatternSource
        public var pairs: [Pair]
        public var status: Status
        /// The words that decided the status.
        public var cues: [String]
    }

    /// A subject and an object that a pattern found, and what became of them.
    public struct Pair: Sendable, Hashable {
        public var subject: Party
        public var object: Party
        /// What the article's graph holds of it; nil if it was left out.
        public var statement: Statement<LocalEntity.ID>?
        /// What raised or lowered its confidence most, as `name +0.4`.
        public var confidence: [String] = []
        /// Why it was left out, or why its status is another one in the end; nil if neither.
        public var note: String?
    }

    /// Who fills a place of a pattern.
    public struct Party: Sendable, Hashable {
        public var name: String
        public var type: EntityType
        /// Index of the token by which it was found.
        public var token: Int
    }

    /// A pattern whose trigger stands there, but of which conditions failed.
    public struct Missed: Sendable, Hashable {
        /// Index of the sentence.
        public var sentence: Int
        /// Index of the trigger's token.
        public var trigger: Int
        public var relation: RelationType.ID
        public var pattern: PatternSource
        /// Never empty.
        public var conditions: [FailedCondition]
    }
}

/// A condition of a pattern that does not hold.
public struct FailedCondition: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A word that the pattern names is not there.
        case word
        /// The verb stands with another particle, or with none.
        case particle
        /// A complement follows that the pattern excludes.
        case complement
        /// Nothing stands where a party is looked for.
        case missing
        /// A party stands elsewhere: after another preposition, as another part of the sentence.
        case place
        /// What stands there is of a type that domain or range do not allow.
        case type
        /// What stands there names nobody known.
        case name
        /// Both parties are the same.
        case same
    }

    public var kind: Kind
    /// What was found and what was expected.
    public var text: String

    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// A verb or noun that stands with two known parties and that no pattern has.
public struct UnknownPredicate: Sendable, Hashable {
    /// Index of the sentence.
    public var sentence: Int
    public var token: Int
    /// Its dictionary form, with its particle.
    public var lemma: String
    /// How it stands there: verb, noun or adjective.
    public var category: String
    public var parties: [ExtractionReport.Party]
    /// Where each party stands: subject, object, after a preposition.
    public var places: [String]
    /// A line that a pattern file could hold.
    public var suggestion: String
    /// Patterns that have the word as another part of speech.
    public var elsewhere: [PatternSource]
}
