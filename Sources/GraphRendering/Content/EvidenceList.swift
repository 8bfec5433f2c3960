import GraphModel

/// The sentences that a picture's relations rest on, numbered.
struct EvidenceList {
    /// Most relations that are listed.
    private static let most = 30

    /// By relation, from 1.
    let numbers: [Relation.Key: Int]
    private let entries: [(number: Int, relation: Relation)]
    private let drawing: GraphDrawing

    /// - Parameter ranks: how far each entity is from the start of the picture.
    init(_ drawing: GraphDrawing, ranks: [Entity.ID: Int]) {
        self.drawing = drawing
        guard drawing.options.showsEvidence else {
            numbers = [:]
            entries = []
            return
        }
        func place(_ edge: FoldedEdge) -> (Int, Int) {
            let a = ranks[edge.key.subject] ?? .max, b = ranks[edge.key.object] ?? .max
            return (min(a, b), max(a, b))
        }
        let ordered = drawing.edges.enumerated().sorted { a, b in
            let left = place(a.element), right = place(b.element)
            return left == right ? a.offset < b.offset : left < right
        }
        var numbers: [Relation.Key: Int] = [:], entries: [(number: Int, relation: Relation)] = []
        for drawn in ordered.flatMap(\.element.relations) where numbers[drawn.relation.key] == nil && numbers.count < Self.most {
            numbers[drawn.relation.key] = numbers.count + 1
            entries.append((numbers.count, drawn.relation))
        }
        self.numbers = numbers
        self.entries = entries
    }

    /// The list from the origin, in lines of a width; and how high it is.
    func figure(width: Double) -> (figure: Figure, height: Double)? {
        guard !entries.isEmpty else { return nil }
        let theme = drawing.options.theme
        let names = Dictionary(drawing.selection.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var shapes: [Shape] = [], y = 0.0
        for (number, relation) in entries {
            let label = RelationLabel(DrawnRelation(relation), ontology: drawing.ontology)
            let status = label.status.map { "\($0): " } ?? ""
            let fact = "\(status)\(names[relation.subject] ?? relation.subject) \(label.words) \(names[relation.object] ?? relation.object)"
            var blocks = [TextBlock.wrapped(([fact] + label.details).joined(separator: " · "), width: width - 24, size: 10.5, colour: theme.ink)]
            if let sentence = Citation.sentence(for: relation, documents: drawing.documents) {
                let quote = "“\(TextWrapping.shorten(sentence.text, to: 400))”" + (sentence.origin.map { " — \($0)" } ?? "")
                blocks.append(TextBlock.wrapped(quote, width: width - 24, size: 10, colour: theme.quiet))
            }
            let mark = TextBlock([[TextRun(text: "\(number)", size: 10.5, colour: theme.ink, isBold: true)]])
            shapes += mark.shapes(from: Point(x: 0, y: y))
            for block in blocks {
                shapes += block.shapes(from: Point(x: 24, y: y))
                y += block.size.height
            }
            y += 5
        }
        return (Figure(id: "evidence", classes: ["evidence"], shapes: shapes), y)
    }
}
