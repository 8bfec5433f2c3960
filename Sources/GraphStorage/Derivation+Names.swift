internal import class GRDB.Database
internal import GraphModel

// The names that entities are looked up by.

extension Derivation {
    /// Gives an entity these names, its own first, as soon as names are written.
    mutating func name(_ entity: Int64, _ names: [String], isNew: Bool) throws {
        let find = "SELECT id, name, position FROM entity_name WHERE entity = ?"
        var old =
            isNew ? [] : try SQLStatement(database, find).map(.integer(entity)) { (row: $0.id(0), name: $0.text(1), position: $0.integer(2)) }
        for (position, name) in names.enumerated() {
            if let index = old.firstIndex(where: { $0.name.hasSameBytes(as: name) }) {
                let known = old.remove(at: index)
                if known.position != position {
                    try SQLStatement(database, "UPDATE entity_name SET position = ? WHERE id = ?").run(.integer(position), .integer(known.row))
                }
            } else {
                newNames.append((entity, position, name))
            }
        }
        goneNames += old.map(\.row)
    }

    /// Takes all names of an entity away.
    mutating func unname(_ entity: Int64) throws {
        goneNames += try SQLStatement(database, "SELECT id FROM entity_name WHERE entity = ?").map(.integer(entity)) { $0.id(0) }
    }

    /// Writes names, and brings their full-text index up to date.
    ///
    /// All at once: it writes down what it has gathered as soon as a statement begins, and gathers the more the less often that is.
    mutating func writeNames() throws {
        if !goneNames.isEmpty {
            let gone = GraphReader.list(Set(goneNames))
            let forget = """
                INSERT INTO entity_name_words (entity_name_words, rowid, name)
                SELECT 'delete', id, name FROM entity_name WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
                """
            try SQLStatement(database, forget).run(gone)
            try SQLStatement(database, "DELETE FROM entity_name WHERE id IN (SELECT value FROM json_each(?))").run(gone)
        }
        if !newNames.isEmpty {
            let first = try 1 + (SQLStatement(database, "SELECT max(id) FROM entity_name").first { $0.id(0) } ?? 0)
            let table = RowInserter(database, into: "entity_name", ["id", "entity", "position", "name", "folded"])
            try table.insert(newNames.indices) { binder, index in
                binder.bind(first + Int64(index))
                binder.bind(newNames[index].entity)
                binder.bind(newNames[index].position)
                binder.bind(newNames[index].name)
                binder.bind(FoldedName(newNames[index].name).text)
            }
            try SQLStatement(database, "INSERT INTO entity_name_words (rowid, name) SELECT id, name FROM entity_name WHERE id >= ?")
                .run(.integer(first))
        }
        (newNames, goneNames) = ([], [])
    }
}
