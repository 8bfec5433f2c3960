/// A piece of SQL with the values of its parameters, in their order.
///
/// What is interpolated is another fragment, a value that becomes a parameter, or, said so, a name or number of this program's making.
struct SQLFragment: ExpressibleByStringInterpolation {
    var text: String
    var values: [SQLValue]

    init(text: String, values: [SQLValue] = []) {
        self.text = text
        self.values = values
    }

    init(stringLiteral text: String) { self.init(text: text) }

    init(stringInterpolation: StringInterpolation) { self = stringInterpolation.fragment }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var fragment = SQLFragment(text: "")

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { fragment.text += literal }

        mutating func appendInterpolation(_ other: SQLFragment) {
            fragment.text += other.text
            fragment.values += other.values
        }

        mutating func appendInterpolation(value: SQLValue) {
            fragment.text += "?"
            fragment.values.append(value)
        }

        /// A name of a table, an alias or a column; never anything that comes from outside.
        mutating func appendInterpolation(name: String) { fragment.text += name }

        mutating func appendInterpolation(_ number: some BinaryInteger) { fragment.text += String(number) }

        /// A list of row numbers, for `IN`.
        mutating func appendInterpolation(rows: some Sequence<Int64>) {
            fragment.text += "(" + rows.sorted().map(String.init).joined(separator: ", ") + ")"
        }
    }
}

extension Sequence<SQLFragment> {
    func joined(separator: String) -> SQLFragment {
        let all = Array(self)
        return SQLFragment(text: all.map(\.text).joined(separator: separator), values: all.flatMap(\.values))
    }

    /// The condition that all of these hold.
    var conjunction: SQLFragment { combined(with: " AND ", ifEmpty: "1") }

    /// The condition that one of these holds.
    var disjunction: SQLFragment { combined(with: " OR ", ifEmpty: "0") }

    private func combined(with word: String, ifEmpty empty: SQLFragment) -> SQLFragment {
        let all = map { condition -> SQLFragment in "(\(condition))" }
        return all.isEmpty ? empty : all.joined(separator: word)
    }
}
