import GraphModel
import RandomGraphs
import Testing

@testable import GraphStorage

/// Stores of earlier versions of the program.
@Suite struct SchemaTests {
    @Test("takes over the mentions and names of a store of version 5", arguments: 0..<5 as Range<UInt64>) func version5(seed: UInt64) throws {
        var random = RandomArticles(seed: seed, cast: 16)
        let folder = try TemporaryFolder(), articles = random.articles(12), more = random.articles(15), store = try folder.store()
        try store.add(all: articles, resolver: .chaining)
        let before = try store.contents()
        try makeVersion5(store)
        try store.close()
        #expect(throws: StoreError.self) { try folder.store("graph.sqlite", .readOnly) }
        let renewed = try folder.store()
        #expect(try renewed.contents() == before)
        #expect(try renewed.check(resolver: .chaining) == [])
        for article in articles { #expect(try renewed.article(article.document.id) == article) }
        try renewed.add(all: more, resolver: .chaining)
        let straight = try folder.store("straight")
        try straight.add(all: more, resolver: .chaining)
        #expect(try renewed.contents() == straight.contents())
        for entity in try straight.graph().graph.entities { #expect(try renewed.lookup(entity.name) == straight.lookup(entity.name)) }
    }

    /// Turns round what version 6 changed.
    private func makeVersion5(_ store: GraphStore) throws {
        let tables = [
            """
            CREATE TABLE mention (
                extraction INTEGER NOT NULL, entity INTEGER NOT NULL, ordinal INTEGER NOT NULL, span_start INTEGER NOT NULL,
                span_end INTEGER NOT NULL CHECK (span_start <= span_end), kind INTEGER NOT NULL, first_token INTEGER NOT NULL,
                end_token INTEGER NOT NULL CHECK (first_token <= end_token), head INTEGER NOT NULL,
                PRIMARY KEY (extraction, entity, ordinal),
                FOREIGN KEY (extraction, entity) REFERENCES local_entity ON DELETE CASCADE) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TRIGGER entity_name_insert AFTER INSERT ON entity_name BEGIN
                INSERT INTO entity_name_words (rowid, name) VALUES (new.id, new.name);
            END
            """,
            """
            CREATE TRIGGER entity_name_delete AFTER DELETE ON entity_name BEGIN
                INSERT INTO entity_name_words (entity_name_words, rowid, name) VALUES ('delete', old.id, old.name);
            END
            """,
        ]
        try store.write { database in
            for table in tables { try SQLStatement(database, table).run() }
            let rows = try SQLStatement(database, "SELECT extraction, ordinal, mentions FROM local_entity").map { row in
                (row.id(0), row.id(1), try row.mentions(2))
            }
            for (extraction, entity, mentions) in rows {
                for (ordinal, mention) in mentions.enumerated() {
                    try SQLStatement(database, "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
                        .integer(extraction), .integer(entity), .integer(ordinal), .integer(mention.span.start), .integer(mention.span.end),
                        .integer(mention.kind.code), .integer(mention.tokens.lowerBound), .integer(mention.tokens.upperBound),
                        .integer(mention.head))
                }
            }
            for end in ["ALTER TABLE local_entity DROP COLUMN mentions", "PRAGMA user_version = 5"] { try SQLStatement(database, end).run() }
        }
    }
}
