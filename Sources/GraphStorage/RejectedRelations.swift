internal import class GRDB.Database
internal import GraphModel

/// The relations that corrections reject, by the rows of their entities. To be asked only while entities stay what they are.
struct RejectedRelations {
    /// A relation as it stands in its table.
    struct Key: Hashable, Comparable {
        var subject: Int64
        var type: Int64
        var object: Int64
        var status: Int64

        static func < (a: Key, b: Key) -> Bool { (a.subject, a.type, a.object, a.status) < (b.subject, b.type, b.object, b.status) }
    }

    private let corrections: CorrectionSet
    private var types: [Int64: (rejections: [RelationReference], isSymmetric: Bool)] = [:]
    private var rows: [EntityReference: Set<Int64>] = [:]
    private var articles: [Int64: Document.ID] = [:]

    init(_ corrections: CorrectionSet) { self.corrections = corrections }

    /// Whether what an extraction says is rejected.
    mutating func contain(_ relation: Key, _ extraction: Int64, _ derivation: Derivation) throws -> Bool {
        guard !corrections.isEmpty else { return false }
        let type = try self.type(relation.type, derivation)
        guard !type.rejections.isEmpty, let status = Status(code: Int(relation.status)) else { return false }
        let article = try self.article(extraction, derivation)
        for rejection in type.rejections {
            for reference in [rejection.subject, rejection.object] where rows[reference] == nil {
                rows[reference] = Set(try derivation.profiles(denotedBy: reference).compactMap { try derivation.entity(of: $0) })
            }
            let isMeant = rejection.means(
                status: status, article: article, isSymmetric: type.isSymmetric, subject: { rows[$0]?.contains(relation.subject) == true },
                object: { rows[$0]?.contains(relation.object) == true })
            if isMeant { return true }
        }
        return false
    }

    private mutating func type(_ row: Int64, _ derivation: Derivation) throws -> (rejections: [RelationReference], isSymmetric: Bool) {
        if let known = types[row] { return known }
        let name = try SQLStatement(derivation.database, "SELECT name FROM relation_type WHERE id = ?").first(.integer(row)) { $0.text(0) } ?? ""
        let type = (corrections.rejections(of: name), derivation.ontology[name]?.isSymmetric == true)
        types[row] = type
        return type
    }

    private mutating func article(_ extraction: Int64, _ derivation: Derivation) throws -> Document.ID {
        if let known = articles[extraction] { return known }
        let sql = "SELECT d.name FROM extraction x JOIN document d ON d.id = x.document WHERE x.id = ?"
        let name = try SQLStatement(derivation.database, sql).first(.integer(extraction)) { $0.text(0) } ?? ""
        articles[extraction] = name
        return name
    }
}
