/// What the confidence of a statement depends on, each a number near 0 to 2; 0 is the plainest case.
public enum ConfidenceFeature: String, CaseIterable, Sendable, Hashable {
    /// 1 less the confidence of the pattern and of the hops to its parties.
    case doubt
    /// The trigger is a noun that names an event.
    case noun
    /// The trigger is a noun that names a role.
    case role
    /// The status is neither asserted nor former.
    case hedged
    /// How many parties the sentence calls by a pronoun.
    case pronoun
    /// How many parties the sentence calls by a description.
    case description
    /// Words between the trigger and the farther party, divided by 10, at most 2.
    case distance
    /// The sentence is a headline.
    case headline
    /// How unsure the language model is of the less certain of the two names.
    case name
    /// Another sentence of the article says the same.
    case repeated
    /// The sentence says something else of the same two, too.
    case rival
}

/// The features of one statement.
public struct ConfidenceFeatures: Hashable, Sendable {
    private var values = [Double](repeating: 0, count: ConfidenceFeature.allCases.count)

    init() {}

    public internal(set) subscript(feature: ConfidenceFeature) -> Double {
        get { values[Self.places[feature] ?? 0] }
        set { values[Self.places[feature] ?? 0] = newValue }
    }

    private static let places = Dictionary(uniqueKeysWithValues: ConfidenceFeature.allCases.enumerated().map { ($1, $0) })
}
