/// A kind of relation that the graph can hold.
public struct RelationType: Hashable, Sendable, Identifiable {
    public typealias ID = String

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Holds over an interval ("head of").
        case state
        /// Happens at a time ("captured").
        case event
    }

    /// Its name, such as `captured`; also its id.
    public var id: String
    /// The family it belongs to, such as `conflict`.
    public var group: String
    public var kind: Kind
    /// Entity types that its subject may have.
    public var domain: Set<EntityType>
    /// Entity types that its object may have.
    public var range: Set<EntityType>
    public var isSymmetric: Bool
    /// What the relation is called from the object's side; nil if symmetric or without a name.
    public var inverse: String?
    /// Codes of other schemes that mean the same, by scheme: `cameo`, `plover`, `wikidata`.
    public var codes: [String: [String]]
    /// Goldstein-like scale, -10 (conflict) to 10 (cooperation); nil if it says nothing about either.
    public var score: Double?
    /// Which states an event of this type ends.
    public var closes: [ClosingRule]
    /// Relation types that go without saying of two parties of whom this one is told: a country's president is its citizen.
    public var covers: [String]
    /// What extraction knows of it beside its parties.
    public var traits: Set<RelationTrait> = []
    public var definition: String
    public var example: String

    public init(
        id: String, group: String, kind: Kind, domain: Set<EntityType>, range: Set<EntityType>, isSymmetric: Bool = false,
        inverse: String? = nil, codes: [String: [String]] = [:], score: Double? = nil, closes: [ClosingRule] = [], covers: [String] = [],
        definition: String = "", example: String = ""
    ) {
        self.id = id
        self.group = group
        self.kind = kind
        self.domain = domain
        self.range = range
        self.isSymmetric = isSymmetric
        self.inverse = inverse
        self.codes = codes
        self.score = score
        self.closes = closes
        self.covers = covers
        self.definition = definition
        self.example = example
    }

    /// The name in words, such as "invested in".
    public var words: String { id.split(separator: "_").joined(separator: " ") }
}

/// The relation types that a graph is built with.
public struct Ontology: Hashable, Sendable {
    /// Stands in every extraction run, so that one can tell what a statement was made with.
    public var version: String
    /// In the order of the ontology file.
    public let relationTypes: [RelationType]
    private let indexByName: [String: Int]

    public init(version: String, relationTypes: [RelationType]) {
        self.version = version
        self.relationTypes = relationTypes
        indexByName = Dictionary(relationTypes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The relation type of this name, or nil.
    public subscript(name: String) -> RelationType? { indexByName[name].map { relationTypes[$0] } }
}
