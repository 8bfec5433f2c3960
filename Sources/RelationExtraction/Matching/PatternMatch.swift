internal import GraphModel

/// A pattern that holds at a place of the text, with the parties it found.
struct PatternMatch {
    var pattern: Pattern
    var phrase: TriggerPhrase
    var frame: PredicateFrame
    /// Subject and object, and what finding them cost.
    var pairs: [(subject: ArgumentResolver.Filler, object: ArgumentResolver.Filler)]
    /// The tokens of literal words.
    var literals: [Int]
    var weight: Double
    /// Whether a party was lent by a light verb or taken from a modifier.
    var isLent = false

    /// Readable and stable: the relation, and the pattern with the alternative that fired.
    var rule: String { "\(pattern.relation): \(pattern.kind == .clause ? "" : pattern.kind.rawValue + " ")\(phrase.text)" }
}

/// A pattern whose trigger stands in the text but that did not hold.
struct NearMiss {
    var pattern: Pattern
    var phrase: TriggerPhrase
    var token: Int
    /// Which conditions failed; never empty.
    var conditions: [FailedCondition]
}
