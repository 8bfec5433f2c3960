import Foundation
import GraphModel
import RelationExtraction
import Testing

@testable import EntityGraph

/// Sentences that say what must be found, and how, run through the whole analysis.
@Suite struct SentenceTests {
    /// One builder for all cases: loading the model takes longer than a sentence.
    static let builder = Result { try GraphBuilderTests.builder(threads: 1) }
    static let sentences = GraphBuilderTests.project.appending(path: "Tests/Sentences")

    static func patternFiles() throws -> [PatternFile] {
        let folder = GraphBuilderTests.project.appending(path: "Sources/EntityGraph/Resources/patterns")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".patterns") }.sorted().map {
            PatternFile(name: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
        }
    }

    /// The article that consists of this sentence.
    static func extract(_ sentence: String, with builder: GraphBuilder) -> ExtractedDocument {
        let role = sentence.hasSuffix(".") ? Passage.Role.paragraph : .headline
        let passage = Passage(span: TextSpan(start: 0, end: sentence.utf8.count), role: role)
        return builder.extract(
            Document(id: "sentence", source: "sentence", title: "", published: PartialDate("2026-01-09"), text: sentence, passages: [passage]))
    }

    /// Whether the example gives what it must, or does not give what it must not.
    static func holds(_ example: PatternExample, with builder: GraphBuilder) -> Bool {
        let article = extract(example.sentence, with: builder)
        let found = article.statements.filter { $0.type == example.relation }
        guard let expected = example.expected else { return found.isEmpty }
        let isSymmetric = builder.ontology[example.relation]?.isSymmetric ?? false
        func isCalled(_ entity: Int, _ name: String) -> Bool {
            let entity = article.entities[entity]
            return ([entity.name] + entity.aliases).contains { $0.lowercased() == name.lowercased() }
        }
        return found.contains { statement in
            statement.status == expected.status
                && (isCalled(statement.subject, expected.subject) && isCalled(statement.object, expected.object)
                    || isSymmetric && isCalled(statement.object, expected.subject) && isCalled(statement.subject, expected.object))
        }
    }

    @Test func everyPatternExampleHolds() throws {
        let builder = try Self.builder.get()
        let examples = try PatternSet(Self.patternFiles(), ontology: builder.ontology).examples
        #expect(examples.count > 300)
        let failing = examples.filter { !Self.holds($0, with: builder) }
        for example in failing { print("\(example.source): \(example.source.text)") }
        #expect(Double(failing.count) <= 0.02 * Double(examples.count), "examples that do not hold: \(failing.map(\.source.description))")
    }

    @Test func statusIsRightInNineOfTenSentences() throws {
        let builder = try Self.builder.get()
        let text = try String(contentsOf: Self.sentences.appending(path: "status.patterns"), encoding: .utf8)
        let examples = try PatternSet([PatternFile(name: "status.patterns", text: text)], ontology: builder.ontology).examples
        let failing = examples.filter { !Self.holds($0, with: builder) }
        #expect(Double(failing.count) <= 0.1 * Double(examples.count), "sentences read wrongly: \(failing.map(\.source.text))")
    }

    @Test func namesThatOnlyStandTogetherGiveNoEdges() throws {
        let builder = try Self.builder.get()
        let lines = try String(contentsOf: Self.sentences.appending(path: "unrelated.txt"), encoding: .utf8).split(separator: "\n")
        let wrong = lines.filter { !$0.hasPrefix("#") }.filter { !Self.extract(String($0), with: builder).statements.isEmpty }
        #expect(lines.count > 120)
        #expect(wrong.count <= 3, "sentences with false edges: \(wrong)")
    }
}
