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
        (known.entities[profile], known.included[profile]) = (nil, nil)
        (known.profiles, known.sharing) = ([:], [:])
        for table in ["blocking_key", "resolution"] {
            try SQLStatement(database, "DELETE FROM \(table) WHERE profile = ?").run(.integer(profile))
        }
        try SQLStatement(database, "DELETE FROM profile WHERE id = ?").run(.integer(profile))
    }

    /// Puts the keys of new profiles into their table, in its order, so that it is gone through once.
    func placeKeys() throws {
        guard !known.newKeys.isEmpty else { return }
        let keys = known.newKeys.sorted { ($0.key, $0.profile) < ($1.key, $1.profile) }
        let find = try SQLStatement(database, "SELECT profile FROM blocking_key WHERE key = ?")
        var start = 0
        while start < keys.count {
            let key = keys[start].key
            var end = start, sharing = try find.map(.text(key)) { $0.id(0) }
            while end < keys.count, keys[end].key == key {
                sharing.append(keys[end].profile)
                end += 1
            }
            known.sharing[key] = sharing
            start = end
        }
        try RowInserter(database, into: "blocking_key", ["key", "profile"]).insert(keys) { binder, row in
            binder.bind(row.key)
            binder.bind(row.profile)
        }
        known.newKeys = []
    }

    mutating func resolveSeeds() throws {
        var seen: Set<Int64> = [], seenKeys: Set<String> = []
        let find = try SQLStatement(database, "SELECT profile FROM blocking_key WHERE key = ?")
        for seed in seeds.sorted() where !seen.contains(seed) {
            guard try known.included[seed] != nil || exists(seed) else { continue }
            var block: [Int64] = [], open = [seed]
            seen.insert(seed)
            while let profile = open.popLast() {
                block.append(profile)
                for key in try keys(of: profile) where seenKeys.insert(key).inserted {
                    for other in try known.sharing[key] ?? find.map(.text(key), transform: { $0.id(0) }) where seen.insert(other).inserted {
                        open.append(other)
                    }
                }
            }
            try resolve(block)
        }
    }

    mutating func resolve(_ block: [Int64]) throws {
        let find = try SQLStatement(database, "SELECT \(Profile.columns) FROM profile WHERE id = ?")
        let members = try block.compactMap { id -> (id: Int64, value: DerivationLookups.Included)? in
            if let new = known.included[id] { return (id, new) }
            guard let profile = try find.first(.integer(id), transform: { try Profile($0, at: 0) }) else { return nil }
            return (id, .init(profile: profile, local: try profile.localEntity(id: 0), keys: []))
        }.sorted { $0.value.profile.precedes($1.value.profile) }
        let ids = resolver.resolve(members.enumerated().map { $1.value.local.numbered($0) })
        precondition(ids.count == members.count, "one entity id for each local entity")
        for (member, id) in zip(members, ids) {
            let old = try entity(of: member.id), new = id == EntityResolver.nobody ? nil : try row(of: id, likely: old)
            if let new { known.newEntities[new]?.append(member.value) }
            guard new != old else { continue }
            let isInRejection = corrections.hasRejection(about: member.value.local)
            if isInRejection, let old { try regroup(old) }
            known.entities[member.id] = new
            if let new, known.newEntities[new] == nil {
                try SQLStatement(database, "INSERT OR REPLACE INTO resolution VALUES (?, ?)").run(.integer(member.id), .integer(new))
            } else {
                if old != nil { try SQLStatement(database, "DELETE FROM resolution WHERE profile = ?").run(.integer(member.id)) }
                if let new { newResolutions.append((member.id, new)) }
            }
            if isInRejection, let new { try regroup(new) }
            if let new { entities.insert(new) }
            if let old { entities.insert(old) }
            // What speaks of a new profile only is new itself.
            guard !newProfiles.contains(member.id) else { continue }
            extractions.formUnion(
                try SQLStatement(database, "SELECT DISTINCT extraction FROM local_entity WHERE profile = ?").map(.integer(member.id)) { $0.id(0) })
        }
    }

    /// Gives entities that won or lost a profile the names and identifiers of those that they have, and writes new ones.
    /// - Returns: those that have none, which are to go.
    mutating func mergeEntities() throws -> [Int64] {
        var new: [(row: Int64, entity: Entity)] = [], empty: [Int64] = []
        for row in entities.sorted() {
            if let members = known.newEntities[row] {
                let profiles = members.sorted { $0.profile.precedes($1.profile) }
                new.append((row, try merged(profiles.map(\.local), row)))
                continue
            }
            let profiles = try profiles(of: row)
            if profiles.isEmpty {
                try unname(row)
                empty.append(row)
                continue
            }
            let entity = try merged(profiles.map { try $0.localEntity(id: 0) }, row)
            let update = "UPDATE OR FAIL entity SET type = ?, name = ?, aliases = ?, identifiers = ?, is_nominal = ? WHERE id = ?"
            try SQLStatement(database, update).run { binder in
                try bind(entity, &binder)
                binder.bind(row)
            }
            try name(row, [entity.name] + entity.aliases, isNew: false)
        }
        try RowInserter(database, into: "entity", ["id", "name_id", "type", "name", "aliases", "identifiers", "is_nominal"])
            .insert(new) { binder, place in
                binder.bind(place.row)
                binder.bind(SQLValue.normalized(place.entity.id))
                try bind(place.entity, &binder)
            }
        for (row, entity) in new { try name(row, [entity.name] + entity.aliases, isNew: true) }
        newResolutions.sort { $0.profile < $1.profile }
        try RowInserter(database, into: "resolution", ["profile", "entity"]).insert(newResolutions) { binder, row in
            binder.bind(row.profile)
            binder.bind(row.entity)
        }
        newResolutions = []
        return empty
    }

    private func merged(_ locals: [LocalEntity], _ row: Int64) throws -> Entity {
        let id = try id(of: row), entity = resolver.merge(locals.enumerated().map { $1.numbered($0) }, id)
        precondition(entity.id == id, "merging keeps the id that was given")
        return entity
    }

    /// Binds an entity's columns from `type` on.
    private func bind(_ entity: Entity, _ binder: inout SQLBinder) throws {
        binder.bind(entity.type.rawValue)
        binder.bind(entity.name)
        binder.bind(try StoredList.encode(entity.aliases))
        binder.bind(entity.identifiers.isEmpty ? "{}" : try StoredList.encode(entity.identifiers))
        binder.bind(entity.isNominal ? 1 : 0)
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
        if let new = known.included[profile] { return new.keys }
        return try SQLStatement(database, "SELECT key FROM blocking_key WHERE profile = ?").map(.integer(profile)) { $0.text(0) }
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

    /// The row of the entity of this id; a new one is written by `mergeEntities`.
    /// - Parameter likely: the row that it most likely is.
    private mutating func row(of id: Entity.ID, likely: Int64?) throws -> Int64 {
        let id = SQLValue.normalized(id)
        if let likely, try self.id(of: likely).hasSameBytes(as: id) { return likely }
        if let row = known.entityRows[id] { return row }
        if let row = try SQLStatement(database, "SELECT id FROM entity WHERE name_id = ?").first(.text(id), transform: { $0.id(0) }) { return row }
        let last = try lastEntity ?? (SQLStatement(database, "SELECT max(id) FROM entity").first { $0.id(0) } ?? 0), row = last + 1
        lastEntity = row
        known.ids[row] = id
        known.entityRows[id] = row
        if !known.expect(row) {
            let insert =
                "INSERT OR FAIL INTO entity (id, name_id, type, name, aliases, identifiers, is_nominal) VALUES (?, ?, 'person', '', '[]', '{}', 0)"
            try SQLStatement(database, insert).run(.integer(row), .text(id))
        }
        return row
    }
}
