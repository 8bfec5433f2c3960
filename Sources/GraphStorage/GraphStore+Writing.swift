internal import GRDB
public import GraphModel

/// What adding an article did.
public enum Addition: String, Sendable, Hashable, Codable {
    /// It was not there.
    case added
    /// Another version of it, or what another run had found in it, was there and is there no more.
    case replaced
    /// It was there, with what this run found in it; nothing was changed.
    case unchanged
}

extension GraphStore {
    /// Adds an article and what a run found in it, in one transaction, and brings entities and relations up to date.
    ///
    /// An article of the same id is replaced if its text, title, publisher or date differ or if it was read in another run; otherwise
    /// nothing changes. The graph that results does not depend on the order in which articles are added.
    /// - Throws: `StoreError`; then the store is as it was.
    public func add(_ article: ExtractedDocument, run: ExtractionRun, resolver: EntityResolver) throws -> Addition {
        try write { database in
            let writer = ArticleWriter(database: database, ontology: ontology)
            let old = try writer.stored(article.document.id)
            if let old, try writer.isCurrent(old, article.document, run) { return .unchanged }
            var derivation = Derivation(
                database: database, resolver: resolver, corrections: try corrections(database), ontology: ontology)
            try derivation.prepare()
            if let old { try derivation.forget(extractionsOf: old) }
            let article = derivation.corrections.settingApart(article)
            let extraction = try writer.write(article, replacing: old, run: run, derivation: &derivation)
            try derivation.derive(extraction)
            try derivation.finish()
            return old == nil ? .added : .replaced
        }
    }

    /// Whether an article with this id, text, title, publisher and date is there as this run read it, so that there is no need to read it
    /// again.
    public func contains(_ document: Document, run: ExtractionRun) throws -> Bool {
        try read { database in
            let writer = ArticleWriter(database: database, ontology: ontology)
            guard let old = try writer.stored(document.id) else { return false }
            return try writer.isCurrent(old, document, run)
        }
    }

    /// Takes an article out, with everything that only it says.
    /// - Throws: `StoreError` with reason `unknownDocument` if it is not there.
    public func remove(document id: Document.ID, resolver: EntityResolver) throws {
        try write { database in
            guard let document = try ArticleWriter(database: database, ontology: ontology).stored(id) else {
                let names = try SQLStatement(database, "SELECT name FROM document").map { $0.text(0) }
                throw StoreError(path: path, reason: .unknownDocument(id, nearest: EditDistance.nearest(to: id, among: names)))
            }
            if let number = try CorrectionLog(database: database).number(ofArticle: id) { throw CorrectionError.madeByHand(id, number: number) }
            var derivation = Derivation(
                database: database, resolver: resolver, corrections: try corrections(database), ontology: ontology)
            try derivation.prepare()
            try derivation.forget(extractionsOf: document)
            try SQLStatement(database, "DELETE FROM document WHERE id = ?").run(.integer(document))
            try derivation.finish()
        }
    }

    /// Derives entities and relations anew from what the articles say.
    public func rebuild(resolver: EntityResolver) throws {
        try write { database in
            var derivation = Derivation(
                database: database, resolver: resolver, corrections: try corrections(database), ontology: ontology)
            try derivation.startOver()
            try derivation.finish()
        }
    }
}
