import GraphModel
import GraphRendering

/// What happened to one entity, or between two, in the order of time.
struct Timeline {
    /// One event, or one interval of a state, with the relation that tells it.
    struct Entry {
        var relation: Relation
        var occurrence: Occurrence
        /// When it happened or began, else when the first article that tells it came out; nil if nobody knows.
        var date: PartialDate?
        var isDatedByArticle: Bool
        var best: Statement<Entity.ID>
    }

    /// Whom it is about; one or two.
    let subjects: [Entity]
    let entries: [Entry]
    private let names: [Entity.ID: String]
    private let documents: [Document.ID: Document]
    private let ontology: Ontology

    /// - Parameter graph: what is known of the subjects; relations that touch not all of them are passed over.
    init(of subjects: [Entity], in graph: KnowledgeGraph, ontology: Ontology) {
        self.subjects = subjects
        self.ontology = ontology
        names = Dictionary(graph.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        documents = Dictionary(graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let articles = ArticleIndex(graph.documents)
        entries = graph.relations
            .filter { relation in subjects.allSatisfy { $0.id == relation.subject || $0.id == relation.object } }
            .flatMap { relation in
                relation.occurrences(in: articles, ontology: ontology).map { occurrence in
                    let told = occurrence.statements.compactMap { articles.published($0.document) }.min()
                    return Entry(
                        relation: relation, occurrence: occurrence, date: occurrence.date ?? occurrence.until ?? told,
                        isDatedByArticle: occurrence.date == nil && occurrence.until == nil, best: occurrence.statements.mostConfident)
                }
            }
            .sorted { ($0.date?.description ?? "~", $0.relation.key) < ($1.date?.description ?? "~", $1.relation.key) }
    }

    /// The entries as a table.
    var report: Report {
        Report(
            facts: zip(["about", "and"], subjects).map { Report.Fact($0, .text($1.name)) },
            columns: [
                Report.Column("date"), Report.Column("until"), Report.Column("dated by"), Report.Column("who"), Report.Column("relation"),
                Report.Column("whom"), Report.Column("status"), Report.Column("score"), Report.Column("sources"), Report.Column("details"),
                Report.Column("quote", .line), Report.Column("subject", .hidden), Report.Column("type", .hidden), Report.Column("object", .hidden),
                Report.Column("documents", .hidden),
            ],
            rows: entries.map { entry in
                let relation = entry.relation, isTurned = relation.isSymmetric(in: ontology) && relation.object == subjects[0].id
                let ends = isTurned ? (relation.object, relation.subject) : (relation.subject, relation.object)
                let told = Relation(key: relation.key, confidence: 0, sources: 0, statements: entry.occurrence.statements)
                return [
                    .optional(entry.date?.description), .optional(entry.occurrence.until?.description),
                    .text(entry.date == nil ? "nobody" : entry.isDatedByArticle ? "article" : "text"), .text(name(ends.0)),
                    .text(ontology.phrase(for: relation.type, fromSubject: true)), .text(name(ends.1)), .text(relation.status.rawValue),
                    ontology[relation.type]?.score.map(Report.Value.number) ?? .none, .integer(entry.occurrence.sources), .text(told.details),
                    .text(entry.best.quotation(in: documents)), .text(relation.subject), .text(relation.type), .text(relation.object),
                    .list(told.documents),
                ]
            }, emptyText: "nothing is told of \(subjects.map(\.name).joined(separator: " and "))")
    }

    /// The dated entries as a plot.
    var plot: TimelinePlot {
        let isPair = subjects.count == 2
        let marks = entries.compactMap { entry -> TimelinePlot.Mark? in
            guard let date = entry.date else { return nil }
            let relation = entry.relation, isOut = relation.subject == subjects[0].id || relation.isSymmetric(in: ontology)
            let other = relation.subject == subjects[0].id ? relation.object : relation.subject
            let phrase = ontology.phrase(for: relation.type, fromSubject: isOut)
            let words =
                isPair
                ? relation.isSymmetric(in: ontology) ? phrase : "\(name(relation.subject)): \(ontology.phrase(for: relation.type, fromSubject: true))"
                : "\(phrase) \(name(other))"
            let sources = entry.occurrence.sources
            let tooltip = """
                \(date): \(name(relation.subject)) \(ontology.phrase(for: relation.type, fromSubject: true)) \(name(relation.object)) \
                (\(relation.status.rawValue), \(sources) \(sources == 1 ? "source" : "sources"))
                \(entry.best.quotation(in: documents))
                """
            return TimelinePlot.Mark(
                date: date, isDatedByArticle: entry.isDatedByArticle, until: entry.occurrence.date == nil ? nil : entry.occurrence.until,
                type: relation.type, status: relation.status, words: words, tooltip: tooltip, sources: sources)
        }
        return TimelinePlot(
            title: subjects.map(\.name).joined(separator: " and "), marks: marks, layout: isPair ? .balance : .lanes, ontology: ontology)
    }

    private func name(_ id: Entity.ID) -> String { names[id] ?? id }
}

extension Relation {
    fileprivate func isSymmetric(in ontology: Ontology) -> Bool { ontology[type]?.isSymmetric == true }
}
