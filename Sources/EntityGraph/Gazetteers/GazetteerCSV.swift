import Foundation
import GraphModel
import RelationExtraction

/// A gazetteer as comma-separated values (RFC 4180) with a header line: `name,type,aliases,identifiers,roles`.
///
/// Aliases, identifiers (`wikidata=Q19872`) and roles (`president of Venezuela from 2013-04-19 until 2026-01-03`) are separated by `;`.
struct GazetteerCSV {
    private let file: String
    private var rows: [(line: Int, cells: [String])] = []

    init(_ text: String, file: String) throws {
        self.file = file
        var cells: [String] = [], cell = ""
        var line = 1, start = 1
        var isQuoted = false, wasQuoted = false
        func endCell() {
            cells.append(wasQuoted ? cell : cell.trimmed)
            (cell, wasQuoted) = ("", false)
        }
        var rest = Substring(text)
        while let character = rest.popFirst() {
            if isQuoted {
                if character == "\"" {
                    if rest.first == "\"" {
                        cell.append("\"")
                        rest.removeFirst()
                    } else {
                        isQuoted = false
                    }
                } else {
                    if character.isNewline { line += 1 }
                    cell.append(character)
                }
                continue
            }
            switch character {
            case "\"" where cell.trimmed.isEmpty: (isQuoted, wasQuoted, cell) = (true, true, "")
            case ",": endCell()
            case _ where character.isNewline:
                endCell()
                rows.append((start, cells))
                cells = []
                line += 1
                start = line
            default: if !wasQuoted || !character.isWhitespace { cell.append(character) }
            }
        }
        guard !isQuoted else {
            throw DataFileError(file: file, line: start, message: "a quotation mark of this row is never closed; double it inside quoted cells")
        }
        endCell()
        rows.append((start, cells))
        rows.removeAll { $0.cells.allSatisfy(\.isEmpty) || $0.cells[0].hasPrefix("#") }
    }

    func entries() throws -> [GazetteerEntry] {
        guard let header = rows.first else { throw DataFileError(file: file, line: nil, message: "the gazetteer is empty") }
        let known = GazetteerFile.fields
        for column in header.cells where !known.contains(column) {
            throw DataFileError(
                file: file, line: header.line,
                message:
                    "unknown column '\(column)'\(suggestion(for: column, among: known)); the first line names the columns: \(known.joined(separator: ","))"
            )
        }
        for needed in ["name", "type"] where !header.cells.contains(needed) {
            throw DataFileError(file: file, line: header.line, message: "the column '\(needed)' is missing; the first line names the columns")
        }
        return try rows.dropFirst().map { row in
            guard row.cells.count <= header.cells.count else {
                throw DataFileError(
                    file: file, line: row.line,
                    message: "\(row.cells.count) cells found, \(header.cells.count) expected; put a cell with a comma in quotation marks")
            }
            let cells = Dictionary(zip(header.cells, row.cells), uniquingKeysWith: { first, _ in first })
            return try entry(cells, row.line)
        }
    }

    private func entry(_ cells: [String: String], _ line: Int) throws -> GazetteerEntry {
        func list(_ column: String) -> [String] { (cells[column] ?? "").split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty } }
        let name = cells["name"] ?? ""
        guard !name.isEmpty else { throw DataFileError(file: file, line: line, message: "the name is missing") }
        var identifiers: [String: String] = [:]
        for item in list("identifiers") {
            guard let sign = item.firstIndex(where: { $0 == "=" || $0 == ":" }), sign > item.startIndex, item.index(after: sign) < item.endIndex
            else {
                throw DataFileError(
                    file: file, line: line, message: "identifier '\(item)' of '\(name)' has no scheme; write scheme=value, such as wikidata=Q19872")
            }
            identifiers[String(item[..<sign]).trimmed] = String(item[item.index(after: sign)...]).trimmed
        }
        return GazetteerEntry(
            name: name, aliases: list("aliases"), type: try GazetteerFile.type(cells["type"] ?? "", of: name, file, line), identifiers: identifiers,
            roles: try list("roles").map { try role($0, of: name, line) }, source: PatternSource(file: file, line: line, text: name))
    }

    /// `TITLE of BODY from DATE until DATE`, the dates left out where they are unknown.
    private func role(_ text: String, of name: String, _ line: Int) throws -> GazetteerEntry.Role {
        var rest = text
        func cut(_ word: String) -> String? {
            guard let found = rest.range(of: " \(word) ", options: .backwards) else { return nil }
            let tail = String(rest[found.upperBound...]).trimmed
            rest = String(rest[..<found.lowerBound])
            return tail
        }
        let until = cut("until"), from = cut("from")
        guard let of = rest.range(of: " of "), !rest[of.upperBound...].isEmpty else {
            throw DataFileError(
                file: file, line: line,
                message: "role '\(text)' of '\(name)' does not say of whom; write it like: president of Venezuela from 2013-04-19 until 2026-01-03")
        }
        return try GazetteerFile.role(
            String(rest[..<of.lowerBound]).trimmed, String(rest[of.upperBound...]).trimmed, from, until, of: name, file, line)
    }
}

extension String {
    /// The text without white space around it.
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
