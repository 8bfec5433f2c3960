public import GraphModel

extension GraphJSON {
    /// What the field `format` of a comparison says.
    public static let diffFormat = "entitygraph-diff/1"

    /// A comparison as UTF-8 JSON: `added` and `removed` hold entities and relations as a graph does, `changed` the relations `before` and `after`;
    /// what did not change is only counted.
    ///
    /// - Parameters:
    ///   - documents: The articles of both graphs, with their texts.
    ///   - from: What was compared, in words or as a date; left out if nil.
    ///   - to: What it was compared with.
    public static func encode(
        _ diff: GraphDiff, documents: [Document], from: String? = nil, to: String? = nil, offsets: Offsets = .bytes
    ) throws -> [UInt8] {
        var writer = GraphJSONWriter(documents, offsets: offsets)
        var text = JSONText()
        try text.object(breakingLines: true) { text in
            text.field("format", diffFormat)
            text.field("from", ifKnown: from)
            text.field("to", ifKnown: to)
            for (name, entities, relations) in [
                ("added", diff.addedEntities, diff.addedRelations), ("removed", diff.removedEntities, diff.removedRelations),
            ] {
                text.key(name)
                try text.object(breakingLines: true) { text in
                    text.key("entities")
                    try text.array(entities, breakingLines: true) { try writer.entity($1, to: &$0) }
                    text.key("relations")
                    try text.array(relations, breakingLines: true) { try writer.relation($1, to: &$0) }
                }
            }
            text.key("changed")
            try text.array(diff.changedRelations, breakingLines: true) { text, change in
                try text.object(breakingLines: true) { text in
                    text.key("before")
                    try writer.relation(change.before, to: &text)
                    text.key("after")
                    try writer.relation(change.after, to: &text)
                }
            }
            text.field("unchanged", diff.unchangedRelations.count)
        }
        text.newline()
        return text.bytes
    }
}
