internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// A value that a statement takes or a row gives.
enum SQLValue {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// A name that rows are found by, in one spelling for all strings that Swift takes for equal (an é of one or of two characters).
    static func key(_ name: String) -> SQLValue { .text(normalized(name)) }

    /// The spelling of a name that `key(_:)` takes.
    static func normalized(_ name: String) -> String { name.utf8.allSatisfy { $0 < 0x80 } ? name : name.precomposedStringWithCanonicalMapping }

    static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
    static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
    static func optional(_ value: String?) -> SQLValue { value.map(SQLValue.text) ?? .null }
    static func optional(_ value: Int?) -> SQLValue { value.map { .integer(Int64($0)) } ?? .null }
    static func optional(_ value: Int64?) -> SQLValue { value.map(SQLValue.integer) ?? .null }
    static func optional(_ value: Double?) -> SQLValue { value.map(SQLValue.real) ?? .null }
}

/// A prepared statement of a database, kept for its next use.
///
/// It binds and reads text by length, so that a NUL inside a name stays a NUL; GRDB's own arguments end at the first one.
///
/// Statements that run for each row of an article say `OR FAIL`. Else SQLite keeps a copy of every page that such a statement is about
/// to change, so as to undo the half of it that was done when something went wrong; here the whole transaction is undone then.
struct SQLStatement {
    private let statement: GRDB.Statement
    private let database: Database

    /// The database prepares each text once; two uses of one text must not overlap.
    init(_ database: Database, _ sql: String) throws {
        self.database = database
        statement = try database.cachedStatement(sql: sql)
    }

    /// Runs a statement that gives no rows.
    func run(_ values: SQLValue...) throws {
        try bind(values)
        defer { reset() }
        while try step() {}
    }

    /// Runs an `INSERT` and gives the id of the new row.
    func insert(_ values: SQLValue...) throws -> Int64 {
        try bind(values)
        defer { reset() }
        while try step() {}
        return database.lastInsertedRowID
    }

    /// Runs an `INSERT OR IGNORE` and gives the id of the new row; nil if there was one like it.
    func insertIfNew(_ values: SQLValue...) throws -> Int64? {
        try bind(values)
        defer { reset() }
        while try step() {}
        return database.changesCount == 0 ? nil : database.lastInsertedRowID
    }

    /// Calls `body` with each row; the row is valid only during the call.
    func forEach(_ values: SQLValue..., body: (SQLRow) throws -> Void) throws {
        try bind(values)
        defer { reset() }
        while try step() { try body(SQLRow(raw: statement.sqliteStatement)) }
    }

    /// What `transform` makes of each row.
    func map<Result>(_ values: SQLValue..., transform: (SQLRow) throws -> Result) throws -> [Result] {
        try map(binding: values, transform: transform)
    }

    /// What `transform` makes of each row, with as many values as the statement takes.
    func map<Result>(binding values: [SQLValue], transform: (SQLRow) throws -> Result) throws -> [Result] {
        try bind(values)
        defer { reset() }
        var results: [Result] = []
        while try step() { results.append(try transform(SQLRow(raw: statement.sqliteStatement))) }
        return results
    }

    /// What `transform` makes of the first row, or nil if there is none.
    func first<Result>(_ values: SQLValue..., transform: (SQLRow) throws -> Result) throws -> Result? {
        try bind(values)
        defer { reset() }
        return try step() ? transform(SQLRow(raw: statement.sqliteStatement)) : nil
    }

    /// Whether there is a row of this kind; those after it are not looked at.
    func contains(_ values: SQLValue..., where condition: (SQLRow) throws -> Bool) throws -> Bool {
        try bind(values)
        defer { reset() }
        while try step() { if try condition(SQLRow(raw: statement.sqliteStatement)) { return true } }
        return false
    }

    /// Runs a statement that gives no rows; `body` binds its values.
    func run(binding body: (inout SQLBinder) throws -> Void) throws {
        try bind(body)
        defer { reset() }
        while try step() {}
    }

    /// Runs an `INSERT` and gives the id of the new row; `body` binds its values.
    func insert(binding body: (inout SQLBinder) throws -> Void) throws -> Int64 {
        try run(binding: body)
        return database.lastInsertedRowID
    }

    /// Runs an `INSERT OR IGNORE` and gives the id of the new row; nil if there was one like it. `body` binds its values.
    func insertIfNew(binding body: (inout SQLBinder) throws -> Void) throws -> Int64? {
        try run(binding: body)
        return database.changesCount == 0 ? nil : database.lastInsertedRowID
    }

    /// What `transform` makes of the first row, or nil if there is none; `body` binds the statement's values.
    func first<Result>(binding body: (inout SQLBinder) throws -> Void, transform: (SQLRow) throws -> Result) throws -> Result? {
        try bind(body)
        defer { reset() }
        return try step() ? transform(SQLRow(raw: statement.sqliteStatement)) : nil
    }

    fileprivate func bind(_ values: [SQLValue]) throws { try bind { binder in for value in values { binder.bind(value) } } }

    private func bind(_ body: (inout SQLBinder) throws -> Void) throws {
        let raw = statement.sqliteStatement
        sqlite3_reset(raw)
        var binder = SQLBinder(raw: raw)
        try body(&binder)
        precondition(binder.count == sqlite3_bind_parameter_count(raw), "one value for each parameter of: \(statement.sql)")
        if binder.code != SQLITE_OK { throw error(binder.code) }
    }

    fileprivate func step() throws -> Bool {
        let code = sqlite3_step(statement.sqliteStatement)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw error(code)
        }
    }

    fileprivate func reset() { sqlite3_reset(statement.sqliteStatement) }

    fileprivate var row: SQLRow { SQLRow(raw: statement.sqliteStatement) }

    private func error(_ code: Int32) -> DatabaseError {
        let message = database.sqliteConnection.flatMap(sqlite3_errmsg).map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
}

/// Binds values to the parameters of a statement, one after the other, without gathering them first.
struct SQLBinder {
    fileprivate let raw: OpaquePointer
    fileprivate var count: Int32 = 0
    fileprivate var code = SQLITE_OK

    fileprivate init(raw: OpaquePointer) { self.raw = raw }

    mutating func bind(_ value: SQLValue) {
        switch value {
        case .null: bindNull()
        case .integer(let number): bind(number)
        case .real(let number): bind(number)
        case .text(let text): bind(text)
        case .blob(let bytes): bind(bytes)
        }
    }

    mutating func bind(_ number: Int64) { note(sqlite3_bind_int64(raw, count + 1, number)) }
    mutating func bind(_ number: Int) { bind(Int64(number)) }
    mutating func bind(_ number: Double) { note(sqlite3_bind_double(raw, count + 1, number)) }
    mutating func bind(_ number: Int64?) { if let number { bind(number) } else { bindNull() } }
    mutating func bind(_ number: Int?) { if let number { bind(Int64(number)) } else { bindNull() } }
    mutating func bind(_ number: Double?) { if let number { bind(number) } else { bindNull() } }
    mutating func bind(_ text: String?) { if let text { bind(text) } else { bindNull() } }
    mutating func bindNull() { note(sqlite3_bind_null(raw, count + 1)) }

    mutating func bind(_ text: String) {
        var text = text
        note(
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    // A null pointer would bind NULL.
                    characters.baseAddress.map { sqlite3_bind_text(raw, count + 1, $0, Int32(characters.count), Self.transient) }
                        ?? sqlite3_bind_text(raw, count + 1, "", 0, Self.transient)
                }
            })
    }

    mutating func bind(_ bytes: [UInt8]) {
        note(
            bytes.withUnsafeBytes { $0.baseAddress.map { sqlite3_bind_blob(raw, count + 1, $0, Int32(bytes.count), Self.transient) } }
                ?? sqlite3_bind_zeroblob(raw, count + 1, 0))
    }

    private mutating func note(_ code: Int32) {
        count += 1
        if code != SQLITE_OK { self.code = code }
    }

    /// SQLITE_TRANSIENT, a C macro that Swift does not see: SQLite copies the bytes.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

/// The row that a statement stands on.
struct SQLRow {
    fileprivate let raw: OpaquePointer

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(raw, column) == SQLITE_NULL }
    func id(_ column: Int32) -> Int64 { sqlite3_column_int64(raw, column) }
    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(raw, column)) }
    func real(_ column: Int32) -> Double { sqlite3_column_double(raw, column) }
    func flag(_ column: Int32) -> Bool { sqlite3_column_int64(raw, column) != 0 }

    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(raw, column) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(raw, column))), as: UTF8.self)
    }

    /// The bytes of a text or a blob; valid only until the next row.
    func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let bytes = sqlite3_column_blob(raw, column)
        return try body(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : Int(sqlite3_column_bytes(raw, column))))
    }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
    func optionalInteger(_ column: Int32) -> Int? { isNull(column) ? nil : integer(column) }
    func optionalID(_ column: Int32) -> Int64? { isNull(column) ? nil : id(column) }
    func optionalReal(_ column: Int32) -> Double? { isNull(column) ? nil : real(column) }
}

/// Rows in ascending order of the id in their first column, handed out group by group, so that several such streams can be read
/// side by side.
struct SQLRowGroups: ~Copyable {
    private let statement: SQLStatement
    private var hasRow: Bool

    init(_ database: Database, _ sql: String, _ values: [SQLValue] = []) throws {
        let statement = try SQLStatement(database, sql)
        try statement.bind(values)
        let hasRow = try statement.step()
        self.statement = statement
        self.hasRow = hasRow
    }

    deinit { statement.reset() }

    /// Calls `body` with the rows of this id, after passing over those with smaller ones.
    mutating func forEach(_ id: Int64, body: (SQLRow) throws -> Void) throws {
        while hasRow, statement.row.id(0) <= id {
            if statement.row.id(0) == id { try body(statement.row) }
            hasRow = try statement.step()
        }
    }
}
