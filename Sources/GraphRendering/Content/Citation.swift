import GraphModel

/// What articles say for an edge: sentences with who published them when, and a link to one of them.
struct Citation {
    private let edge: FoldedEdge
    private let documents: [Document.ID: Document]
    private let ontology: Ontology

    init(_ edge: FoldedEdge, documents: [Document.ID: Document], ontology: Ontology) {
        self.edge = edge
        self.documents = documents
        self.ontology = ontology
    }

    /// The surest sentence of each relation, a line each; the first four relations.
    var text: String {
        edge.relations.prefix(4).map { drawn in
            let label = RelationLabel(drawn, ontology: ontology)
            let words = [label.status, label.words].compactMap(\.self).joined(separator: ": ")
            guard let sentence = Self.sentence(for: drawn.relation, documents: documents) else { return PlainText.clean(words) }
            let origin = sentence.origin.map { " (\(TextWrapping.shorten($0, to: 100)))" } ?? ""
            return PlainText.clean("\(words): “\(TextWrapping.shorten(sentence.text, to: 300))”\(origin)")
        }.joined(separator: "\n")
    }

    /// The surest sentence that states a relation, and where it stood; nil if the graph holds none.
    static func sentence(for relation: Relation, documents: [Document.ID: Document]) -> (text: String, origin: String?)? {
        // The first of equally sure ones.
        guard let statement = relation.statements.reversed().max(by: { $0.evidence.confidence < $1.evidence.confidence }) else { return nil }
        let document = documents[statement.document]
        let origin = [document?.publisher ?? document?.title, document?.published.map(DateSpan.words)].compactMap(\.self).filter { !$0.isEmpty }
        return (statement.evidence.text, origin.isEmpty ? nil : origin.joined(separator: ", "))
    }

    /// The article that says so, if it came from the web: other kinds of links have no place in a picture made from strangers' texts.
    var link: String? {
        for statement in edge.relations.flatMap(\.relation.statements) {
            guard let source = documents[statement.document]?.source, source.utf8.count <= 2000 else { continue }
            let isWeb = source.hasPrefix("https://") || source.hasPrefix("http://")
            if isWeb, source.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 && !"\"'<>\\`{}|^;".unicodeScalars.contains($0) }) {
                return source
            }
        }
        return nil
    }
}
