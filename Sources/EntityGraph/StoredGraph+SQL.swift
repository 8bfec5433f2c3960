import GraphStorage

extension StoredGraph {
    /// What a `SELECT` of SQLite on the documented views gives; it can change nothing.
    ///
    /// - Throws: `QueryError`, which points at what is wrong; `StoreError`.
    public func select(_ sql: String) throws -> Answer {
        let table = try store.select(sql)
        let rows = table.rows.map { row in
            row.map { cell -> Report.Value in
                switch cell {
                case .null: .none
                case .integer(let number): .integer(Int(number))
                case .real(let number): .number(number)
                case .text(let text): .text(text)
                case .blob(let bytes): .text(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
                }
            }
        }
        return Answer(report: Report(columns: table.columns.map { Report.Column($0) }, rows: rows, emptyText: "no rows"), notes: [])
    }

    /// The views that `select(_:)` may ask, a line each: the name, and the columns in parentheses.
    public static var views: [String] { GraphStore.views.map { "\($0.name)(\($0.columns.joined(separator: ", ")))" } }
}
