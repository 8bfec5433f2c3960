internal import class GRDB.Database
internal import GraphModel

// Who is who.

extension Derivation {
    mutating func dropIfUnused(_ profile: Int64) throws {
        let isUsed = try SQLStatement(database, "SELECT 1 FROM local_entity WHERE profile = ? LIMIT 1").first(.integer(profile)) { _ in true }
        guard isUsed == nil else { return }
        if let entity = try entity(of: profile) {
            entities.insert(entity)
            if try isInRejection(profile) { try regroup(entity) }
        }
        // What hung together through it may fall apart.
        for key in try keys(of: profile) { seeds.formUnion(try profiles(with: key)) }
        seeds.remove(profile)
        known.entities[profile] = nil
        known.profiles = [:]
        for table in ["blocking_key", "resolution"] {
            try SQLStatement(database, "DELETE FROM \(table) WHERE profile = ?").run(.integer(profile))
        }
        try SQLStatement(database, "DELETE FROM profile WHERE id = ?").run(.integer(profile))
    }

    mutating func resolveSeeds() throws {
        var seen: Set<Int64> = [], seenKeys: Set<String> = []
        for seed in seeds.sorted() where !seen.contains(seed) {
            guard try exists(seed) else { continue }
            var block: [Int64] = [], open = [seed]
            seen.insert(seed)
            while let profile = open.popLast() {
                block.append(profile)
                for key in try keys(of: profile) where seenKeys.insert(key).inserted {
                    for other in try profiles(with: key) where seen.insert(other).inserted { open.append(other) }
                }
            }
            try resolve(block)
        }
    }

    mutating func resolve(_ block: [Int64]) throws {
        let find = "SELECT \(Profile.columns) FROM profile WHERE id = ?"
        let members = try block.compactMap { id in
            try SQLStatement(database, find).first(.integer(id)) { (id: id, profile: try Profile($0, at: 0)) }
        }.sorted { $0.profile.precedes($1.profile) }
        let ids = resolver.resolve(try members.enumerated().map { try $1.profile.localEntity(id: $0) })
        precondition(ids.count == members.count, "one entity id for each local entity")
        for (member, id) in zip(members, ids) {
            let new = id == EntityResolver.nobody ? nil : try row(of: id), old = try entity(of: member.id)
            guard new != old else { continue }
            let isInRejection = corrections.hasRejection(about: try member.profile.localEntity(id: 0))
            if isInRejection, let old { try regroup(old) }
            known.entities[member.id] = new
            if let new {
                try SQLStatement(database, "INSERT OR REPLACE INTO resolution VALUES (?, ?)").run(.integer(member.id), .integer(new))
            } else {
                try SQLStatement(database, "DELETE FROM resolution WHERE profile = ?").run(.integer(member.id))
            }
            if isInRejection, let new { try regroup(new) }
            entities.formUnion([new, old].compactMap(\.self))
            // What speaks of a new profile only is new itself.
            guard !newProfiles.contains(member.id) else { continue }
            extractions.formUnion(
                try SQLStatement(database, "SELECT DISTINCT extraction FROM local_entity WHERE profile = ?").map(.integer(member.id)) { $0.id(0) })
        }
    }

    /// Gives an entity the name, aliases and identifiers of its profiles.
    func merge(_ entity: Int64) throws {
        let profiles = try self.profiles(of: entity)
        guard !profiles.isEmpty else { return }
        let id = try SQLStatement(database, "SELECT name_id FROM entity WHERE id = ?").first(.integer(entity)) { $0.text(0) } ?? ""
        let merged = resolver.merge(try profiles.enumerated().map { try $1.localEntity(id: $0) }, id)
        precondition(merged.id == id, "merging keeps the id that was given")
        try SQLStatement(database, "UPDATE entity SET type = ?, name = ?, aliases = ?, identifiers = ?, is_nominal = ? WHERE id = ?").run(
            .text(merged.type.rawValue), .text(merged.name), .text(try StoredList.encode(merged.aliases)),
            .text(try StoredList.encode(merged.identifiers)), .flag(merged.isNominal), .integer(entity))
        let names = [merged.name] + merged.aliases
        let old = try SQLStatement(database, "SELECT name FROM entity_name WHERE entity = ? ORDER BY position").map(.integer(entity)) { $0.text(0) }
        if old.count == names.count, zip(old, names).allSatisfy({ $0.utf8.elementsEqual($1.utf8) }) { return }
        try SQLStatement(database, "DELETE FROM entity_name WHERE entity = ?").run(.integer(entity))
        for (position, name) in names.enumerated() {
            try SQLStatement(database, "INSERT INTO entity_name (entity, position, name, folded) VALUES (?, ?, ?, ?)")
                .run(.integer(entity), .integer(position), .text(name), .text(FoldedName(name).text))
        }
    }

    private func isInRejection(_ profile: Int64) throws -> Bool {
        let sql = "SELECT \(Profile.columns) FROM profile WHERE id = ?"
        return try SQLStatement(database, sql).first(.integer(profile)) { row in
            corrections.hasRejection(about: try Profile(row, at: 0).localEntity(id: 0))
        } ?? false
    }

    /// Marks all statements about an entity to be grouped again.
    mutating func regroup(_ entity: Int64) throws {
        let sql = "SELECT DISTINCT l.extraction FROM resolution r JOIN local_entity l ON l.profile = r.profile WHERE r.entity = ?"
        extractions.formUnion(try SQLStatement(database, sql).map(.integer(entity)) { $0.id(0) })
    }

    private func exists(_ profile: Int64) throws -> Bool {
        try SQLStatement(database, "SELECT 1 FROM profile WHERE id = ?").first(.integer(profile)) { _ in true } ?? false
    }

    func keys(of profile: Int64) throws -> [String] {
        try SQLStatement(database, "SELECT key FROM blocking_key WHERE profile = ?").map(.integer(profile)) { $0.text(0) }
    }

    func profiles(with key: String) throws -> [Int64] {
        try SQLStatement(database, "SELECT profile FROM blocking_key WHERE key = ?").map(.text(key)) { $0.id(0) }
    }

    func profiles(of entity: Int64) throws -> [Profile] {
        let sql = "SELECT \(Profile.columns) FROM profile WHERE id IN (SELECT profile FROM resolution WHERE entity = ?)"
        return try SQLStatement(database, sql).map(.integer(entity)) { try Profile($0, at: 0) }.sorted { $0.precedes($1) }
    }

    func entity(of profile: Int64) throws -> Int64? {
        if let row = known.entities[profile] { return row }
        let row = try SQLStatement(database, "SELECT entity FROM resolution WHERE profile = ?").first(.integer(profile)) { $0.id(0) }
        known.entities[profile] = row
        return row
    }

    /// The row of the entity of this id; a new one waits for `merge` to be filled.
    private func row(of id: Entity.ID) throws -> Int64 {
        if let row = try SQLStatement(database, "SELECT id FROM entity WHERE name_id = ?").first(.key(id), transform: { $0.id(0) }) { return row }
        return try SQLStatement(
            database, "INSERT INTO entity (name_id, type, name, aliases, identifiers, is_nominal) VALUES (?, 'person', '', '[]', '{}', 0)"
        ).insert(.key(id))
    }
}
