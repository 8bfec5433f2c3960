internal import GraphModel

/// The names of one thing in one article.
struct NameGroup {
    var kind: NameCandidate.Kind
    /// Indices into the article's name candidates, in text order.
    var members: [Int]
}
