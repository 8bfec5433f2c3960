internal import class GRDB.Database
internal import GraphModel

/// The table of corrections.
struct CorrectionLog {
    let database: Database

    func records() throws -> [CorrectionRecord] {
        try SQLStatement(database, "SELECT id, line, undone FROM correction ORDER BY id").map { try Self.record($0) }
    }

    func inForce() throws -> CorrectionSet {
        CorrectionSet(
            try SQLStatement(database, "SELECT id, line, undone FROM correction WHERE undone IS NULL ORDER BY id")
                .map { try Self.record($0).correction })
    }

    func number(of correction: Correction) throws -> Int? {
        try SQLStatement(database, "SELECT id FROM correction WHERE key = ?").first(.text(correction.key)) { $0.integer(0) }
    }

    func isInForce(_ number: Int) throws -> Bool {
        try SQLStatement(database, "SELECT 1 FROM correction WHERE id = ? AND undone IS NULL").first(.integer(number)) { _ in true } ?? false
    }

    /// The number of the correction that an article was made by, or nil.
    func number(ofArticle id: Document.ID) throws -> Int? {
        guard id.hasPrefix(Correction.articlePrefix) else { return nil }
        let key = String(id.dropFirst(Correction.articlePrefix.count))
        return try SQLStatement(database, "SELECT id FROM correction WHERE key = ?").first(.text(key)) { $0.integer(0) }
    }

    func make(_ correction: Correction, _ resolver: EntityResolver, _ ontology: Ontology) throws -> Int {
        try write(correction, undone: nil)
        let number = Int(database.lastInsertedRowID)
        try apply([correction], resolver, ontology)
        return number
    }

    /// Writes corrections down that are not there, those taken back among them, and brings entities and relations up to date once.
    func make(all records: [CorrectionRecord], _ resolver: EntityResolver, _ ontology: Ontology) throws {
        for record in records { try write(record.correction, undone: record.undone) }
        try apply(records.filter { $0.undone == nil }.map(\.correction), resolver, ontology)
    }

    private func write(_ correction: Correction, undone: CorrectionTime?) throws {
        try SQLStatement(database, "INSERT INTO correction (key, line, undone) VALUES (?, ?, ?)")
            .run(.text(correction.key), .text(correction.description), .optional(undone?.description))
    }

    /// Brings entities and relations up to date with corrections that were just written down.
    private func apply(_ new: [Correction], _ resolver: EntityResolver, _ ontology: Ontology) throws {
        let all = try inForce(), keys = Set(new.map(\.key))
        let before = CorrectionSet(all.corrections.filter { !keys.contains($0.key) })
        var derivation = Derivation(database: database, resolver: resolver, corrections: before, ontology: ontology)
        try derivation.prepare()
        derivation.follow(all)
        let writer = try ArticleWriter(database: database, ontology: ontology)
        for correction in new {
            try derivation.mark(correction)
            if let article = correction.article(ontology) {
                try writer.write(article, replacing: nil, run: Correction.run, derivation: &derivation)
            }
        }
        try derivation.finish()
    }

    func undo(_ number: Int, at time: CorrectionTime, _ resolver: EntityResolver, _ ontology: Ontology) throws -> CorrectionRecord {
        let find = "SELECT id, line, undone FROM correction WHERE id = ?"
        guard var record = try SQLStatement(database, find).first(.integer(number), transform: { try Self.record($0) }) else {
            let last = try SQLStatement(database, "SELECT coalesce(max(id), 0) FROM correction").first { $0.integer(0) } ?? 0
            throw CorrectionError.unknownNumber(number, last: last)
        }
        if let undone = record.undone { throw CorrectionError.alreadyUndone(number: number, at: undone) }
        var derivation = Derivation(database: database, resolver: resolver, corrections: try inForce(), ontology: ontology)
        try derivation.prepare()
        let others = try records().filter { other in
            try other.number != number && other.undone == nil && builds(other.correction, on: record.correction, derivation)
        }
        guard others.isEmpty else { throw CorrectionError.inTheWay(number: number, of: others) }
        try SQLStatement(database, "UPDATE correction SET undone = ? WHERE id = ?").run(.text(time.description), .integer(number))
        try derivation.take(record.correction, into: try inForce())
        if let article = record.correction.articleID {
            let writer = try ArticleWriter(database: database, ontology: ontology)
            if let document = try writer.stored(article) {
                try derivation.forget(extractionsOf: document)
                try SQLStatement(database, "DELETE FROM document WHERE id = ?").run(.integer(document))
            }
        }
        try derivation.finish()
        record.undone = time
        return record
    }

    /// Whether a correction speaks of something that is there only because of another one.
    private func builds(_ correction: Correction, on other: Correction, _ derivation: Derivation) throws -> Bool {
        if case .split(let entity, let portion, _) = other.action {
            return Correction.precedes(other, correction)
                && correction.references.contains { $0.type == entity.type && portion.means($0) }
        }
        guard let article = other.articleID else { return false }
        let sql = """
            SELECT DISTINCT d.name FROM local_entity l JOIN extraction x ON x.id = l.extraction JOIN document d ON d.id = x.document
            WHERE l.profile = ?
            """
        return try correction.references.contains { reference in
            var articles: Set<Document.ID> = []
            for profile in try derivation.profiles(denotedBy: reference) {
                articles.formUnion(try SQLStatement(database, sql).map(.integer(profile)) { $0.text(0) })
            }
            return articles == [article]
        }
    }

    private static func record(_ row: SQLRow) throws -> CorrectionRecord {
        let line = row.text(1)
        do {
            return CorrectionRecord(
                number: row.integer(0), correction: try Correction(line: line), undone: row.optionalText(2).flatMap { CorrectionTime($0) })
        } catch {
            throw DamagedValue(found: "correction \(row.integer(0)), \(error.description)", expected: "a line of text that says a correction")
        }
    }
}

extension Correction.Portion {
    /// Whether a reference to an entity of the split's type means what was split off.
    fileprivate func means(_ reference: EntityReference) -> Bool {
        guard names.contains(where: { EntityReference(type: reference.type, name: $0).isCalledLike(reference) }) else { return false }
        switch self {
        case .names: return reference.article == nil
        case .articles(let articles, _): return reference.article.map(articles.contains) ?? false
        }
    }
}
