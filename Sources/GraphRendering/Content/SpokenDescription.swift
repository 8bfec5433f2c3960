import GraphModel

/// What a screen reader says of a picture: its relations as sentences.
enum SpokenDescription {
    /// Most relations that are spoken.
    private static let mostRelations = 100

    /// "United States captured Nicolás Maduro (3 Jan 2026). ..."
    static func text(_ drawing: GraphDrawing) -> String {
        let names = Dictionary(drawing.selection.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let relations = drawing.edges.flatMap(\.relations)
        let sentences = relations.prefix(mostRelations).map { drawn in
            let label = RelationLabel(drawn, ontology: drawing.ontology), relation = drawn.relation
            let remarks = [drawn.change.map { "\($0)" }, label.status].compactMap(\.self) + label.details
            let words = [names[relation.subject] ?? relation.subject, label.words, names[relation.object] ?? relation.object]
            return TextWrapping.shorten(words.joined(separator: " ") + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"), to: 300)
                + "."
        }
        let rest = relations.count - sentences.count
        return sentences.joined(separator: " ") + (rest > 0 ? " And \(rest) more." : "")
    }
}
