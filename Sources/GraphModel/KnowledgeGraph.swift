/// A person, country, organization or place, over all articles.
public struct Entity: Hashable, Sendable, Identifiable {
    /// Deterministic and readable, such as `person/nicolas-maduro` or `country/VE`.
    public var id: String
    public var type: EntityType
    /// The fullest good name.
    public var name: String
    /// The other names found, adjectives and metonyms among them; sorted, without `name`.
    public var aliases: [String]
    public var identifiers: [String: String]
    /// By document in graph order, then by place; may be left empty where nobody asked for them.
    public var mentions: [EntityMention]
    /// Whether no mention calls it by name.
    public var isNominal: Bool

    public init(
        id: String, type: EntityType, name: String, aliases: [String] = [], identifiers: [String: String] = [:],
        mentions: [EntityMention] = [], isNominal: Bool = false
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

/// A place in an article that refers to an entity.
public struct EntityMention: Hashable, Sendable {
    public var document: Document.ID
    public var span: TextSpan
    public var text: String
    public var kind: MentionKind

    public init(document: Document.ID, span: TextSpan, text: String, kind: MentionKind) {
        self.document = document
        self.span = span
        self.text = text
        self.kind = kind
    }
}

/// The statements of one subject, type, object and status, taken together: an edge of the graph.
public struct Relation: Hashable, Sendable {
    /// What makes two statements one relation.
    public struct Key: Hashable, Sendable, Comparable {
        public var subject: Entity.ID
        public var type: RelationType.ID
        public var object: Entity.ID
        public var status: Status

        public init(subject: Entity.ID, type: RelationType.ID, object: Entity.ID, status: Status) {
            self.subject = subject
            self.type = type
            self.object = object
            self.status = status
        }

        public static func < (a: Key, b: Key) -> Bool {
            (a.subject, a.type, a.object, a.status) < (b.subject, b.type, b.object, b.status)
        }
    }

    public var key: Key
    /// That of its most confident statement, 0 to 1.
    public var confidence: Double
    /// Independent sources that say so.
    public var sources: Int
    /// By document in graph order, then by place.
    public var statements: [Statement<Entity.ID>]

    public init(key: Key, confidence: Double, sources: Int, statements: [Statement<Entity.ID>]) {
        self.key = key
        self.confidence = confidence
        self.sources = sources
        self.statements = statements
    }

    public var subject: Entity.ID { key.subject }
    public var type: RelationType.ID { key.type }
    public var object: Entity.ID { key.object }
    public var status: Status { key.status }
}

/// A part of the graph: the result of a query and the input of a picture, an export, a comparison.
public struct KnowledgeGraph: Hashable, Sendable {
    /// By publication date, then id.
    public var documents: [Document]
    /// By id.
    public var entities: [Entity]
    /// By key.
    public var relations: [Relation]

    public init(documents: [Document] = [], entities: [Entity] = [], relations: [Relation] = []) {
        self.documents = documents
        self.entities = entities
        self.relations = relations
    }

    /// The entity of this id, or nil. Complexity: logarithmic.
    public func entity(_ id: Entity.ID) -> Entity? {
        var low = 0, high = entities.count
        while low < high {
            let middle = (low + high) / 2
            if entities[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < entities.count && entities[low].id == id ? entities[low] : nil
    }
}
