internal import class GRDB.Database
internal import GraphModel

extension Derivation {
    /// Marks whatever may change as a correction comes or goes.
    /// - Parameters:
    ///   - correction: what came or went.
    ///   - corrections: all that are in force from now on.
    mutating func take(_ correction: Correction, into corrections: CorrectionSet) throws {
        follow(corrections)
        try mark(correction)
    }

    /// Marks whatever may change as a correction comes or goes; those in force from now on are followed already.
    mutating func mark(_ correction: Correction) throws {
        var concerned = correction.references
        switch correction.action {
        case .alias(let entity, let name): concerned.append(EntityReference(type: entity.type, name: name))
        case .split(_, .articles(let articles, _), _): for article in Set(articles).sorted() { try setApart(in: article) }
        default: break
        }
        let isRejection = if case .rejectRelation = correction.action { true } else { false }
        for reference in Set(concerned) {
            try placeKeys()
            for profile in try profiles(named: reference) {
                try renewKeys(of: profile)
                guard let entity = try entity(of: profile) else { continue }
                entities.insert(entity)
                if isRejection { try regroup(entity) }
            }
        }
    }

    /// The profiles that a reference denotes.
    func profiles(denotedBy reference: EntityReference) throws -> [Int64] {
        try profiles(named: reference) { reference.denotes($0) }
    }

    /// The profiles of the reference's type and name, whatever their identifiers.
    private func profiles(named reference: EntityReference) throws -> [Int64] {
        try profiles(named: reference) { EntityReference($0).isCalledLike(reference) }
    }

    private func profiles(named reference: EntityReference, where isMeant: (LocalEntity) -> Bool) throws -> [Int64] {
        // What bears the same name shares a key with what bears nothing else.
        let keys = Set(resolver.blockingKeys(reference.localEntity) + resolver.blockingKeys(reference.localEntity.withoutArticle))
        var candidates: Set<Int64> = []
        for key in keys { candidates.formUnion(try profiles(with: key)) }
        let find = "SELECT \(Profile.columns) FROM profile WHERE id = ?"
        return try candidates.sorted().filter { id in
            try SQLStatement(database, find).first(.integer(id)) { isMeant(try Profile($0, at: 0).localEntity(id: 0)) } ?? false
        }
    }

    /// Gives a profile the keys that it has under the corrections in force, and marks all that it hung and hangs together with.
    private mutating func renewKeys(of id: Int64) throws {
        try placeKeys()
        known.sharing = [:]
        for key in try keys(of: id) { seeds.formUnion(try profiles(with: key)) }
        try SQLStatement(database, "DELETE FROM blocking_key WHERE profile = ?").run(.integer(id))
        let find = "SELECT \(Profile.columns) FROM profile WHERE id = ?"
        guard let profile = try SQLStatement(database, find).first(.integer(id), transform: { try Profile($0, at: 0) }) else { return }
        try include(id, profile)
    }

    /// Gives the local entities of an article the profiles that splits leave them: their own, or those that they share with other articles.
    private mutating func setApart(in article: Document.ID) throws {
        let find = "SELECT x.id FROM document d JOIN extraction x ON x.document = d.id WHERE d.name = ?"
        for extraction in try SQLStatement(database, find).map(.key(article), transform: { $0.id(0) }) {
            let sql =
                "SELECT l.ordinal, p.id, \(Profile.columns) FROM local_entity l JOIN profile p ON p.id = l.profile WHERE l.extraction = ? ORDER BY l.ordinal"
            let locals = try SQLStatement(database, sql).map(.integer(extraction)) {
                (ordinal: $0.id(0), profile: $0.id(1), value: try Profile($0, at: 2))
            }
            for local in locals {
                let plain = try local.value.localEntity(id: 0).withoutArticle
                let wanted = try Profile(corrections.setsApart(plain, in: article) ? plain.setApart(in: article) : plain)
                guard !wanted.isIdentical(to: local.value) else { continue }
                let new = try ArticleWriter(database: database, ontology: ontology).row(of: wanted, derivation: &self)
                try SQLStatement(database, "UPDATE local_entity SET profile = ? WHERE extraction = ? AND ordinal = ?")
                    .run(.integer(new), .integer(extraction), .integer(local.ordinal))
                abandoned.insert(local.profile)
                extractions.insert(extraction)
                if let old = try entity(of: local.profile) { entities.insert(old) }
                if let other = try entity(of: new) { entities.insert(other) }
                seeds.insert(new)
            }
        }
    }
}
