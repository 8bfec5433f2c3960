/// What extraction hands on: one article, the things it speaks of, and what it says of them.
public struct ExtractedDocument: Sendable, Hashable {
    public var document: Document
    /// The entity with id `i` stands at index `i`.
    public var entities: [LocalEntity]
    /// In text order; each refers to entities by index.
    public var statements: [Statement<LocalEntity.ID>]

    public init(document: Document, entities: [LocalEntity], statements: [Statement<LocalEntity.ID>]) {
        self.document = document
        self.entities = entities
        self.statements = statements
    }
}
