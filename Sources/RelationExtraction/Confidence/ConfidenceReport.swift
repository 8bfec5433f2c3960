public import GraphModel

/// A statement and what its confidence depends on.
public struct ConfidenceReport: Sendable, Hashable {
    /// The names of both parties.
    public var subject: String
    public var object: String
    public var statement: Statement<LocalEntity.ID>
    public var features: ConfidenceFeatures
}
