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
    /// Of a pair, those whose deeds count for them; empty where only their own do.
    private let sides: [TimelineSide]
    private let names: [Entity.ID: String]
    private let documents: [Document.ID: Document]
    private let ontology: Ontology

    /// - Parameters:
    ///   - sides: of a pair, those whose deeds count for them, in the same order; empty where only their own do.
    ///   - graph: what is known of the subjects; relations that touch not all of them are passed over.
    init(of subjects: [Entity], sides: [TimelineSide] = [], in graph: KnowledgeGraph, ontology: Ontology) {
        self.subjects = subjects
        self.ontology = ontology
        self.sides = sides
        names = Dictionary(graph.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        documents = Dictionary(graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let articles = ArticleIndex(graph.documents)
        entries = graph.relations
            .filter { relation in !sides.isEmpty || subjects.allSatisfy { $0.id == relation.subject || $0.id == relation.object } }
            .flatMap { relation in
                relation.occurrences(in: articles, ontology: ontology).map { occurrence in
                    let told = occurrence.statements.compactMap { articles.published($0.document) }.min()
                    return Entry(
                        relation: relation, occurrence: occurrence, date: occurrence.date ?? occurrence.until ?? told,
                        isDatedByArticle: occurrence.date == nil && occurrence.until == nil, best: occurrence.statements.mostConfident)
                }
            }
            .filter { sides.isEmpty || Self.joins(sides, $0) }
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
                let relation = entry.relation,
                    isTurned = relation.isSymmetric(in: ontology) && !isFirst(relation.subject, entry) && isFirst(relation.object, entry)
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

    /// The dated entries as a plot, of which the options give title and theme.
    func plot(_ options: DrawingOptions = DrawingOptions(), filter: GraphFilter = GraphFilter()) -> TimelinePlot {
        let isPair = subjects.count == 2
        let marks = entries.compactMap { entry -> TimelinePlot.Mark? in
            guard let date = entry.date else { return nil }
            let relation = entry.relation, isOut = relation.subject == subjects[0].id || relation.isSymmetric(in: ontology)
            let other = relation.subject == subjects[0].id ? relation.object : relation.subject
            let phrase = ontology.phrase(for: relation.type, fromSubject: isOut)
            let words = isPair ? self.words(relation) : "\(phrase) \(name(other))"
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
            title: options.title ?? subjects.map(\.name).joined(separator: " and "), caption: caption(filter), marks: marks,
            layout: isPair ? .balance : .lanes,
            ontology: ontology, theme: options.theme)
    }

    /// What stands beside a mark of a pair: both ends are named, unless they are the pair itself.
    private func words(_ relation: Relation) -> String {
        let phrase = ontology.phrase(for: relation.type, fromSubject: true), isMutual = relation.isSymmetric(in: ontology)
        let isPairItself = subjects.allSatisfy { $0.id == relation.subject || $0.id == relation.object }
        if isPairItself, isMutual { return phrase }
        let names = [name(relation.subject)] + (isPairItself ? [] : [name(relation.object)])
        // Long names give way, not the word between them.
        let room = max(8, (Self.mostCharacters - phrase.count - 3) / names.count)
        let short = names.map { name in
            names.reduce(phrase.count + 3) { $0 + $1.count } <= Self.mostCharacters || name.count <= room
                ? name : name.prefix(room - 1).split(separator: " ").joined(separator: " ") + "…"
        }
        return ([short[0] + (isMutual ? "" : ":"), phrase] + short.dropFirst()).joined(separator: " ")
    }

    /// Of the words beside a mark.
    private static let mostCharacters = 52

    private func name(_ id: Entity.ID) -> String { names[id] ?? id }
}

// Those who act for one of a pair.
extension Timeline {
    /// Most names of a side that are listed.
    private static let mostNames = 8

    /// Whether an entry tells of somebody on one side and somebody on the other; who acts for both at the time stands on none.
    private static func joins(_ sides: [TimelineSide], _ entry: Entry) -> Bool {
        let ends = [entry.relation.subject, entry.relation.object].map { id in sides.filter { $0.holds(id, on: entry.date) }.map(\.entity.id) }
        return ends.allSatisfy { $0.count == 1 } && ends[0] != ends[1]
    }

    private func isFirst(_ id: Entity.ID, _ entry: Entry) -> Bool {
        sides.isEmpty ? id == subjects[0].id : sides[0].holds(id, on: entry.date)
    }

    /// By side, the names of those besides itself that the entries tell of.
    private var others: [(side: String, names: [String])] {
        let told = Set(entries.flatMap { [$0.relation.subject, $0.relation.object] })
        return sides.map { side in (side.entity.name, side.members.intersection(told).map(name).sorted()) }.filter { !$0.names.isEmpty }
    }

    /// What the plot is made from, and who counts.
    private func caption(_ filter: GraphFilter) -> String? {
        let articles = Set(entries.flatMap { $0.occurrence.statements.map(\.document) }).count
        if articles == 0 { return filter.caption }
        let source = (filter.caption.map { "\($0) · from" } ?? "from") + " \(articles) \(articles == 1 ? "article" : "articles")"
        let parts = others.map { side, names in
            let rest = names.count - Self.mostNames
            return "\(side): \(names.prefix(Self.mostNames).joined(separator: ", "))" + (rest > 0 ? " and \(rest) more" : "")
        }
        return source.prefix(1).uppercased() + source.dropFirst()
            + (parts.isEmpty ? "" : ". With those who act for them. " + parts.joined(separator: "; "))
    }

    /// What is to be said about the answer.
    var notes: [String] {
        let parts = others.map { side, names in "\(names.joined(separator: ", ")) for \(side)" }
        return parts.isEmpty ? [] : ["counts \(parts.joined(separator: ", and ")); --direct leaves them out"]
    }
}

extension Relation {
    fileprivate func isSymmetric(in ontology: Ontology) -> Bool { ontology[type]?.isSymmetric == true }
}
