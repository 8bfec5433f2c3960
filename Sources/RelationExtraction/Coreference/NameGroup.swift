internal import GraphModel

/// The names of one thing in one article.
struct NameGroup {
    var kind: NameCandidate.Kind
    /// Indices into the article's name candidates, in text order.
    var members: [Int]
    /// For a body of a state: index of the country that its name tells, and the words of the name without it.
    var body: Body?
    /// The entry of the user's gazetteer that it is.
    var entry: Int?

    struct Body {
        var country: Int?
        var words: [String]
    }
}
