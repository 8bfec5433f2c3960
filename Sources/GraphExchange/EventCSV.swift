public import GraphModel

/// The graph's events as coded event data: a row a statement whose relation type has a PLOVER or CAMEO code.
///
/// Columns: `event_id, date, date_is_published, published, source_id, source_name, source_type, source_country, target_id, target_name, target_type,
/// target_country, relation, status, plover, cameo, goldstein, confidence, sources, document, sentence`. PLOVER (Open Event Data Alliance 2018)
/// gives the type, CAMEO (Schrodt 2012) the codes, parted by `|`; `goldstein` is the ontology's score, -10 to 10. Where the text gives no date the
/// article's day of publication stands in `date`, and `date_is_published` says so. Filter on `status`: only `asserted` happened.
public enum EventCSV {
    /// The table, by date, then place in the graph.
    public static func encode(_ graph: KnowledgeGraph, ontology: Ontology) -> [UInt8] {
        var table = CSVTable([
            "event_id", "date", "date_is_published", "published", "source_id", "source_name", "source_type", "source_country", "target_id",
            "target_name", "target_type", "target_country", "relation", "status", "plover", "cameo", "goldstein", "confidence", "sources", "document",
            "sentence",
        ])
        let published = Dictionary(graph.documents.map { ($0.id, $0.published) }, uniquingKeysWith: { first, _ in first })
        var rows: [(date: String, cells: [String])] = []
        for relation in graph.relations {
            guard let type = ontology[relation.type], type.codes["plover"] != nil || type.codes["cameo"] != nil else { continue }
            for statement in relation.statements {
                let day = (published[statement.document] ?? nil)?.description ?? ""
                let date = statement.date?.description ?? day
                rows.append(
                    (
                        date,
                        [date, statement.date == nil ? "true" : "false", day] + actor(relation.subject, in: graph) + actor(relation.object, in: graph)
                            + [
                                relation.type, statement.status.rawValue, type.codes["plover"]?.joined(separator: "|") ?? "",
                                type.codes["cameo"]?.joined(separator: "|") ?? "", type.score.map(JSONText.number) ?? "",
                                JSONText.hundredths(statement.evidence.confidence), String(relation.sources), statement.document,
                                statement.evidence.text,
                            ]
                    ))
            }
        }
        let sorted = rows.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
        for (number, row) in sorted.enumerated() { table.append([String(number + 1)] + row.element.cells) }
        return table.bytes
    }

    private static func actor(_ id: Entity.ID, in graph: KnowledgeGraph) -> [String] {
        let entity = graph.entity(id)
        return [id, entity?.name ?? "", entity?.type.rawValue ?? "", entity?.identifiers["iso3166-1"] ?? ""]
    }
}
