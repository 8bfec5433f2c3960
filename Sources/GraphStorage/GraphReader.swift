internal import class GRDB.Database
internal import GraphModel

/// Reads parts of the graph from the tables as values.
struct GraphReader {
    let database: Database
    let ontology: Ontology

    /// What is read of a set of articles.
    struct Contents {
        /// With text and passages only if asked for.
        var documents: [Document] = []
        /// Those of one document in text order.
        var statements: [Statement<Entity.ID>] = []
        var mentions: [Entity.ID: [EntityMention]] = [:]
        /// The entities that the statements or mentions speak of.
        var entities: Set<Int64> = []
    }

    /// Which articles, statements and mentions to read.
    struct Scope {
        /// All articles if nil.
        var extractions: Set<Int64>?
        /// All statements that relations are made of if nil.
        var relations: Set<Int64>?
        /// Whether statements are read that no relation is made of, too: those between one thing and itself, and rejected ones.
        var includesUngrouped = false
        /// All mentions if nil.
        var mentionsOf: Set<Int64>?
        var includesTexts = false

        /// The argument of the queries for the articles.
        fileprivate var articles: SQLValue { GraphReader.list(extractions) }
    }

    /// The row of each extraction with the publication date of its article.
    func publicationDates() throws -> [Int64: PartialDate?] {
        let rows = try SQLStatement(database, "SELECT x.id, d.published FROM extraction x JOIN document d ON d.id = x.document")
            .map { ($0.id(0), try $0.date(1)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    func undatedDocuments() throws -> Int {
        try SQLStatement(database, "SELECT count(*) FROM document WHERE published IS NULL").first { $0.integer(0) } ?? 0
    }

    /// The rows of these entities, or of all if nil, without mentions.
    func entities(_ rows: Set<Int64>? = nil) throws -> [(row: Int64, entity: Entity)] {
        let sql = """
            SELECT id, name_id, type, name, aliases, identifiers, is_nominal FROM entity
            \(rows == nil ? "WHERE ? IS NULL" : "WHERE id IN (SELECT value FROM json_each(?))")
            """
        return try SQLStatement(database, sql).map(Self.list(rows)) { row in
            let aliases = row.text(4), identifiers = row.text(5)
            let entity = Entity(
                id: row.text(1), type: try row.entityType(2), name: row.text(3),
                aliases: try StoredList.strings(from: aliases),
                identifiers: identifiers == "{}" ? [:] : try StoredList.decode([String: String].self, from: identifiers),
                isNominal: row.flag(6))
            return (row.id(0), entity)
        }
    }

    /// The rows of the entities of these ids; unknown ones are passed over.
    func rows(of ids: some Sequence<Entity.ID>) throws -> [Int64] {
        try ids.compactMap { id in try SQLStatement(database, "SELECT id FROM entity WHERE name_id = ?").first(.key(id)) { $0.id(0) } }
    }

    /// The extractions of the articles of these ids; unknown ones are passed over.
    func extractions(of documents: Set<Document.ID>) throws -> Set<Int64> {
        let find = "SELECT x.id FROM document d JOIN extraction x ON x.document = d.id WHERE d.name = ?"
        return Set(try documents.compactMap { name in try SQLStatement(database, find).first(.key(name)) { $0.id(0) } })
    }

    /// Reads articles in one pass over each table, whatever their number.
    func contents(_ scope: Scope) throws -> Contents {
        let types = try self.names("SELECT id, name FROM relation_type")
        let rules = try self.names("SELECT id, name FROM rule")
        let documents = try SQLStatement(database, Self.documentsSQL(scope)).map(scope.articles) { row in
            (extraction: row.id(0), document: try Self.document(row, at: 1, includingPassages: scope.includesTexts))
        }
        var texts = try SQLRowGroups(database, Self.textsSQL(scope), [scope.articles])
        var locals = try SQLRowGroups(database, Self.localsSQL(scope), [scope.articles])
        var statements = try SQLRowGroups(database, Self.statementsSQL(scope), [scope.articles, Self.list(scope.relations)])
        var mentions = try SQLRowGroups(database, Self.mentionsSQL(scope), [scope.articles])

        var contents = Contents(), names: [Int64: Entity.ID] = [:]
        for (extraction, empty) in documents {
            var document = empty, entities: [Int64?] = []
            try texts.forEach(extraction) { document.text = $0.text(1) }
            try locals.forEach(extraction) { row in
                entities.append(row.optionalID(1))
                if !row.isNull(1), names[row.id(1)] == nil { names[row.id(1)] = row.text(2) }
            }
            /// The row and id of the entity that this local entity is; nil if corrections took it out of the graph.
            func entity(_ ordinal: Int) throws -> (row: Int64, id: Entity.ID)? {
                guard entities.indices.contains(ordinal) else {
                    throw DamagedValue(found: "local entity \(ordinal) of article \(document.id)", expected: "one of its \(entities.count)")
                }
                return entities[ordinal].flatMap { row in names[row].map { (row, $0) } }
            }
            let length = document.text.utf8.count
            try statements.forEach(extraction) { row in
                guard let type = types[row.id(2)], let rule = rules[row.id(3)] else {
                    throw DamagedValue(found: "a statement of article \(document.id)", expected: "a known relation type and rule")
                }
                let statement = try Self.statement(row, type: type, rule: rule, in: document, length: length)
                guard let subject = try entity(statement.subject), let object = try entity(statement.object) else { return }
                contents.statements.append(try statement.lifted(subject: subject.id, object: object.id) { try entity($0)?.id })
                contents.entities.formUnion([subject.row, object.row])
            }
            try mentions.forEach(extraction) { row in
                guard let entity = try entity(row.integer(1)), scope.mentionsOf?.contains(entity.row) ?? true else { return }
                contents.entities.insert(entity.row)
                for mention in try row.mentions(2) {
                    guard mention.span.end <= length else {
                        throw DamagedValue(found: "a mention behind the end of article \(document.id)", expected: "a span within its text")
                    }
                    contents.mentions[entity.id, default: []].append(
                        EntityMention(document: document.id, span: mention.span, text: String(document.text[mention.span]), kind: mention.kind))
                }
            }
            contents.documents.append(scope.includesTexts ? document : document.withoutText)
        }
        return contents
    }

    /// A table's names by their rows.
    func names(_ sql: String) throws -> [Int64: String] {
        Dictionary(uniqueKeysWithValues: try SQLStatement(database, sql).map { ($0.id(0), $0.text(1)) })
    }
}
