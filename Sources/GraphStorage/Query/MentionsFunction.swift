internal import GRDB
internal import GRDBSQLite
internal import GraphModel

/// The SQL function that unpacks mentions (`PackedMentions`): a JSON list of lists of start, end and kind.
enum MentionsFunction {
    static let name = "entitygraph_mentions"

    /// Makes the function known to a connection.
    /// - Returns: a code of SQLite.
    static func register(on connection: OpaquePointer) -> Int32 {
        sqlite3_create_function_v2(
            connection, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
            { context, _, arguments in
                guard let argument = arguments?.pointee else { return sqlite3_result_null(context) }
                let bytes = UnsafeRawBufferPointer(start: sqlite3_value_blob(argument), count: Int(sqlite3_value_bytes(argument)))
                guard let mentions = try? PackedMentions.unpack(bytes) else {
                    return sqlite3_result_error(context, "the mentions are damaged", -1)
                }
                let list = "[" + mentions.map { "[\($0.span.start),\($0.span.end),\($0.kind.code)]" }.joined(separator: ",") + "]"
                // SQLITE_TRANSIENT, a C macro that Swift does not see: SQLite copies the bytes.
                sqlite3_result_text(context, list, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
            }, nil, nil, nil)
    }
}
