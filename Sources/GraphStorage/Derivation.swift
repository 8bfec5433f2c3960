internal import class GRDB.Database
internal import GraphModel

/// Brings what follows from the articles up to date after some of them changed: who is who, and the relations.
///
/// Everything that it leaves in the tables depends only on the articles that are there, not on the order in which they came.
struct Derivation {
    let database: Database
    let ontology: Ontology
    private let uncorrected: EntityResolver
    private(set) var resolver: EntityResolver
    private(set) var corrections: CorrectionSet

    /// Profiles that came, or whose neighbours by blocking keys went.
    var seeds: Set<Int64> = []
    /// Profiles that may have lost their last article.
    var abandoned: Set<Int64> = []
    /// Extractions whose statements may have come to be about other entities.
    var extractions: Set<Int64> = []
    /// Relations that may have lost their last statement.
    private var relations: Set<Int64> = []
    /// Entities that won or lost a profile.
    var entities: Set<Int64> = []

    init(database: Database, resolver: EntityResolver, corrections: CorrectionSet, ontology: Ontology) {
        self.database = database
        self.ontology = ontology
        self.corrections = corrections
        uncorrected = resolver
        self.resolver = resolver.applying(corrections)
    }

    /// Goes by these corrections from now on.
    mutating func follow(_ corrections: CorrectionSet) {
        self.corrections = corrections
        resolver = uncorrected.applying(corrections)
    }

    /// Starts over if the store was derived by other rules than today's.
    mutating func prepare() throws {
        let rules = try SQLStatement(database, "SELECT value FROM setting WHERE name = 'rules'").first { $0.text(0) }
        if rules != self.rules { try startOver() }
    }

    /// Throws away all that is derived and marks all articles to derive it from.
    mutating func startOver() throws {
        for table in ["edge", "relation", "resolution", "entity_name", "entity", "blocking_key"] {
            try database.execute(sql: "DELETE FROM \(table)")
        }
        try SQLStatement(database, "INSERT OR REPLACE INTO setting VALUES ('rules', ?)").run(.text(rules))
        let types = try SQLStatement(database, "SELECT id, name FROM relation_type").map { ($0.id(0), $0.text(1)) }
        for (id, name) in types {
            try SQLStatement(database, "UPDATE relation_type SET is_symmetric = ? WHERE id = ?")
                .run(.flag(ontology[name]?.isSymmetric == true), .integer(id))
        }
        let profiles = try SQLStatement(database, "SELECT id, \(Profile.columns) FROM profile").map { ($0.id(0), try Profile($0, at: 1)) }
        for (id, profile) in profiles { try include(id, profile) }
        extractions.formUnion(try SQLStatement(database, "SELECT id FROM extraction").map { $0.id(0) })
    }

    /// Takes in a new profile.
    mutating func include(_ id: Int64, _ profile: Profile) throws {
        for key in Set(resolver.blockingKeys(try profile.localEntity(id: 0))) {
            try SQLStatement(database, "INSERT INTO blocking_key VALUES (?, ?)").run(.key(key), .integer(id))
        }
        seeds.insert(id)
    }

    /// Marks an extraction's statements to be grouped into relations.
    mutating func derive(_ extraction: Int64) throws { extractions.insert(extraction) }

    /// Deletes what was found in a document.
    mutating func forget(extractionsOf document: Int64) throws {
        for extraction in try SQLStatement(database, "SELECT id FROM extraction WHERE document = ?").map(.integer(document), transform: { $0.id(0) })
        {
            let cited = "SELECT DISTINCT e.relation FROM statement s JOIN edge e ON e.statement = s.id WHERE s.extraction = ?"
            relations.formUnion(try SQLStatement(database, cited).map(.integer(extraction)) { $0.id(0) })
            abandoned.formUnion(
                try SQLStatement(database, "SELECT DISTINCT profile FROM local_entity WHERE extraction = ?").map(.integer(extraction)) { $0.id(0) })
            for table in ["statement", "mention", "local_entity"] {
                try SQLStatement(database, "DELETE FROM \(table) WHERE extraction = ?").run(.integer(extraction))
            }
            try SQLStatement(database, "DELETE FROM extraction WHERE id = ?").run(.integer(extraction))
            extractions.remove(extraction)
        }
    }

    /// Derives whatever was marked.
    mutating func finish() throws {
        for profile in abandoned.sorted() { try dropIfUnused(profile) }
        try resolveSeeds()
        for entity in entities.sorted() { try merge(entity) }
        var rejected = RejectedRelations(corrections)
        for extraction in extractions.sorted() { try group(extraction, &rejected) }
        let unused = "DELETE FROM relation WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM edge WHERE relation = ?1)"
        for relation in relations.sorted() { try SQLStatement(database, unused).run(.integer(relation)) }
        for entity in entities.sorted() where try profiles(of: entity).isEmpty {
            try SQLStatement(database, "DELETE FROM entity_name WHERE entity = ?").run(.integer(entity))
            try SQLStatement(database, "DELETE FROM entity WHERE id = ?").run(.integer(entity))
        }
    }

    /// What the derived tables depend on beside the articles.
    private var rules: String {
        ([resolver.version] + ontology.relationTypes.filter(\.isSymmetric).map(\.id).sorted()).joined(separator: "\n")
    }

    // MARK: Who is who

    private mutating func dropIfUnused(_ profile: Int64) throws {
        let isUsed = try SQLStatement(database, "SELECT 1 FROM local_entity WHERE profile = ? LIMIT 1").first(.integer(profile)) { _ in true }
        guard isUsed == nil else { return }
        if let entity = try entity(of: profile) {
            entities.insert(entity)
            if try isInRejection(profile) { try regroup(entity) }
        }
        // What hung together through it may fall apart.
        for key in try keys(of: profile) { seeds.formUnion(try profiles(with: key)) }
        seeds.remove(profile)
        try SQLStatement(database, "DELETE FROM profile WHERE id = ?").run(.integer(profile))
    }

    private mutating func resolveSeeds() throws {
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

    private mutating func resolve(_ block: [Int64]) throws {
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
            if let new {
                try SQLStatement(database, "INSERT OR REPLACE INTO resolution VALUES (?, ?)").run(.integer(member.id), .integer(new))
            } else {
                try SQLStatement(database, "DELETE FROM resolution WHERE profile = ?").run(.integer(member.id))
            }
            if isInRejection, let new { try regroup(new) }
            entities.formUnion([new, old].compactMap(\.self))
            extractions.formUnion(
                try SQLStatement(database, "SELECT DISTINCT extraction FROM local_entity WHERE profile = ?").map(.integer(member.id)) { $0.id(0) })
        }
    }

    /// Gives an entity the name, aliases and identifiers of its profiles.
    private func merge(_ entity: Int64) throws {
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

    private func profiles(of entity: Int64) throws -> [Profile] {
        let sql = "SELECT \(Profile.columns) FROM profile WHERE id IN (SELECT profile FROM resolution WHERE entity = ?)"
        return try SQLStatement(database, sql).map(.integer(entity)) { try Profile($0, at: 0) }.sorted { $0.precedes($1) }
    }

    func entity(of profile: Int64) throws -> Int64? {
        try SQLStatement(database, "SELECT entity FROM resolution WHERE profile = ?").first(.integer(profile)) { $0.id(0) }
    }

    /// The row of the entity of this id; a new one waits for `merge` to be filled.
    private func row(of id: Entity.ID) throws -> Int64 {
        if let row = try SQLStatement(database, "SELECT id FROM entity WHERE name_id = ?").first(.key(id), transform: { $0.id(0) }) { return row }
        return try SQLStatement(
            database, "INSERT INTO entity (name_id, type, name, aliases, identifiers, is_nominal) VALUES (?, 'person', '', '[]', '{}', 0)"
        ).insert(.key(id))
    }

    // MARK: Relations

    /// Groups the statements of an extraction into relations between the entities that they are about now.
    private mutating func group(_ extraction: Int64, _ rejected: inout RejectedRelations) throws {
        // An entity is null where a correction took it out of the graph.
        let sql = """
            SELECT s.id, a.entity, s.type, b.entity, s.status, e.relation, t.is_symmetric AND x.name_id > y.name_id
            FROM statement s
            JOIN local_entity la ON la.extraction = s.extraction AND la.ordinal = s.subject LEFT JOIN resolution a ON a.profile = la.profile
            JOIN local_entity lb ON lb.extraction = s.extraction AND lb.ordinal = s.object LEFT JOIN resolution b ON b.profile = lb.profile
            LEFT JOIN entity x ON x.id = a.entity LEFT JOIN entity y ON y.id = b.entity JOIN relation_type t ON t.id = s.type
            LEFT JOIN edge e ON e.statement = s.id
            WHERE s.extraction = ?
            """
        let statements = try SQLStatement(database, sql).map(.integer(extraction)) { row in
            let turned = row.flag(6), isWhole = !row.isNull(1) && !row.isNull(3)
            return (
                id: row.id(0), subject: row.id(turned ? 3 : 1), type: row.id(2), object: row.id(turned ? 1 : 3), status: row.id(4),
                relation: row.optionalID(5), isWhole: isWhole
            )
        }
        for statement in statements {
            let key = (
                SQLValue.integer(statement.subject), SQLValue.integer(statement.type), SQLValue.integer(statement.object),
                SQLValue.integer(statement.status)
            )
            var new: Int64?
            // What a thing does to itself is no relation.
            if statement.isWhole, statement.subject != statement.object,
                try !rejected.contain(
                    .init(subject: statement.subject, type: statement.type, object: statement.object, status: statement.status), extraction, self)
            {
                let find = "SELECT id FROM relation WHERE subject = ? AND type = ? AND object = ? AND status = ?"
                new =
                    try SQLStatement(database, find).first(key.0, key.1, key.2, key.3) { $0.id(0) }
                    ?? SQLStatement(database, "INSERT INTO relation (subject, type, object, status) VALUES (?, ?, ?, ?)")
                    .insert(key.0, key.1, key.2, key.3)
            }
            guard new != statement.relation else { continue }
            if let old = statement.relation { relations.insert(old) }
            if let new {
                try SQLStatement(database, "INSERT OR REPLACE INTO edge VALUES (?, ?)").run(.integer(statement.id), .integer(new))
            } else {
                try SQLStatement(database, "DELETE FROM edge WHERE statement = ?").run(.integer(statement.id))
            }
        }
    }
}
