/// What a person corrects in the graph. It changes no statement of an article, only what follows from them, and so can be taken back.
public struct Correction: Hashable, Sendable {
    public enum Action: Hashable, Sendable {
        /// Two entities are one thing, which goes by the id, type and name of the second.
        case merge(EntityReference, into: EntityReference)
        /// A part of an entity is a thing of its own, called `label` if that is given.
        case split(EntityReference, Portion, label: String?)
        /// The entity's name is another; the old one stays an alias.
        case rename(EntityReference, to: String)
        case retype(EntityReference, to: EntityType)
        /// The entity bears this name, too. An entity that articles call by nothing else is then the same.
        case alias(EntityReference, String)
        /// It is no entity, or none that belongs into the graph.
        case rejectEntity(EntityReference)
        /// The relation does not hold, whoever says so.
        case rejectRelation(RelationReference)
        /// A person vouches for the relation.
        case confirm(RelationReference)
        /// A relation that no article told, or none that the program understood.
        case add(HandmadeRelation)
    }

    /// A part of an entity.
    public enum Portion: Hashable, Sendable {
        /// What articles call by one of these names.
        case names([String])
        /// What these articles call by one of these names.
        case articles([Document.ID], names: [String])
    }

    public var action: Action
    public var time: CorrectionTime
    /// Why; may be empty.
    public var reason: String

    public init(_ action: Action, time: CorrectionTime, reason: String = "") {
        self.action = action
        self.time = time
        self.reason = reason
    }
}

/// A relation as a correction names it.
public struct RelationReference: Hashable, Sendable {
    public var subject: EntityReference
    public var type: RelationType.ID
    public var object: EntityReference
    /// Any status if nil.
    public var status: Status?
    /// Only as this article tells it, if given.
    public var article: Document.ID?

    public init(subject: EntityReference, type: RelationType.ID, object: EntityReference, status: Status? = nil, article: Document.ID? = nil) {
        self.subject = subject
        self.type = type
        self.object = object
        self.status = status
        self.article = article
    }
}

/// A relation that a person adds.
public struct HandmadeRelation: Hashable, Sendable {
    public var subject: EntityReference
    public var type: RelationType.ID
    public var object: EntityReference
    public var status: Status
    public var date: PartialDate?
    public var until: PartialDate?
    /// Where the person has it from.
    public var source: String?

    public init(
        subject: EntityReference, type: RelationType.ID, object: EntityReference, status: Status = .asserted, date: PartialDate? = nil,
        until: PartialDate? = nil, source: String? = nil
    ) {
        self.subject = subject
        self.type = type
        self.object = object
        self.status = status
        self.date = date
        self.until = until
        self.source = source
    }
}

extension Correction {
    /// Sixteen hexadecimal digits that differ for corrections that differ: FNV-1a of the text form.
    public var key: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in description.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The entities that it speaks of, in the order of its text form.
    public var references: [EntityReference] {
        switch action {
        case .merge(let from, let into): [from, into]
        case .split(let entity, _, _), .rename(let entity, _), .retype(let entity, _), .alias(let entity, _), .rejectEntity(let entity): [entity]
        case .rejectRelation(let relation), .confirm(let relation): [relation.subject, relation.object]
        case .add(let relation): [relation.subject, relation.object]
        }
    }

    /// The id of the entity that a split makes.
    ///
    /// The tilde, which no other id bears, keeps it apart from all entities that articles give.
    public var splitID: Entity.ID? {
        guard case .split(let entity, let portion, let label) = action else { return nil }
        let name = label ?? portion.names.min() ?? ""
        let words = name.nameWords
        return "\(entity.type.rawValue)/\(words.isEmpty ? "unnamed" : words.joined(separator: "-"))~\(key.prefix(6))"
    }

    /// The order in which corrections apply, wherever they were made: by time, then by key.
    public static func precedes(_ a: Correction, _ b: Correction) -> Bool { (a.time, a.key) < (b.time, b.key) }
}

extension Correction.Portion {
    public var names: [String] {
        switch self {
        case .names(let names), .articles(_, let names): names
        }
    }

    /// Whether it holds this local entity of an entity of that type.
    func contains(_ local: LocalEntity, of type: EntityType) -> Bool {
        guard local.type == type else { return false }
        let name = EntityReference.folded(local.name)
        guard names.contains(where: { EntityReference.folded($0) == name }) else { return false }
        switch self {
        case .names: return local.settingArticle == nil
        case .articles(let articles, _): return local.settingArticle.map(articles.contains) ?? false
        }
    }
}
