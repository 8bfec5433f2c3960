/// Which part of a graph a question is about. What is nil or left at its default narrows nothing.
public struct GraphFilter: Hashable, Sendable {
    /// Only what articles published on or before the last day of this date say. An article of which only month or year is known
    /// counts from the last day of that month or year.
    public var asOf: PartialDate?
    /// Only what articles published on or after the first day of this date say; see `asOf` for those of which only month or year is known.
    public var publishedSince: PartialDate?
    /// Only what was true on a day of this date; see `KnowledgeGraph.filtered(by:ontology:)`.
    public var validAt: PartialDate?
    /// Only statements whose own date, else their article's, reaches the first day of this date.
    public var since: PartialDate?
    /// Only statements whose own date, else their article's, begins no later than the last day of this date.
    public var until: PartialDate?
    public var statuses: Set<Status>?
    public var relationTypes: Set<RelationType.ID>?
    /// Only entities of these types, and the relations between them and to what a question is about.
    public var entityTypes: Set<EntityType>?
    /// Only statements of at least this confidence.
    public var minimumConfidence: Double
    /// Only relations that at least this many independent sources tell, counted after all other conditions.
    public var minimumSources: Int

    public init(
        asOf: PartialDate? = nil, publishedSince: PartialDate? = nil, validAt: PartialDate? = nil, since: PartialDate? = nil,
        until: PartialDate? = nil,
        statuses: Set<Status>? = nil, relationTypes: Set<RelationType.ID>? = nil, entityTypes: Set<EntityType>? = nil,
        minimumConfidence: Double = 0, minimumSources: Int = 1
    ) {
        self.asOf = asOf
        self.publishedSince = publishedSince
        self.validAt = validAt
        self.since = since
        self.until = until
        self.statuses = statuses
        self.relationTypes = relationTypes
        self.entityTypes = entityTypes
        self.minimumConfidence = minimumConfidence
        self.minimumSources = minimumSources
    }

    /// Whether it asks about time, so that articles without a date are left out.
    public var isDated: Bool { asOf != nil || publishedSince != nil || validAt != nil || since != nil || until != nil }

    /// Whether an article published then counts.
    public func admits(published: PartialDate?) -> Bool {
        guard let published else { return !isDated }
        return asOf.map { published.lastDay <= $0.lastDay } ?? true && publishedSince.map { published.lastDay >= $0.firstDay } ?? true
    }

    /// Whether a statement counts, its article and the types of its entities aside.
    /// - Parameter published: when its article came out.
    public func admits<Reference>(_ statement: Statement<Reference>, published: PartialDate?, ontology: Ontology) -> Bool {
        admits(
            type: statement.type, status: statement.status, date: statement.date, until: statement.until,
            confidence: statement.evidence.confidence, published: published, ontology: ontology)
    }

    /// Whether a statement with these properties counts, as `admits(_:published:ontology:)` says of a whole one.
    public func admits(
        type: RelationType.ID, status: Status, date: PartialDate?, until end: PartialDate?, confidence: Double, published: PartialDate?,
        ontology: Ontology
    ) -> Bool {
        guard confidence >= minimumConfidence, statuses?.contains(status) ?? true, relationTypes?.contains(type) ?? true else { return false }
        if since != nil || until != nil {
            guard let first = date ?? end ?? published, let last = end ?? date ?? published else { return false }
            if let since, last.lastDay < since.firstDay { return false }
            if let until, first.firstDay > until.lastDay { return false }
        }
        guard let validAt else { return true }
        if status == .denied || status == .cancelled { return false }
        let first: PartialDate?, last: PartialDate?
        if ontology[type]?.kind != .state {
            first = date ?? end ?? published
            last = end ?? first
        } else if status == .former {
            // What an article calls former had ended when it came out; without a beginning nobody knows since when it held.
            if end == nil, let published, validAt.firstDay >= published.firstDay { return false }
            first = date
            last = end
        } else {
            first = date ?? published
            last = end
        }
        guard let first, first.firstDay <= validAt.lastDay else { return false }
        return last.map { $0.lastDay >= validAt.firstDay } ?? true
    }
}
