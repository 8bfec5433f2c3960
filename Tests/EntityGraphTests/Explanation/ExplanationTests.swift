import Foundation
import GraphModel
import Testing

@testable import EntityGraph

@Suite struct ExplanationTests {
    static func explain(_ text: String) throws -> Explanation {
        try SentenceTests.builder.get().explanation(ofText: text, published: PartialDate("2026-01-09"))
    }

    @Test func showsPatternStatusAndWhoIsMeant() throws {
        let text = try Self.explain("France will not sanction Iran, President Emmanuel Macron said. He met Angela Merkel in Berlin.").text()
        #expect(text.contains("France -sanctioned-> Iran  denied"))
        #expect(text.contains("'sanction' by coercion.patterns:"))
        #expect(text.contains("'not'") && text.contains("'will'"))
        #expect(text.contains("back to 'Emmanuel Macron' in sentence 1"))
        #expect(text.contains("Emmanuel Macron -met_with-> Angela Merkel") || text.contains("Angela Merkel -met_with-> Emmanuel Macron"))
    }

    @Test func showsWhyAPatternDidNotHold() throws {
        let text = try Self.explain("The United States captured Caracas.").text()
        #expect(text.contains("Caracas (place) stands at {B}, and"))
        let none = try Self.explain("It rained in Lisbon.").text()
        #expect(none.contains("no relation"))
    }

    @Test func whatIsTooDoubtfulForTheGraphIsSaidToBeLeftOut() throws {
        let builder = try GraphBuilderTests.builder(threads: 1, minimumConfidence: 0.99)
        let explanation = builder.explanation(ofText: "France sanctioned Iran.")
        #expect(explanation.text().contains("left out: less likely right than --min-confidence 0.99 asks"))
        #expect(explanation.json.contains("\"kept\" : false"))
    }

    @Test func patternsThatFindTheSameAreNamedOnce() throws {
        let text = try Self.explain("Nicolás Maduro, the president of Venezuela, resigned.").text()
        #expect(text.components(separatedBy: "Nicolás Maduro -head_of-> Venezuela").count == 2)
        #expect(text.contains("also by roles.patterns:"))
    }

    @Test func theSameTextGivesTheSameExplanation() throws {
        let text = "Canada expelled two Russian diplomats, and Moscow accused it of lying."
        #expect(try Self.explain(text).json == Self.explain(text).json)
    }

    @Test func theJSONHoldsTreeMentionsRelationsAndMisses() throws {
        let data = Data(try Self.explain("US forces captured Nicolás Maduro.").json.utf8)
        let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let sentence = try #require((file["sentences"] as? [[String: Any]])?.first)
        let tokens = try #require(sentence["tokens"] as? [[String: Any]])
        #expect(tokens.count == 6 && tokens.contains { $0["head"] as? Int == 0 && $0["text"] as? String == "captured" })
        let relation = try #require((sentence["relations"] as? [[String: Any]])?.first)
        #expect(relation["type"] as? String == "captured" && relation["kept"] as? Bool == true)
        #expect((relation["pattern"] as? [String: Any])?["file"] as? String == "conflict.patterns")
        #expect((sentence["mentions"] as? [[String: Any]])?.count == 3)
        #expect((sentence["near_misses"] as? [[String: Any]])?.isEmpty == false)
    }

    @Test func onlyTheSentencesAskedForAreExplained() throws {
        let builder = try SentenceTests.builder.get()
        let text = "Rain in Lisbon\n\nIt rained. France sanctioned Iran.\n"
        let document = Document(
            id: "a", source: "a", title: "", text: text,
            passages: [
                Passage(span: TextSpan(start: 0, end: 14), role: .headline),
                Passage(span: TextSpan(start: 16, end: text.utf8.count - 1), role: .paragraph),
            ])
        let third = builder.explanation(of: document, sentences: [2])
        #expect(third.sentenceCount == 3)
        #expect(third.text().hasPrefix("sentence 3: France sanctioned Iran."))
        #expect(builder.explanation(of: document).text().contains("sentence 1 (headline): Rain in Lisbon"))
    }

    @Test func aTreeIsDrawnWithLines() {
        func token(_ text: String, _ head: Int?, _ label: DependencyLabel) -> Token {
            Token(span: TextSpan(start: 0, end: 1), text: text, lemma: text, partOfSpeech: .noun, head: head, label: label)
        }
        let tokens = [token("US", 1, .compound), token("forces", 2, .subject), token("win", nil, .root), token("wars", 2, .object)]
        #expect(
            TreeDrawing(tokens, 0..<4).lines == [
                "win        NOUN   root", "├─ forces  NOUN   nsubj", "│  └─ US   NOUN   compound", "└─ wars    NOUN   obj",
            ])
    }

    @Test func aStoredEdgeIsExplainedFromItsSentence() async throws {
        let builder = try SentenceTests.builder.get()
        let folder = FileManager.default.temporaryDirectory.appending(path: "entitygraph-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let article = folder.appending(path: "a.txt")
        try "date 2026-01-09\nTrade\n\nFrance sanctioned Iran on Thursday. Iran denied selling oil to Syria.\n".write(
            to: article, atomically: true, encoding: .utf8)
        let stored = try StoredGraph(creatingAt: folder.appending(path: "s.sqlite").path, ontology: builder.ontology)
        _ = try await builder.build([article.path], into: stored, report: { _ in })
        let explanation = try stored.explanation(ofEdgeFrom: "Iran", nil, to: "France", with: builder)
        #expect(explanation.text().hasPrefix("France -sanctioned-> Iran  asserted"))
        #expect(explanation.text().contains("sentence 2: France sanctioned Iran on Thursday."))
        #expect(!explanation.text().contains("made with"))
        #expect(explanation.json.contains("\"type\" : \"sanctioned\""))
        let error = #expect(throws: QuestionError.self) { try stored.explanation(ofEdgeFrom: "Iran", "captured", to: "France", with: builder) }
        #expect(error?.description.contains("no stored statement links Iran and France by 'captured'") == true)
    }
}
