public import GraphModel
import GraphStorage

/// An open store, and the questions one can ask of it.
public struct StoredGraph: Sendable {
    /// An answer, and what is to be said beside it.
    public struct Answer: Sendable {
        public var report: Report
        /// For standard error: whom the answer is about, what was left out.
        public var notes: [String]
    }

    let store: GraphStore
    public let ontology: Ontology

    /// Opens a store that must be there, for reading.
    ///
    /// - Throws: `StoreError`.
    public init(openingAt path: String, ontology: Ontology) throws {
        store = try GraphStore(path: path, access: .readOnly, ontology: ontology)
        self.ontology = ontology
    }

    /// Opens a store for writing, and makes it if it is not there.
    ///
    /// - Throws: `StoreError`; a file that is no store is left untouched.
    public init(creatingAt path: String, ontology: Ontology) throws {
        store = try GraphStore(path: path, access: .readWrite, ontology: ontology)
        try store.bringUpToDate(resolver: .byNames)
        self.ontology = ontology
    }

    /// Everything that relates to the entity of this name.
    ///
    /// - Throws: `QuestionError.unknownName`, with the nearest names; `QuestionError.unknownRelation`.
    public func who(_ name: String, filter: GraphFilter = GraphFilter()) throws -> Answer {
        try check(filter)
        let found = try find(name)
        let selection = try store.who(found.entity.id, filter)
        let report = Report.who(found.entity, couldAlsoBe: found.others, in: selection.graph, ontology: ontology)
        return Answer(report: report, notes: found.notes + undatedNote(selection.undatedDocuments))
    }

    /// The shortest connections between two entities, best first.
    ///
    /// - Throws: `QuestionError`.
    public func paths(
        from start: String, to end: String, count: Int = 3, avoidingHubs: Bool = true, filter: GraphFilter = GraphFilter()
    ) throws -> Answer {
        try check(filter)
        let from = try find(start), to = try find(end)
        guard from.entity.id != to.entity.id else { throw QuestionError.sameEntity(start, end, from.entity.name) }
        let found = try store.paths(from: from.entity.id, to: to.entity.id, count: count, filter, avoidingHubs: avoidingHubs)
        let report = Report.paths(found.paths, from: from.entity, to: to.entity, in: found.graph, ontology: ontology)
        return Answer(report: report, notes: from.notes + to.notes + undatedNote(found.undatedDocuments))
    }

    /// Articles with what they gave, entities, or relations.
    public func list(_ listing: Listing, filter: GraphFilter = GraphFilter()) throws -> Answer {
        try check(filter)
        if listing == .articles { return try articles(filter) }
        // How many relations an entity has does not depend on which types are listed.
        var wide = filter
        if listing == .entities { wide.entityTypes = nil }
        let selection = try store.graph(wide)
        let report =
            listing == .entities
            ? Report.entities(selection.graph, ofTypes: filter.entityTypes) : Report.relations(selection.graph, ontology: ontology)
        return Answer(report: report, notes: undatedNote(selection.undatedDocuments))
    }

    /// The articles that a filter's days of publication admit.
    private func articles(_ filter: GraphFilter) throws -> Answer {
        let all = try store.documents()
        let admitted = all.filter { summary in
            guard let published = summary.document.published else { return !filter.isDated }
            return filter.admits(published: published) && (filter.since.map { published.lastDay >= $0.firstDay } ?? true)
                && (filter.until.map { published.firstDay <= $0.lastDay } ?? true)
        }
        let undated = filter.isDated ? all.count { $0.document.published == nil } : 0
        return Answer(report: .articles(admitted), notes: undatedNote(undated))
    }

    /// What can be listed.
    public enum Listing: String, CaseIterable, Sendable, Hashable {
        case articles, entities, relations
    }

    /// How much is stored, and of what.
    public func statistics() throws -> Answer { Answer(report: .statistics(try store.statistics(), ontology: ontology), notes: []) }
}

extension StoredGraph {
    /// Takes articles out, with everything that only they say; the store must have been opened for writing.
    ///
    /// - Returns: what could not be done, an error an article.
    public func remove(_ articles: [Document.ID]) -> [any Error] {
        articles.compactMap { id in
            do {
                try store.remove(document: id, resolver: .byNames)
                return nil
            } catch {
                return error
            }
        }
    }

    /// What is wrong with the store, a line each; empty if all is well.
    public func problems() throws -> [String] { try store.check(resolver: .byNames) }

    /// Derives entities and relations anew from what the articles say.
    public func repair() throws { try store.rebuild(resolver: .byNames) }
}

extension StoredGraph {
    /// The entity that a name means, and what to say about the choice.
    struct Found {
        var entity: Entity
        /// Whether the name is not one of its names, only nearly.
        var isNear = false
        var others: [String]
        var notes: [String]
    }

    /// - Parameter types: the types that the entity may have; nil for any.
    func find(_ name: String, types: Set<EntityType>? = nil) throws -> Found {
        let matches = try store.lookup(name, limit: types == nil ? 6 : 60).filter { types?.contains($0.entity.type) ?? true }.prefix(6)
        guard let best = matches.first else { throw QuestionError.unknownName(name, store: store.path) }
        func words(_ matches: some Sequence<NameMatch>) -> [String] { matches.map { "\($0.entity.name) (\($0.entity.type.rawValue))" } }
        let others = words(matches.dropFirst()), rivals = words(matches.dropFirst().filter { $0.quality == best.quality })
        let choice = "\(best.entity.name) (\(best.entity.type.rawValue))"
        var notes: [String] = []
        if best.quality == .near {
            notes.append(
                "no entity is called '\(name)'; this is about \(choice)" + (others.isEmpty ? "" : "; could also be \(others.joined(separator: ", "))")
            )
        } else if !rivals.isEmpty {
            notes.append("'\(name)' is taken for \(choice); could also be \(rivals.joined(separator: ", "))")
        }
        return Found(entity: best.entity, isNear: best.quality == .near, others: others, notes: notes)
    }

    /// - Throws: `QuestionError.unknownRelation` if the filter names a relation type that the ontology does not have.
    func check(_ filter: GraphFilter) throws {
        for type in (filter.relationTypes ?? []).sorted() where ontology[type] == nil {
            throw QuestionError.unknownRelation(type, nearest: nearestNames(to: type, among: ontology.relationTypes.map(\.id)))
        }
    }

    func undatedNote(_ count: Int) -> [String] {
        count == 0
            ? [] : ["\(count) \(count == 1 ? "article has" : "articles have") no date and \(count == 1 ? "is" : "are") left out of a dated question"]
    }
}
