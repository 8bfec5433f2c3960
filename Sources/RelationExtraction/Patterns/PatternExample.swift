public import GraphModel

/// A sentence of a pattern file that must, or must not, give its relation.
public struct PatternExample: Hashable, Sendable {
    public var source: PatternSource
    public var relation: RelationType.ID
    public var sentence: String
    /// What the sentence must give; nil for a sentence that must not give the relation.
    public var expected: Expectation?

    /// The parties, each by any of its names, and the status.
    public struct Expectation: Hashable, Sendable {
        public var subject: String
        public var object: String
        public var status: Status

        public init(subject: String, object: String, status: Status = .asserted) {
            self.subject = subject
            self.object = object
            self.status = status
        }
    }

    public init(source: PatternSource, relation: RelationType.ID, sentence: String, expected: Expectation?) {
        self.source = source
        self.relation = relation
        self.sentence = sentence
        self.expected = expected
    }
}
