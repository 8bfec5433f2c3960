public import GraphModel
import GraphStorage

extension StoredGraph {
    /// A correction that was made.
    public struct MadeCorrection: Hashable, Sendable, CustomStringConvertible {
        /// What it is undone by.
        public var number: Int
        public var correction: Correction
        /// What may have been a mistake.
        public var warning: String?

        public var description: String { "correction \(number): \(correction)" }
    }

    /// When a correction is made, and why.
    public struct Stamp: Hashable, Sendable {
        public var time: CorrectionTime
        public var reason: String

        public init(time: CorrectionTime = .now, reason: String = "") {
            self.time = time
            self.reason = reason
        }
    }

    /// Makes two entities one, which goes by the name and id of the second.
    /// - Throws: `EditError`, `CorrectionError`, `StoreError`, as all corrections do.
    public func merge(_ name: String, into other: String, _ stamp: Stamp) throws -> MadeCorrection {
        let from = try entity(called: name), into = try entity(called: other)
        guard from.id != into.id else { throw EditError.sameEntity(name, other, from.name) }
        var made = try make(.merge(try reference(to: from), into: try reference(to: into)), stamp)
        if from.type != into.type {
            made.warning =
                "\(from.name) was a \(from.type.rawValue), \(into.name) is a \(into.type.rawValue); 'entitygraph edit --undo \(made.number)' takes it back"
        }
        return made
    }

    /// Makes what articles call an entity by some names, or what some articles say of it, a thing of its own.
    /// - Parameters:
    ///   - names: names that go to the new entity; all that these articles use if empty.
    ///   - articles: the articles from which it takes what they say; all if empty.
    ///   - label: the name of the new entity; else that which articles give it.
    public func split(_ name: String, names: [String], articles: [Document.ID], label: String?, _ stamp: Stamp) throws -> MadeCorrection {
        let whole = try entity(called: name), known = try store.names(of: whole.id)
        for name in names where !known.contains(where: { $0.name.nameWords == name.nameWords }) {
            throw EditError.noSuchName(name, of: whole.name, names: known.map(\.name))
        }
        let spread = Set(known.flatMap(\.articles)).sorted()
        for article in articles where !spread.contains(article) { throw EditError.noSuchArticle(article, of: whole.name, articles: spread) }
        if let label { try check(label) }
        let parts = known.filter { part in
            (names.isEmpty || names.contains { $0.nameWords == part.name.nameWords })
                && (articles.isEmpty || !Set(articles).isDisjoint(with: part.articles))
        }
        guard articles.isEmpty else {
            guard Set(spread) != Set(articles) || !names.isEmpty else { throw EditError.nothingLeft(whole.name) }
            let portion = Correction.Portion.articles(Set(articles).sorted(), names: parts.map(\.name))
            return try make(.split(try reference(to: whole), portion, label: label), stamp)
        }
        guard !parts.isEmpty, let rest = try store.reference(to: whole.id, except: parts.map(\.name)) else { throw EditError.nothingLeft(whole.name) }
        return try make(.split(rest, .names(parts.map(\.name)), label: label), stamp)
    }

    public func rename(_ name: String, to new: String, _ stamp: Stamp) throws -> MadeCorrection {
        let entity = try entity(called: name)
        try check(new)
        guard entity.name != new else { throw EditError.noChange("\(entity.id) is called '\(new)' already") }
        return try make(.rename(try reference(to: entity), to: new), stamp)
    }

    public func retype(_ name: String, to type: EntityType, _ stamp: Stamp) throws -> MadeCorrection {
        let entity = try entity(called: name)
        guard entity.type != type else { throw EditError.noChange("\(entity.name) is a \(type.rawValue) already") }
        return try make(.retype(try reference(to: entity), to: type), stamp)
    }

    /// Gives an entity one more name.
    public func alias(_ name: String, _ alias: String, _ stamp: Stamp) throws -> MadeCorrection {
        let entity = try entity(called: name)
        try check(alias)
        guard entity.name != alias, !entity.aliases.contains(alias) else { throw EditError.noChange("\(entity.name) is called '\(alias)' already") }
        return try make(.alias(try reference(to: entity), alias), stamp)
    }

    /// Takes an entity and all that is said of it out of the graph.
    public func reject(_ name: String, _ stamp: Stamp) throws -> MadeCorrection {
        try make(.rejectEntity(try reference(to: try entity(called: name))), stamp)
    }

    /// Takes a relation out of the graph, of any status and told by any article if none is named.
    public func reject(
        _ subject: String, _ relation: RelationType.ID, _ object: String, status: Status?, article: Document.ID?, _ stamp: Stamp
    ) throws -> MadeCorrection {
        let found = try self.relation(subject, relation, object, status: status)
        if let article, !found.there.contains(where: { $0.documents.contains(article) }) {
            throw EditError.noSuchArticle(article, of: "that relation", articles: Set(found.there.flatMap(\.documents)).sorted())
        }
        var reference = found.reference
        reference.article = article
        return try make(.rejectRelation(reference), stamp)
    }

    /// Vouches for a relation of the graph.
    public func confirm(_ subject: String, _ relation: RelationType.ID, _ object: String, status: Status?, _ stamp: Stamp) throws -> MadeCorrection {
        let found = try self.relation(subject, relation, object, status: status)
        let statuses = Set(found.there.map(\.status)).sorted()
        guard statuses.count == 1 else { throw EditError.severalStatuses("that relation", statuses) }
        var reference = found.reference
        reference.status = statuses[0]
        return try make(.confirm(reference), stamp)
    }

    /// Adds a relation by hand.
    /// - Parameters:
    ///   - subjectType: set if the subject may be new to the graph; then its type.
    ///   - objectType: the same of the object.
    public func add(
        _ subject: String, _ relation: RelationType.ID, _ object: String, subjectType: EntityType? = nil, objectType: EntityType? = nil,
        status: Status = .asserted, date: PartialDate? = nil, until: PartialDate? = nil, source: String? = nil, _ stamp: Stamp
    ) throws -> MadeCorrection {
        try check(GraphFilter(relationTypes: [relation]))
        let ends = [try part(subject, subjectType), try part(object, objectType)]
        guard ends[0].reference != ends[1].reference else { throw EditError.sameEntity(subject, object, ends[0].reference.name) }
        if let type = ontology[relation] {
            try check(ends[0].type, type.domain, "subject", of: relation)
            try check(ends[1].type, type.range, "object", of: relation)
        }
        if let date, let until, until.lastDay < date.firstDay { throw EditError.endsBeforeItBegins(date, until) }
        let made = HandmadeRelation(
            subject: ends[0].reference, type: relation, object: ends[1].reference, status: status, date: date, until: until, source: source)
        return try make(.add(made), stamp)
    }

    /// Whether a store could not be opened for reading only because an earlier version of the program made it; for writing it can be.
    public static func isOfAnEarlierVersion(_ error: any Error) -> Bool {
        if case .olderVersion = (error as? StoreError)?.reason { true } else { false }
    }

    /// Takes a correction back.
    /// - Throws: `CorrectionError`, which says what stands in the way.
    public func undo(_ number: Int, _ stamp: Stamp) throws -> MadeCorrection {
        let record = try store.undo(number, at: stamp.time, resolver: .byNames)
        return MadeCorrection(number: number, correction: record.correction)
    }

    /// All corrections, those taken back among them.
    public func corrections() throws -> Answer { Answer(report: .corrections(try store.corrections(resolver: .byNames)), notes: []) }

    // MARK: Names

    /// The entity of just this name or id; a misspelt one is not good enough to change the graph by.
    func entity(called name: String, type: EntityType? = nil) throws -> Entity {
        let matches = try store.lookup(name, limit: 60)
        let fitting = matches.filter { $0.quality <= .folded && (type == nil || $0.entity.type == type) }
        guard let best = fitting.first else {
            let nearest = matches.filter { type == nil || $0.entity.type == type }.prefix(3).map { "\($0.entity.name) (\($0.entity.id))" }
            throw EditError.unknownEntity(name, store: store.path, nearest: nearest)
        }
        let rivals = fitting.filter { $0.quality == best.quality }
        guard rivals.count == 1 else { throw EditError.ambiguous(name, rivals.map(\.entity.id)) }
        return best.entity
    }

    private func reference(to entity: Entity) throws -> EntityReference {
        guard let reference = try store.reference(to: entity.id) else {
            preconditionFailure("what broke: \(entity.id) is in the store, but in no article")
        }
        return reference
    }

    private func part(_ name: String, _ newType: EntityType?) throws -> (reference: EntityReference, type: EntityType) {
        do {
            let entity = try entity(called: name, type: newType)
            return (try reference(to: entity), entity.type)
        } catch EditError.unknownEntity(let name, let store, let nearest) {
            guard let newType else { throw EditError.unknownEntity(name, store: store, nearest: nearest) }
            try check(name)
            return (EntityReference(type: newType, name: name), newType)
        }
    }

    private func relation(
        _ subject: String, _ type: RelationType.ID, _ object: String, status: Status?
    ) throws -> (reference: RelationReference, there: [Relation]) {
        try check(GraphFilter(relationTypes: [type]))
        let first = try entity(called: subject), second = try entity(called: object)
        guard first.id != second.id else { throw EditError.sameEntity(subject, object, first.name) }
        let between = try store.who(first.id).graph.relations.filter { [$0.subject, $0.object].contains(second.id) }
        let isSymmetric = ontology[type]?.isSymmetric == true
        let there = between.filter { $0.type == type && ($0.subject == first.id || isSymmetric) && (status == nil || $0.status == status) }
        guard !there.isEmpty else {
            func words(_ relation: Relation) -> String {
                "\(relation.subject == first.id ? first.name : second.name) \(relation.type) "
                    + "\(relation.subject == first.id ? second.name : first.name) (\(relation.status.rawValue))"
            }
            let wanted = "\(first.name) \(type) \(second.name)" + (status.map { " (\($0.rawValue))" } ?? "")
            throw EditError.noRelation(wanted, there: between.map(words))
        }
        let reference = RelationReference(subject: try reference(to: first), type: type, object: try reference(to: second), status: status)
        return (reference, there)
    }

    private func check(_ name: String) throws {
        if name.nameWords.isEmpty { throw EditError.emptyName }
    }

    private func check(_ type: EntityType, _ allowed: Set<EntityType>, _ part: String, of relation: RelationType.ID) throws {
        if !allowed.contains(type) { throw EditError.wrongType(relation: relation, part: part, found: type, allowed: allowed.sorted()) }
    }

    private func make(_ action: Correction.Action, _ stamp: Stamp) throws -> MadeCorrection {
        let correction = Correction(action, time: stamp.time, reason: stamp.reason)
        return MadeCorrection(number: try store.correct(correction, resolver: .byNames), correction: correction)
    }
}
