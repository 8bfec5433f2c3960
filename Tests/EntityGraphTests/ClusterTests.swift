import Foundation
import GraphModel
import RelationExtraction
import Testing

@testable import EntityGraph

/// Paragraphs that say who is meant, run through the whole analysis.
@Suite struct ClusterTests {
    static func paragraphs() throws -> [ClusterParagraph] {
        ClusterParagraph.read(try String(contentsOf: SentenceTests.sentences.appending(path: "clusters.txt"), encoding: .utf8))
    }

    static func tables() throws -> [(name: String, text: String)] {
        let folder = GraphBuilderTests.project.appending(path: "Sources/EntityGraph/Resources/gazetteers")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tsv") }.sorted().map {
            (name: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
        }
    }

    @Test func `names, descriptions and pronouns mean whom a reader takes them for, in nineteen of twenty paragraphs`() throws {
        let builder = try SentenceTests.builder.get()
        let extractor = RelationExtractor(
            ontology: builder.ontology, patterns: try PatternSet([], ontology: builder.ontology), gazetteer: try Gazetteer(tables: Self.tables()))
        let paragraphs = try Self.paragraphs()
        #expect(paragraphs.count >= 120)
        var wrong: [String] = []
        for paragraph in paragraphs {
            let passage = Passage(span: TextSpan(start: 0, end: paragraph.text.utf8.count), role: .paragraph)
            let document = Document(
                id: "paragraph", source: "paragraph", title: "", published: PartialDate("2026-01-09"), text: paragraph.text, passages: [passage])
            let problems = paragraph.problems(with: extractor.mentions(of: builder.analyse(document)))
            if !problems.isEmpty { wrong.append("\(paragraph.phenomenon): \(problems.joined(separator: "; "))") }
        }
        #expect(wrong.count * 20 <= paragraphs.count, "\(wrong.joined(separator: "\n"))")
    }

    @Test func `a wrong referent is told from a right one`() {
        let paragraph = ClusterParagraph.read("% none\n[Ana Lopes](1 person) left. [She](1) sang.")[0]
        #expect(paragraph.text == "Ana Lopes left. She sang.")
        #expect(paragraph.problems(with: []) == ["'Ana Lopes' is nobody", "'She' is nobody"])
    }
}
