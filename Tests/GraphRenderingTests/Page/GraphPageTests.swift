import Foundation
import GraphModel
import Testing

@testable import GraphRendering

@Suite struct GraphPageTests {
    /// Two entities with a name each and a relation that a sentence backs.
    private static func page(_ name: String, sentence: String = "", trigger: String = "", title: String? = nil) throws -> String {
        let place = TextSpan(start: 10, end: 10 + sentence.utf8.count)
        let before = sentence.firstRange(of: trigger).map { sentence[..<$0.lowerBound].utf8.count } ?? 0
        let evidence = Evidence(
            span: place, text: sentence, trigger: trigger,
            triggerSpan: TextSpan(start: 10 + before, end: 10 + before + trigger.utf8.count), rule: "r", confidence: 1)
        let statement = Statement(document: "d", subject: "a", type: "captured", object: "b", date: PartialDate("2026-01-03"), evidence: evidence)
        let graph = KnowledgeGraph(
            documents: [Document(id: "d", source: "https://example.org/1", title: name, publisher: name, text: "")],
            entities: [Entity(id: "a", type: .country, name: name, aliases: [name + " too"]), Entity(id: "b", type: .person, name: "B")],
            relations: [
                Relation(
                    key: Relation.Key(subject: "a", type: "captured", object: "b", status: .asserted), confidence: 1, sources: 1,
                    statements: [statement])
            ])
        let drawing = GraphDrawing(
            of: graph, ontology: Ontology(version: "t", relationTypes: []), options: DrawingOptions(title: title ?? name))
        return String(decoding: try drawing.data(as: .html), as: UTF8.self)
    }

    private static func data(_ page: String) throws -> [String: Any] {
        let start = try #require(page.firstRange(of: "id=\"page-data\">")).upperBound
        let end = try #require(page[start...].firstRange(of: "</script>")).lowerBound
        return try #require(try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8)) as? [String: Any])
    }

    @Test(
        "nothing from an article becomes markup",
        arguments: ["</script><script>alert(1)</script>", "<!--<script>", "\"><img src=x onerror=y>", "]]>"])
    func escapes(name: String) throws {
        let page = try Self.page(name, sentence: name, trigger: name)
        // The data block and the page's own script.
        #expect(page.components(separatedBy: "<script").count == 3)
        #expect(page.components(separatedBy: "</script>").count == 3)
        #expect(!page.contains("<img") && !page.contains("<!--"))
        let nodes = try #require(try Self.data(page)["nodes"] as? [[String: Any]])
        #expect(nodes[0]["name"] as? String == name)
    }

    @Test func onlyThePagesOwnScriptMayRunAndNothingIsFetched() throws {
        let page = try Self.page("A")
        let hash = Data(SHA256.digest(of: Array(PageScript.text.utf8))).base64EncodedString()
        #expect(page.contains("default-src 'none'; script-src 'sha256-\(hash)'"))
        #expect(page.contains("<script>\(PageScript.text)</script>"))
        #expect(!page.contains("src=\"") && !page.contains("@import") && !page.contains("url("))
    }

    @Test(
        "the trigger is marked where scripts count it",
        arguments: [("US captured B.", "captured", "US "), ("Élysée 😀 captured B.", "captured", "Élysée 😀 "), ("so and so", "so", "")])
    func trigger(sentence: String, trigger: String, before: String) throws {
        let edges = try #require(try Self.data(Self.page("A", sentence: sentence, trigger: trigger))["edges"] as? [[String: Any]])
        let facts = try #require(edges[0]["relations"] as? [[String: Any]]), sayings = try #require(facts[0]["statements"] as? [[String: Any]])
        #expect(sayings[0]["trigger"] as? [Int] == [before.utf16.count, before.utf16.count + trigger.utf16.count])
    }

    @Test func everyPartThatTheScriptKnowsIsDrawn() throws {
        let page = try Self.page("Ünlü Kişi & Co")
        let data = try Self.data(page)
        for kind in ["nodes", "edges"] {
            for thing in try #require(data[kind] as? [[String: Any]]) {
                let first = try #require((thing["elements"] as? [String])?.first)
                #expect(page.contains("<g id=\"\(first)\""))
            }
        }
    }

    @Test func theSameGraphGivesTheSamePage() throws {
        #expect(try Self.page("A", sentence: "x y", trigger: "y") == Self.page("A", sentence: "x y", trigger: "y"))
    }
}
