internal import Foundation
internal import GRDB
public import GraphModel
internal import Synchronization

/// A graph in an SQLite file: articles, what was extracted from them, and the entities and relations that follow.
///
/// Each article is added or removed in one transaction. Several programs may read a store while one writes to it; a second writer waits
/// its turn. The store is safe to use from several threads, which take turns.
public final class GraphStore: Sendable {
    /// What a store is opened for.
    public enum Access: Sendable {
        /// The file must be there and is left as it is.
        case readOnly
        /// The file is made if it is not there.
        case readWrite
    }

    /// The file.
    public let path: String
    /// The relation types that the store's answers go by.
    public let ontology: Ontology
    private let access: Access
    private let queue: DatabaseQueue
    /// The corrections in force, and the number that the file gave them.
    let knownCorrections = Mutex((version: "", corrections: CorrectionSet()))

    /// How many seconds to wait for another writer.
    static let patience = 10

    /// Opens the store in this file.
    /// - Throws: `StoreError`; a file that is no store, or one of a later version, is left untouched.
    public init(path: String, access: Access, ontology: Ontology) throws {
        self.path = path
        self.access = access
        self.ontology = ontology
        queue = try Self.translating(path) {
            if let header = try FileHeader(path: path) {
                try header.check(access)
            } else if access == .readOnly {
                throw StoreError(path: path, reason: FileManager.default.fileExists(atPath: path) ? .empty : .missing)
            }
            return try Self.open(path, access)
        }
    }

    /// Writes everything to the file and lets go of it. The store must not be used afterwards.
    public func close() throws { try Self.translating(path) { try queue.close() } }

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result { try Self.translating(path) { try queue.read(body) } }

    func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
        guard access == .readWrite else { throw StoreError(path: path, reason: .readOnly) }
        return try Self.translating(path) { try queue.write(body) }
    }

    /// Gives `body` a way to run transactions in which references between rows go unchecked, more of the file is kept in memory, and the
    /// log is copied into the file less often.
    func writeUnchecked(_ body: ((_ transaction: (Database) throws -> Void) throws -> Void) throws -> Void) throws {
        guard access == .readWrite else { throw StoreError(path: path, reason: .readOnly) }
        try Self.translating(path) {
            try queue.inDatabase { database in
                try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -98304; PRAGMA wal_autocheckpoint = 98304")
                defer { try? database.execute(sql: "PRAGMA foreign_keys = ON; \(Self.writingPragmas); PRAGMA wal_checkpoint") }
                try body { transaction in
                    try database.inTransaction(.immediate) {
                        try transaction(database)
                        return .commit
                    }
                }
            }
        }
    }

    /// An article's rows lie all over the indexes of a large store: so the log gathers their pages (48 MB) before it is copied into the
    /// file. A larger cache would cost more than it saves: at the end of nearly each transaction SQLite goes through all of it.
    private static let writingPragmas = "PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 12288"

    /// Writes the file anew, without anything that was freed in it, and empties its log.
    func rewriteFile() throws {
        try Self.translating(path) {
            try queue.inDatabase { database in
                // The copy that SQLite makes goes to a file that is deleted, since it may be larger than memory.
                try database.execute(sql: "PRAGMA temp_store = FILE")
                let vacuumed = Result { try database.execute(sql: "VACUUM") }
                // Another place for temporary tables drops those that there are.
                try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = OFF")
                try Self.makeTemporaryTables(database)
                try vacuumed.get()
                let isBusy = try SQLStatement(database, "PRAGMA wal_checkpoint(TRUNCATE)").first { $0.flag(0) } ?? false
                if isBusy { throw StoreError(path: path, reason: .busy(seconds: Self.patience)) }
            }
        }
    }

    /// The words of all names, which are no part of the file.
    private static func makeTemporaryTables(_ database: Database) throws {
        try database.execute(sql: "CREATE VIRTUAL TABLE temp.name_word USING fts5vocab(main, entity_name_words, 'row')")
    }

    private static func open(_ path: String, _ access: Access) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "GraphStore"
        configuration.busyMode = .timeout(TimeInterval(patience))
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY")
            try makeTemporaryTables(database)
        }
        guard access == .readWrite else {
            do {
                // Not `readonly`: then SQLite could not take its side files away in the end. It opens what it may not write to all the same.
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                _ = try queue.read { try SQLStatement($0, "SELECT count(*) FROM sqlite_schema").first { $0.integer(0) } }
                return queue
            } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
                // In a folder that may not be written to, SQLite reads a store in WAL mode only if told that nobody writes to it.
                guard FileHeader.logIsEmpty(path) else { throw error }
                configuration.readonly = true
                return try DatabaseQueue(path: URL(fileURLWithPath: path).absoluteString + "?immutable=1", configuration: configuration)
            }
        }
        configuration.journalMode = .wal
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { try $0.execute(sql: writingPragmas) }
        try queue.write { database in
            let version = try SQLStatement(database, "PRAGMA user_version").first { $0.integer(0) } ?? 0
            guard version < Schema.version else { return }
            try Schema.migrate(database, from: version)
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)")
        }
        return queue
    }

    /// Runs `body` and turns what SQLite reports into what it means for the store.
    static func translating<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        } catch let error as DamagedValue {
            throw StoreError(path: path, reason: .damaged("found \(error.found), expected \(error.expected)"))
        }
    }
}
