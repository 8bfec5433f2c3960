public import GraphModel

/// The graph as JSON, in the format that other programs rely on (`entitygraph/1`).
///
/// Keys stand in a fixed order, what a text does not say is left out, and the same graph always gives the same bytes.
public enum GraphJSON {
    /// What the field `format` says.
    public static let format = "entitygraph/1"

    /// What the places of mentions and sentences in a graph count.
    public enum Offsets: Hashable, Sendable {
        /// UTF-8 bytes of the documents' texts, which the graph must hold.
        case bytes
        /// Unicode scalars already, as in a graph that was read from JSON without texts.
        case scalars
    }

    /// The graph as UTF-8 JSON, a mention and a statement a line, with a line feed at the end.
    ///
    /// Places are given in Unicode scalars. Throws `ExchangeError.placeOutsideText` if a document's text is not there to count them in.
    public static func encode(_ graph: KnowledgeGraph, offsets: Offsets = .bytes) throws -> [UInt8] {
        try encode(graph, offsets: offsets, isCompact: false)
    }

    /// The graph as one line of UTF-8 JSON with a line feed at the end, for files that hold a graph a line.
    public static func encodeLine(_ graph: KnowledgeGraph, offsets: Offsets = .bytes) throws -> [UInt8] {
        try encode(graph, offsets: offsets, isCompact: true)
    }

    /// - Parameter addition: writes further fields of the file's object.
    static func encode(
        _ graph: KnowledgeGraph, offsets: Offsets, isCompact: Bool, addition: (inout JSONText) -> Void = { _ in }
    ) throws -> [UInt8] {
        var writer = GraphJSONWriter(graph.documents, offsets: offsets)
        var text = JSONText(isCompact: isCompact)
        try text.object(breakingLines: true) { text in
            text.field("format", format)
            text.key("documents")
            text.array(graph.documents, breakingLines: true) { $0.document($1) }
            text.key("entities")
            try text.array(graph.entities, breakingLines: true) { try writer.entity($1, to: &$0) }
            text.key("relations")
            try text.array(graph.relations, breakingLines: true) { try writer.relation($1, to: &$0) }
            addition(&text)
        }
        text.newline()
        return text.bytes
    }
}

extension JSONText {
    /// Writes what is known about an article, without its text.
    mutating func document(_ document: Document) {
        object {
            $0.field("id", document.id)
            $0.field("source", document.source)
            $0.field("title", document.title)
            $0.field("published", ifKnown: document.published?.description)
            $0.field("publisher", ifKnown: document.publisher)
            $0.field("copy_of", ifKnown: document.copyOf)
        }
    }
}
