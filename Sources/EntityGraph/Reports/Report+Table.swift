extension Report {
    /// The report for people: facts, headings, aligned cells, long texts on lines of their own.
    func table(width: Int) -> String {
        var lines = facts.filter { $0.value != .none }.map { "\($0.name): \(Self.oneLine($0.value.plain))" }
        guard !rows.isEmpty else { return (lines + [emptyText]).joined(separator: "\n") + "\n" }
        let cells = columns.indices.filter { index in
            columns[index].place == .cell && rows.contains { !$0[index].plain.isEmpty }
        }
        let headings = columns.indices.filter { columns[$0].place == .heading }
        let hasHeader = headings.isEmpty
        let widths = cells.map { index in
            min(hasHeader ? 60 : 40, rows.map { cell($0[index], index, hasHeader).count }.reduce(hasHeader ? columns[index].name.count : 0, max))
        }
        let below = columns.indices.filter { columns[$0].place == .line }
        let indent = hasHeader ? "" : "  "
        if hasHeader { lines.append(Self.row(cells.map { columns[$0].name }, widths)) }
        var heading = ""
        for row in rows {
            let title = headings.map { row[$0].plain }.joined(separator: " ")
            if !headings.isEmpty, title != heading {
                lines += ["", title]
                heading = title
            }
            lines.append(indent + Self.row(cells.map { cell(row[$0], $0, hasHeader) }, widths))
            for index in below where !row[index].plain.isEmpty {
                lines += Self.wrapped(Self.oneLine(row[index].plain), width: max(40, width - 6)).map { indent + "    " + $0 }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What a cell shows; numbers and lists bear their unit where no header names the column.
    private func cell(_ value: Value, _ column: Int, _ hasHeader: Bool) -> String {
        let text = Self.oneLine(value.plain)
        guard !hasHeader, let unit = columns[column].unit else { return text }
        return switch value {
        case .integer(let number): "\(text) \(unit)\(number == 1 ? "" : "s")"
        case .list where !text.isEmpty: "\(unit) \(text)"
        default: text
        }
    }

    private static func row(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(cells, widths).map { cell, width in
            let text = cell.count > width ? cell.prefix(width - 1) + "…" : cell
            return text + String(repeating: " ", count: max(0, width - text.count))
        }
        var line = padded.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Control characters, which could steer the terminal, and newlines become spaces.
    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 || (127...159).contains($0.value) ? " " : $0 }))
    }

    private static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
