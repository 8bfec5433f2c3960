internal import class GRDB.Database
internal import GraphModel

/// Reads back what one article says, as it was written.
struct ArticleReader {
    let database: Database

    func article(_ id: Document.ID) throws -> ExtractedDocument? {
        let find = "SELECT x.id FROM document d JOIN extraction x ON x.document = d.id WHERE d.name = ?"
        guard let extraction = try SQLStatement(database, find).first(.key(id), transform: { $0.id(0) }) else { return nil }
        let scope = GraphReader.Scope(extractions: [extraction], includesUngrouped: true, includesTexts: true),
            argument = GraphReader.list([extraction])
        let header = try SQLStatement(database, GraphReader.documentsSQL(scope))
            .first(argument) { try GraphReader.document($0, at: 1, includingPassages: true) }
        guard var document = header else { return nil }
        document.copyOf = nil
        document.text = try SQLStatement(database, GraphReader.textsSQL(scope)).first(argument) { $0.text(1) } ?? ""
        let length = document.text.utf8.count

        let locals = """
            SELECT l.ordinal, \(Profile.columns), l.mentions FROM local_entity l JOIN profile p ON p.id = l.profile
            WHERE extraction = ? ORDER BY l.ordinal
            """
        let entities = try SQLStatement(database, locals).map(.integer(extraction)) { row in
            var entity = try Profile(row, at: 1).localEntity(id: row.integer(0)).withoutArticle
            entity.mentions = try row.mentions(6)
            guard entity.mentions.allSatisfy({ $0.span.end <= length }) else {
                throw DamagedValue(found: "a mention behind the text's end", expected: "a span within the article's text")
            }
            return entity
        }
        let statements = try SQLStatement(database, GraphReader.statementsSQL(scope)).map(argument, .null) { row in
            let type = try SQLStatement(database, "SELECT name FROM relation_type WHERE id = ?").first(.integer(row.id(2))) { $0.text(0) }
            let rule = try SQLStatement(database, "SELECT name FROM rule WHERE id = ?").first(.integer(row.id(3))) { $0.text(0) }
            return try GraphReader.statement(row, type: type ?? "", rule: rule ?? "", in: document, length: length)
        }
        return ExtractedDocument(document: document, entities: entities, statements: statements)
    }
}
