internal import class GRDB.Database
internal import GraphModel

/// Articles whose old words were taken out of the store for good. Of them nothing is kept but a number by which they are known again.
struct WithheldArticles {
    private let database: Database
    /// Whether there are none, as nearly always.
    private let areNone: Bool

    init(database: Database) throws {
        self.database = database
        areNone = try SQLStatement(database, "SELECT EXISTS (SELECT 1 FROM withheld)").first { !$0.flag(0) } ?? true
    }

    /// Keeps an article from being added again in these words.
    func withhold(_ document: Document) throws {
        try SQLStatement(database, "INSERT OR IGNORE INTO withheld VALUES (?)").run(.integer(Self.number(of: document)))
    }

    func contain(_ document: Document) throws -> Bool {
        if areNone { return false }
        let sql = "SELECT 1 FROM withheld WHERE article = ?"
        return try SQLStatement(database, sql).first(.integer(Self.number(of: document))) { _ in true } ?? false
    }

    /// FNV-1a of title and text.
    private static func number(of document: Document) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in [document.title, document.text] {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return Int64(bitPattern: hash)
    }
}
