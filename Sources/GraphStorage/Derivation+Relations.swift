internal import class GRDB.Database
internal import GraphModel

// The relations that statements add up to.

extension Derivation {
    private typealias Key = RejectedRelations.Key

    /// Puts statements that were just written into relations between the entities that they are about.
    mutating func groupNewStatements(_ rejected: inout RejectedRelations) throws {
        var edges: [(statement: Int64, key: Key)] = []
        edges.reserveCapacity(statements.count)
        for statement in statements {
            // An entity is nil where a correction took it out of the graph.
            guard let subject = try entity(of: statement.subject), let object = try entity(of: statement.object) else { continue }
            let key = try key(subject, statement.type, object, statement.status, isSymmetric: statement.isSymmetric)
            guard let key, try !rejected.contain(key, statement.extraction, self) else { continue }
            edges.append((statement.row, key))
        }
        // In the order of the index, so that it is gone through once.
        var rows: [Key: Int64] = [:]
        for key in Set(edges.lazy.map(\.key)).sorted() { rows[key] = try row(of: key) }
        let insert = try SQLStatement(database, "INSERT INTO edge VALUES (?, ?)")
        for edge in edges { try insert.run(.integer(edge.statement), .optional(rows[edge.key])) }
    }

    /// Groups the stored statements of an extraction into relations between the entities that they are about now.
    mutating func group(_ extraction: Int64, _ rejected: inout RejectedRelations) throws {
        let sql = """
            SELECT s.id, a.entity, s.type, b.entity, s.status, e.relation, t.is_symmetric
            FROM statement s
            JOIN local_entity la ON la.extraction = s.extraction AND la.ordinal = s.subject LEFT JOIN resolution a ON a.profile = la.profile
            JOIN local_entity lb ON lb.extraction = s.extraction AND lb.ordinal = s.object LEFT JOIN resolution b ON b.profile = lb.profile
            JOIN relation_type t ON t.id = s.type LEFT JOIN edge e ON e.statement = s.id
            WHERE s.extraction = ?
            """
        let statements = try SQLStatement(database, sql).map(.integer(extraction)) { row in
            (
                id: row.id(0), subject: row.optionalID(1), type: row.id(2), object: row.optionalID(3), status: row.id(4),
                relation: row.optionalID(5), isSymmetric: row.flag(6)
            )
        }
        for statement in statements {
            var new: Int64?
            if let subject = statement.subject, let object = statement.object,
                let key = try key(subject, statement.type, object, statement.status, isSymmetric: statement.isSymmetric),
                try !rejected.contain(key, extraction, self)
            {
                new = try row(of: key)
            }
            guard new != statement.relation else { continue }
            if let old = statement.relation { relations.insert(old) }
            if let new {
                try SQLStatement(database, "INSERT OR REPLACE INTO edge VALUES (?, ?)").run(.integer(statement.id), .integer(new))
            } else {
                try SQLStatement(database, "DELETE FROM edge WHERE statement = ?").run(.integer(statement.id))
            }
        }
    }

    /// The relation between two entities, that of the smaller id first if it says the same both ways; nil for what a thing does to itself.
    private func key(_ subject: Int64, _ type: Int64, _ object: Int64, _ status: Int64, isSymmetric: Bool) throws -> Key? {
        guard subject != object else { return nil }
        let isTurned = isSymmetric ? try id(of: subject) > id(of: object) : false
        return Key(subject: isTurned ? object : subject, type: type, object: isTurned ? subject : object, status: status)
    }

    private func row(of key: Key) throws -> Int64 {
        let values = (SQLValue.integer(key.subject), SQLValue.integer(key.type), SQLValue.integer(key.object), SQLValue.integer(key.status))
        let insert = "INSERT OR IGNORE INTO relation (subject, type, object, status) VALUES (?, ?, ?, ?)"
        if let row = try SQLStatement(database, insert).insertIfNew(values.0, values.1, values.2, values.3) { return row }
        let find = "SELECT id FROM relation WHERE subject = ? AND type = ? AND object = ? AND status = ?"
        guard let row = try SQLStatement(database, find).first(values.0, values.1, values.2, values.3, transform: { $0.id(0) }) else {
            preconditionFailure("what broke: a relation that is neither new nor there")
        }
        return row
    }

    private func id(of entity: Int64) throws -> Entity.ID {
        if let id = known.ids[entity] { return id }
        let id = try SQLStatement(database, "SELECT name_id FROM entity WHERE id = ?").first(.integer(entity)) { $0.text(0) } ?? ""
        known.ids[entity] = id
        return id
    }
}
