public import Foundation
public import GraphModel
import RelationExtraction
import Yams

/// Reads ontology files: the built-in one, and the user's own on top of it.
public struct OntologyLoader {
    private var version = ""
    private var order: [String] = []
    private var entries: [String: OntologyEntry] = [:]
    /// Patterns of the files, each with the relations that were switched off after it.
    private var patterns: [PatternFile] = []
    private var switchedOff: Set<RelationType.ID> = []

    static let keys = ["version", "off", "patterns", "relations"]

    public init() {}

    /// The ontology of these files.
    ///
    /// A later file adds relations, gives fields of earlier ones anew, or switches earlier ones off.
    /// - Throws: `DataFileError`, naming file and line.
    public static func load(_ files: [URL]) throws -> Ontology { try loadWithPatterns(files).ontology }

    /// The ontology of these files with the patterns that they hold or name.
    static func loadWithPatterns(_ files: [URL]) throws -> LoadedOntology {
        var loader = OntologyLoader()
        for file in files { try loader.add(DataFiles.text(of: file), named: file.lastPathComponent, folder: file.deletingLastPathComponent()) }
        return try loader.loaded()
    }

    /// Adds one file's text.
    ///
    /// - Parameter folder: where the pattern files that it names are looked for.
    /// - Throws: `DataFileError` for what can be seen in this file and those before it.
    public mutating func add(_ text: String, named file: String, folder: URL = URL(filePath: ".")) throws {
        let root = try Self.parse(text, file: file)
        guard let mapping = root.mapping else {
            throw DataFileError(file: file, line: 1, message: "an ontology begins with 'version:' and 'relations:'; neither was found")
        }
        var sections: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard Self.keys.contains(name) else {
                throw DataFileError(
                    file: file, line: key.mark?.line,
                    message: "unknown key '\(name)'\(suggestion(for: name, among: Self.keys)) (an ontology has \(Self.keys.joined(separator: ", ")))")
            }
            sections[name] = value
        }
        if let own = sections["version"]?.string { version += (version.isEmpty ? "" : "+") + own }
        if let off = sections["off"] { try switchOff(off, file) }
        if let relations = sections["relations"] {
            guard let list = relations.mapping else {
                throw DataFileError(file: file, line: relations.mark?.line ?? 1, message: "'relations:' with a relation a key was expected")
            }
            for (key, value) in list {
                let entry = try OntologyEntry(name: key, fields: value, file: file, base: key.string.flatMap { entries[$0]?.type })
                patterns += entry.patterns
                if entries.updateValue(entry, forKey: entry.type.id) == nil { order.append(entry.type.id) }
            }
        } else if sections["off"] == nil && sections["patterns"] == nil {
            throw DataFileError(file: file, line: 1, message: "'relations:' with a relation a key was expected")
        }
        if let named = sections["patterns"] { try readPatterns(named, file, folder) }
    }

    /// Takes out the relations and families of the `off` list, with all patterns that they have so far.
    private mutating func switchOff(_ node: Node, _ file: String) throws {
        let families = Set(entries.values.map(\.type.group))
        for item in try Self.list(node, "off", file) {
            let gone: [String]
            if entries[item.text] != nil {
                gone = [item.text]
            } else if families.contains(item.text) {
                gone = order.filter { entries[$0]?.type.group == item.text }
            } else {
                throw DataFileError(
                    file: file, line: item.line,
                    message: "'\(item.text)' in 'off' is no relation and no family\(suggestion(for: item.text, among: order + families.sorted()))")
            }
            for name in gone { entries[name] = nil }
            order.removeAll(where: gone.contains)
            switchedOff.formUnion(gone)
            for index in patterns.indices { patterns[index].ignored.formUnion(gone) }
        }
        for name in order { entries[name]?.forget(switchedOff) }
    }

    private mutating func readPatterns(_ node: Node, _ file: String, _ folder: URL) throws {
        for item in try Self.list(node, "patterns", file) {
            let place = URL(filePath: item.text, relativeTo: folder)
            do {
                patterns.append(PatternFile(name: place.lastPathComponent, text: try DataFiles.text(of: place)))
            } catch let error as DataFileError {
                throw DataFileError(file: file, line: item.line, message: "pattern file '\(item.text)': \(error.message)")
            }
        }
    }

    private static func list(_ node: Node, _ key: String, _ file: String) throws -> [(text: String, line: Int?)] {
        let items = node.sequence.map { Array($0) } ?? [node]
        return try items.map { item in
            guard let text = item.scalar?.string, !text.isEmpty else {
                throw DataFileError(file: file, line: item.mark?.line, message: "'\(key)' must be a list such as \(key): [a, b]")
            }
            return (text, item.mark?.line)
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
            for closed in entry.type.closes.flatMap(\.states) where !states.contains(closed) {
                let found = entries[closed] == nil ? "is not defined" : "is an event, and only a state can end"
                throw entry.error(at: "closes", "'\(closed)', which '\(entry.type.id)' closes, \(found)\(suggestion(for: closed, among: states))")
            }
        }
        for entry in all {
            for covered in entry.type.covers where entries[covered] == nil || covered == entry.type.id {
                let found = covered == entry.type.id ? "is the relation itself" : "is not defined\(suggestion(for: covered, among: order))"
                throw entry.error(at: "covers", "'\(covered)', which '\(entry.type.id)' covers, \(found)")
            }
        }
        return Ontology(version: version, relationTypes: all.map(\.type))
    }

    private func loaded() throws -> LoadedOntology { LoadedOntology(ontology: try finish(), patterns: patterns, replaced: switchedOff) }

    /// - Parameter what: what the file is, for messages.
    static func parse(_ text: String, file: String, what: String = "ontology") throws -> Node {
        do {
            guard let node = try Yams.compose(yaml: text) else { throw DataFileError(file: file, line: nil, message: "the \(what) is empty") }
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
