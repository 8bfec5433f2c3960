/// What statements need to know of the articles that they stand in: when each came out, its place in the graph, and whose words it prints.
public struct ArticleIndex: Sendable {
    private struct Entry {
        var rank: Int
        var published: PartialDate?
        var copyOf: Document.ID?
    }

    private let entries: [Document.ID: Entry]

    /// Complexity: O(n log n).
    /// - Parameter documents: in any order, each once.
    public init(_ documents: [Document]) {
        let order = documents.indices.sorted { documents[$0].precedes(documents[$1]) }
        entries = Dictionary(
            uniqueKeysWithValues: order.enumerated().map { rank, index in
                let document = documents[index]
                return (document.id, Entry(rank: rank, published: document.published, copyOf: document.copyOf))
            })
    }

    /// Whether the article is one of these.
    public func contains(_ document: Document.ID) -> Bool { entries[document] != nil }

    /// When the article came out; nil if it has no date or is none of these.
    public func published(_ document: Document.ID) -> PartialDate? { entries[document]?.published }

    /// The place of the article in the graph; that of unknown ones is behind all others.
    public func rank(of document: Document.ID) -> Int { entries[document]?.rank ?? .max }

    /// The article whose words this one prints: itself, unless it is a copy.
    public func source(of document: Document.ID) -> Document.ID { entries[document]?.copyOf ?? document }

    /// The number of independent sources behind these statements.
    ///
    /// Articles count once however many statements they hold, and copies of one text count once whoever prints them. Two texts of one
    /// publisher count as two: each was written anew.
    public func sources<Reference>(of statements: [Statement<Reference>]) -> Int {
        if statements.count == 1 { return 1 }
        return Set(statements.lazy.map { source(of: $0.document) }).count
    }
}
