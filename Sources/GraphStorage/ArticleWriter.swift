internal import class GRDB.Database
internal import GraphModel

/// Writes what articles say into the tables, within one transaction.
final class ArticleWriter {
    private let database: Database
    private let ontology: Ontology
    private let insertLocal: SQLStatement
    private let insertMention: SQLStatement
    private let insertStatement: SQLStatement
    private let findProfile: SQLStatement
    private let insertProfile: SQLStatement
    /// Rows that were looked up already.
    private var typeRows: [RelationType.ID: Int64] = [:]
    private var ruleRows: [String: Int64] = [:]
    private var runRows: [ExtractionRun: Int64] = [:]

    init(database: Database, ontology: Ontology) throws {
        self.database = database
        self.ontology = ontology
        insertLocal = try SQLStatement(database, "INSERT INTO local_entity VALUES (?, ?, ?)")
        insertMention = try SQLStatement(database, "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        insertStatement = try SQLStatement(
            database,
            """
            INSERT INTO statement (extraction, ordinal, subject, type, object, status, date, until, span_start, span_end, trigger_start,
                trigger_end, sentence, trigger_words, rule, confidence, amount, currency, title, place, place_entity, speaker,
                speaker_entity, charge)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        findProfile = try SQLStatement(database, "SELECT id, \(Profile.columns) FROM profile WHERE hash = ?")
        insertProfile = try SQLStatement(database, "INSERT INTO profile (hash, \(Profile.columns)) VALUES (?, ?, ?, ?, ?, ?)")
    }

    /// The row of the article of this id, or nil.
    func stored(_ id: Document.ID) throws -> Int64? {
        try SQLStatement(database, "SELECT id FROM document WHERE name = ?").first(.key(id)) { $0.id(0) }
    }

    /// Whether the stored article is this one, as this run read it. Where it was found does not matter.
    func isCurrent(_ stored: Int64, _ document: Document, _ run: ExtractionRun) throws -> Bool {
        let sql = """
            SELECT d.title, d.publisher, d.published, t.text, t.passages, r.model, r.ontology, r.patterns
            FROM document d JOIN document_text t ON t.document = d.id JOIN extraction x ON x.document = d.id JOIN run r ON r.id = x.run
            WHERE d.id = ?
            """
        let passages = try StoredList.encode(document.passages)
        return try SQLStatement(database, sql).first(.integer(stored)) { row in
            let same = zip([row.text(0), row.text(3), row.text(4)], [document.title, document.text, passages])
            return try same.allSatisfy { $0.utf8.elementsEqual($1.utf8) } && row.optionalText(1) == document.publisher
                && row.date(2) == document.published && row.text(5) == run.model && row.text(6) == run.ontology && row.text(7) == run.patterns
        } ?? false
    }

    /// Adds an article, or puts it in the place of its earlier version, unless it is there as this run read it.
    /// - Parameter isLast: whether what follows from it, and from those added before it, is to be derived now.
    func add(_ article: ExtractedDocument, run: ExtractionRun, derivation: inout Derivation, isLast: Bool) throws -> Addition {
        if try WithheldArticles(database: database).contain(article.document) {
            if isLast { try derivation.finish() }
            return .unchanged
        }
        let old = try stored(article.document.id)
        let isCurrent = try old.map { try self.isCurrent($0, article.document, run) } ?? false
        if !isCurrent {
            try derivation.prepare()
            if let old { try derivation.forget(extractionsOf: old) }
            try write(derivation.corrections.settingApart(article), replacing: old, run: run, derivation: &derivation)
        }
        if isLast { try derivation.finish() }
        return isCurrent ? .unchanged : old == nil ? .added : .replaced
    }

    /// Writes the article and tells the derivation of it.
    /// - Parameter old: the row of the article's earlier version, of which the derivation has forgotten everything.
    func write(_ article: ExtractedDocument, replacing old: Int64?, run: ExtractionRun, derivation: inout Derivation) throws {
        let document = try write(article.document, replacing: old)
        try derivation.copies.include(document, article.document)
        let extraction = try SQLStatement(database, "INSERT INTO extraction (document, run) VALUES (?, ?)")
            .insert(.integer(document), .integer(row(of: run)))
        var profiles: [Int64] = []
        for (ordinal, entity) in article.entities.enumerated() {
            precondition(entity.id == ordinal, "the local entity with id \(entity.id) stands at index \(ordinal)")
            profiles.append(try row(of: Profile(entity), derivation: &derivation))
            try insertLocal.run(.integer(extraction), .integer(ordinal), .integer(profiles[ordinal]))
            for (place, mention) in entity.mentions.enumerated() {
                try insertMention.run(
                    .integer(extraction), .integer(ordinal), .integer(place), .integer(mention.span.start), .integer(mention.span.end),
                    .integer(mention.kind.code), .integer(mention.tokens.lowerBound), .integer(mention.tokens.upperBound),
                    .integer(mention.head))
            }
        }
        for (ordinal, statement) in article.statements.enumerated() {
            let type = try row(ofType: statement.type)
            let row = try write(statement, ordinal: ordinal, extraction: extraction, type: type, text: article.document.text)
            derivation.derive(
                .init(
                    row: row, extraction: extraction, subject: profiles[statement.subject], type: type, object: profiles[statement.object],
                    status: Int64(statement.status.code), isSymmetric: ontology[statement.type]?.isSymmetric == true,
                    known: article.document.published?.lastDay.code))
        }
        derivation.isGrouped(extraction)
    }

    private func write(_ document: Document, replacing old: Int64?) throws -> Int64 {
        let values: [SQLValue] = [.text(document.source), .text(document.title), .optional(document.publisher), .optional(document.published?.code)]
        let passages = try StoredList.encode(document.passages)
        if let old {
            try SQLStatement(database, "UPDATE document SET source = ?, title = ?, publisher = ?, published = ? WHERE id = ?")
                .run(values[0], values[1], values[2], values[3], .integer(old))
            try SQLStatement(database, "UPDATE document_text SET text = ?, passages = ? WHERE document = ?")
                .run(.text(document.text), .text(passages), .integer(old))
            return old
        }
        let id = try SQLStatement(database, "INSERT INTO document (name, source, title, publisher, published) VALUES (?, ?, ?, ?, ?)")
            .insert(.key(document.id), values[0], values[1], values[2], values[3])
        try SQLStatement(database, "INSERT INTO document_text VALUES (?, ?, ?)").run(.integer(id), .text(document.text), .text(passages))
        return id
    }

    private func write(
        _ statement: Statement<LocalEntity.ID>, ordinal: Int, extraction: Int64, type: Int64, text: String
    ) throws -> Int64 {
        let evidence = statement.evidence, qualifiers = statement.qualifiers
        let sentence = evidence.text.isCovered(by: evidence.span, of: text) ? nil : evidence.text
        let trigger = evidence.trigger.isCovered(by: evidence.triggerSpan, of: text) ? nil : evidence.trigger
        return try insertStatement.insert(
            .integer(extraction), .integer(ordinal), .integer(statement.subject), .integer(type), .integer(statement.object),
            .integer(statement.status.code), .optional(statement.date?.code), .optional(statement.until?.code),
            .integer(evidence.span.start), .integer(evidence.span.end), .integer(evidence.triggerSpan.start),
            .integer(evidence.triggerSpan.end), .optional(sentence), .optional(trigger), .integer(row(ofRule: evidence.rule)),
            .real(evidence.confidence), .optional(qualifiers.amount?.value), .optional(qualifiers.amount?.currency),
            .optional(qualifiers.title), .optional(qualifiers.place?.text), .optional(qualifiers.place?.entity),
            .optional(qualifiers.attributedTo?.text), .optional(qualifiers.attributedTo?.entity), .optional(qualifiers.charge))
    }

    private func row(of run: ExtractionRun) throws -> Int64 {
        if let row = runRows[run] { return row }
        let row = try storedRow(of: run)
        runRows[run] = row
        return row
    }

    private func storedRow(of run: ExtractionRun) throws -> Int64 {
        let values = (SQLValue.text(run.model), SQLValue.text(run.ontology), SQLValue.text(run.patterns))
        let find = "SELECT id FROM run WHERE model = ? AND ontology = ? AND patterns = ?"
        if let id = try SQLStatement(database, find).first(values.0, values.1, values.2, transform: { $0.id(0) }) { return id }
        return try SQLStatement(database, "INSERT INTO run (model, ontology, patterns) VALUES (?, ?, ?)").insert(values.0, values.1, values.2)
    }

    func row(of profile: Profile, derivation: inout Derivation) throws -> Int64 {
        let number = profile.hash, hash = SQLValue.integer(number)
        if let known = derivation.known.profiles[number], known.profile.isIdentical(to: profile) { return known.row }
        let row = try storedRow(of: profile, hash, derivation: &derivation)
        derivation.known.profiles[number] = (row, profile)
        return row
    }

    private func storedRow(of profile: Profile, _ hash: SQLValue, derivation: inout Derivation) throws -> Int64 {
        let alike = try findProfile.map(hash) { ($0.id(0), try Profile($0, at: 1)) }
        if let known = alike.first(where: { $0.1.isIdentical(to: profile) }) { return known.0 }
        let id = try insertProfile.insert(
            hash, .text(profile.type.rawValue), .text(profile.name), .text(profile.aliases), .text(profile.identifiers),
            .flag(profile.isNominal))
        try derivation.includeNew(id, profile)
        return id
    }

    private func row(ofType type: RelationType.ID) throws -> Int64 {
        if let row = typeRows[type] { return row }
        let insert = "INSERT INTO relation_type (name, is_symmetric) VALUES (?, \(ontology[type]?.isSymmetric == true ? 1 : 0))"
        let row = try row(named: type, find: "SELECT id FROM relation_type WHERE name = ?", insert: insert)
        typeRows[type] = row
        return row
    }

    private func row(ofRule rule: String) throws -> Int64 {
        if let row = ruleRows[rule] { return row }
        let row = try row(named: rule, find: "SELECT id FROM rule WHERE name = ?", insert: "INSERT INTO rule (name) VALUES (?)")
        ruleRows[rule] = row
        return row
    }

    private func row(named name: String, find: String, insert: String) throws -> Int64 {
        try SQLStatement(database, find).first(.key(name)) { $0.id(0) } ?? SQLStatement(database, insert).insert(.key(name))
    }
}
