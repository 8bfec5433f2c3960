import GraphModel

extension Report {
    /// What a query found: its columns, or the relations (else the entities) that match if it names none.
    static func query(_ query: GraphQuery, result: QueryResult, ontology: Ontology) -> Report {
        guard let columns = query.columns else {
            var report = query.edges.isEmpty ? entities(result.graph) : relations(result.graph, quoting: true, ontology: ontology)
            report.emptyText = "nothing matches"
            return report
        }
        let table = QueryTable(result: result, ontology: ontology, titles: Set(columns.map(\.title)))
        return Report(
            columns: columns.flatMap(table.columns),
            rows: result.rows.map { row in zip(columns, row).flatMap(table.cells) }, emptyText: "nothing matches")
    }
}

/// Spreads entities and relations over several columns of a table.
private struct QueryTable {
    private let names: [Entity.ID: Entity]
    private let relations: [Relation.Key: Relation]
    private let documents: [Document.ID: Document]
    private let ontology: Ontology
    /// What the query itself calls its columns.
    private let titles: Set<String>

    init(result: QueryResult, ontology: Ontology, titles: Set<String>) {
        names = Dictionary(uniqueKeysWithValues: result.graph.entities.map { ($0.id, $0) })
        relations = Dictionary(uniqueKeysWithValues: result.graph.relations.map { ($0.key, $0) })
        documents = Dictionary(uniqueKeysWithValues: result.graph.documents.map { ($0.id, $0) })
        self.ontology = ontology
        self.titles = titles
    }

    /// The columns that one of the query takes; what the query asks for by itself is not given twice.
    func columns(_ column: GraphQuery.Column) -> [Report.Column] {
        let title = column.title
        let all: [Report.Column] =
            switch column.output {
            case .node: [Report.Column(title), Report.Column(title + ".id", .hidden), Report.Column(title + ".type", .hidden)]
            case .edge:
                [
                    Report.Column(title), Report.Column(title + ".status"), Report.Column(title + ".stated_date"), Report.Column(title + ".sources"),
                    Report.Column(title + ".confidence", .hidden), Report.Column(title + ".quote", .line),
                    Report.Column(title + ".subject", .hidden), Report.Column(title + ".type", .hidden), Report.Column(title + ".object", .hidden),
                ]
            default: [Report.Column(title)]
            }
        return isShown(column).enumerated().compactMap { $1 ? all[$0] : nil }
    }

    /// The values of these columns.
    func cells(_ column: GraphQuery.Column, _ value: QueryValue) -> [Report.Value] {
        let all: [Report.Value] =
            switch value {
            case .entity(let id): [.text(names[id]?.name ?? id), .text(id), .optional(names[id]?.type.rawValue)]
            case .relation(let key): cells(key)
            case .text(let text): [.text(text)]
            case .number(let number): [self.number(number, column.output)]
            case .date(let date): [.text(date.description)]
            case .none: [.none]
            }
        return isShown(column).enumerated().compactMap { $1 ? all[$0] : nil }
    }

    private func cells(_ key: Relation.Key) -> [Report.Value] {
        let relation = relations[key]
        return [
            .text(ontology.phrase(for: key.type, fromSubject: true)), .text(key.status.rawValue),
            .optional(relation?.statements.compactMap(\.date).min()?.description), relation.map { .integer($0.sources) } ?? .none,
            relation.map { .decimal($0.confidence) } ?? .none, .optional(relation?.bestStatement.quotation(in: documents)), .text(key.subject),
            .text(key.type), .text(key.object),
        ]
    }

    private func isShown(_ column: GraphQuery.Column) -> [Bool] {
        let parts: [String] =
            switch column.output {
            case .node: ["id", "type"]
            case .edge: ["status", "stated_date", "sources", "confidence", "quote", "subject", "type", "object"]
            default: []
            }
        return [true] + parts.map { !titles.contains("\(column.title).\($0)") }
    }

    private func number(_ number: Double, _ output: GraphQuery.Output) -> Report.Value {
        if case .property(.edge(_, .confidence)) = output { return .decimal(number) }
        return Int(exactly: number).map(Report.Value.integer) ?? .decimal(number)
    }
}
