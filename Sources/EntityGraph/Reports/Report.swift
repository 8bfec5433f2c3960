/// An answer to be read by people or programs: some facts, then rows of named columns.
public struct Report: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        case text(String)
        case integer(Int)
        /// Printed with two digits.
        case decimal(Double)
        /// Printed in full.
        case number(Double)
        case list([String])
        case none

        static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .none }
    }

    public struct Column: Hashable, Sendable {
        public enum Place: Hashable, Sendable {
            /// A cell of the table.
            case cell
            /// A line of its own below the row, for long texts.
            case line
            /// A heading above all rows that share the value, which come together.
            case heading
            /// For programs only.
            case hidden
        }

        public var name: String
        public var place: Place
        /// What its numbers count, in the singular, or what stands before its lists, where a table without a header line must say so.
        public var unit: String?

        public init(_ name: String, _ place: Place = .cell, unit: String? = nil) {
            self.name = name
            self.place = place
            self.unit = unit
        }
    }

    public struct Fact: Hashable, Sendable {
        public var name: String
        public var value: Value

        public init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// What is true of the whole answer, in order.
    public var facts: [Fact]
    public var columns: [Column]
    /// As many values a row as there are columns.
    public var rows: [[Value]]
    /// What the table says instead of rows where there are none.
    public var emptyText: String

    public init(facts: [Fact] = [], columns: [Column], rows: [[Value]] = [], emptyText: String = "nothing found") {
        self.facts = facts
        self.columns = columns
        self.rows = rows
        self.emptyText = emptyText
    }

    /// The forms in which a report can be written.
    public enum Format: String, CaseIterable, Sendable, Hashable {
        case table, json, csv
    }

    /// The report in this form, ending with a newline. `width` is the table's, in columns of a terminal.
    public func text(as format: Format, width: Int = 100) -> String {
        switch format {
        case .table: table(width: width)
        case .json: json
        case .csv: csv
        }
    }
}

extension Report.Value {
    /// As a table or CSV shows it; empty for `none`.
    var plain: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): Self.twoDigits(number)
        case .number(let number): number.description
        case .list(let items): items.joined(separator: "; ")
        case .none: ""
        }
    }

    static func twoDigits(_ number: Double) -> String {
        let hundredths = Int((abs(number) * 100).rounded())
        let digits = String(hundredths % 100)
        return (number < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100)." + (digits.count < 2 ? "0" : "") + digits
    }
}
