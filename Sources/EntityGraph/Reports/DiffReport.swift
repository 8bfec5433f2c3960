public import GraphModel

extension Report {
    /// What changed between two graphs, grouped for reading: what was denied, called off, ended or came to be told in another way before
    /// what was told for the first time and what more sources tell.
    public static func changes(_ diff: GraphDiff, from old: KnowledgeGraph, to new: KnowledgeGraph, ontology: Ontology) -> Report {
        let entities = Dictionary((old.entities + new.entities).map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        let documents = Dictionary((old.documents + new.documents).map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        var statusesBefore: [Relation.Key: [Status]] = [:]
        for relation in old.relations { statusesBefore[relation.key.withoutStatus, default: []].append(relation.status) }

        func row(_ change: String, _ relation: Relation, before: String? = nil) -> [Value] {
            let best = relation.bestStatement
            return [
                .text(change), .text(entities[relation.subject]?.name ?? relation.subject),
                .text(ontology.phrase(for: relation.type, fromSubject: true)), .text(entities[relation.object]?.name ?? relation.object),
                .text(relation.status.rawValue), .optional(before), .optional(best.date?.description),
                .optional(relation.statements.compactMap(\.until).max()?.description), .integer(relation.sources),
                .text(relation.details), .text(best.quotation(in: documents)), .text(relation.subject), .text(relation.type),
                .text(relation.object),
            ]
        }
        func row(_ change: String, _ entity: Entity) -> [Value] {
            [
                .text(change), .text(entity.name), .text(entity.type.rawValue), .none, .none, .none, .none, .none, .none, .none, .none,
                .text(entity.id), .none, .none,
            ]
        }
        let added = diff.addedRelations.map { relation in
            let before = statusesBefore[relation.key.withoutStatus]?.sorted().map(\.rawValue).joined(separator: ", ")
            return (kind: RelationChange(of: relation, wasKnown: before != nil), relation: relation, before: before)
        }
        let changed = diff.changedRelations.map { change in
            let kind = RelationChange(from: change.before, to: change.after)
            let before =
                kind == .evidence
                ? nil : kind == .ended ? "going on" : "\(change.before.sources) \(change.before.sources == 1 ? "source" : "sources")"
            return (kind: kind, relation: change.after, before: before)
        }
        let removed = diff.removedRelations.map { (kind: RelationChange.gone, relation: $0, before: String?.none) }
        var rows = RelationChange.allCases.flatMap { kind in
            (added + changed + removed).filter { $0.kind == kind }.map { row(kind.rawValue, $0.relation, before: $0.before) }
        }
        rows += diff.addedEntities.map { row("new entity", $0) }
        rows += diff.removedEntities.map { row("entity gone", $0) }
        rows += diff.changedEntities.filter { !$0.before.isNamed(like: $0.after) }.map { row("entity with other names", $0.after) }
        return Report(
            columns: [
                Column("change", .heading), Column("who"), Column("relation"), Column("whom"), Column("status"), Column("before"),
                Column("date"), Column("until"), Column("sources", unit: "source"), Column("details"), Column("quote", .line),
                Column("subject", .hidden),
                Column("type", .hidden), Column("object", .hidden),
            ],
            rows: rows, emptyText: "nothing changed")
    }
}

/// What happened to a relation, in the order of reading. The words stand above the rows.
private enum RelationChange: String, CaseIterable {
    case denied = "was denied"
    case cancelled = "was cancelled"
    case ended
    case restated = "changed status"
    case new = "became known"
    case moreSources = "more sources"
    case fewerSources = "fewer sources"
    case evidence = "other evidence"
    case gone = "no longer told"

    /// A relation that was not told before in this status.
    /// - Parameter wasKnown: whether it was told in another one.
    init(of relation: Relation, wasKnown: Bool) {
        switch relation.status {
        case .denied: self = .denied
        case .cancelled: self = .cancelled
        case .former where wasKnown: self = .ended
        default: self = wasKnown ? .restated : .new
        }
    }

    /// A relation that was told before in the same status.
    init(from old: Relation, to new: Relation) {
        let hadEnded = old.statements.allSatisfy { $0.until != nil }, hasEnded = new.statements.allSatisfy { $0.until != nil }
        self =
            hasEnded && !hadEnded ? .ended : new.sources > old.sources ? .moreSources : new.sources < old.sources ? .fewerSources : .evidence
    }
}

extension Entity {
    /// Whether type, names and identifiers are the same; mentions may differ.
    fileprivate func isNamed(like other: Entity) -> Bool {
        var copy = self
        copy.mentions = other.mentions
        return copy == other
    }
}

extension Relation.Key {
    /// The same key whatever the status: what a change of status is a change of.
    fileprivate var withoutStatus: Relation.Key { Relation.Key(subject: subject, type: type, object: object, status: .asserted) }
}
