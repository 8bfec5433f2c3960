/// An article as it was read: its text untouched, and what is known about it.
public struct Document: Hashable, Sendable, Identifiable {
    /// The JSONL `id`, else the URL, else a hash of title, date and text; never the path.
    public var id: String
    /// The file or URL it came from, for people to find it again.
    public var source: String
    public var title: String
    public var publisher: String?
    /// The day (or month, or year) of publication; nil if unknown.
    public var published: PartialDate?
    /// The whole text that offsets point into; empty in a `KnowledgeGraph` that was asked for without texts.
    public var text: String
    /// The parts of the text that belong to the article itself, in order; what no passage covers is the publisher's furniture.
    public var passages: [Passage]
    /// In a graph: the first article with nearly the same words, which this one prints again (see `ArticleCopies`); nil if there is none.
    public var copyOf: Document.ID?

    public init(
        id: String, source: String, title: String, publisher: String? = nil, published: PartialDate? = nil, text: String,
        passages: [Passage] = [], copyOf: String? = nil
    ) {
        self.id = id
        self.source = source
        self.title = title
        self.publisher = publisher
        self.published = published
        self.text = text
        self.passages = passages
        self.copyOf = copyOf
    }
}

/// A run of the article's own words that no sentence crosses the border of.
public struct Passage: Hashable, Sendable, Codable {
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        /// The article's own headline.
        case headline
        /// A headline between paragraphs.
        case subheading
        case paragraph
    }

    public var span: TextSpan
    public var role: Role

    public init(span: TextSpan, role: Role) {
        self.span = span
        self.role = role
    }
}
