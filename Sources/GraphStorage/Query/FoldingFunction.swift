internal import GRDB
internal import GRDBSQLite
internal import GraphModel

/// The SQL function that takes case and accents off a text, so that SQL compares texts as the vocabulary does.
enum FoldingFunction {
    static let name = "entitygraph_folded"

    /// Makes the function known to a connection; it may be known already.
    static func register(in database: Database) throws {
        let code = sqlite3_create_function_v2(
            database.sqliteConnection, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
            { context, _, arguments in
                guard let argument = arguments?.pointee, let bytes = sqlite3_value_text(argument) else { return sqlite3_result_null(context) }
                // By length, since a name may hold a NUL.
                let text = String(decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(argument))), as: UTF8.self)
                var folded = text.foldedForNames
                // SQLITE_TRANSIENT, a C macro that Swift does not see: SQLite copies the bytes.
                let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
                folded.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) { sqlite3_result_text(context, $0.baseAddress, Int32($0.count), transient) }
                }
            }, nil, nil, nil)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "the function \(name)") }
    }
}
