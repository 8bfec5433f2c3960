internal import class GRDB.Database
public import GraphModel

/// An article as a list shows it.
public struct DocumentSummary: Hashable, Sendable {
    /// Without its text.
    public var document: Document
    /// What it was read with.
    public var run: ExtractionRun
    /// How many things it speaks of.
    public var entities: Int
    public var statements: Int

    public init(document: Document, run: ExtractionRun, entities: Int, statements: Int) {
        self.document = document
        self.run = run
        self.entities = entities
        self.statements = statements
    }
}

/// How much a store holds.
public struct StoreStatistics: Hashable, Sendable {
    public var documents = 0
    public var undatedDocuments = 0
    /// The first and the last day of publication; nil if no article has a date.
    public var published: ClosedRange<PartialDate>?
    public var mentions = 0
    public var statements = 0
    public var relations = 0
    /// Every type stands here, also with none.
    public var entitiesByType: [EntityType: Int] = [:]
    /// Relations of each type that is there.
    public var relationsByType: [RelationType.ID: Int] = [:]
    /// Relations of each status that is there.
    public var relationsByStatus: [Status: Int] = [:]

    public init() {}

    public var entities: Int { entitiesByType.values.reduce(0, +) }
}

extension GraphStore {
    /// The articles, in graph order.
    public func documents() throws -> [DocumentSummary] {
        try read { database in
            let sql = """
                SELECT d.name, d.source, d.title, d.publisher, d.published, NULL, c.name, r.model, r.ontology, r.patterns,
                    (SELECT count(*) FROM local_entity WHERE extraction = x.id), (SELECT count(*) FROM statement WHERE extraction = x.id)
                FROM document d JOIN extraction x ON x.document = d.id JOIN run r ON r.id = x.run
                LEFT JOIN document c ON c.id = d.copy_of
                """
            return try SQLStatement(database, sql).map { row in
                DocumentSummary(
                    document: try GraphReader.document(row, at: 0, includingPassages: false),
                    run: ExtractionRun(model: row.text(7), ontology: row.text(8), patterns: row.text(9)), entities: row.integer(10),
                    statements: row.integer(11))
            }.sorted { $0.document.precedes($1.document) }
        }
    }

    /// Counts of everything.
    public func statistics() throws -> StoreStatistics {
        try read { database in
            func count(_ sql: String) throws -> Int { try SQLStatement(database, sql).first { $0.integer(0) } ?? 0 }
            var statistics = StoreStatistics()
            statistics.documents = try count("SELECT count(*) FROM document")
            statistics.undatedDocuments = try count("SELECT count(*) FROM document WHERE published IS NULL")
            try SQLStatement(database, "SELECT mentions FROM local_entity").forEach { statistics.mentions += try $0.mentions(0).count }
            statistics.statements = try count("SELECT count(*) FROM statement")
            statistics.relations = try count("SELECT count(*) FROM relation")
            let range = try SQLStatement(database, "SELECT min(published), max(published) FROM document").first { row in
                (try row.date(0), try row.date(1))
            }
            if let first = range?.0, let last = range?.1 { statistics.published = first...last }
            for type in EntityType.allCases { statistics.entitiesByType[type] = 0 }
            try SQLStatement(database, "SELECT type, count(*) FROM entity GROUP BY type").forEach {
                statistics.entitiesByType[try $0.entityType(0)] = $0.integer(1)
            }
            try SQLStatement(database, "SELECT t.name, count(*) FROM relation r JOIN relation_type t ON t.id = r.type GROUP BY t.id")
                .forEach { statistics.relationsByType[$0.text(0)] = $0.integer(1) }
            try SQLStatement(database, "SELECT status, count(*) FROM relation GROUP BY status").forEach {
                statistics.relationsByStatus[try $0.status(0)] = $0.integer(1)
            }
            return statistics
        }
    }
}
