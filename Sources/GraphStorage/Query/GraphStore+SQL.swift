internal import GraphModel

/// What a statement of SQL gives.
public struct SQLTable: Hashable, Sendable {
    /// A cell as SQLite has it.
    public enum Cell: Hashable, Sendable {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case blob([UInt8])
    }

    public var columns: [String]
    public var rows: [[Cell]]

    public init(columns: [String], rows: [[Cell]] = []) {
        self.columns = columns
        self.rows = rows
    }
}

extension GraphStore {
    /// The views that `select(_:)` may ask, each with its columns.
    public static var views: [(name: String, columns: [String])] { StoreViews.columns }

    /// What a `SELECT` of SQLite gives; it can read everything and change nothing.
    /// - Throws: `QueryError` if it is no such statement, `StoreError`.
    public func select(_ sql: String) throws -> SQLTable {
        try Self.translating(path) {
            let connection = try ReadingConnection(path: path) {
                try self.read { try RelationReader(GraphReader(database: $0, ontology: self.ontology), filter: GraphFilter()).endsOfStates() }
            }
            return try connection.table(of: sql)
        }
    }
}
