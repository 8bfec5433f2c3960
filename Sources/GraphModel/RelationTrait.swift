/// What extraction knows of a kind of relation beside its parties; data of the ontology, so that relations of one's own may have it too.
public enum RelationTrait: String, CaseIterable, Sendable, Hashable {
    /// Kinship: it never ends, so that "former" and "was" say nothing of it.
    case kinship
    /// A post that its subject holds: an "incoming" one is planned, and resigning, dismissal or succession ends it.
    case post
    /// The one post at the top of its object: it passes from one to the next.
    case topPost = "top_post"
    /// It holds until its subject dies.
    case untilDeath = "until_death"
    /// Its object is dead afterwards.
    case kills
    /// Its subject is dead, or dies by it.
    case dies
    /// A measure that takes effect at once or on a day to come: announced, with such a day named, it is planned.
    case measure
    /// Announced, it is still to be done.
    case venture
    /// Told to somebody's discredit: in the quotation of another it is alleged.
    case hostile
    /// Its subject blames its object: who claims a hostile act of another accuses the other.
    case accusation
    /// It happens to its object once in an article, so that one sentence's date holds for the others.
    case once
    /// It holds for one race only: of an earlier year it is former.
    case bounded
    /// Its subject loses posts at its object.
    case resignation
    /// Its object loses posts at its subject.
    case dismissal
    /// Its object loses the posts that its subject now holds.
    case succession
    /// Its object loses the top post.
    case overthrow
}

extension Ontology {
    /// Whether the relation type of this name has a trait; an unknown one has none.
    public func has(_ trait: RelationTrait, _ type: RelationType.ID) -> Bool { self[type]?.traits.contains(trait) ?? false }
}
