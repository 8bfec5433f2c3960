internal import class GRDB.Database

/// Inserts rows of one table, many with each run of a statement: that takes half the time of a run for each.
final class RowInserter {
    private let database: Database
    private let table: String
    private let columns: [String]
    private var statements: [Int: SQLStatement] = [:]

    init(_ database: Database, into table: String, _ columns: [String]) {
        self.database = database
        self.table = table
        self.columns = columns
    }

    /// Inserts these rows; `bind` binds the values of one.
    func insert<Rows: RandomAccessCollection>(_ rows: Rows, bind: (inout SQLBinder, Rows.Element) throws -> Void) throws {
        var rest = rows[...]
        for size in [32, 8, 1] where rest.count >= size {
            let statement = try statement(for: size)
            while rest.count >= size {
                try statement.run { binder in for row in rest.prefix(size) { try bind(&binder, row) } }
                rest = rest.dropFirst(size)
            }
        }
    }

    private func statement(for size: Int) throws -> SQLStatement {
        if let known = statements[size] { return known }
        let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")", rows = Array(repeating: row, count: size)
        let sql = "INSERT OR FAIL INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(rows.joined(separator: ", "))"
        let statement = try SQLStatement(database, sql)
        statements[size] = statement
        return statement
    }
}
