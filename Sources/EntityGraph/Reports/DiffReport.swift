public import GraphModel

extension Report {
    /// What changed between two graphs, grouped for reading.
    ///
    /// A relation whose parties and type were known before in another status stands under "new status", so that a planned act that was
    /// carried out or called off is seen at once.
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
                .text(relation.status.rawValue), .optional(before), .optional(best.date?.description), .integer(relation.sources),
                .text(relation.details), .text(best.quotation(in: documents)), .text(relation.subject), .text(relation.type),
                .text(relation.object),
            ]
        }
        func row(_ change: String, _ entity: Entity) -> [Value] {
            [
                .text(change), .text(entity.name), .text(entity.type.rawValue), .none, .none, .none, .none, .none, .none, .none,
                .text(entity.id), .none, .none,
            ]
        }
        let restated = diff.addedRelations.filter { statusesBefore[$0.key.withoutStatus] != nil }
        let added = diff.addedRelations.filter { statusesBefore[$0.key.withoutStatus] == nil }
        var rows = restated.map { relation in
            let before = statusesBefore[relation.key.withoutStatus]?.sorted().map(\.rawValue).joined(separator: ", ")
            return row("new status", relation, before: before)
        }
        rows += added.map { row("new", $0) }
        rows += diff.changedRelations.map { change in
            change.before.sources == change.after.sources
                ? row("other evidence", change.after)
                : row("more or fewer sources", change.after, before: "\(change.before.sources) sources")
        }
        rows += diff.removedRelations.map { row("gone", $0) }
        rows += diff.addedEntities.map { row("new entity", $0) }
        rows += diff.removedEntities.map { row("entity gone", $0) }
        rows += diff.changedEntities.filter { !$0.before.isNamed(like: $0.after) }.map { row("entity with other names", $0.after) }
        return Report(
            columns: [
                Column("change", .heading), Column("who"), Column("relation"), Column("whom"), Column("status"), Column("before"),
                Column("date"), Column("sources", unit: "source"), Column("details"), Column("quote", .line), Column("subject", .hidden),
                Column("type", .hidden), Column("object", .hidden),
            ],
            rows: rows, emptyText: "nothing changed")
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
