/// How a correction names an entity: by how articles call it, not by its id, which may change as articles come and go.
///
/// It means whatever entity the local entities are part of that it denotes.
public struct EntityReference: Hashable, Sendable {
    /// The type that articles give it.
    public var type: EntityType
    /// A full name that articles give it, whatever it was renamed to.
    public var name: String
    /// Identifiers that articles give it by that name.
    public var identifiers: [String: String]
    /// Whether articles call it by no name at all.
    public var isNominal: Bool
    /// The other names that articles give it beside that one, where things of that name differ by them; nil if they do not matter.
    public var aliases: [String]?
    /// Set if only the thing is meant that this one article calls so, because a correction set it apart.
    public var article: Document.ID?

    public init(
        type: EntityType, name: String, identifiers: [String: String] = [:], isNominal: Bool = false, aliases: [String]? = nil,
        article: Document.ID? = nil
    ) {
        self.type = type
        self.name = name
        self.identifiers = identifiers
        self.isNominal = isNominal
        self.aliases = aliases.map { Set($0).sorted() }
        self.article = article
    }

    /// A reference by what an article calls the thing.
    public init(_ local: LocalEntity) {
        self.init(
            type: local.type, name: local.name, identifiers: local.withoutArticle.identifiers, isNominal: local.isNominal,
            article: local.settingArticle)
    }

    /// Whether this local entity is what it means: of the same type, name (but for case, accents and punctuation) and identifiers.
    public func denotes(_ local: LocalEntity) -> Bool {
        type == local.type && isNominal == local.isNominal && article == local.settingArticle
            && Self.folded(name) == Self.folded(local.name) && (aliases == nil || aliases == Set(local.aliases).sorted())
            && identifiers == local.withoutArticle.identifiers
    }

    /// Whether both are of one type and bear one name but for case, accents and punctuation.
    public func isCalledLike(_ other: EntityReference) -> Bool { anchor == other.anchor }

    /// What two names have in common that are taken for one.
    static func folded(_ name: String) -> String {
        let words = name.nameWords
        return words.isEmpty ? name : words.joined(separator: " ")
    }

    /// What it shares with every local entity that it denotes.
    var anchor: String { Self.anchor(type, name) }

    static func anchor(_ type: EntityType, _ name: String) -> String { "\(type.rawValue)/\(folded(name))" }

    /// A local entity that it denotes.
    public var localEntity: LocalEntity {
        LocalEntity(id: 0, type: type, name: name, aliases: aliases ?? [], identifiers: identifiers, isNominal: isNominal).setApart(in: article)
    }
}

extension LocalEntity {
    /// The scheme whose identifier is the article that a correction holds the local entity to; none of an article's own.
    static let articleScheme = "entitygraph:article"

    /// The article whose own thing it is, if a correction set it apart from what other articles call so.
    public var settingArticle: Document.ID? { identifiers[Self.articleScheme] }

    /// The local entity as its article has it.
    public var withoutArticle: LocalEntity {
        guard settingArticle != nil else { return self }
        var entity = self
        entity.identifiers[Self.articleScheme] = nil
        return entity
    }

    /// The local entity as a thing of this article's own; unchanged for nil.
    public func setApart(in article: Document.ID?) -> LocalEntity {
        guard let article else { return self }
        var entity = self
        entity.identifiers[Self.articleScheme] = article
        return entity
    }
}
