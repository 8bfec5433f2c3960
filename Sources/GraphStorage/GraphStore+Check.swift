internal import GRDB
internal import GraphModel

extension GraphStore {
    /// Looks whether everything in the store fits together: the file itself, references between rows, spans within their texts, and
    /// entities and relations that are what the articles give.
    /// - Returns: what is wrong, a sentence each; none if all is well. Complexity: linear in the store.
    public func check(resolver: EntityResolver) throws -> [String] {
        try read { database in
            let corrections = try corrections(database)
            let inspector = StoreInspector(
                database: database, resolver: resolver.applying(corrections), corrections: corrections, ontology: ontology)
            var problems = try inspector.file()
            if problems.isEmpty { problems = try inspector.texts() + inspector.copies() + inspector.entities() }
            // Relations can only be told from texts and entities that are in order.
            return try problems.isEmpty ? inspector.relations() : problems
        }
    }
}

/// Compares what the tables hold with what they should hold.
private struct StoreInspector {
    let database: Database
    let resolver: EntityResolver
    let corrections: CorrectionSet
    let ontology: Ontology

    func file() throws -> [String] {
        let integrity = try SQLStatement(database, "PRAGMA integrity_check").map { $0.text(0) }.filter { $0 != "ok" }
        let references = try SQLStatement(database, "PRAGMA foreign_key_check").map { row in
            "row \(row.optionalInteger(1) ?? 0) of table \(row.text(0)) refers to a row of table \(row.text(2)) that is not there"
        }
        return integrity + references
    }

    func texts() throws -> [String] {
        var problems: [String] = []
        var spans: [Int64: [(Int, Int)]] = [:]
        for sql in [
            "SELECT extraction, span_start, span_end FROM statement", "SELECT extraction, trigger_start, trigger_end FROM statement",
        ] {
            try SQLStatement(database, sql).forEach { spans[$0.id(0), default: []].append(($0.integer(1), $0.integer(2))) }
        }
        try SQLStatement(database, "SELECT extraction, mentions FROM local_entity").forEach { row in
            spans[row.id(0), default: []] += try row.mentions(1).map { ($0.span.start, $0.span.end) }
        }
        let sql = "SELECT x.id, d.name, t.text FROM extraction x JOIN document d ON d.id = x.document JOIN document_text t ON t.document = d.id"
        try SQLStatement(database, sql).forEach { row in
            let bytes = Array(row.text(2).utf8)
            /// Whether a character begins or the text ends here.
            func isBorder(_ place: Int) -> Bool { place == bytes.count || bytes[place] & 0xC0 != 0x80 }
            for (start, end) in spans[row.id(0)] ?? [] where start < 0 || end > bytes.count || !isBorder(start) || !isBorder(end) {
                problems.append("article '\(row.text(1))': the span \(start)..<\(end) does not fit its text of \(bytes.count) bytes")
            }
        }
        return problems
    }

    /// Tells the articles that are copies anew and compares.
    func copies() throws -> [String] {
        let sql = """
            SELECT d.name, d.published, c.name, k.bins, t.text, t.passages FROM document d JOIN document_text t ON t.document = d.id
            LEFT JOIN document c ON c.id = d.copy_of LEFT JOIN sketch k ON k.document = d.id
            """
        var articles: [ArticleCopies.Article] = [], stored: [Document.ID?] = [], problems: [String] = []
        try SQLStatement(database, sql).forEach { row in
            let document = Document(
                id: row.text(0), source: "", title: "", published: try row.date(1), text: row.text(4),
                passages: try StoredList.decode([Passage].self, from: row.text(5)))
            let sketch = TextSketch(document), found = row.isNull(3) ? nil : row.withBytes(3) { Array($0) }
            if found != sketch?.bytes { problems.append("article '\(document.id)': its sketch is not that of its text") }
            articles.append(.init(id: document.id, published: document.published, sketch: sketch))
            stored.append(row.optionalText(2))
        }
        for (index, original) in ArticleCopies.originals(of: articles).enumerated() where original.map({ articles[$0].id }) != stored[index] {
            let expected = original.map { "a copy of '\(articles[$0].id)'" } ?? "no copy"
            problems.append("article '\(articles[index].id)' is \(expected), but the store says otherwise")
        }
        let bands = articles.compactMap { $0.sketch.map { Set($0.bands).count } }.reduce(0, +)
        if try SQLStatement(database, "SELECT count(*) FROM sketch_band").first(transform: { $0.integer(0) }) != bands {
            problems.append("the table of texts that are alike is not that of the articles")
        }
        return problems
    }

    /// Resolves all local entities anew and compares.
    func entities() throws -> [String] {
        var profiles: [(id: Int64, profile: Profile, entity: String?)] = []
        let sql = """
            SELECT p.id, \(Profile.columns.split(separator: ", ").map { "p.\($0)" }.joined(separator: ", ")), e.name_id FROM profile p
            LEFT JOIN resolution r ON r.profile = p.id LEFT JOIN entity e ON e.id = r.entity
            """
        try SQLStatement(database, sql).forEach { profiles.append(($0.id(0), try Profile($0, at: 1), $0.optionalText(6))) }
        profiles.sort { $0.profile.precedes($1.profile) }
        let locals = try profiles.enumerated().map { try $1.profile.localEntity(id: $0) }

        var byKey: [String: [Int]] = [:], keys: [[String]] = []
        for (index, local) in locals.enumerated() {
            keys.append(resolver.blockingKeys(local))
            for key in keys[index] { byKey[key, default: []].append(index) }
        }
        var problems: [String] = [], seen: Set<Int> = [], members: [Entity.ID: [Int]] = [:]
        for start in locals.indices where seen.insert(start).inserted {
            var block: [Int] = [], open = [start]
            while let index = open.popLast() {
                block.append(index)
                for key in keys[index] { for other in byKey.removeValue(forKey: key) ?? [] where seen.insert(other).inserted { open.append(other) } }
            }
            block.sort()
            let renumbered = try block.enumerated().map { try profiles[$1].profile.localEntity(id: $0) }
            for (index, id) in zip(block, resolver.resolve(renumbered)) {
                if id != EntityResolver.nobody { members[id, default: []].append(index) }
                if (profiles[index].entity ?? EntityResolver.nobody) != id {
                    problems.append(
                        "'\(locals[index].name)' stands for \(profiles[index].entity ?? "nothing"), but should for \(id.isEmpty ? "nothing" : id)")
                }
            }
        }
        let stored = try GraphReader(database: database, ontology: ontology).entities().map(\.entity)
        for entity in stored {
            guard let group = members.removeValue(forKey: entity.id) else {
                problems.append("the entity \(entity.id) is in no article")
                continue
            }
            let merged = resolver.merge(try group.sorted().enumerated().map { try profiles[$1].profile.localEntity(id: $0) }, entity.id)
            if merged != entity { problems.append("the entity \(entity.id) has not the names and identifiers that its articles give it") }
        }
        return problems + members.keys.sorted().map { "the entity \($0) is missing" }
    }

    /// Compares the relations with those of the whole graph, which is read without them.
    func relations() throws -> [String] {
        let contents = try GraphReader(database: database, ontology: ontology).contents(.init(includesUngrouped: true, mentionsOf: []))
        let meant = try entitiesMeant()
        let statements = contents.statements.filter { statement in
            !corrections.rejections(of: statement.type).contains { rejection in
                rejection.means(
                    status: statement.status, article: statement.document, isSymmetric: ontology[statement.type]?.isSymmetric == true,
                    subject: { meant[$0]?.contains(statement.subject) == true }, object: { meant[$0]?.contains(statement.object) == true })
            }
        }
        let graph = KnowledgeGraph(documents: contents.documents, entities: [], mentions: [:], statements: statements, ontology: ontology)
        let expected = Dictionary(uniqueKeysWithValues: graph.relations.map { (Self.unturned($0.key, ontology), $0) })
        let sql = """
            SELECT a.name_id, t.name, b.name_id, r.status, count(e.statement), count(DISTINCT coalesce(d.copy_of, d.id)) FROM relation r
            JOIN entity a ON a.id = r.subject JOIN entity b ON b.id = r.object JOIN relation_type t ON t.id = r.type
            LEFT JOIN edge e ON e.relation = r.id LEFT JOIN statement s ON s.id = e.statement
            LEFT JOIN extraction x ON x.id = s.extraction LEFT JOIN document d ON d.id = x.document GROUP BY r.id
            """
        var problems: [String] = [], found: Set<Relation.Key> = []
        try SQLStatement(database, sql).forEach { row in
            let key = Self.unturned(.init(subject: row.text(0), type: row.text(1), object: row.text(2), status: try row.status(3)), ontology)
            found.insert(key)
            let name = "\(key.subject) \(key.type) \(key.object) (\(key.status.rawValue))"
            guard let relation = expected[key] else { return problems.append("the relation \(name) follows from no statement") }
            if row.integer(5) != relation.sources || row.integer(4) < relation.statements.count {
                problems.append("the relation \(name) has not the statements that say so")
            }
        }
        return try problems + derivedColumns()
            + expected.keys.filter { !found.contains($0) }.sorted().map { "the relation \($0.subject) \($0.type) \($0.object) is missing" }
    }

    /// Compares since when relations are known, and with how many others entities have to do.
    private func derivedColumns() throws -> [String] {
        var known: [Int64: Int] = [:], problems: [String] = []
        let told = """
            SELECT e.relation, d.published FROM edge e JOIN statement s ON s.id = e.statement JOIN extraction x ON x.id = s.extraction
            JOIN document d ON d.id = x.document WHERE d.published IS NOT NULL
            """
        try SQLStatement(database, told).forEach { row in
            guard let day = try row.date(1)?.lastDay.code else { return }
            known[row.id(0)] = min(known[row.id(0)] ?? .max, day)
        }
        var others: [Int64: Set<Int64>] = [:]
        try SQLStatement(database, "SELECT id, known, subject, object FROM relation").forEach { row in
            if row.optionalInteger(1) != known[row.id(0)] {
                problems.append("since when relation \(row.id(0)) is known does not follow from its articles")
            }
            others[row.id(2), default: []].insert(row.id(3))
            others[row.id(3), default: []].insert(row.id(2))
        }
        var stored: [Int64: Int] = [:]
        try SQLStatement(database, "SELECT entity, others FROM degree").forEach { stored[$0.id(0)] = $0.integer(1) }
        if stored != others.mapValues(\.count) { problems.append("with how many others entities have to do is not what the relations give") }
        let unindexed = """
            SELECT EXISTS (SELECT id FROM entity_name EXCEPT SELECT id FROM entity_name_words_docsize)
            OR EXISTS (SELECT id FROM entity_name_words_docsize EXCEPT SELECT id FROM entity_name)
            """
        if try SQLStatement(database, unindexed).first(transform: { $0.flag(0) }) != false {
            problems.append("the full-text index of names has not the names that there are")
        }
        return problems
    }

    /// The entities that each reference of a rejected relation means.
    private func entitiesMeant() throws -> [EntityReference: Set<Entity.ID>] {
        var meant: [EntityReference: Set<Entity.ID>] = [:]
        for correction in corrections.corrections {
            if case .rejectRelation = correction.action { for reference in correction.references { meant[reference] = [] } }
        }
        guard !meant.isEmpty else { return [:] }
        let sql = """
            SELECT \(Profile.columns.split(separator: ", ").map { "p.\($0)" }.joined(separator: ", ")), e.name_id FROM profile p
            JOIN resolution r ON r.profile = p.id JOIN entity e ON e.id = r.entity
            """
        try SQLStatement(database, sql).forEach { row in
            let local = try Profile(row, at: 0).localEntity(id: 0)
            guard corrections.hasRejection(about: local) else { return }
            for reference in meant.keys where reference.denotes(local) { meant[reference]?.insert(row.text(5)) }
        }
        return meant
    }

    /// The key with its ends in an order that does not depend on how strings are compared.
    private static func unturned(_ key: Relation.Key, _ ontology: Ontology) -> Relation.Key {
        guard ontology[key.type]?.isSymmetric == true, key.subject > key.object else { return key }
        return Relation.Key(subject: key.object, type: key.type, object: key.subject, status: key.status)
    }
}
