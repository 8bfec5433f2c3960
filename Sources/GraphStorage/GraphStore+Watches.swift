internal import class GRDB.Database

/// A query that is asked again after each change of the store.
public struct StandingQuery: Hashable, Sendable {
    public var name: String
    /// In the pattern language.
    public var pattern: String

    public init(name: String, pattern: String) {
        self.name = name
        self.pattern = pattern
    }
}

extension GraphStore {
    /// The standing queries, by name.
    public func standingQueries() throws -> [StandingQuery] {
        try read { database in
            try SQLStatement(database, "SELECT name, pattern FROM watch ORDER BY name").map { StandingQuery(name: $0.text(0), pattern: $0.text(1)) }
        }
    }

    /// Keeps a standing query; one of the same name is replaced, and its answers are new again.
    public func add(_ query: StandingQuery) throws {
        try write { database in
            try SQLStatement(database, "DELETE FROM watch WHERE name = ?").run(.key(query.name))
            try SQLStatement(database, "INSERT INTO watch (name, pattern) VALUES (?, ?)").run(.key(query.name), .text(query.pattern))
        }
    }

    /// Forgets a standing query; false if there is none of this name.
    public func removeStandingQuery(_ name: String) throws -> Bool {
        try write { database in
            guard let id = try Self.row(of: name, database) else { return false }
            try SQLStatement(database, "DELETE FROM watch WHERE id = ?").run(.integer(id))
            return true
        }
    }

    /// Which of a standing query's answers, each told by a text of its own, were not there when it was asked before; from now on they are
    /// known.
    /// - Returns: indices of `answers`, in order.
    public func newAnswers(_ answers: [String], to name: String) throws -> [Int] {
        try write { database in
            guard let id = try Self.row(of: name, database) else { return [] }
            let insert = "INSERT OR IGNORE INTO watch_seen VALUES (?, ?)"
            return try answers.indices.filter { index in
                try SQLStatement(database, insert).run(.integer(id), .integer(Self.hash(of: answers[index])))
                return database.changesCount > 0
            }
        }
    }

    private static func row(of name: String, _ database: Database) throws -> Int64? {
        try SQLStatement(database, "SELECT id FROM watch WHERE name = ?").first(.key(name)) { $0.id(0) }
    }

    /// FNV-1a.
    private static func hash(of text: String) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int64(bitPattern: hash)
    }
}
