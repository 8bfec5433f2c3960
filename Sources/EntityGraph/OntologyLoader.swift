public import Foundation
public import GraphModel
import Yams

/// Reads ontology files: the built-in one, and the user's own on top of it.
public struct OntologyLoader {
    private var version = ""
    private var order: [String] = []
    private var entries: [String: OntologyEntry] = [:]

    public init() {}

    /// The ontology of these files; of two relations with the same name the one in the later file counts.
    ///
    /// - Throws: `DataFileError`, naming file and line.
    public static func load(_ files: [URL]) throws -> Ontology {
        var loader = OntologyLoader()
        for file in files {
            try loader.add(DataFiles.text(of: file), named: file.lastPathComponent)
        }
        return try loader.finish()
    }

    /// Adds the relations of one file's text.
    ///
    /// - Throws: `DataFileError` for what can be seen in this file alone.
    public mutating func add(_ text: String, named file: String) throws {
        let root = try Self.parse(text, file: file)
        guard let mapping = root.mapping else {
            throw DataFileError(file: file, line: 1, message: "an ontology begins with 'version:' and 'relations:'; neither was found")
        }
        var relations: Node?
        for (key, value) in mapping {
            switch key.string {
            case "version": version += (version.isEmpty ? "" : "+") + (value.string ?? "")
            case "relations": relations = value
            default:
                throw DataFileError(
                    file: file, line: key.mark?.line,
                    message: "unknown key '\(key.string ?? "")'; an ontology has 'version' and 'relations'"
                        + suggestion(for: key.string ?? "", among: ["version", "relations"]))
            }
        }
        guard let relations, let list = relations.mapping else {
            throw DataFileError(file: file, line: relations?.mark?.line ?? 1, message: "'relations:' with a relation a key was expected")
        }
        for (key, value) in list {
            let entry = try OntologyEntry(name: key, fields: value, file: file)
            if entries.updateValue(entry, forKey: entry.type.id) == nil { order.append(entry.type.id) }
        }
    }

    /// The ontology of all files added.
    ///
    /// - Throws: `DataFileError` for what does not fit together: inverses that clash, closing rules that name no state.
    public func finish() throws -> Ontology {
        let all = order.compactMap { entries[$0] }
        var owners: [String: String] = [:]
        for entry in all {
            guard let inverse = entry.type.inverse else { continue }
            if entries[inverse] != nil {
                throw entry.error(at: "inverse", "inverse '\(inverse)' of '\(entry.type.id)' is itself a relation; choose another word")
            }
            if let owner = owners.updateValue(entry.type.id, forKey: inverse) {
                throw entry.error(at: "inverse", "inverse '\(inverse)' of '\(entry.type.id)' is already that of '\(owner)'; choose another word")
            }
        }
        let states = all.filter { $0.type.kind == .state }.map(\.type.id)
        for entry in all {
            for closed in entry.type.closes where !states.contains(closed) {
                let found = entries[closed] == nil ? "is not defined" : "is an event, and only a state can end"
                throw entry.error(at: "closes", "'\(closed)', which '\(entry.type.id)' closes, \(found)\(suggestion(for: closed, among: states))")
            }
        }
        return Ontology(version: version, relationTypes: all.map(\.type))
    }

    private static func parse(_ text: String, file: String) throws -> Node {
        do {
            guard let node = try Yams.compose(yaml: text) else { throw DataFileError(file: file, line: nil, message: "the ontology is empty") }
            return node
        } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
            let name = duplicates.first ?? ""
            throw DataFileError(
                file: file, line: context.mark.line, message: "'\(name)' is defined twice; keep one, or give the other its own name")
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw DataFileError(file: file, line: mark.line, message: "this is not YAML: \(problem)")
        } catch let error as YamlError {
            throw DataFileError(file: file, line: nil, message: "this is not YAML: \(error)")
        }
    }
}
