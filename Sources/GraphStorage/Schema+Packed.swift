internal import class GRDB.Database
internal import GraphModel

extension Schema {
    /// Mentions stand with their entities, and names reach the full-text index when an article is done, not one by one.
    static let packedMentions = """
        ALTER TABLE local_entity ADD COLUMN mentions BLOB NOT NULL DEFAULT x'';
        DROP TRIGGER entity_name_insert;
        DROP TRIGGER entity_name_delete;
        """

    /// Moves the mentions of a store of version 5 to their entities.
    static func packMentions(_ database: Database) throws {
        let update = try SQLStatement(database, "UPDATE local_entity SET mentions = ? WHERE extraction = ? AND ordinal = ?")
        var entity: (extraction: Int64, ordinal: Int64)?, mentions: [Mention] = []
        func write() throws {
            guard let entity else { return }
            try update.run(.blob(PackedMentions.pack(mentions)), .integer(entity.extraction), .integer(entity.ordinal))
            mentions = []
        }
        let all = """
            SELECT extraction, entity, span_start, span_end, kind, first_token, end_token, head FROM mention ORDER BY extraction, entity, ordinal
            """
        try SQLStatement(database, all).forEach { row in
            if entity.map({ $0.extraction != row.id(0) || $0.ordinal != row.id(1) }) ?? true {
                try write()
                entity = (row.id(0), row.id(1))
            }
            guard row.integer(5) <= row.integer(6) else { throw DamagedValue(found: "a mention that ends before it begins", expected: "tokens") }
            mentions.append(
                Mention(tokens: row.integer(5)..<row.integer(6), head: row.integer(7), span: try row.span(2), kind: try row.mentionKind(4)))
        }
        try write()
        try database.execute(sql: "DROP TABLE mention")
    }
}
