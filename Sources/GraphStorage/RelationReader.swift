internal import class GRDB.Database
internal import GraphModel

/// Reads relations with the statements of the articles that a filter admits: what a question about some entities needs, and no more.
final class RelationReader {
    /// A row of the table `relation`.
    struct Row: Hashable {
        var id: Int64
        var subject: Int64
        var type: Int64
        var object: Int64
        var status: Int64
    }

    /// Relations of one type, to or from some entity.
    struct Pattern: Hashable {
        var subject: Int64?
        var type: Int64
        var object: Int64?

        init(subject: Int64? = nil, type: Int64, object: Int64? = nil) {
            self.subject = subject
            self.type = type
            self.object = object
        }
    }

    /// What an entity's row is told by.
    struct Name {
        var id: Entity.ID
        var type: EntityType
    }

    let database: Database
    let ontology: Ontology
    private let filter: GraphFilter
    private let types: [Int64: String]
    private let rules: [Int64: String]
    private let closings: [RelationClosing]
    private var names: [Int64: Name] = [:]
    /// The articles that were come by, without their texts; nil for those that the filter does not admit.
    private var articles: [Int64: Document?] = [:]
    /// The admitted articles, as they were when there were so many.
    private var knownIndex: (count: Int, index: ArticleIndex)?
    private let selectStatements: SQLStatement
    private let selectArticle: SQLStatement
    private let selectName: SQLStatement

    init(_ reader: GraphReader, filter: GraphFilter) throws {
        database = reader.database
        ontology = reader.ontology
        self.filter = filter
        types = try reader.names("SELECT id, name FROM relation_type")
        rules = try reader.names("SELECT id, name FROM rule")
        closings = RelationClosing.all(of: reader.ontology, types: types)
        selectStatements = try SQLStatement(
            database,
            """
            SELECT s.extraction, s.ordinal, s.type, s.rule, s.subject, s.object, s.status, s.date, s.until, s.span_start, s.span_end,
                s.trigger_start, s.trigger_end, s.sentence, s.trigger_words, s.confidence, s.amount, s.currency, s.title, s.place,
                s.place_entity, s.speaker, s.speaker_entity, s.charge, s.id
            FROM edge e JOIN statement s ON s.id = e.statement WHERE e.relation = ?
            """)
        selectArticle = try SQLStatement(
            database,
            """
            SELECT d.name, d.source, d.title, d.publisher, d.published, NULL, c.name, t.text
            FROM extraction x JOIN document d ON d.id = x.document JOIN document_text t ON t.document = d.id
            LEFT JOIN document c ON c.id = d.copy_of WHERE x.id = ?
            """)
        selectName = try SQLStatement(database, "SELECT name_id, type FROM entity WHERE id = ?")
    }

    /// The admitted articles that were come by so far, without their texts.
    var documents: [Document] { articles.values.compactMap(\.self) }

    /// The admitted articles that were come by so far, ready to be looked up.
    private var index: ArticleIndex {
        if let knownIndex, knownIndex.count == articles.count { return knownIndex.index }
        let index = ArticleIndex(documents)
        knownIndex = (articles.count, index)
        return index
    }

    /// The relations to or from an entity.
    func rows(touching entity: Int64) throws -> [Row] {
        // Of a day, only what was known by then.
        let limit = filter.asOf.map { SQLValue.integer($0.lastDay.code) } ?? .null, known = filter.asOf == nil ? "?2 IS NULL" : "known <= ?2"
        let out = "SELECT id, subject, type, object, status FROM relation WHERE subject = ?1 AND \(known)"
        let into = "SELECT id, subject, type, object, status FROM relation WHERE object = ?1 AND \(known)"
        return try SQLStatement(database, out).map(.integer(entity), limit, transform: Self.row)
            + SQLStatement(database, into).map(.integer(entity), limit, transform: Self.row)
    }

    /// The relations in these rows of the table.
    func rows(of relations: Set<Int64>) throws -> [Row] {
        let sql = "SELECT id, subject, type, object, status FROM relation WHERE id = ?"
        return try relations.sorted().compactMap { try SQLStatement(database, sql).first(.integer($0), transform: Self.row) }
    }

    /// The relations of these rows as the admitted articles tell them, with the ends that other articles tell; in any order.
    /// Those of which no admitted article tells are left out.
    func relations(_ rows: [Row]) throws -> [(row: Row, relation: Relation)] {
        try learnNames(of: rows)
        let told = try relationsAsTold(rows)
        let endings = try endings(of: told.map(\.row), among: told)
        return endings.isEmpty ? told : told.map { ($0.row, endings.ending($0.relation)) }
    }

    /// The same, narrowed by the filter; its types of entity do not hold for the centres.
    func narrowed(_ rows: [Row], keeping centres: Set<Int64>) throws -> [(row: Row, relation: Relation)] {
        let wanted = try rows.filter { row in
            guard filter.relationTypes.map({ $0.contains(types[row.type] ?? "") }) ?? true else { return false }
            guard filter.statuses.map({ statuses in Status(code: Int(row.status)).map(statuses.contains) ?? true }) ?? true else { return false }
            guard let entityTypes = filter.entityTypes else { return true }
            return try [row.subject, row.object].allSatisfy { try centres.contains($0) || entityTypes.contains(name(of: $0).type) }
        }
        let relations = try relations(wanted)
        if filter.narrowsOnlyByDay { return relations }
        let index = index
        return relations.compactMap { row, relation in relation.narrowed(by: filter, in: index, ontology: ontology).map { (row, $0) } }
    }

    /// Reads the names of the ends of very many relations at once.
    private func learnNames(of rows: [Row]) throws {
        guard rows.count > 64 else { return }
        let unknown = Set(rows.lazy.flatMap { [$0.subject, $0.object] }).filter { names[$0] == nil }
        let sql = "SELECT id, name_id, type FROM entity WHERE id IN (SELECT value FROM json_each(?))"
        try SQLStatement(database, sql).forEach(GraphReader.list(unknown)) { row in
            names[row.id(0)] = Name(id: row.text(1), type: try row.entityType(2))
        }
    }

    /// The id and type of an entity.
    func name(of entity: Int64) throws -> Name {
        if let known = names[entity] { return known }
        guard let name = try selectName.first(.integer(entity), transform: { Name(id: $0.text(0), type: try $0.entityType(1)) }) else {
            throw DamagedValue(found: "entity \(entity)", expected: "one that is stored")
        }
        names[entity] = name
        return name
    }

    // MARK: Statements

    private struct Found {
        var id: Int64
        var relation: Int
        var extraction: Int64
        var ordinal: Int
        var statement: Statement<LocalEntity.ID>
        /// Whether the sentence and the trigger stand here in place of the article's text.
        var hasSentence: Bool
        var hasTrigger: Bool
    }

    private typealias Told = (id: Int64, statement: Statement<Entity.ID>)

    private func relationsAsTold(_ rows: [Row]) throws -> [(row: Row, relation: Relation)] {
        let told = try statementsAsTold(rows), index = index
        return try zip(rows, told).compactMap { row, told in
            guard let key = try key(of: row, told) else { return nil }
            return (row, Relation(grouping: told.map(\.statement), as: key, in: index))
        }
    }

    private func key(of row: Row, _ told: [Told]) throws -> Relation.Key? {
        guard let first = told.first?.statement else { return nil }
        return Relation.Key(subject: try name(of: row.subject).id, type: first.type, object: try name(of: row.object).id, status: first.status)
    }

    /// For each relation the rows of its statements, with what the admitted articles say in them.
    private func statementsAsTold(_ rows: [Row]) throws -> [[Told]] {
        var found: [Found] = []
        for (index, row) in rows.enumerated() {
            let type = types[row.type] ?? ""
            try selectStatements.forEach(.integer(row.id)) { found.append(try self.found($0, relation: index, type: type)) }
        }
        // Each article is opened once.
        let order = found.indices.map { (extraction: found[$0].extraction, ordinal: found[$0].ordinal, index: $0) }
            .sorted { ($0.extraction, $0.ordinal) < ($1.extraction, $1.ordinal) }
        var statements = [[Told]](repeating: [], count: rows.count), start = 0
        while start < order.count {
            var end = start
            while end < order.count, order[end].extraction == order[start].extraction { end += 1 }
            try read(found, at: order[start..<end].map(\.index), of: rows, into: &statements)
            start = end
        }
        return statements
    }

    /// Reads a row of `selectStatements`, all but the words that stand in the article's text.
    private func found(_ row: SQLRow, relation: Int, type: String) throws -> Found {
        guard let rule = rules[row.id(3)] else {
            throw DamagedValue(found: "a statement by rule \(row.id(3))", expected: "one by a known rule")
        }
        let sentence = row.optionalText(13), trigger = row.optionalText(14)
        return Found(
            id: row.id(24), relation: relation, extraction: row.id(0), ordinal: row.integer(1),
            statement: try GraphReader.statement(row, type: type, rule: rule, sentence: sentence ?? "", trigger: trigger ?? ""),
            hasSentence: sentence != nil, hasTrigger: trigger != nil)
    }

    /// Reads the words of statements of one article, which stand at these places.
    private func read(_ found: [Found], at places: [Int], of rows: [Row], into statements: inout [[Told]]) throws {
        guard let extraction = places.first.map({ found[$0].extraction }) else { return }
        if let known = articles[extraction], known == nil { return }
        _ = try selectArticle.first(.integer(extraction)) { row in
            let document: Document
            if let known = articles[extraction] ?? nil {
                document = known
            } else {
                let read = try GraphReader.document(row, at: 0, includingPassages: false)
                let isAdmitted = filter.admits(published: read.published)
                articles[extraction] = .some(isAdmitted ? read : nil)
                guard isAdmitted else { return }
                document = read
            }
            try row.withBytes(7) { text in
                func words(_ span: TextSpan) throws -> String {
                    guard span.end <= text.count else {
                        throw DamagedValue(found: "the span \(span.start)..<\(span.end)", expected: "a span within the article's text")
                    }
                    return String(decoding: text[span.start..<span.end], as: UTF8.self)
                }
                for place in places {
                    var local = found[place].statement
                    local.document = document.id
                    if !found[place].hasSentence { local.evidence.text = try words(local.evidence.span) }
                    if !found[place].hasTrigger { local.evidence.trigger = try words(local.evidence.triggerSpan) }
                    // The parties stand in the relation, maybe turned round; others are looked up.
                    let relation = rows[found[place].relation]
                    let statement = try local.lifted(subject: name(of: relation.subject).id, object: name(of: relation.object).id) {
                        try self.entity($0, in: extraction)
                    }
                    statements[found[place].relation].append((found[place].id, statement))
                }
            }
        }
    }

    /// The entity that a local entity of an article is.
    /// Nil if corrections took it out of the graph.
    private func entity(_ ordinal: Int, in extraction: Int64) throws -> Entity.ID? {
        let sql = "SELECT r.entity FROM local_entity l JOIN resolution r ON r.profile = l.profile WHERE l.extraction = ? AND l.ordinal = ?"
        let row = try SQLStatement(database, sql).first(.integer(extraction), .integer(ordinal)) { $0.id(0) }
        return try row.map { try name(of: $0).id }
    }

    // MARK: Ends of states

    /// The events that may end the states among these relations.
    /// - Parameter known: relations that were read already.
    private func endings(of rows: [Row], among known: [(row: Row, relation: Relation)] = []) throws -> StateEndings {
        let events = try closingEvents(of: rows), wanted = Set(events)
        let read = known.filter { wanted.contains($0.row) }, missing = wanted.subtracting(read.lazy.map(\.row))
        let told = try read + (missing.isEmpty ? [] : relationsAsTold(events.filter(missing.contains)))
        var entityTypes: [Entity.ID: EntityType] = [:]
        if !told.isEmpty {
            for row in told.map(\.row) + rows {
                for end in [row.subject, row.object] {
                    let name = try name(of: end)
                    entityTypes[name.id] = name.type
                }
            }
        }
        return StateEndings(told.map(\.relation), types: entityTypes, articles: index, ontology: ontology)
    }

    /// The asserted events that may end these states, by the parties that the rules name.
    private func closingEvents(of states: [Row]) throws -> [Row] {
        var patterns: Set<Pattern> = [], found: Set<Row> = []
        for state in states {
            for closing in closings where closing.states.contains(state.type) { patterns.formUnion(closing.events(ending: state)) }
        }
        // Of those who have many such states, all relations of the type are read at once.
        for wide in [{ Pattern(subject: $0.subject, type: $0.type) }, { Pattern(type: $0.type, object: $0.object) }] as [(Pattern) -> Pattern] {
            let narrow = patterns.filter { $0.subject != nil && $0.object != nil }
            for (pattern, group) in Dictionary(grouping: narrow, by: wide) where group.count > 32 {
                try find(pattern) { row in
                    if patterns.contains(Pattern(subject: row.subject, type: row.type, object: row.object)) { found.insert(row) }
                }
                patterns.subtract(group)
            }
        }
        for pattern in patterns { try find(pattern) { found.insert($0) } }
        return found.sorted { $0.id < $1.id }
    }

    /// The state relations that events of these relations may end.
    func states(endedBy events: [Row]) throws -> [Row] {
        var seen: Set<Pattern> = [], found: Set<Row> = []
        for event in events where event.status == Status.asserted.code {
            for closing in closings where closing.event == event.type {
                for pattern in closing.states(endedBy: event) where seen.insert(pattern).inserted { try find(pattern) { found.insert($0) } }
            }
        }
        return found.sorted { $0.id < $1.id }
    }

    /// For each statement that another one ends, the number of the date.
    func endsOfStates() throws -> [Int64: Int] {
        let events = try Set(closings.map(\.event)).sorted().flatMap { type in
            let sql = "SELECT id, subject, type, object, status FROM relation WHERE type = ? AND status = ?"
            return try SQLStatement(database, sql).map(.integer(type), .integer(Status.asserted.code), transform: Self.row)
        }
        let rows = try states(endedBy: events)
        let told = try statementsAsTold(rows), endings = try endings(of: rows), index = index
        var ends: [Int64: Int] = [:]
        for (row, told) in zip(rows, told) {
            guard let key = try key(of: row, told) else { continue }
            let ended = endings.ending(Relation(key: key, statements: told.map(\.statement), in: index))
            for (told, statement) in zip(told, ended.statements) where statement.endedBy != nil { ends[told.id] = statement.until?.code }
        }
        return ends
    }

    private func find(_ pattern: Pattern, body: (Row) -> Void) throws {
        let columns = "SELECT id, subject, type, object, status FROM relation WHERE type = ?1"
        switch (pattern.subject, pattern.object) {
        case (let subject?, let object?):
            try SQLStatement(database, columns + " AND subject = ?2 AND object = ?3")
                .forEach(.integer(pattern.type), .integer(subject), .integer(object)) { body(Self.row($0)) }
        case (let subject?, nil):
            try SQLStatement(database, columns + " AND subject = ?2").forEach(.integer(pattern.type), .integer(subject)) { body(Self.row($0)) }
        case (nil, let object?):
            try SQLStatement(database, columns + " AND object = ?2").forEach(.integer(pattern.type), .integer(object)) { body(Self.row($0)) }
        case (nil, nil): preconditionFailure("what broke: a closing rule that binds nobody")
        }
    }

    private static func row(_ row: SQLRow) -> Row {
        Row(id: row.id(0), subject: row.id(1), type: row.id(2), object: row.id(3), status: row.id(4))
    }
}

extension GraphFilter {
    /// Whether it asks for nothing but what was known on a day.
    var narrowsOnlyByDay: Bool {
        var other = self
        other.asOf = nil
        return other == GraphFilter()
    }
}
