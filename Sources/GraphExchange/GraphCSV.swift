public import GraphModel

/// The graph as two tables for spreadsheets and data frames: comma-separated values as RFC 4180 has them, in UTF-8, with a header row.
///
/// Cells that hold several values part them by `|`.
public enum GraphCSV {
    /// A row an entity: `id,type,name,nominal,aliases,identifiers,mentions`.
    public static func entities(_ graph: KnowledgeGraph) -> [UInt8] {
        var table = CSVTable(["id", "type", "name", "nominal", "aliases", "identifiers", "mentions"])
        for entity in graph.entities {
            let identifiers = entity.identifiers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            table.append([
                entity.id, entity.type.rawValue, entity.name, entity.isNominal ? "true" : "false", entity.aliases.joined(separator: "|"),
                identifiers.joined(separator: "|"), String(entity.mentions.count),
            ])
        }
        return table.bytes
    }

    /// A row a relation:
    /// `subject,type,object,status,confidence,sources,first_date,last_date,until,title,amount,currency,documents,sentence`, with title, amount and
    /// sentence those of the most confident statement.
    public static func relations(_ graph: KnowledgeGraph) -> [UInt8] {
        var table = CSVTable([
            "subject", "type", "object", "status", "confidence", "sources", "first_date", "last_date", "until", "title", "amount", "currency",
            "documents", "sentence",
        ])
        for relation in graph.relations {
            let summary = RelationSummary(relation), qualifiers = summary.best?.qualifiers
            table.append([
                relation.subject, relation.type, relation.object, relation.status.rawValue, JSONText.hundredths(relation.confidence),
                String(relation.sources), summary.first?.description ?? "", summary.last?.description ?? "", summary.until?.description ?? "",
                qualifiers?.title ?? "", qualifiers?.amount.map { JSONText.number($0.value) } ?? "", qualifiers?.amount?.currency ?? "",
                summary.documents.joined(separator: "|"), summary.best?.evidence.text ?? "",
            ])
        }
        return table.bytes
    }
}
