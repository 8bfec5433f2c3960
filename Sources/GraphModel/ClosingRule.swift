/// Which states an event ends: who resigned no longer heads, who was freed is no longer held.
public struct ClosingRule: Hashable, Sendable {
    /// One of the two parties of the event.
    public enum Party: String, Hashable, Sendable, CaseIterable {
        case subject, object
    }

    /// Names of the state relations that end.
    public var states: [RelationType.ID]
    /// The party of the event that is the state's subject; nil if it may be anyone.
    public var subject: Party?
    /// The party of the event that is the state's object; nil if it may be anyone.
    public var object: Party?
    /// Types of entity that the event's subject must have one of.
    public var by: Set<EntityType>
    /// Types of entity that the state's object must have one of.
    public var of: Set<EntityType>

    /// A rule; at least one party is bound.
    public init(
        states: [RelationType.ID], subject: Party? = .subject, object: Party? = .object, by: Set<EntityType> = Set(EntityType.allCases),
        of: Set<EntityType> = Set(EntityType.allCases)
    ) {
        precondition(subject != nil || object != nil, "a closing rule that says whose state ends")
        self.states = states
        self.subject = subject
        self.object = object
        self.by = by
        self.of = of
    }
}
