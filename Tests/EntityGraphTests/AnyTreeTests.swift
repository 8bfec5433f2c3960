import GraphModel
import RandomGraphs
import RelationExtraction
import Testing

@testable import EntityGraph

/// A parser may err in any way: whatever tree it makes of a text, extraction goes through and points into the text.
@Suite struct AnyTreeTests {
    /// The paragraphs of the coreference tests, three to an article.
    static func articles() throws -> [AnnotatedDocument] {
        let builder = try SentenceTests.builder.get()
        let texts = try ClusterTests.paragraphs().map(\.text)
        return stride(from: 0, to: texts.count, by: 3).map { start in
            let text = texts[start..<min(start + 3, texts.count)].joined(separator: "\n\n")
            let passage = Passage(span: TextSpan(start: 0, end: text.utf8.count), role: .paragraph)
            return builder.analyse(
                Document(id: "any", source: "any", title: "", published: PartialDate("2026-01-09"), text: text, passages: [passage]))
        }
    }

    /// The article with other trees, crossing ones too, and some other labels, parts of speech and types of names.
    static func scrambled(_ article: AnnotatedDocument, _ share: Double, using chance: inout SeededGenerator) -> AnnotatedDocument {
        var tokens = article.tokens
        for sentence in article.sentences {
            for index in sentence.tokens {
                if Double.random(in: 0..<1, using: &chance) < share, let label = DependencyLabel.allCases.randomElement(using: &chance),
                    tokens[index].head != nil
                {
                    tokens[index].label = label
                }
                if Double.random(in: 0..<1, using: &chance) < share / 3, let part = PartOfSpeech.allCases.randomElement(using: &chance) {
                    tokens[index].partOfSpeech = part
                }
                guard tokens[index].head != nil, Double.random(in: 0..<1, using: &chance) < share,
                    let head = sentence.tokens.randomElement(using: &chance), !isBelow(head, index, tokens)
                else { continue }
                tokens[index].head = head
            }
        }
        let names = article.names.map { name in
            chance.oneIn(4) ? NameSpan(tokens: name.tokens, type: NameType.allCases.randomElement(using: &chance) ?? .person, probability: 0.5) : name
        }
        return AnnotatedDocument(
            document: article.document, tokens: tokens, sentences: article.sentences, names: names, times: article.times, amounts: article.amounts)
    }

    /// Whether hanging `other` on the token would close a circle.
    static func isBelow(_ token: Int, _ other: Int, _ tokens: [Token]) -> Bool {
        var place: Int? = token
        while let current = place {
            if current == other { return true }
            place = tokens[current].head
        }
        return false
    }

    @Test(arguments: [0.05, 0.2, 0.6]) func extractionGoesThrough(share: Double) throws {
        let builder = try SentenceTests.builder.get()
        var chance = SeededGenerator(seed: UInt64(share * 100))
        for article in try Self.articles() {
            for _ in 0..<8 {
                let scrambled = Self.scrambled(article, share, using: &chance)
                let found = builder.extractor.extract(scrambled)
                let length = article.document.text.utf8.count
                #expect(found.statements.allSatisfy { $0.evidence.span.start < $0.evidence.span.end && $0.evidence.span.end <= length })
                #expect(found.entities.flatMap(\.mentions).allSatisfy { $0.span.start < $0.span.end && $0.span.end <= length })
            }
        }
    }
}
