import Foundation
import GraphModel

/// What the script of a page knows of the drawing.
struct PageData: Encodable {
    struct Node: Encodable {
        /// The ids of its drawn groups.
        var elements: [String]
        var name: String
        var type: String
        var aliases: [String]
    }

    struct Article: Encodable {
        var title: String
        var source: String
        var published: String?
        var publisher: String?
    }

    struct Saying: Encodable {
        /// Index of the article.
        var document: Int
        var text: String
        /// Where the trigger stands in `text`, in UTF-16 units as scripts count; left out where it is not there.
        var trigger: [Int]?
        var date: String?
        var until: String?
        var title: String?
        var amount: String?
        var speaker: String?
    }

    struct Fact: Encodable {
        var type: String
        var status: String
        var sources: Int
        /// Whether it leads from the line's object to its subject.
        var turned: Bool
        var statements: [Saying]
        /// By step of growth, from how many independent sources it was known; 0 where it was not.
        var known: [Int]?
        /// The steps at which it was told otherwise than before.
        var changed: [Int]?
    }

    struct Edge: Encodable {
        /// The ids of its drawn groups: the line and the words.
        var elements: [String]
        /// Indices of nodes.
        var subject: Int
        var object: Int
        var relations: [Fact]
        /// How it was drawn at the steps of growth; nil where there are no steps.
        var variants: [Variant]?
    }

    /// What an edge looked like for some steps in a row.
    struct Variant: Encodable {
        var first: Int
        var last: Int
        var elements: [String]
    }

    struct Step: Encodable {
        var day: String
        /// Articles that were known.
        var articles: Int
    }

    var nodes: [Node] = []
    var edges: [Edge] = []
    var documents: [Article] = []
    /// The steps of growth; nil for a picture of one graph or of two.
    var steps: [Step]?
    /// What relation types and statuses are called.
    var words: [String: String] = [:]

    /// As JSON that may stand inside a `script` element: no `<` in it can end the element or open a comment.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let text = String(decoding: try encoder.encode(self), as: UTF8.self)
            return text.replacing("<", with: "\\u003c").replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
        }
    }
}

extension PageData {
    init(_ drawing: GraphDrawing) {
        // The earlier side of two has ids of its own.
        let sides = drawing.isComparison && drawing.options.isSideBySide ? ["", "-before"] : [""]
        let entities = drawing.selection.entities
        let indexOf = Dictionary(entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        nodes = entities.map { entity in
            Node(elements: sides.map { EntityBox.elementID(of: entity) + $0 }, name: entity.name, type: entity.type.rawValue, aliases: entity.aliases)
        }
        steps = drawing.growth?.stages.map { Step(day: $0.day.description, articles: $0.articles) }
        var articleOf: [Document.ID: Int] = [:]
        for edge in drawing.edges {
            guard let subject = indexOf[edge.key.subject], let object = indexOf[edge.key.object] else { continue }
            let facts = edge.relations.map { drawn in
                let relation = drawn.relation
                words[relation.type] = drawing.ontology[relation.type]?.words ?? relation.type
                let sayings = relation.statements.map { statement in
                    let index = articleOf[statement.document] ?? documents.count
                    if index == documents.count {
                        articleOf[statement.document] = index
                        documents.append(Article(drawing.documents[statement.document], id: statement.document))
                    }
                    return Saying(statement, document: index)
                }
                return Fact(
                    type: relation.type, status: relation.status.rawValue, sources: relation.sources,
                    turned: relation.subject != edge.key.subject, statements: sayings,
                    known: drawing.growth?.sources(of: relation.key), changed: drawing.growth?.changes(of: relation.key))
            }
            let parts = [EdgeFigures.lineID(of: edge), EdgeFigures.wordsID(of: edge)]
            let variants = drawing.growth.map { growth in
                growth.variants(of: edge) { PictureComposer.words(on: $0, drawing) }.enumerated().map { number, variant in
                    Variant(first: variant.first, last: variant.last, elements: parts.map { $0 + EdgeFigures.suffix(ofVariant: number) })
                }
            }
            let elements = variants.map { $0.flatMap(\.elements) } ?? sides.flatMap { side in parts.map { $0 + side } }
            edges.append(Edge(elements: elements, subject: subject, object: object, relations: facts, variants: variants))
        }
    }
}

extension PageData.Article {
    fileprivate init(_ document: Document?, id: Document.ID) {
        self.init(
            title: document?.title ?? id, source: document?.source ?? "", published: document?.published?.description, publisher: document?.publisher)
    }
}

extension PageData.Saying {
    fileprivate init(_ statement: Statement<Entity.ID>, document: Int) {
        let evidence = statement.evidence
        self.init(document: document, text: evidence.text)
        let start = evidence.triggerSpan.start - evidence.span.start, end = evidence.triggerSpan.end - evidence.span.start
        let bytes = evidence.text.utf8
        if start >= 0, start < end, end <= bytes.count, String(bytes.dropFirst(start).prefix(end - start)) == evidence.trigger {
            let before = String(bytes.prefix(start))?.utf16.count ?? 0
            trigger = [before, before + evidence.trigger.utf16.count]
        } else if !evidence.trigger.isEmpty, let range = evidence.text.firstRange(of: evidence.trigger) {
            trigger = [range.lowerBound, range.upperBound].map { evidence.text[..<$0].utf16.count }
        }
        date = statement.date?.description
        until = statement.until?.description
        title = statement.qualifiers.title
        amount = statement.qualifiers.amount.map(RelationLabel.words)
        speaker = statement.qualifiers.attributedTo?.text
    }
}
