public import GraphModel

extension Report {
    /// Everything that relates to one entity, in and out, grouped by relation in the ontology's order.
    ///
    /// - Parameters:
    ///   - entity: whom it is about.
    ///   - others: names of entities that the question could also have meant.
    ///   - graph: the neighbourhood of `entity`; relations that do not touch it are passed over.
    public static func who(_ entity: Entity, couldAlsoBe others: [String] = [], in graph: KnowledgeGraph, ontology: Ontology) -> Report {
        let names = Dictionary(graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let documents = Dictionary(graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ranks = ontology.ranks, articles = ArticleIndex(graph.documents)
        let rows =
            graph.relations
            .filter { $0.subject == entity.id || $0.object == entity.id }
            .map { relation -> (order: RowOrder, row: [Value]) in
                let isOut = relation.subject == entity.id
                let other = isOut ? relation.object : relation.subject
                let first = relation.statements.compactMap(\.date).min()
                let best = relation.bestStatement
                // One relation may have been told of several events.
                let times = relation.occurrences(in: articles, ontology: ontology).compactMap(\.date).filter { $0 != first }.map(\.description)
                let order = RowOrder(
                    rank: ranks[relation.type] ?? .max, direction: isOut ? 0 : 1, date: first?.description ?? "~", other: other,
                    status: relation.status)
                return (
                    order,
                    [
                        .text(ontology.phrase(for: relation.type, fromSubject: isOut)), .text(names[other]?.name ?? other),
                        .text(relation.status.rawValue), .optional(first?.description),
                        .optional(relation.statements.compactMap(\.until).max()?.description), times.isEmpty ? .none : .list(times),
                        .integer(relation.sources),
                        .decimal(relation.confidence), .text(relation.details), .text(best.quotation(in: documents)),
                        .text(relation.type), .text(isOut ? "out" : "in"), .text(other),
                        .optional(names[other]?.type.rawValue), .list(relation.documents),
                    ]
                )
            }
            .sorted { $0.order < $1.order }
            .map(\.row)
        return Report(
            facts: [
                Fact("name", .text(entity.name)), Fact("type", .text(entity.type.rawValue)), Fact("id", .text(entity.id)),
                Fact("also called", entity.aliases.isEmpty ? .none : .list(entity.aliases)),
                Fact("could also be", others.isEmpty ? .none : .list(others)),
            ],
            columns: [
                Column("relation", .heading), Column("who"), Column("status"), Column("date"), Column("until"), Column("also on", unit: "also on"),
                Column("sources", unit: "source"),
                Column("confidence", .hidden), Column("details"), Column("quote", .line), Column("type", .hidden), Column("direction", .hidden),
                Column("id", .hidden), Column("kind", .hidden), Column("documents", .hidden),
            ],
            rows: rows, emptyText: "no relations")
    }
}

private struct RowOrder: Comparable {
    var rank: Int
    var direction: Int
    var date: String
    var other: String
    var status: Status

    static func < (a: RowOrder, b: RowOrder) -> Bool {
        (a.rank, a.direction, a.date, a.other, a.status) < (b.rank, b.direction, b.date, b.other, b.status)
    }
}
