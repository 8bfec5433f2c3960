/// How a text stands to what it tells. The order of the cases is the order of precedence where several cues meet.
public enum Status: String, CaseIterable, Sendable, Hashable, Codable, Comparable {
    /// Called off or halted.
    case cancelled
    /// Negated, refused, failed, contrary to fact.
    case denied
    /// Urged, demanded, asked for.
    case requested
    /// Claimed, suspected, accused of.
    case alleged
    /// Intended, ordered, agreed to.
    case planned
    /// May, could, if; threatened.
    case possible
    /// Once so, no longer.
    case former
    /// Told as fact.
    case asserted

    public static func < (a: Status, b: Status) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .cancelled: 0
        case .denied: 1
        case .requested: 2
        case .alleged: 3
        case .planned: 4
        case .possible: 5
        case .former: 6
        case .asserted: 7
        }
    }
}

/// One place in one text that says that a relation holds.
///
/// `Reference` is how it points to entities: `LocalEntity.ID` as extraction makes it, `Entity.ID` in a graph.
public struct Statement<Reference: Hashable & Sendable>: Hashable, Sendable {
    /// Id of the document that says so.
    public var document: Document.ID
    public var subject: Reference
    /// Name of the relation type in the ontology.
    public var type: RelationType.ID
    public var object: Reference
    public var status: Status
    /// When it happened or began; nil if the text does not say.
    public var date: PartialDate?
    /// When it ended; nil if neither the text nor another statement says.
    public var until: PartialDate?
    /// In a graph: the event of another statement that ended this state; then `until` is the day of that event. Nil if the text itself
    /// tells the end, or nobody does.
    public var endedBy: Ending?
    public var qualifiers: Qualifiers<Reference>
    public var evidence: Evidence

    public init(
        document: Document.ID, subject: Reference, type: RelationType.ID, object: Reference, status: Status = .asserted,
        date: PartialDate? = nil, until: PartialDate? = nil, endedBy: Ending? = nil, qualifiers: Qualifiers<Reference> = Qualifiers(),
        evidence: Evidence
    ) {
        self.document = document
        self.subject = subject
        self.type = type
        self.object = object
        self.status = status
        self.date = date
        self.until = until
        self.endedBy = endedBy
        self.qualifiers = qualifiers
        self.evidence = evidence
    }

    /// The same statement about the entities that `resolve` gives for its references.
    public func mapReferences<New>(_ resolve: (Reference) throws -> New) rethrows -> Statement<New> {
        Statement<New>(
            document: document, subject: try resolve(subject), type: type, object: try resolve(object), status: status, date: date,
            until: until, endedBy: endedBy, qualifiers: try qualifiers.mapReferences(resolve), evidence: evidence)
    }

    /// The same statement about these entities; places and speakers for which `resolve` gives nil keep their words only.
    public func lifted<New>(subject: New, object: New, _ resolve: (Reference) throws -> New?) rethrows -> Statement<New> {
        Statement<New>(
            document: document, subject: subject, type: type, object: object, status: status, date: date, until: until,
            endedBy: endedBy, qualifiers: try qualifiers.compactMapReferences(resolve), evidence: evidence)
    }
}

/// What ended a state: an event, and the article that tells of it.
public struct Ending: Hashable, Sendable {
    /// Name of the event's relation type.
    public var type: RelationType.ID
    public var document: Document.ID

    public init(type: RelationType.ID, document: Document.ID) {
        self.type = type
        self.document = document
    }

}

/// What a statement says beside who did what to whom.
public struct Qualifiers<Reference: Hashable & Sendable>: Hashable, Sendable {
    /// Words of the text, and the entity they mean if it is known.
    public struct Participant: Hashable, Sendable {
        public var text: String
        public var entity: Reference?

        public init(text: String, entity: Reference? = nil) {
            self.text = text
            self.entity = entity
        }

        func mapReferences<New>(_ resolve: (Reference) throws -> New) rethrows -> Qualifiers<New>.Participant {
            Qualifiers<New>.Participant(text: text, entity: try entity.map(resolve))
        }

        func compactMapReferences<New>(_ resolve: (Reference) throws -> New?) rethrows -> Qualifiers<New>.Participant {
            Qualifiers<New>.Participant(text: text, entity: try entity.flatMap(resolve))
        }
    }

    /// How much money.
    public var amount: MoneyAmount?
    /// The post or rank ("interim president").
    public var title: String?
    /// Where.
    public var place: Participant?
    /// Who says so.
    public var attributedTo: Participant?
    /// Of what a person is accused, or the penalty.
    public var charge: String?

    public init(
        amount: MoneyAmount? = nil, title: String? = nil, place: Participant? = nil, attributedTo: Participant? = nil, charge: String? = nil
    ) {
        self.amount = amount
        self.title = title
        self.place = place
        self.attributedTo = attributedTo
        self.charge = charge
    }

    public var isEmpty: Bool { self == Qualifiers() }

    func mapReferences<New>(_ resolve: (Reference) throws -> New) rethrows -> Qualifiers<New> {
        let place = try self.place?.mapReferences(resolve), speaker = try attributedTo?.mapReferences(resolve)
        return Qualifiers<New>(amount: amount, title: title, place: place, attributedTo: speaker, charge: charge)
    }

    func compactMapReferences<New>(_ resolve: (Reference) throws -> New?) rethrows -> Qualifiers<New> {
        let place = try self.place?.compactMapReferences(resolve), speaker = try attributedTo?.compactMapReferences(resolve)
        return Qualifiers<New>(amount: amount, title: title, place: place, attributedTo: speaker, charge: charge)
    }
}

/// The words that back a statement, and what found them.
public struct Evidence: Hashable, Sendable {
    /// The sentence, in the document's text.
    public var span: TextSpan
    /// The sentence as the text writes it.
    public var text: String
    /// The word or words that carry the relation ("captured").
    public var trigger: String
    /// Where the trigger stands in the document's text.
    public var triggerSpan: TextSpan
    /// Name of the pattern that fired.
    public var rule: String
    /// 0 to 1.
    public var confidence: Double

    public init(span: TextSpan, text: String, trigger: String, triggerSpan: TextSpan, rule: String, confidence: Double) {
        self.span = span
        self.text = text
        self.trigger = trigger
        self.triggerSpan = triggerSpan
        self.rule = rule
        self.confidence = confidence
    }
}
