/// The corrections in force, and what they make of what articles say.
///
/// All answers depend on nothing but the set of corrections and what they are given, so that it does not matter which of articles and
/// corrections came first.
public struct CorrectionSet: Hashable, Sendable {
    /// In the order in which they apply.
    public let corrections: [Correction]
    /// Which corrections may have to do with a local entity, by its anchor.
    private let byAnchor: [String: [Int]]
    /// Rejected relations by type.
    private let rejections: [RelationType.ID: [RelationReference]]
    private let rejectionAnchors: Set<String>
    /// Splits by article, by the article.
    private let splitsByArticle: [Document.ID: [Int]]

    public init(_ corrections: some Sequence<Correction> = []) {
        let keyed = corrections.map { (key: $0.key, correction: $0) }
        let ordered = keyed.sorted { ($0.correction.time, $0.key) < ($1.correction.time, $1.key) }.map(\.correction)
        var byAnchor: [String: [Int]] = [:], rejections: [RelationType.ID: [RelationReference]] = [:], rejectionAnchors: Set<String> = []
        var splitsByArticle: [Document.ID: [Int]] = [:]
        for (index, correction) in ordered.enumerated() {
            for anchor in Set(correction.anchors) { byAnchor[anchor, default: []].append(index) }
            switch correction.action {
            case .rejectRelation(let relation):
                rejections[relation.type, default: []].append(relation)
                rejectionAnchors.formUnion(correction.anchors)
            case .split(_, .articles(let articles, _), _): for article in Set(articles) { splitsByArticle[article, default: []].append(index) }
            default: break
            }
        }
        self.corrections = ordered
        self.byAnchor = byAnchor
        self.rejections = rejections
        self.rejectionAnchors = rejectionAnchors
        self.splitsByArticle = splitsByArticle
    }

    public var isEmpty: Bool { corrections.isEmpty }

    /// Whether some correction speaks of one of these local entities.
    public func concern(_ block: [LocalEntity]) -> Bool {
        !isEmpty && block.contains { byAnchor[EntityReference.anchor($0.type, $0.name)] != nil }
    }

    // MARK: Who is who

    /// What a local entity shares with others because a correction may make them one.
    public func blockingKeys(of local: LocalEntity) -> [String] {
        (byAnchor[EntityReference.anchor(local.type, local.name)] ?? []).compactMap { index in
            let correction = corrections[index]
            switch correction.action {
            case .merge(let from, let into): return from.denotes(local) || into.denotes(local) ? "correction/\(correction.key)" : nil
            case .alias(let entity, let name):
                return entity.denotes(local) || local.bears(name, of: entity.type) ? "correction/\(correction.key)" : nil
            default: return nil
            }
        }
    }

    /// The entities that local entities are after correction.
    ///
    /// - Parameters:
    ///   - block: all local entities that hang together.
    ///   - ids: what they would be without corrections.
    /// - Returns: nil for what belongs to no entity of the graph.
    public func identities(of block: [LocalEntity], uncorrected ids: [Entity.ID]) -> [Entity.ID?] {
        var clusters = ids.map(Optional.some)
        func denoted(_ reference: EntityReference) -> Set<Entity.ID> {
            Set(block.indices.compactMap { reference.denotes(block[$0]) ? clusters[$0] : nil })
        }
        func move(_ places: [Int], to cluster: Entity.ID?) { for place in places { clusters[place] = cluster } }
        func places(in set: Set<Entity.ID>) -> [Int] { block.indices.filter { place in clusters[place].map(set.contains) ?? false } }

        for correction in relevant(to: block) {
            switch correction.action {
            case .merge(let from, let into):
                let sources = denoted(from)
                if let target = denoted(into).min(), !sources.isEmpty { move(places(in: sources.union(denoted(into))), to: target) }
            case .split(let entity, let portion, _):
                let parts = places(in: denoted(entity)).filter { portion.contains(block[$0], of: entity.type) }
                move(parts, to: correction.splitID)
            case .alias(let entity, let name):
                guard let target = denoted(entity).min() else { continue }
                let strangers = Set(block.indices.compactMap { block[$0].bears(name, of: entity.type) ? clusters[$0] : nil }).subtracting([target])
                let lonely = strangers.filter { stranger in places(in: [stranger]).allSatisfy { block[$0].bears(name, of: entity.type) } }
                move(places(in: lonely), to: target)
            case .rejectEntity(let entity): move(places(in: denoted(entity)), to: nil)
            case .rename, .retype, .rejectRelation, .confirm, .add: continue
            }
        }
        return clusters
    }

    /// Whether corrections may have joined local entities of this group.
    public func mayJoin(_ group: [LocalEntity]) -> Bool {
        relevant(to: group).contains { correction in
            switch correction.action {
            case .merge, .alias: true
            default: false
            }
        }
    }

    /// An entity as corrections have it.
    /// - Parameters:
    ///   - entity: as it is without corrections.
    ///   - group: the local entities that it is.
    public func corrected(_ entity: Entity, of group: [LocalEntity]) -> Entity {
        var entity = entity
        entity.identifiers[LocalEntity.articleScheme] = nil
        var names = Set(entity.aliases)
        func rename(_ name: String) {
            names.insert(entity.name)
            entity.name = name
        }
        for correction in relevant(to: group) {
            switch correction.action {
            case .split(_, _, let label?) where correction.splitID == entity.id: rename(label)
            case .rename(let reference, let name) where group.contains(where: reference.denotes): rename(name)
            case .alias(let reference, let name) where group.contains(where: reference.denotes): names.insert(name)
            case .retype(let reference, let type) where group.contains(where: reference.denotes): entity.type = type
            default: continue
            }
        }
        entity.aliases = names.subtracting([entity.name]).sorted()
        return entity
    }

    // MARK: Articles

    /// Whether a split holds what an article says of this local entity apart from what other articles say of it.
    public func setsApart(_ local: LocalEntity, in article: Document.ID) -> Bool {
        (splitsByArticle[article] ?? []).contains { index in
            guard case .split(let entity, let portion, _) = corrections[index].action else { return false }
            return portion.contains(local.setApart(in: article), of: entity.type)
        }
    }

    /// The article with what splits set apart marked as its own.
    public func settingApart(_ article: ExtractedDocument) -> ExtractedDocument {
        guard splitsByArticle[article.document.id] != nil else { return article }
        var article = article
        for index in article.entities.indices where setsApart(article.entities[index], in: article.document.id) {
            article.entities[index] = article.entities[index].setApart(in: article.document.id)
        }
        return article
    }

    // MARK: Relations

    /// Rejected relations of this type.
    public func rejections(of type: RelationType.ID) -> [RelationReference] { rejections[type] ?? [] }

    /// Whether a rejected relation may depend on which entity this local entity is.
    public func hasRejection(about local: LocalEntity) -> Bool {
        !rejectionAnchors.isEmpty && rejectionAnchors.contains(EntityReference.anchor(local.type, local.name))
    }

    /// The corrections that speak of one of these local entities, in the order in which they apply.
    private func relevant(to block: [LocalEntity]) -> [Correction] {
        guard !isEmpty else { return [] }
        var indices: Set<Int> = []
        for local in block { indices.formUnion(byAnchor[EntityReference.anchor(local.type, local.name)] ?? []) }
        return indices.sorted().map { corrections[$0] }
    }
}

extension Correction {
    /// What it shares with all local entities that it may have to do with.
    var anchors: [String] {
        var anchors = references.map(\.anchor)
        switch action {
        case .alias(let entity, let name): anchors.append(EntityReference.anchor(entity.type, name))
        // The part that was split off bears the label.
        case .split(let entity, let portion, _): anchors += portion.names.map { EntityReference.anchor(entity.type, $0) }
        default: break
        }
        return anchors
    }
}

extension RelationReference {
    /// Whether it means a statement between entities of which these functions tell whether a reference means them.
    /// - Parameter isSymmetric: whether subject and object may stand for each other.
    public func means(
        status: Status, article: Document.ID, isSymmetric: Bool, subject: (EntityReference) -> Bool, object: (EntityReference) -> Bool
    ) -> Bool {
        guard self.status ?? status == status, self.article ?? article == article else { return false }
        return subject(self.subject) && object(self.object) || isSymmetric && subject(self.object) && object(self.subject)
    }
}

extension LocalEntity {
    /// Whether it is of this type, its article calls it so first of all, and nothing but the name says who it is.
    fileprivate func bears(_ name: String, of type: EntityType) -> Bool {
        self.type == type && !isNominal && identifiers.isEmpty && EntityReference.folded(self.name) == EntityReference.folded(name)
    }
}
