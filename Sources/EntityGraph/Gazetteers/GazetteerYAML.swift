import GraphModel
import RelationExtraction
import Yams

/// A gazetteer as YAML: a list of entries with `name`, `type`, `aliases`, `identifiers` (a table) and `roles` (a list of `title`, `of`,
/// `from`, `until`).
struct GazetteerYAML {
    private let file: String
    private let root: Node

    init(_ text: String, file: String) throws {
        self.file = file
        root = try OntologyLoader.parse(text, file: file, what: "gazetteer")
    }

    func entries() throws -> [GazetteerEntry] {
        guard let list = root.sequence else {
            throw DataFileError(
                file: file, line: root.mark?.line ?? 1, message: "a gazetteer is a list; begin each entry with '- name: ...' and 'type: ...'")
        }
        return try list.map(entry)
    }

    private func entry(_ node: Node) throws -> GazetteerEntry {
        let line = node.mark?.line
        let values = try fields(of: node, known: GazetteerFile.fields, "an entry")
        guard let name = values["name"]?.string, !name.isEmpty else { throw fail(node, "an entry without a name; add 'name: ...'") }
        guard let word = values["type"]?.string else {
            throw fail(node, "'\(name)' lacks 'type'; add one of \(GazetteerFile.types.joined(separator: ", "))")
        }
        var identifiers: [String: String] = [:]
        if let table = values["identifiers"] {
            guard let mapping = table.mapping else { throw fail(table, "identifiers of '\(name)' must be a table such as {wikidata: Q19872}") }
            for (scheme, value) in mapping {
                guard let text = value.scalar?.string, !text.isEmpty else { throw fail(value, "an identifier of '\(name)' has no value") }
                identifiers[scheme.scalar?.string ?? ""] = text
            }
        }
        return GazetteerEntry(
            name: name, aliases: try strings(values["aliases"], "aliases", of: name),
            type: try GazetteerFile.type(word, of: name, file, values["type"]?.mark?.line), identifiers: identifiers,
            roles: try roles(values["roles"], of: name), source: PatternSource(file: file, line: line ?? 1, text: name))
    }

    private func roles(_ node: Node?, of name: String) throws -> [GazetteerEntry.Role] {
        guard let node else { return [] }
        guard let list = node.sequence else {
            throw fail(node, "roles of '\(name)' must be a list such as [{title: president, of: Venezuela, from: 2013}]")
        }
        return try list.map { item in
            let values = try fields(of: item, known: ["title", "of", "from", "until"], "a role of '\(name)'")
            guard let title = values["title"]?.scalar?.string, let body = values["of"]?.scalar?.string, !title.isEmpty, !body.isEmpty else {
                throw fail(item, "a role of '\(name)' needs 'title' and 'of', such as {title: president, of: Venezuela, from: 2013-04-19}")
            }
            return try GazetteerFile.role(
                title, body, values["from"]?.scalar?.string, values["until"]?.scalar?.string, of: name, file, item.mark?.line)
        }
    }

    private func fields(of node: Node, known: [String], _ what: String) throws -> [String: Node] {
        guard let mapping = node.mapping else { throw fail(node, "\(what) must have fields: \(known.joined(separator: ", "))") }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            let field = key.string ?? ""
            guard known.contains(field) else {
                throw fail(
                    key, "unknown field '\(field)' of \(what)\(suggestion(for: field, among: known)) (fields are \(known.joined(separator: ", ")))")
            }
            values[field] = value
        }
        return values
    }

    private func strings(_ node: Node?, _ field: String, of name: String) throws -> [String] {
        guard let node else { return [] }
        if let single = node.scalar?.string { return [single] }
        guard let list = node.sequence, list.allSatisfy({ $0.scalar != nil }) else {
            throw fail(node, "\(field) of '\(name)' must be a list such as [a, b]")
        }
        return list.compactMap { $0.scalar?.string }
    }

    private func fail(_ node: Node, _ message: String) -> DataFileError { DataFileError(file: file, line: node.mark?.line, message: message) }
}
