public import GraphModel

/// The graph as the two tables that `neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv` takes
/// (Neo4j operations manual, "CSV header format"). Cells with several values part them by `;`, the importer's own mark. Every row stands on one
/// line, as the importer expects unless it is told otherwise.
public enum Neo4jCSV {
    /// A row an entity: `id:ID,name,aliases:string[],identifiers:string[],nominal:boolean,mentions:int,:LABEL`.
    public static func nodes(_ graph: KnowledgeGraph) -> [UInt8] {
        var table = CSVTable(["id:ID", "name", "aliases:string[]", "identifiers:string[]", "nominal:boolean", "mentions:int", ":LABEL"])
        for entity in graph.entities {
            let type = entity.type.rawValue
            let cells = [
                entity.id, entity.name, list(entity.aliases), list(entity.identifiers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }),
                entity.isNominal ? "true" : "false", String(entity.mentions.count), "Entity;\(type.prefix(1).uppercased())\(type.dropFirst())",
            ]
            table.append(cells.map(line))
        }
        return table.bytes
    }

    /// A row a relation: `:START_ID,:END_ID,:TYPE,status,confidence:double,sources:int,first_date,last_date,until,title,amount:double,currency,
    /// symmetric:boolean,documents:string[],sentence`. A relation's type is its name in capitals, as Cypher writes them.
    public static func relationships(_ graph: KnowledgeGraph, ontology: Ontology) -> [UInt8] {
        var table = CSVTable([
            ":START_ID", ":END_ID", ":TYPE", "status", "confidence:double", "sources:int", "first_date", "last_date", "until", "title",
            "amount:double", "currency", "symmetric:boolean", "documents:string[]", "sentence",
        ])
        for relation in graph.relations {
            let summary = RelationSummary(relation), qualifiers = summary.best?.qualifiers
            let cells = [
                relation.subject, relation.object, relation.type.uppercased(), relation.status.rawValue, JSONText.hundredths(relation.confidence),
                String(relation.sources), summary.first?.description ?? "", summary.last?.description ?? "", summary.until?.description ?? "",
                qualifiers?.title ?? "", qualifiers?.amount.map { JSONText.number($0.value) } ?? "", qualifiers?.amount?.currency ?? "",
                ontology[relation.type]?.isSymmetric == true ? "true" : "false", list(summary.documents),
                summary.best?.evidence.text ?? "",
            ]
            table.append(cells.map(line))
        }
        return table.bytes
    }

    /// The importer knows no way to write its own mark inside a value.
    private static func list(_ values: [String]) -> String {
        values.map { String($0.map { $0 == ";" ? "," : $0 }) }.joined(separator: ";")
    }

    private static func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
}
