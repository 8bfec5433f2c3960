/// What statements were made with. Statements are immutable within a run; those of a later run supersede them.
public struct ExtractionRun: Hashable, Sendable, Codable {
    /// Name and checksum of the language model.
    public var model: String
    /// Version of the relation types.
    public var ontology: String
    /// Version of the patterns, gazetteers and rules.
    public var patterns: String

    public init(model: String, ontology: String, patterns: String) {
        self.model = model
        self.ontology = ontology
        self.patterns = patterns
    }
}
