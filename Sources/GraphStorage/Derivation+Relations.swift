internal import class GRDB.Database
internal import GraphModel

// The relations that statements add up to.

extension Derivation {
    private typealias Key = RejectedRelations.Key

    /// Puts statements that were just written into relations between the entities that they are about.
    mutating func groupNewStatements(_ rejected: inout RejectedRelations) throws {
        var edges: [(key: Key, statement: Int64, known: Int?)] = []
        edges.reserveCapacity(statements.count)
        for statement in statements {
            // An entity is nil where a correction took it out of the graph.
            guard let subject = try entity(of: statement.subject), let object = try entity(of: statement.object) else { continue }
            let key = try key(subject, statement.type, object, statement.status, isSymmetric: statement.isSymmetric)
            guard let key, try !rejected.contain(key, statement.extraction, self) else { continue }
            edges.append((key, statement.row, statement.known))
        }
        // In the order of the index, so that it is gone through once.
        edges.sort { $0.key != $1.key ? $0.key < $1.key : $0.statement < $1.statement }
        var rows: [(statement: Int64, relation: Int64)] = [], start = 0
        rows.reserveCapacity(edges.count)
        while start < edges.count {
            var end = start, known: Int?
            while end < edges.count, edges[end].key == edges[start].key {
                if let day = edges[end].known { known = min(known ?? .max, day) }
                end += 1
            }
            let relation = try row(of: edges[start].key, known: known, isLater: true)
            for edge in edges[start..<end] { rows.append((edge.statement, relation)) }
            start = end
        }
        try writeRelations()
        rows.sort { $0.statement < $1.statement }
        try RowInserter(database, into: "edge", ["statement", "relation"]).insert(rows) { binder, row in
            binder.bind(row.statement)
            binder.bind(row.relation)
        }
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
        let published = "SELECT d.published FROM extraction x JOIN document d ON d.id = x.document WHERE x.id = ?"
        let known = try SQLStatement(database, published).first(.integer(extraction)) { try $0.date(0)?.lastDay.code } ?? nil
        for statement in statements {
            var new: Int64?
            if let subject = statement.subject, let object = statement.object,
                let key = try key(subject, statement.type, object, statement.status, isSymmetric: statement.isSymmetric),
                try !rejected.contain(key, extraction, self)
            {
                new = try row(of: key, known: known)
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

    /// Writes the relations that wait for it.
    private mutating func writeRelations() throws {
        let table = RowInserter(database, into: "relation", ["id", "subject", "type", "object", "status", "known"])
        try table.insert(newRelations) { binder, new in
            binder.bind(new.row)
            binder.bind(new.key.subject)
            binder.bind(new.key.type)
            binder.bind(new.key.object)
            binder.bind(new.key.status)
            binder.bind(new.known)
        }
        (newRelations, lastRelation) = ([], nil)
    }

    /// - Parameters:
    ///   - known: the last day of the date of an article that tells of it.
    ///   - isLater: whether it may be left to `writeRelations` to write it.
    private mutating func row(of key: Key, known: Int?, isLater: Bool = false) throws -> Int64 {
        let hasConnection = self.known.connect(key.subject, key.object)
        if isLater, hasConnection == false {
            // The first between the two entities, so that nothing like it is there.
            let row = try 1 + (lastRelation ?? SQLStatement(database, "SELECT max(id) FROM relation").first { $0.id(0) } ?? 0)
            newRelations.append((row, key, known))
            lastRelation = row
            connect(key.subject, key.object, by: 1)
            return row
        }
        if hasConnection == nil, !newRelations.isEmpty { try writeRelations() }
        func bind(_ binder: inout SQLBinder) {
            binder.bind(key.subject)
            binder.bind(key.type)
            binder.bind(key.object)
            binder.bind(key.status)
        }
        let insert = "INSERT OR IGNORE INTO relation (id, subject, type, object, status, known) VALUES (?, ?, ?, ?, ?, ?)"
        let new = try SQLStatement(database, insert).insertIfNew { binder in
            binder.bind(lastRelation.map { $0 + 1 })
            bind(&binder)
            binder.bind(known)
        }
        if let new {
            lastRelation = lastRelation.map { _ in new }
            if try !(hasConnection ?? areConnected(key.subject, key.object, except: new)) { connect(key.subject, key.object, by: 1) }
            return new
        }
        let find = "SELECT id, known FROM relation WHERE subject = ? AND type = ? AND object = ? AND status = ?"
        let found = try SQLStatement(database, find).first(binding: { bind(&$0) }, transform: { ($0.id(0), $0.optionalInteger(1)) })
        guard let found else { preconditionFailure("what broke: a relation that is neither new nor there") }
        if let known, found.1.map({ known < $0 }) ?? true {
            try SQLStatement(database, "UPDATE relation SET known = ? WHERE id = ?").run(.integer(known), .integer(found.0))
        }
        return found.0
    }

    /// Deletes a relation that has lost its last statement, or looks anew since when it is known.
    mutating func dropIfUnused(relation row: Int64) throws {
        let dates = """
            SELECT d.published FROM edge e JOIN statement s ON s.id = e.statement JOIN extraction x ON x.id = s.extraction
            JOIN document d ON d.id = x.document WHERE e.relation = ?
            """
        let days = try SQLStatement(database, dates).map(.integer(row)) { try $0.date(0)?.lastDay.code }
        guard days.isEmpty else {
            let known = days.compactMap(\.self).min()
            try SQLStatement(database, "UPDATE relation SET known = ?1 WHERE id = ?2 AND known IS NOT ?1").run(.optional(known), .integer(row))
            return
        }
        let find = "SELECT subject, object FROM relation WHERE id = ?"
        guard let ends = try SQLStatement(database, find).first(.integer(row), transform: { ($0.id(0), $0.id(1)) }) else { return }
        try SQLStatement(database, "DELETE FROM relation WHERE id = ?").run(.integer(row))
        known.loseConnection()
        if try !areConnected(ends.0, ends.1, except: row) { connect(ends.0, ends.1, by: -1) }
    }

    private func areConnected(_ a: Int64, _ b: Int64, except row: Int64) throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM relation WHERE object = ?1 AND subject = ?2 AND id <> ?3)
            OR EXISTS (SELECT 1 FROM relation WHERE object = ?2 AND subject = ?1 AND id <> ?3)
            """
        return try SQLStatement(database, sql).first(
            binding: { binder in
                binder.bind(a)
                binder.bind(b)
                binder.bind(row)
            }, transform: { $0.flag(0) }) ?? false
    }

    private mutating func connect(_ a: Int64, _ b: Int64, by count: Int) {
        degrees[a, default: 0] += count
        degrees[b, default: 0] += count
    }

    /// Writes down who has to do with more or fewer others.
    mutating func writeDegrees() throws {
        let add = "INSERT OR FAIL INTO degree VALUES (?, ?) ON CONFLICT (entity) DO UPDATE SET others = others + excluded.others"
        for (entity, count) in degrees.sorted(by: { $0.key < $1.key }) where count != 0 {
            try SQLStatement(database, add).run(.integer(entity), .integer(count))
            if count < 0 { try SQLStatement(database, "DELETE FROM degree WHERE entity = ? AND others = 0").run(.integer(entity)) }
        }
        degrees = [:]
    }

    func id(of entity: Int64) throws -> Entity.ID {
        if let id = known.ids[entity] { return id }
        let id = try SQLStatement(database, "SELECT name_id FROM entity WHERE id = ?").first(.integer(entity)) { $0.text(0) } ?? ""
        known.ids[entity] = id
        return id
    }
}
