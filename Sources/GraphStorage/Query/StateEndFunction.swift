internal import GRDB
internal import GRDBSQLite
internal import GraphModel

/// The SQL function that tells when the state that a statement tells of ended by the event of another statement, as `StateEndings` says:
/// from the row of the statement to a date's number, or to null.
enum StateEndFunction {
    static let name = "entitygraph_end"

    /// The ends that a connection's function knows, found out when it is first called; SQLite owns it once it is registered.
    private final class Ends {
        private let find: () throws -> [Int64: Int]
        private var found: [Int64: Int]?

        init(_ find: @escaping () throws -> [Int64: Int]) { self.find = find }

        func date(of statement: Int64) throws -> Int? {
            let dates = try found ?? find()
            found = dates
            return dates[statement]
        }
    }

    /// Makes the function known to a connection if this SQL calls it: by the articles that the filter admits.
    ///
    /// Complexity: linear in the events that end states.
    static func register(in database: Database, for sql: SQLFragment, _ reader: GraphReader, _ filter: GraphFilter) throws {
        guard sql.text.contains(name) else { return }
        // Of a filter only its days of publication matter, and whether articles without one count.
        var dates = GraphFilter(asOf: filter.asOf)
        if filter.isDated, filter.asOf == nil { dates.since = PartialDate(year: 1) }
        let ends = try RelationReader(reader, filter: dates).endsOfStates()
        guard let connection = database.sqliteConnection else { preconditionFailure("what broke: a database without its connection") }
        let code = register(on: connection) { ends }
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "the function \(name)") }
    }

    /// Makes the function known to a connection.
    /// - Parameter find: the ends, asked for once if at all.
    /// - Returns: a code of SQLite.
    static func register(on connection: OpaquePointer, _ find: @escaping () throws -> [Int64: Int]) -> Int32 {
        sqlite3_create_function_v2(
            connection, name, 1, SQLITE_UTF8, Unmanaged.passRetained(Ends(find)).toOpaque(),
            { context, _, arguments in
                guard let data = sqlite3_user_data(context), let argument = arguments?.pointee else { return sqlite3_result_null(context) }
                let ends = Unmanaged<Ends>.fromOpaque(data).takeUnretainedValue()
                do {
                    guard let date = try ends.date(of: sqlite3_value_int64(argument)) else { return sqlite3_result_null(context) }
                    sqlite3_result_int64(context, Int64(date))
                } catch {
                    sqlite3_result_error(context, "\(error)", -1)
                }
            }, nil, nil, { data in data.map { Unmanaged<Ends>.fromOpaque($0).release() } })
    }
}
