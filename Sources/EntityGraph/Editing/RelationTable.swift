import GraphModel

/// Known relations as comma-separated values (RFC 4180) with a header line.
///
/// The delimiter is the comma, the semicolon or the tab, whichever the header line has.
struct RelationTable {
    struct Row {
        /// Of the file, from 1.
        var line: Int
        var cells: [String: String]
    }

    /// The columns that a table may have.
    static let columns = [
        "subject", "subject_type", "relation", "object", "object_type", "status", "date", "until", "source", "published", "quote", "title",
        "confidence",
    ]

    private(set) var rows: [Row] = []
    private(set) var problems: [DataFileError] = []

    /// - Throws: `DataFileError` if there is no header, or one without the columns `subject`, `relation` and `object`.
    init(_ text: String, file: String) throws(DataFileError) {
        var lines = Self.cells(of: text)
        lines.removeAll { $0.cells.allSatisfy { $0.isEmpty } }
        guard let first = lines.first else {
            throw DataFileError(file: file, line: nil, message: "the table is empty; expected a header line: subject,relation,object")
        }
        let header = first.cells.map { $0.lowercased().replacing(" ", with: "_") }
        for name in header where !Self.columns.contains(name) {
            throw DataFileError(
                file: file, line: first.line,
                message: "unknown column '\(name)'\(suggestion(for: name, among: Self.columns)); known are \(Self.columns.joined(separator: ", "))")
        }
        for name in ["subject", "relation", "object"] where !header.contains(name) {
            throw DataFileError(file: file, line: first.line, message: "there is no column '\(name)'; a table needs subject, relation and object")
        }
        if let twice = header.first(where: { name in header.count { $0 == name } > 1 }) {
            throw DataFileError(file: file, line: first.line, message: "the column '\(twice)' is there twice")
        }
        for line in lines.dropFirst() {
            if line.isOpen {
                problems.append(
                    DataFileError(file: file, line: line.line, message: "a quotation mark of this row is never closed; double it inside quoted cells")
                )
            } else if line.cells.count != header.count {
                problems.append(
                    DataFileError(
                        file: file, line: line.line,
                        message: "the row has \(line.cells.count) cells, but the header \(header.count); put cells with commas in double quotes"))
            } else {
                let cells = Dictionary(uniqueKeysWithValues: zip(header, line.cells)).filter { !$0.value.isEmpty }
                rows.append(Row(line: line.line, cells: cells))
            }
        }
    }

    private struct Line {
        var line: Int
        var cells: [String]
        var isOpen = false
    }

    private static func cells(of text: String) -> [Line] {
        let body = text.first == "\u{FEFF}" ? text.dropFirst() : text[...]
        let head = body.prefix { !$0.isNewline }
        let delimiter = [",", ";", "\t"].max { a, b in head.count { String($0) == a } < head.count { String($0) == b } } ?? ","
        var lines: [Line] = [], cells: [String] = [], cell = "", line = 1, start = 1, isQuoted = false, wasQuoted = false
        func endCell() {
            cells.append(wasQuoted ? cell : String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()))
            (cell, wasQuoted) = ("", false)
        }
        var rest = body
        while let character = rest.popFirst() {
            if isQuoted {
                if character == "\"", rest.first == "\"" {
                    cell.append("\"")
                    rest.removeFirst()
                } else if character == "\"" {
                    isQuoted = false
                } else {
                    if character.isNewline { line += 1 }
                    cell.append(character)
                }
            } else if character == "\"", cell.allSatisfy(\.isWhitespace), !wasQuoted {
                (isQuoted, wasQuoted, cell) = (true, true, "")
            } else if String(character) == delimiter {
                endCell()
            } else if character.isNewline {
                endCell()
                lines.append(Line(line: start, cells: cells))
                cells = []
                line += 1
                start = line
            } else if !wasQuoted || !character.isWhitespace {
                cell.append(character)
            }
        }
        if isQuoted || !cell.isEmpty || !cells.isEmpty {
            endCell()
            lines.append(Line(line: start, cells: cells, isOpen: isQuoted))
        }
        return lines
    }
}
