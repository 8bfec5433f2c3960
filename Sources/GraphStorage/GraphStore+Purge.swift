internal import GRDB
public import GraphModel

/// What the purge of a person did.
public struct PurgeSummary: Hashable, Sendable {
    /// Articles that spoke of the person, or held its name.
    public var articles: Int
    /// Statements about the person that are gone.
    public var statements: Int
    /// Corrections that named the person and are gone.
    public var corrections: Int

    public init(articles: Int, statements: Int, corrections: Int) {
        self.articles = articles
        self.statements = statements
        self.corrections = corrections
    }
}

extension GraphStore {
    /// Takes a person out for good: what articles say of it, its names, and its names in the words of the articles, of which `#` are left.
    ///
    /// Full names are taken out of everything in the file, a bare surname out of the articles that speak of the person. The file is
    /// written anew, so that no freed page of it keeps anything. An article that was changed so is left as it is when it is added again
    /// in its old words. Complexity: linear in the store.
    /// - Returns: nil if there is no such person.
    /// - Throws: `StoreError`; with reason `busy` if another program keeps the old state from being overwritten.
    public func purge(person id: Entity.ID, resolver: EntityResolver) throws -> PurgeSummary? {
        let summary = try write { database -> PurgeSummary? in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            guard let purge = try PersonPurge(id, database: database, ontology: ontology) else { return nil }
            let corrections = try purge.dropCorrections()
            var derivation = Derivation(
                database: database, resolver: resolver, corrections: try self.corrections(database), ontology: ontology)
            try derivation.prepare()
            var summary = try purge.rewriteArticles(&derivation)
            // Without the corrections that named the person, others may be who they are by themselves.
            if corrections > 0 { try derivation.startOver() }
            try derivation.finish()
            try database.execute(sql: "INSERT INTO entity_name_words (entity_name_words) VALUES ('rebuild')")
            summary.corrections = corrections
            return summary
        }
        if summary != nil { try rewriteFile() }
        return summary
    }
}

/// Finds what a store knows of a person, and takes it out.
private struct PersonPurge {
    let database: Database
    let ontology: Ontology
    private let profiles: Set<Int64>
    private let names: NameRedaction

    /// Nil if there is no such person.
    init?(_ id: Entity.ID, database: Database, ontology: Ontology) throws {
        self.database = database
        self.ontology = ontology
        let sql = """
            SELECT p.id, \(Profile.columns.split(separator: ", ").map { "p.\($0)" }.joined(separator: ", "))
            FROM entity e JOIN resolution r ON r.entity = e.id JOIN profile p ON p.id = r.profile WHERE e.name_id = ? AND e.type = 'person'
            """
        let found = try SQLStatement(database, sql).map(.key(id)) { ($0.id(0), try Profile($0, at: 1).localEntity(id: 0)) }
        guard !found.isEmpty else { return nil }
        profiles = Set(found.map(\.0))
        let shown = try SQLStatement(database, "SELECT n.name FROM entity_name n JOIN entity e ON e.id = n.entity WHERE e.name_id = ?")
            .map(.key(id)) { $0.text(0) }
        names = NameRedaction(found.flatMap { [$0.1.name] + $0.1.aliases } + shown)
    }

    /// Forgets the corrections that name the person, and the standing queries.
    func dropCorrections() throws -> Int {
        let rows = try SQLStatement(database, "SELECT id, line, key FROM correction").map { ($0.id(0), $0.text(1), $0.text(2)) }
        let concerned = rows.filter { names.touches($0.1) || names.touches($0.2) }
        for (id, _, _) in concerned { try SQLStatement(database, "DELETE FROM correction WHERE id = ?").run(.integer(id)) }
        // Standing queries about the person go, too.
        let watches = try SQLStatement(database, "SELECT id, name, pattern FROM watch").map { ($0.id(0), $0.text(1), $0.text(2)) }
        for watch in watches where names.touches(watch.1) || names.touches(watch.2) {
            try SQLStatement(database, "DELETE FROM watch WHERE id = ?").run(.integer(watch.0))
        }
        return concerned.count
    }

    func rewriteArticles(_ derivation: inout Derivation) throws -> PurgeSummary {
        var summary = PurgeSummary(articles: 0, statements: 0, corrections: 0)
        for (row, id) in try articles() {
            guard let article = try ArticleReader(database: database).article(id) else { continue }
            let find = """
                SELECT r.model, r.ontology, r.patterns FROM extraction x JOIN run r ON r.id = x.run WHERE x.document = ?
                """
            let run = try SQLStatement(database, find).first(.integer(row)) {
                ExtractionRun(model: $0.text(0), ontology: $0.text(1), patterns: $0.text(2))
            }
            guard let run else { continue }
            let locals = """
                SELECT l.ordinal, l.profile FROM extraction x JOIN local_entity l ON l.extraction = x.id WHERE x.document = ?
                """
            let people = try SQLStatement(database, locals).map(.integer(row)) { profiles.contains($0.id(1)) ? $0.integer(0) : nil }
            let redacted = article.without(Set(people.compactMap(\.self)), names)
            summary.articles += 1
            summary.statements += article.statements.count - redacted.statements.count
            try WithheldArticles(database: database).withhold(article.document)
            try derivation.forget(extractionsOf: row)
            try SQLStatement(database, "UPDATE document SET name = ? WHERE id = ?").run(.key(redacted.document.id), .integer(row))
            try ArticleWriter(database: database, ontology: ontology)
                .write(derivation.corrections.settingApart(redacted), replacing: row, run: run, derivation: &derivation)
        }
        return summary
    }

    /// The articles that speak of the person, or hold its name.
    private func articles() throws -> [(row: Int64, id: Document.ID)] {
        var concerned: Set<Int64> = []
        let speaking = "SELECT DISTINCT x.document FROM local_entity l JOIN extraction x ON x.id = l.extraction WHERE l.profile = ?"
        for profile in profiles { try SQLStatement(database, speaking).forEach(.integer(profile)) { concerned.insert($0.id(0)) } }
        try SQLStatement(database, "SELECT id, \(Profile.columns) FROM profile").forEach { row in
            guard names.touches(row.text(2)) || names.touches(row.text(3)) || names.touches(row.text(4)) else { return }
            try SQLStatement(database, speaking).forEach(.integer(row.id(0))) { concerned.insert($0.id(0)) }
        }
        let texts = """
            SELECT d.id, d.name, d.source, d.title, coalesce(d.publisher, ''), t.text FROM document d JOIN document_text t ON t.document = d.id
            """
        var found: [(Int64, Document.ID)] = []
        try SQLStatement(database, texts).forEach { row in
            if concerned.contains(row.id(0)) || (1...5).contains(where: { names.touches(row.text($0)) }) { found.append((row.id(0), row.text(1))) }
        }
        return found
    }
}
