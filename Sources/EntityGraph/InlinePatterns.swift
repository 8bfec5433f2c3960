import GraphModel
import RelationExtraction
import Yams

/// The `patterns` field of a relation in an ontology file, as pattern files of which every line stands where the ontology has it.
struct InlinePatterns {
    private(set) var files: [PatternFile] = []

    /// - Throws: `DataFileError` for a form in which lines cannot be told.
    init(of relation: RelationType.ID, _ node: Node, file: String) throws {
        func fail(_ node: Node, _ message: String) -> DataFileError { DataFileError(file: file, line: node.mark?.line, message: message) }
        func add(_ text: String, at line: Int) {
            // The relation is opened on the line before; what stands above it is left empty.
            let opening = String(repeating: "\n", count: max(0, line - 2)) + "relation \(relation)\n"
            files.append(PatternFile(name: file, text: opening + text))
        }
        let line = node.mark?.line ?? 1
        if let scalar = node.scalar {
            guard scalar.style != .folded else {
                throw fail(node, "the patterns of '\(relation)' stand after '>', which joins their lines; write 'patterns: |'")
            }
            // The text of a block begins on the line after its '|'.
            add(scalar.string, at: scalar.style == .literal ? line + 1 : max(2, line))
            return
        }
        guard let list = node.sequence else {
            throw fail(node, "the patterns of '\(relation)' are no lines; write 'patterns: |' and below it a pattern a line, further indented")
        }
        for item in list {
            guard let text = item.scalar?.string else {
                throw fail(
                    item,
                    "a pattern of '\(relation)' begins with '{', which YAML reads as a table; write 'patterns: |' and a pattern a line, or quote it")
            }
            add(text, at: max(2, item.mark?.line ?? line))
        }
    }
}
