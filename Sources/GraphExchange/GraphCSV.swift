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
            var confidence = JSONText()
            confidence.number(hundredths: relation.confidence)
            var amount = JSONText()
            if let value = qualifiers?.amount?.value { amount.number(value) }
            table.append([
                relation.subject, relation.type, relation.object, relation.status.rawValue, String(decoding: confidence.bytes, as: UTF8.self),
                String(relation.sources), summary.first?.description ?? "", summary.last?.description ?? "", summary.until?.description ?? "",
                qualifiers?.title ?? "", String(decoding: amount.bytes, as: UTF8.self), qualifiers?.amount?.currency ?? "",
                summary.documents.joined(separator: "|"), summary.best?.evidence.text ?? "",
            ])
        }
        return table.bytes
    }
}

/// Rows of comma-separated values.
private struct CSVTable {
    private(set) var bytes: [UInt8] = []

    init(_ header: [String]) { append(header) }

    mutating func append(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            // A quoted empty cell would be another value than an empty one to some readers.
            let isPlain = cell.utf8.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D }
            if isPlain {
                bytes.append(contentsOf: cell.utf8)
                continue
            }
            bytes.append(UInt8(ascii: "\""))
            for byte in cell.utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }
}
