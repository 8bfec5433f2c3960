public import GraphModel
import GraphStorage
import RelationExtraction

/// Why an edge is in a store: each statement behind it, and what the program makes of its sentence now.
public struct EdgeExplanation: Sendable {
    /// One statement as the store holds it.
    struct Stored: Sendable {
        var subject: String
        var object: String
        var statement: Statement<Entity.ID>
        /// With its text.
        var document: Document
        /// What differs between the run that made it and the program now; nil if nothing does.
        var age: String?
        var explanation: Explanation
    }

    let stored: [Stored]
    /// Statements beyond those explained.
    let omitted: Int
    /// For standard error: whom the question was taken to mean.
    public let notes: [String]
}

extension StoredGraph {
    /// Explains the statements that link two entities, in either direction, the surest first.
    ///
    /// - Parameters:
    ///   - relation: of this type only; nil for all.
    ///   - limit: how many statements are explained at most.
    /// - Throws: `QuestionError` for names, types and edges that are not there.
    public func explanation(
        ofEdgeFrom subject: String, _ relation: RelationType.ID?, to object: String, with builder: GraphBuilder, limit: Int = 3
    ) throws -> EdgeExplanation {
        var filter = GraphFilter()
        if let relation { filter.relationTypes = [relation] }
        try check(filter)
        let first = try find(subject), second = try find(object)
        guard first.entity.id != second.entity.id else { throw QuestionError.sameEntity(subject, object, first.entity.name) }
        let both = Set([first.entity.id, second.entity.id])
        let relations = try store.who(first.entity.id, filter).graph.relations.filter { Set([$0.key.subject, $0.key.object]) == both }
        guard !relations.isEmpty else { throw QuestionError.noEdge(first.entity.name, relation, second.entity.name) }
        let runs = Dictionary(try store.documents().map { ($0.document.id, $0.run) }, uniquingKeysWith: { first, _ in first })
        let names = [first.entity.id: first.entity.name, second.entity.id: second.entity.name]
        // Those in the direction asked for come first.
        let statements = relations.flatMap(\.statements).enumerated().sorted { a, b in
            let key = { (item: (offset: Int, element: Statement<Entity.ID>)) in
                (item.element.subject == first.entity.id ? 0 : 1, -item.element.evidence.confidence, item.offset)
            }
            return key(a) < key(b)
        }.map(\.element)
        let shown = statements.prefix(limit)
        let stored = try shown.compactMap { statement -> EdgeExplanation.Stored? in
            guard let document = try store.article(statement.document)?.document else { return nil }
            let whole = builder.explanation(of: document)
            let span = statement.evidence.span
            let chosen = whole.chosen.filter { sentence in
                let tokens = whole.sentences[sentence].tokens
                return whole.report.tokens[tokens.lowerBound].span.start < span.end
                    && whole.report.tokens[tokens.upperBound - 1].span.end > span.start
            }
            return EdgeExplanation.Stored(
                subject: names[statement.subject] ?? statement.subject, object: names[statement.object] ?? statement.object, statement: statement,
                document: document,
                age: statement.evidence.rule == "import"
                    ? "imported: no pattern found it; below is what the program makes of its words"
                    : runs[document.id].flatMap { builder.run.difference(from: $0) },
                explanation: Explanation(
                    document: document, chosen: chosen, sentences: whole.sentences, texts: whole.texts, report: whole.report))
        }
        return EdgeExplanation(stored: stored, omitted: statements.count - stored.count, notes: first.notes + second.notes)
    }
}

extension ExtractionRun {
    /// What is not the same in an older run; nil if all is.
    fileprivate func difference(from old: ExtractionRun) -> String? {
        var parts: [String] = []
        if old.model != model { parts.append("another language model") }
        if old.ontology != ontology { parts.append("another ontology") }
        if old.patterns != patterns { parts.append("other patterns, gazetteers or options") }
        return parts.isEmpty ? nil : "made with " + parts.joined(separator: ", ") + "; the explanation tells what the program finds now"
    }
}

extension EdgeExplanation {
    /// The explanation for people; parameters as in `Explanation.text`.
    public func text(allMisses: Bool = false, width: Int = 100) -> String {
        var parts = stored.map { stored in
            let statement = stored.statement
            var lines = [
                "\(stored.subject) -\(statement.type)-> \(stored.object)  \(statement.status.rawValue) "
                    + Report.Value.twoDigits(statement.evidence.confidence)
            ]
            let date = statement.date.map { "on \($0)" }
            let details = ([date].compactMap { $0 } + statement.qualifiers.phrases).joined(separator: "; ")
            if !details.isEmpty { lines.append("  " + details) }
            lines.append("  rule: \(statement.evidence.rule)")
            lines.append(
                "  article: \([stored.document.published?.description, stored.document.title, stored.document.source].compactMap { $0 }.joined(separator: ", "))"
            )
            if let age = stored.age { lines.append("  \(age)") }
            return lines.joined(separator: "\n") + "\n\n" + stored.explanation.text(allMisses: allMisses, width: width)
        }
        if omitted > 0 { parts.append("\(omitted) more \(omitted == 1 ? "statement says" : "statements say") so; --limit shows more\n") }
        return parts.joined(separator: "\n")
    }

    /// The explanation for programs: one JSON object with a list of stored statements, each with its sentence explained.
    public var json: String {
        struct File: Encodable {
            var statements: [Row]
            var omitted: Int
        }
        struct Row: Encodable {
            var subject: String
            var type: String
            var object: String
            var status: String
            var rule: String
            var document: String
            var source: String
            var published: String?
            var age: String?
            var explanation: ExplanationFile.Article
        }
        return ExplanationFile.text(
            File(
                statements: stored.map { stored in
                    Row(
                        subject: stored.subject, type: stored.statement.type, object: stored.object, status: stored.statement.status.rawValue,
                        rule: stored.statement.evidence.rule, document: stored.document.id, source: stored.document.source,
                        published: stored.document.published?.description, age: stored.age, explanation: .init(stored.explanation))
                }, omitted: omitted))
    }
}
