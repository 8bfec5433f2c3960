public import GraphModel
internal import GRDB

/// Why a store could not do what it was asked.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Reason: Hashable, Sendable {
        /// There is no file at the path.
        case missing
        /// The file is empty, and open for reading only.
        case empty
        /// The path is a folder.
        case isFolder
        /// The file cannot be opened or created.
        case cannotOpen(String)
        /// The file is not an SQLite database.
        case notADatabase
        /// The file is an SQLite database that holds something else.
        case notAStore
        /// The store was made by a later version of the program.
        case newerVersion(found: Int, known: Int)
        /// The store was made by an earlier version of the program and is open for reading only.
        case olderVersion(found: Int, known: Int)
        /// The file, or the folder it is in, cannot be written to.
        case readOnly
        /// No room is left for what should be written.
        case diskFull
        /// Another program is writing to the store and did not finish in time.
        case busy(seconds: Int)
        /// The file's contents are damaged.
        case damaged(String)
        /// The store has no article of this id; the nearest ones.
        case unknownDocument(Document.ID, nearest: [Document.ID])
        /// Anything else that SQLite reports.
        case other(String)
    }

    /// The path of the store.
    public var path: String
    public var reason: Reason

    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .missing: "\(path): there is no such file; expected a store: build one from articles first, or name another one"
        case .empty: "\(path): is an empty file; expected a store: build one from articles first, or name another one"
        case .isFolder: "\(path): is a folder; expected the file of a store, such as \(path)/entitygraph.sqlite"
        case .cannotOpen(let detail): "\(path): cannot be opened (\(detail)); check that the folder exists and that you may write in it"
        case .notADatabase: "\(path): is not an SQLite database; expected a store. It was left as it is: name another file"
        case .notAStore: "\(path): is an SQLite database, but not an entity graph store. It was left as it is: name another file"
        case .newerVersion(let found, let known):
            "\(path): is a store of version \(found); this program knows versions up to \(known). "
                + "It was left as it is: use the later program, or build a new store"
        case .olderVersion(let found, let known):
            "\(path): is a store of version \(found); expected version \(known). Add an article to it, or write to it otherwise, to bring it up to date"
        case .readOnly: "\(path): cannot be written to; check the permissions of the file and of its folder"
        case .diskFull: "\(path): no room is left on the disk. Nothing was lost; make room and do it again"
        case .busy(let seconds):
            "\(path): another program was writing to the store for more than \(seconds) seconds. Nothing was lost; do it again when that one is done"
        case .damaged(let detail):
            "\(path): the file is damaged (\(detail)); restore it from a backup, or build a new store from the articles"
        case .unknownDocument(let id, let nearest):
            "\(path): holds no article '\(id)'" + (nearest.isEmpty ? "" : "; did you mean " + nearest.map { "'\($0)'" }.joined(separator: ", ") + "?")
        case .other(let detail): "\(path): \(detail)"
        }
    }
}

extension StoreError {
    /// What an error of SQLite means to the user of the store.
    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? error.resultCode.description
        let reason: Reason =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notADatabase
            case .SQLITE_CORRUPT: .damaged(detail)
            case .SQLITE_FULL: .diskFull
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(seconds: GraphStore.patience)
            case .SQLITE_READONLY: .readOnly
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen(detail)
            case .SQLITE_IOERR: .cannotOpen(detail)
            default: .other(error.sql.map { "\(detail), in: \($0)" } ?? detail)
            }
        self.init(path: path, reason: reason)
    }
}
