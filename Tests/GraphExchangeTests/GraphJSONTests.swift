import Foundation
import GraphModel
import Testing

@testable import GraphExchange

@Suite struct GraphJSONTests {
    @Test func aGraphReadBackWithItsTextsIsTheSameGraph() throws {
        let bytes = try GraphJSON.encode(ExampleGraph.graph)
        #expect(try GraphJSON.decode(bytes, texts: ["a1": ExampleGraph.text]) == ExampleGraph.graph)
    }

    @Test func aGraphReadBackWithoutTextsIsWrittenAsTheSameBytes() throws {
        let bytes = try GraphJSON.encode(ExampleGraph.graph)
        let graph = try GraphJSON.decode(bytes)
        #expect(try GraphJSON.encode(graph, offsets: .scalars) == bytes)
    }

    @Test func placesAreUnicodeScalars() throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(GraphJSON.encode(ExampleGraph.graph))) as? [String: Any])
        let relations = try #require(object["relations"] as? [[String: Any]])
        let scalars = Array(ExampleGraph.text.unicodeScalars)
        for relation in relations {
            for statement in try #require(relation["statements"] as? [[String: Any]]) {
                let start = try #require(statement["start"] as? Int), end = try #require(statement["end"] as? Int)
                var sentence = String.UnicodeScalarView()
                sentence.append(contentsOf: scalars[start..<end])
                #expect(String(sentence) == statement["text"] as? String)
            }
        }
    }

    @Test func aLineIsOneLineAndHoldsTheSame() throws {
        let line = try GraphJSON.encodeLine(ExampleGraph.graph)
        #expect(line.filter { $0 == 0x0A }.count == 1 && line.last == 0x0A)
        #expect(try GraphJSON.decode(line, texts: ["a1": ExampleGraph.text]) == ExampleGraph.graph)
    }

    @Test func whatTheTextDoesNotSayIsLeftOut() throws {
        let json = String(decoding: try GraphJSON.encode(ExampleGraph.graph), as: UTF8.self)
        #expect(json.contains(#""nominal": true"#) && !json.contains(#""nominal": false"#))
        #expect(json.contains(#""until": "2026""#) && !json.contains(#""until": null"#))
        #expect(json.contains(#""attributed_to": {"text": "Reuters", "entity": null}"#))
        #expect(json.contains(#""amount": {"value": 100000000000, "currency": "USD"}"#))
    }

    @Test(
        "confidences have at most two digits",
        arguments: [(0.93, "0.93"), (0.9, "0.9"), (1, "1"), (0.049999, "0.05"), (0.30000000000000004, "0.3"), (0, "0")])
    func confidence(value: Double, written: String) {
        var text = JSONText()
        text.object { $0.field("c", hundredths: value) }
        #expect(String(decoding: text.bytes, as: UTF8.self) == "{\"c\": \(written)}")
    }

    @Test(
        "any string comes back as it was",
        arguments: [
            "", "plain", "\"quoted\"", "back\\slash", "line\nfeed\ttab\r", "\u{0}\u{1}\u{1F}\u{7F}", "é 東京 القاهرة 😀", "\u{2028}|\u{2029}", "€¨©",
            "</script>",
        ])
    func strings(value: String) throws {
        var text = JSONText()
        text.array([value]) { $0.string($1) }
        let back = try JSONSerialization.jsonObject(with: Data(text.bytes)) as? [String]
        #expect(back == [value])
    }

    @Test func aMissingTextIsAnErrorNotAWrongPlace() throws {
        var graph = ExampleGraph.graph
        graph.documents[0].text = ""
        #expect(throws: ExchangeError.self) { try GraphJSON.encode(graph) }
    }

    @Test(
        "malformed files are refused with the place and the reason",
        arguments: [
            ("nothing", "this is no JSON"), ("{}", "the format is not named"), (#"{"format": "entitygraph/9"}"#, "'entitygraph/9'"),
            (#"{"format": "entitygraph/1", "documents": [], "entities": []}"#, "'relations' is missing"),
            (
                #"{"format": "entitygraph/1", "documents": [], "entities": [], "relations": [{"subject": "a", "type": "t", "object": "b", "status": "asserted", "confidence": 1, "sources": 1, "statements": []}]}"#,
                "relations[0]: the entity 'a' is not listed"
            ),
            (
                #"{"format": "entitygraph/1", "documents": [], "entities": [{"id": "a", "type": "animal", "name": "x"}], "relations": []}"#,
                "entities[0].type"
            ),
        ])
    func refuses(json: String, words: String) {
        let error = #expect(throws: ExchangeError.self) { try GraphJSON.decode(Array(json.utf8)) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "no error")")
    }

    @Test func aComparisonHoldsWhatWasAddedRemovedAndChanged() throws {
        let relations = ExampleGraph.graph.relations
        var changed = relations[2]
        changed.sources = 2
        let diff = GraphDiff(
            addedEntities: [ExampleGraph.graph.entities[0]], addedRelations: [relations[0]], removedRelations: [relations[1]],
            changedRelations: [.init(before: relations[2], after: changed)], unchangedRelations: [])
        let bytes = try GraphJSON.encode(diff, documents: ExampleGraph.graph.documents, from: "2026-01-03", to: "2026-01-09")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(object["format"] as? String == "entitygraph-diff/1")
        #expect(((object["added"] as? [String: Any])?["relations"] as? [Any])?.count == 1)
        #expect(((object["removed"] as? [String: Any])?["relations"] as? [Any])?.count == 1)
        #expect((object["changed"] as? [[String: Any]])?.first?.keys.sorted() == ["after", "before"])
        #expect(object["unchanged"] as? Int == 0)
    }

    /// Where the environment names a folder, the example is written there in every format, for programs that read them to judge.
    @Test("writes the example into the folder that EXAMPLES names", .enabled(if: ProcessInfo.processInfo.environment["EXAMPLES"] != nil))
    func examples() throws {
        let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["EXAMPLES"]))
        let graph = ExampleGraph.graph, ontology = Ontology(version: "test", relationTypes: [])
        for (name, bytes) in [
            ("example.json", try GraphJSON.encode(graph)), ("example.jsonl", try GraphJSON.encodeLine(graph)),
            ("entities.csv", GraphCSV.entities(graph)), ("relations.csv", GraphCSV.relations(graph)),
            ("example.graphml", GraphML.encode(graph, ontology: ontology)),
        ] {
            try Data(bytes).write(to: folder.appendingPathComponent(name))
        }
    }
}
