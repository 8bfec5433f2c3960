import Foundation
import GraphModel
import RelationExtraction

/// A user's own gazetteer: `.csv`, `.yaml` or `.yml`.
enum GazetteerFile {
    /// What an entry may say, as CSV columns and YAML keys.
    static let fields = ["name", "type", "aliases", "identifiers", "roles"]
    /// The types of entries; `none` is for names that shall make no entity.
    static let types = EntityType.allCases.map(\.rawValue) + ["none"]

    /// Whether a file of this name is such a gazetteer rather than a table in the form of the built-in ones.
    static func isOwn(_ file: URL) -> Bool { ["csv", "yaml", "yml"].contains(file.pathExtension.lowercased()) }

    /// The entries of a file.
    ///
    /// - Throws: `DataFileError`, naming file and line.
    static func entries(of text: String, named file: String, isCSV: Bool) throws -> [GazetteerEntry] {
        // A byte-order mark, which spreadsheets write, is no part of the first column's name.
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        return isCSV ? try GazetteerCSV(text, file: file).entries() : try GazetteerYAML(text, file: file).entries()
    }

    /// The type that a word names.
    static func type(_ word: String, of name: String, _ file: String, _ line: Int?) throws -> EntityType? {
        if word == "none" { return nil }
        guard let type = EntityType(rawValue: word) else {
            throw DataFileError(
                file: file, line: line,
                message: "type '\(word)' of '\(name)' is none of \(types.joined(separator: ", "))\(suggestion(for: word, among: types))")
        }
        return type
    }

    /// A role from its parts, which must fit together.
    static func role(_ title: String, _ body: String, _ from: String?, _ until: String?, of name: String, _ file: String, _ line: Int?) throws
        -> GazetteerEntry.Role
    {
        func day(_ text: String?, _ which: String) throws -> PartialDate? {
            guard let text, !text.isEmpty else { return nil }
            guard let date = PartialDate(text) else {
                throw DataFileError(
                    file: file, line: line, message: "'\(text)' in a role of '\(name)' is no date after '\(which)'; write YYYY, YYYY-MM or YYYY-MM-DD"
                )
            }
            return date
        }
        let role = GazetteerEntry.Role(title: title, body: body, from: try day(from, "from"), until: try day(until, "until"))
        if let from = role.from, let until = role.until, from.firstDay > until.lastDay {
            throw DataFileError(
                file: file, line: line, message: "a role of '\(name)' ends (\(until)) before it begins (\(from)); which of the two dates is wrong?")
        }
        return role
    }
}
