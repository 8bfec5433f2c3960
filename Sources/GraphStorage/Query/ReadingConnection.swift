internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import GraphModel

/// A connection of its own to a store, for SQL that somebody else wrote: an authorizer lets it read and nothing else.
struct ReadingConnection: ~Copyable {
    private let connection: OpaquePointer

    /// - Parameter ends: when states ended by events, asked for once if at all.
    /// - Throws: `DatabaseError` if the file cannot be read.
    init(path: String, ends: @escaping () throws -> [Int64: Int]) throws {
        // Not read-only: then SQLite could not take its side files away in the end.
        if let connection = try Self.open(path, SQLITE_OPEN_READWRITE, ends) {
            self.connection = connection
            return
        }
        // In a folder that may not be written to, SQLite reads a store in WAL mode only if told that nobody writes to it.
        let address = URL(fileURLWithPath: path).absoluteString + (FileHeader.logIsEmpty(path) ? "?immutable=1" : "")
        guard let connection = try Self.open(address, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, ends) else {
            throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "the file cannot be read")
        }
        self.connection = connection
    }

    deinit { sqlite3_close_v2(connection) }

    /// The rows of one `SELECT`.
    func table(of sql: String) throws -> SQLTable {
        var statement: OpaquePointer?, length = 0, used = 0
        var text = sql
        let code = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters -> Int32 in
                length = characters.count
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v2(connection, characters.baseAddress, Int32(characters.count), &statement, &tail)
                used = tail.flatMap { end in characters.baseAddress.map { end - $0 } } ?? length
                return code
            }
        }
        defer { sqlite3_finalize(statement) }
        guard code == SQLITE_OK else { throw problem(in: sql, code) }
        let rest = String(decoding: sql.utf8.dropFirst(used), as: UTF8.self)
        guard let statement else { throw QueryError(query: sql, place: 0..<0, message: "there is no statement; write SELECT … FROM relations") }
        guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
            throw error(sql, at: used, "one statement at a time; this begins another one")
        }
        var table = SQLTable(columns: (0..<sqlite3_column_count(statement)).map { String(cString: sqlite3_column_name(statement, $0)) })
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: table.rows.append(table.columns.indices.map { Self.cell(statement, Int32($0)) })
            case SQLITE_DONE: return table
            case let code: throw problem(in: sql, code)
            }
        }
    }

    /// A connection that may only read from here on; nil if the file cannot be opened so.
    private static func open(_ path: String, _ flags: Int32, _ ends: @escaping () throws -> [Int64: Int]) throws -> OpaquePointer? {
        var connection: OpaquePointer?
        let code = sqlite3_open_v2(path, &connection, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let connection else {
            sqlite3_close_v2(connection)
            return nil
        }
        sqlite3_busy_timeout(connection, Int32(GraphStore.patience * 1000))
        let script = "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; \(StoreViews.script) PRAGMA query_only = 1"
        var made = MentionsFunction.register(on: connection)
        if made == SQLITE_OK { made = StateEndFunction.register(on: connection, ends) }
        if made == SQLITE_OK { made = sqlite3_exec(connection, script, nil, nil, nil) }
        guard made == SQLITE_OK else {
            let message = String(cString: sqlite3_errmsg(connection))
            sqlite3_close_v2(connection)
            if [SQLITE_CANTOPEN, SQLITE_READONLY].contains(made & 0xFF) { return nil }
            throw DatabaseError(resultCode: ResultCode(rawValue: made), message: message)
        }
        sqlite3_set_authorizer(
            connection,
            { _, action, first, second, _, _ in
                switch action {
                case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
                case SQLITE_FUNCTION: return second.map { String(cString: $0).lowercased() } == "load_extension" ? SQLITE_DENY : SQLITE_OK
                case SQLITE_PRAGMA:
                    // What tells the tables' columns, as in `SELECT * FROM pragma_table_info('relations')`.
                    let pragma = first.map { String(cString: $0).lowercased() } ?? ""
                    return ["table_info", "table_xinfo", "table_list"].contains(pragma) ? SQLITE_OK : SQLITE_DENY
                default: return SQLITE_DENY
                }
            }, nil)
        return connection
    }

    private static func cell(_ statement: OpaquePointer, _ column: Int32) -> SQLTable.Cell {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
        case let type:
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
            return type == SQLITE_TEXT ? .text(String(decoding: bytes, as: UTF8.self)) : .blob(Array(bytes))
        }
    }

    /// What SQLite says about a statement, where it says it.
    private func problem(in sql: String, _ code: Int32) -> any Error {
        let message = String(cString: sqlite3_errmsg(connection)), place = Int(sqlite3_error_offset(connection))
        switch code & 0xFF {
        case SQLITE_AUTH, SQLITE_READONLY:
            return error(sql, at: 0, "the store is only read here; write a SELECT (\(message))")
        case SQLITE_ERROR, SQLITE_TOOBIG, SQLITE_RANGE:
            // SQLite does not say where an unknown table stands.
            let start = place >= 0 ? place : Self.unknownName(in: message).flatMap { Self.place(of: $0, in: sql) } ?? 0
            return error(sql, at: start, message + Self.remedy(for: message))
        default: return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    private func error(_ sql: String, at byte: Int, _ message: String) -> QueryError {
        let start = String(decoding: sql.utf8.prefix(byte), as: UTF8.self).unicodeScalars.count
        let word = sql.unicodeScalars.dropFirst(start).prefix { $0.properties.isAlphabetic || $0 == "_" }.count
        return QueryError(query: sql, place: start..<(start + max(word, start < sql.unicodeScalars.count ? 1 : 0)), message: message)
    }

    /// The name of a table or column that a message of SQLite says is not there.
    private static func unknownName(in message: String) -> String? {
        guard message.hasPrefix("no such table: ") || message.hasPrefix("no such column: ") else { return nil }
        return message.split(separator: " ").last?.split(separator: ".").last.map(String.init)
    }

    /// The first byte of a word in a statement.
    private static func place(of word: String, in sql: String) -> Int? {
        let all = Array(sql.utf8), word = Array(word.utf8)
        return all.indices.first { all[$0...].starts(with: word) }
    }

    /// The nearest name for an unknown table or column.
    private static func remedy(for message: String) -> String {
        guard let name = unknownName(in: message) else { return "" }
        if message.hasPrefix("no such column") { return suggestion(for: name, among: Set(StoreViews.columns.flatMap(\.columns)).sorted()) }
        let views = StoreViews.columns.map(\.name)
        return suggestion(for: name, among: views) + " (there are \(views.joined(separator: ", ")))"
    }
}
