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
            let writer = try ArticleWriter(database: database, ontology: ontology)
            var derivation = Derivation(
                database: database, resolver: resolver, corrections: try corrections(database), ontology: ontology)
            let addition = try writer.add(article, run: run, derivation: &derivation)
            try derivation.finish()
            return addition
        }
    }

    /// Adds many articles in one transaction, as `add(_:run:resolver:)` would one after the other.
    /// - Throws: `StoreError`; then none of them was added.
    public func add(batch articles: [ExtractedDocument], run: ExtractionRun, resolver: EntityResolver) throws -> [Addition] {
        try write { database in
            let writer = try ArticleWriter(database: database, ontology: ontology)
            var derivation = Derivation(
                database: database, resolver: resolver, corrections: try corrections(database), ontology: ontology)
            let additions = try articles.map { try writer.add($0, run: run, derivation: &derivation) }
            try derivation.finish()
            return additions
        }
    }

    /// Adds very many articles, in transactions of `batch` articles each: a program that is killed loses the open one at most.
    ///
    /// Articles are asked for while the transaction is open that they go into, so that other writers wait. Rows are written with the
    /// references between them unchecked, which `check(resolver:)` looks at.
    /// - Parameter report: told how many articles were committed so far.
    /// - Returns: how many were added, replaced and left.
    /// - Throws: `StoreError`; what was reported before stays.
    public func load(
        _ articles: some Sequence<ExtractedDocument>, run: ExtractionRun, resolver: EntityResolver, batch: Int = 8192,
        report: (Int) -> Void = { _ in }
    ) throws -> [Addition: Int] {
        var counts: [Addition: Int] = [:], done = 0
        try writeUnchecked { write in
            let known = DerivationLookups()
            var isFirst = true
            var articles = articles.makeIterator(), next = articles.next()
            while next != nil {
                var open: [Addition: Int] = [:], size = 0
                try write { database in
                    known.hold(for: try SQLStatement(database, "PRAGMA data_version").first { $0.integer(0) } ?? 0)
                    if isFirst, try SQLStatement(database, "SELECT EXISTS (SELECT 1 FROM relation)").first(transform: { !$0.flag(0) }) == true {
                        known.holdNoConnections()
                    }
                    isFirst = false
                    let writer = try ArticleWriter(database: database, ontology: ontology)
                    var derivation = Derivation(
                        database: database, resolver: resolver, corrections: try corrections(database), ontology: ontology, known: known)
                    while size < batch, let article = next {
                        open[try writer.add(article, run: run, derivation: &derivation), default: 0] += 1
                        size += 1
                        next = articles.next()
                    }
                    try derivation.finish()
                }
                counts.merge(open, uniquingKeysWith: +)
                done += size
                report(done)
            }
        }
        return counts
    }

    /// Whether an article with this id, text, title, publisher and date is there as this run read it, so that there is no need to read it
    /// again.
    public func contains(_ document: Document, run: ExtractionRun) throws -> Bool {
        try read { database in
            if try WithheldArticles(database: database).contain(document) { return true }
            let writer = try ArticleWriter(database: database, ontology: ontology)
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

    /// Derives entities and relations anew if the store was derived by other rules than today's, as after a change of its version.
    public func bringUpToDate(resolver: EntityResolver) throws {
        try write { database in
            var derivation = Derivation(
                database: database, resolver: resolver, corrections: try corrections(database), ontology: ontology)
            try derivation.prepare()
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
