public import GraphModel

extension Report {
    /// Connections between two entities, hop by hop, with the evidence of each.
    public static func paths(_ paths: [GraphPath], from start: Entity, to end: Entity, in graph: KnowledgeGraph, ontology: Ontology) -> Report {
        let names = Dictionary(graph.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let documents = Dictionary(graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [[Value]] = []
        for (number, path) in paths.enumerated() {
            let count = path.hops.count
            for (hop, relations) in path.hops.enumerated() {
                let from = path.entities[hop], to = path.entities[hop + 1]
                for relation in relations {
                    let best = relation.bestStatement
                    rows.append([
                        .text("path \(number + 1), \(count) \(count == 1 ? "hop" : "hops")"), .text(names[from] ?? from),
                        .text(ontology.phrase(for: relation.type, fromSubject: relation.subject == from)), .text(names[to] ?? to),
                        .text(relation.status.rawValue), .optional(best.date?.description), .integer(relation.sources),
                        .text(best.quotation(in: documents)), .integer(number + 1), .integer(hop + 1), .text(relation.subject),
                        .text(relation.type), .text(relation.object), .list(relation.documents),
                    ])
                }
            }
        }
        return Report(
            facts: [Fact("from", .text(start.name)), Fact("to", .text(end.name))],
            columns: [
                Column("connection", .heading), Column("who"), Column("relation"), Column("whom"), Column("status"), Column("date"),
                Column("sources", unit: "source"), Column("quote", .line), Column("path", .hidden), Column("hop", .hidden),
                Column("subject", .hidden),
                Column("type", .hidden), Column("object", .hidden), Column("documents", .hidden),
            ],
            rows: rows, emptyText: "no connection found")
    }
}
