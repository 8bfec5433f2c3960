internal import class GRDB.Database
internal import GraphModel

/// Writes what articles say into the tables, within one transaction.
final class ArticleWriter {
    private let database: Database
    private let ontology: Ontology
    private let insertLocals: RowInserter
    private let insertStatements: RowInserter
    private let lastStatement: SQLStatement
    private let findProfile: SQLStatement
    private let insertProfile: SQLStatement
    private let withheld: WithheldArticles
    /// Rows that were looked up already.
    private var typeRows: [RelationType.ID: (row: Int64, isSymmetric: Bool)] = [:]
    private var ruleRows: [String: Int64] = [:]
    private var runRows: [ExtractionRun: Int64] = [:]

    init(database: Database, ontology: Ontology) throws {
        self.database = database
        self.ontology = ontology
        withheld = try WithheldArticles(database: database)
        insertLocals = RowInserter(database, into: "local_entity", ["extraction", "ordinal", "profile", "mentions"])
        insertStatements = RowInserter(
            database, into: "statement",
            [
                "id", "extraction", "ordinal", "subject", "type", "object", "status", "date", "until", "span_start", "span_end", "trigger_start",
                "trigger_end", "sentence", "trigger_words", "rule", "confidence", "amount", "currency", "title", "place", "place_entity",
                "speaker", "speaker_entity", "charge",
            ])
        lastStatement = try SQLStatement(database, "SELECT max(id) FROM statement")
        findProfile = try SQLStatement(database, "SELECT id, \(Profile.columns) FROM profile WHERE hash = ?")
        insertProfile = try SQLStatement(database, "INSERT OR FAIL INTO profile (hash, \(Profile.columns)) VALUES (?, ?, ?, ?, ?, ?)")
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
        let passages = StoredList.encode(document.passages)
        return try SQLStatement(database, sql).first(.integer(stored)) { row in
            let same = zip([row.text(0), row.text(3), row.text(4)], [document.title, document.text, passages])
            return try same.allSatisfy { $0.utf8.elementsEqual($1.utf8) } && row.optionalText(1) == document.publisher
                && row.date(2) == document.published && row.text(5) == run.model && row.text(6) == run.ontology && row.text(7) == run.patterns
        } ?? false
    }

    /// Adds an article, or puts it in the place of its earlier version, unless it is there as this run read it. What follows from it is
    /// for the derivation to finish.
    func add(_ article: ExtractedDocument, run: ExtractionRun, derivation: inout Derivation) throws -> Addition {
        if try withheld.contain(article.document) { return .unchanged }
        let old = try stored(article.document.id)
        if let old, try isCurrent(old, article.document, run) { return .unchanged }
        try derivation.prepare()
        if let old { try derivation.forget(extractionsOf: old) }
        try write(derivation.corrections.settingApart(article), replacing: old, run: run, derivation: &derivation)
        return old == nil ? .added : .replaced
    }

    /// Writes the article and tells the derivation of it.
    /// - Parameter old: the row of the article's earlier version, of which the derivation has forgotten everything.
    func write(_ article: ExtractedDocument, replacing old: Int64?, run: ExtractionRun, derivation: inout Derivation) throws {
        let document = try write(article.document, replacing: old)
        try derivation.copies.include(document, article.document)
        let extraction = try SQLStatement(database, "INSERT OR FAIL INTO extraction (document, run) VALUES (?, ?)")
            .insert(.integer(document), .integer(row(of: run)))
        let profiles = try article.entities.map { try row(of: Profile($0), derivation: &derivation) }
        try insertLocals.insert(article.entities.indices) { binder, ordinal in
            let entity = article.entities[ordinal]
            precondition(entity.id == ordinal, "the local entity with id \(entity.id) stands at index \(ordinal)")
            binder.bind(extraction)
            binder.bind(ordinal)
            binder.bind(profiles[ordinal])
            binder.bind(PackedMentions.pack(entity.mentions))
        }
        let first = try 1 + (lastStatement.first { $0.id(0) } ?? 0)
        var types: [Int64] = [], rules: [Int64] = []
        for ordinal in article.statements.indices {
            let type = try type(article.statements[ordinal].type)
            types.append(type.row)
            rules.append(try row(ofRule: article.statements[ordinal].evidence.rule))
            derivation.derive(
                .init(
                    row: first + Int64(ordinal), extraction: extraction, subject: profiles[article.statements[ordinal].subject], type: type.row,
                    object: profiles[article.statements[ordinal].object], status: Int64(article.statements[ordinal].status.code),
                    isSymmetric: type.isSymmetric, known: article.document.published?.lastDay.code))
        }
        try insertStatements.insert(article.statements.indices) { binder, ordinal in
            binder.bind(first + Int64(ordinal))
            binder.bind(extraction)
            binder.bind(ordinal)
            bind(article.statements[ordinal], type: types[ordinal], rule: rules[ordinal], text: article.document.text, &binder)
        }
        derivation.isGrouped(extraction)
    }

    private func write(_ document: Document, replacing old: Int64?) throws -> Int64 {
        let values: [SQLValue] = [.text(document.source), .text(document.title), .optional(document.publisher), .optional(document.published?.code)]
        let passages = StoredList.encode(document.passages)
        if let old {
            try SQLStatement(database, "UPDATE document SET source = ?, title = ?, publisher = ?, published = ? WHERE id = ?")
                .run(values[0], values[1], values[2], values[3], .integer(old))
            try SQLStatement(database, "UPDATE document_text SET text = ?, passages = ? WHERE document = ?")
                .run(.text(document.text), .text(passages), .integer(old))
            return old
        }
        let id = try SQLStatement(database, "INSERT OR FAIL INTO document (name, source, title, publisher, published) VALUES (?, ?, ?, ?, ?)")
            .insert(.key(document.id), values[0], values[1], values[2], values[3])
        try SQLStatement(database, "INSERT OR FAIL INTO document_text VALUES (?, ?, ?)").run(.integer(id), .text(document.text), .text(passages))
        return id
    }

    /// Binds a statement's columns from `subject` on.
    private func bind(_ statement: Statement<LocalEntity.ID>, type: Int64, rule: Int64, text: String, _ binder: inout SQLBinder) {
        let evidence = statement.evidence, qualifiers = statement.qualifiers
        binder.bind(statement.subject)
        binder.bind(type)
        binder.bind(statement.object)
        binder.bind(statement.status.code)
        binder.bind(statement.date?.code)
        binder.bind(statement.until?.code)
        binder.bind(evidence.span.start)
        binder.bind(evidence.span.end)
        binder.bind(evidence.triggerSpan.start)
        binder.bind(evidence.triggerSpan.end)
        binder.bind(evidence.text.isCovered(by: evidence.span, of: text) ? nil : evidence.text)
        binder.bind(evidence.trigger.isCovered(by: evidence.triggerSpan, of: text) ? nil : evidence.trigger)
        binder.bind(rule)
        binder.bind(evidence.confidence)
        binder.bind(qualifiers.amount?.value)
        binder.bind(qualifiers.amount?.currency)
        binder.bind(qualifiers.title)
        binder.bind(qualifiers.place?.text)
        binder.bind(qualifiers.place?.entity)
        binder.bind(qualifiers.attributedTo?.text)
        binder.bind(qualifiers.attributedTo?.entity)
        binder.bind(qualifiers.charge)
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
        let digest = DerivationLookups.ProfileDigest(profile)
        if let known = derivation.known.profiles[digest] { return known }
        let row = try storedRow(of: profile, .integer(digest.hash), derivation: &derivation)
        derivation.known.profiles[digest] = row
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

    private func type(_ type: RelationType.ID) throws -> (row: Int64, isSymmetric: Bool) {
        if let known = typeRows[type] { return known }
        let isSymmetric = ontology[type]?.isSymmetric == true
        let insert = "INSERT INTO relation_type (name, is_symmetric) VALUES (?, \(isSymmetric ? 1 : 0))"
        let row = try row(named: type, find: "SELECT id FROM relation_type WHERE name = ?", insert: insert)
        typeRows[type] = (row, isSymmetric)
        return (row, isSymmetric)
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
