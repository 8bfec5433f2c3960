internal import class GRDB.Database
public import GraphModel
internal import Synchronization

extension GraphStore {
    /// All corrections, those taken back among them, by number.
    public func corrections(resolver: EntityResolver) throws -> [CorrectionRecord] {
        try read { database in
            let log = CorrectionLog(database: database)
            let derivation = Derivation(database: database, resolver: resolver, corrections: try log.inForce(), ontology: ontology)
            return try log.records().map { record in
                var record = record
                record.isIdle =
                    try record.undone == nil && record.correction.references.contains { try derivation.profiles(denotedBy: $0).isEmpty }
                return record
            }
        }
    }

    /// Makes a correction and brings entities and relations up to date, in one transaction.
    /// - Returns: its number.
    /// - Throws: `CorrectionError.alreadyMade`, `StoreError`; then the store is as it was.
    public func correct(_ correction: Correction, resolver: EntityResolver) throws -> Int {
        try write { database in
            let log = CorrectionLog(database: database)
            if let known = try log.number(of: correction) { throw CorrectionError.alreadyMade(number: known) }
            return try log.make(correction, resolver, ontology)
        }
    }

    /// Takes a correction back, in one transaction.
    /// - Returns: what was taken back.
    /// - Throws: `CorrectionError`, `StoreError`; then the store is as it was.
    public func undo(_ number: Int, at time: CorrectionTime, resolver: EntityResolver) throws -> CorrectionRecord {
        try write { database in try CorrectionLog(database: database).undo(number, at: time, resolver, ontology) }
    }

    /// Takes over corrections that were made elsewhere, in one transaction; what is known already stays as it is.
    /// - Parameter records: their numbers do not matter.
    public func take(over records: [CorrectionRecord], resolver: EntityResolver) throws -> CorrectionImport {
        try write { database in
            let log = CorrectionLog(database: database)
            var result = CorrectionImport()
            var new: [CorrectionRecord] = [], keys: Set<String> = []
            for record in records.sorted(by: { Correction.precedes($0.correction, $1.correction) }) {
                if try keys.insert(record.correction.key).inserted && log.number(of: record.correction) == nil {
                    new.append(record)
                    result.added += 1
                } else {
                    result.known += 1
                }
            }
            try log.make(all: new, resolver, ontology)
            // The later ones first, for they may build on the earlier.
            for record in records.sorted(by: { Correction.precedes($1.correction, $0.correction) }) {
                guard let undone = record.undone, let number = try log.number(of: record.correction), try log.isInForce(number) else { continue }
                do {
                    _ = try log.undo(number, at: undone, resolver, ontology)
                    result.undone += 1
                    result.known -= 1
                } catch CorrectionError.inTheWay {
                    result.kept.append(number)
                }
            }
            return result
        }
    }

    /// How a correction should name an entity: by the full name that most articles give it.
    /// - Parameter names: names that it must not go by, for they are to be split off.
    /// - Returns: nil if there is no such entity, or none that bears another name.
    public func reference(to entity: Entity.ID, except names: [String] = []) throws -> EntityReference? {
        try read { database in
            let sql = """
                SELECT count(*), \(Profile.columns) FROM resolution r JOIN entity e ON e.id = r.entity JOIN profile p ON p.id = r.profile
                JOIN local_entity l ON l.profile = p.id WHERE e.name_id = ? GROUP BY p.id
                """.replacing(Profile.columns, with: Profile.columns.split(separator: ", ").map { "p.\($0)" }.joined(separator: ", "))
            let barred = Set(names.map { $0.nameWords })
            var uses: [EntityReference: Int] = [:], profiles: [EntityReference: [LocalEntity]] = [:]
            try SQLStatement(database, sql).forEach(.key(entity)) { row in
                let local = try Profile(row, at: 1).localEntity(id: 0), reference = EntityReference(local)
                guard !barred.contains(reference.name.nameWords) else { return }
                uses[reference, default: 0] += row.integer(0)
                profiles[reference, default: []].append(local)
            }
            func rank(_ use: (key: EntityReference, value: Int)) -> (Int, Int, Int, Int, Int) {
                let words = use.key.name.nameWords.count
                return (use.key.article == nil ? 1 : 0, use.key.isNominal ? 0 : 1, min(words, 2), use.value, words)
            }
            func order(_ use: (key: EntityReference, value: Int)) -> String {
                Correction(.rejectEntity(use.key), time: CorrectionTime(secondsSince1970: 0)).description
            }
            guard let best = uses.max(by: { a, b in rank(a) != rank(b) ? rank(a) < rank(b) : order(a) > order(b) })?.key else { return nil }
            // Where others bear the same name, the names beside it tell them apart.
            let others = """
                SELECT \(Profile.columns.split(separator: ", ").map { "p.\($0)" }.joined(separator: ", ")) FROM profile p
                JOIN resolution r ON r.profile = p.id JOIN entity e ON e.id = r.entity WHERE p.name = ? AND e.name_id <> ?
                """
            let isShared = try SQLStatement(database, others).map(.text(best.name), .key(entity)) { try Profile($0, at: 0).localEntity(id: 0) }
                .contains(where: best.denotes)
            guard isShared,
                let own = profiles[best]?.min(by: { ($1.aliases.count, $0.aliases.description) < ($0.aliases.count, $1.aliases.description) })
            else { return best }
            var precise = best
            precise.aliases = Set(own.aliases).sorted()
            return precise
        }
    }

    /// What articles call an entity first of all: each name with the articles that do, in the order of names.
    public func names(of entity: Entity.ID) throws -> [(name: String, articles: [Document.ID])] {
        try read { database in
            let sql = """
                SELECT p.name, d.name FROM entity e JOIN resolution r ON r.entity = e.id JOIN profile p ON p.id = r.profile
                JOIN local_entity l ON l.profile = p.id JOIN extraction x ON x.id = l.extraction JOIN document d ON d.id = x.document
                WHERE e.name_id = ?
                """
            var articles: [String: Set<Document.ID>] = [:]
            try SQLStatement(database, sql).forEach(.key(entity)) { articles[$0.text(0), default: []].insert($0.text(1)) }
            return articles.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
        }
    }

    /// The corrections in force, read from the file only if they changed. Not for a transaction that changes them itself.
    func corrections(_ database: Database) throws -> CorrectionSet {
        let sql = "SELECT value FROM setting WHERE name = 'corrections'"
        let version = try SQLStatement(database, sql).first { $0.text(0) } ?? ""
        if let known = knownCorrections.withLock({ $0.version == version ? $0.corrections : nil }) { return known }
        let corrections = try CorrectionLog(database: database).inForce()
        knownCorrections.withLock { $0 = (version, corrections) }
        return corrections
    }
}
