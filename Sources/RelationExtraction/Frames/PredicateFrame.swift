internal import GraphModel

/// How an argument stands to its predicate, the same for active, passive, relative and nominal ways of saying it.
enum ArgumentRole: Hashable, Sendable {
    /// Who does it: the subject of an active verb, the "by" of a passive one, the agent of a noun.
    case subject
    /// To whom it is done: the object of an active verb, the subject of a passive one.
    case object
    case indirectObject
    /// Who launches, plans or calls off what a noun names.
    case supporter
    /// After a preposition.
    case oblique
    /// "Russia's attack", "his wife".
    case possessor
    /// A noun or adjective before the noun: "US forces", "Iranian president".
    case modifier
    /// Who bears the role that a noun names: "Delcy Rodriguez, the president".
    case holder
    /// The noun itself: "an Australian".
    case itself
    /// What follows a name after a comma: "Toronto, Canada".
    case follower
    /// A noun or adjective that completes the verb: "took him prisoner".
    case complement
}

/// Words that fill a role of a predicate.
struct FrameArgument: Hashable, Sendable {
    var role: ArgumentRole
    /// The preposition of an oblique; empty for other roles.
    var preposition = ""
    /// Head tokens, every member of a coordination.
    var heads: [Int]
    /// What the way to this argument costs in confidence: 1 for none.
    var weight = 1.0
}

/// A verb, noun or adjective with its arguments, normalized.
struct PredicateFrame: Sendable {
    enum Category: String, Sendable, Hashable, CaseIterable {
        case verb, noun, adjective
    }

    var token: Int
    var category: Category
    /// Verb particle ("off" of "call off"), or nil.
    var particle: String?
    var particleToken: Int?
    /// Whether what would be the object stands as subject, or is what a participle modifies.
    var isPassive = false
    /// In the order in which the builder finds them: the surest ones first.
    var arguments: [FrameArgument] = []

    func heads(_ role: ArgumentRole) -> [Int] {
        for argument in arguments where argument.role == role { return argument.heads }
        return []
    }

    func has(_ role: ArgumentRole) -> Bool { arguments.contains { $0.role == role } }

    mutating func add(_ role: ArgumentRole, _ heads: [Int], preposition: String = "", weight: Double = 1) {
        guard !heads.isEmpty else { return }
        arguments.append(FrameArgument(role: role, preposition: preposition, heads: heads, weight: weight))
    }
}
