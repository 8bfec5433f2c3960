import GraphModel
import GraphStorage

extension Report {
    static func articles(_ articles: [DocumentSummary]) -> Report {
        Report(
            columns: [
                Column("published"), Column("title"), Column("publisher"), Column("entities"), Column("statements"), Column("source"),
                Column("id", .hidden), Column("model", .hidden),
            ],
            rows: articles.map { article in
                [
                    .optional(article.document.published?.description), .text(article.document.title), .optional(article.document.publisher),
                    .integer(article.entities), .integer(article.statements), .text(article.document.source), .text(article.document.id),
                    .text(article.run.model),
                ]
            }, emptyText: "no articles")
    }

    /// Those with the most relations first.
    ///
    /// - Parameter types: which to list; nil for all.
    static func entities(_ graph: KnowledgeGraph, ofTypes types: Set<EntityType>? = nil) -> Report {
        var degrees: [Entity.ID: Int] = [:]
        for relation in graph.relations {
            degrees[relation.subject, default: 0] += 1
            degrees[relation.object, default: 0] += 1
        }
        let ordered = graph.entities.filter { types?.contains($0.type) ?? true }.map { (entity: $0, degree: degrees[$0.id] ?? 0) }.sorted {
            ($1.degree, $0.entity.id) < ($0.degree, $1.entity.id)
        }
        return Report(
            columns: [Column("name"), Column("type"), Column("relations"), Column("mentions"), Column("also called"), Column("id")],
            rows: ordered.map { entity, degree in
                [
                    .text(entity.name), .text(entity.type.rawValue), .integer(degree), .integer(entity.mentions.count), .list(entity.aliases),
                    .text(entity.id),
                ]
            }, emptyText: "no entities")
    }

    /// - Parameter quoting: whether a table shows the best sentence below each relation.
    static func relations(_ graph: KnowledgeGraph, quoting: Bool = false, ontology: Ontology) -> Report {
        let names = Dictionary(graph.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let documents = Dictionary(graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return Report(
            columns: [
                Column("who"), Column("relation"), Column("whom"), Column("status"), Column("date"), Column("sources", unit: "source"),
                Column("confidence"),
                Column("details"), Column("quote", quoting ? .line : .hidden), Column("subject", .hidden), Column("type", .hidden),
                Column("object", .hidden),
            ],
            rows: graph.relations.map { relation in
                [
                    .text(names[relation.subject] ?? relation.subject), .text(ontology.phrase(for: relation.type, fromSubject: true)),
                    .text(names[relation.object] ?? relation.object), .text(relation.status.rawValue),
                    .optional(relation.statements.compactMap(\.date).min()?.description), .integer(relation.sources),
                    .decimal(relation.confidence), .text(relation.details), .text(relation.bestStatement.quotation(in: documents)),
                    .text(relation.subject), .text(relation.type), .text(relation.object),
                ]
            }, emptyText: "no relations")
    }

    static func statistics(_ statistics: StoreStatistics, ontology: Ontology) -> Report {
        let ranks = ontology.ranks
        var rows: [[Value]] = [
            [.text("articles"), .text("all"), .integer(statistics.documents)],
            [.text("articles"), .text("without a date"), .integer(statistics.undatedDocuments)],
            [.text("entities"), .text("all"), .integer(statistics.entities)],
        ]
        rows += EntityType.allCases.sorted().map { [.text("entities"), .text($0.rawValue), .integer(statistics.entitiesByType[$0] ?? 0)] }
        rows.append([.text("mentions"), .text("all"), .integer(statistics.mentions)])
        rows.append([.text("statements"), .text("all"), .integer(statistics.statements)])
        rows.append([.text("relations"), .text("all"), .integer(statistics.relations)])
        rows += statistics.relationsByStatus.sorted { $0.key > $1.key }.map { [.text("status"), .text($0.key.rawValue), .integer($0.value)] }
        rows += statistics.relationsByType.sorted { (ranks[$0.key] ?? .max, $0.key) < (ranks[$1.key] ?? .max, $1.key) }
            .map { [.text("relation types"), .text($0.key), .integer($0.value)] }
        return Report(
            facts: [
                Fact("first day", .optional(statistics.published?.lowerBound.description)),
                Fact("last day", .optional(statistics.published?.upperBound.description)),
            ],
            columns: [Column("of", .heading), Column("what"), Column("count")], rows: rows)
    }
}
