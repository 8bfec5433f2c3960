import Foundation
import GraphModel
import Testing

@testable import GraphRendering

@Suite struct GrowthTests {
    private static let names = "c Aland\nc Bland\np Bo Berg"

    /// Four days: nothing, an attack that is planned, the attack with a second relation, more sources.
    private static func steps() throws -> [GrowthStep] {
        let days = [
            "", "Aland | attacked | Bland | planned", "Aland | attacked | Bland\nBo Berg | head_of | Aland",
            "Aland | attacked | Bland | asserted | | 3\nBo Berg | head_of | Aland",
        ]
        return try days.enumerated().map { number, relations in
            var graph = SampleGraphs.graph(entities: names, relations: relations)
            if relations.isEmpty { graph.documents = [] }
            return GrowthStep(day: try #require(PartialDate("2026-01-0\(number + 1)")), graph: graph)
        }
    }

    private static func page() throws -> (text: String, data: [String: Any]) {
        let drawing = GraphDrawing(of: try steps(), ontology: SampleGraphs.ontology, options: DrawingOptions(title: "Growth"))
        let text = String(decoding: try drawing.data(as: .html), as: UTF8.self)
        let start = try #require(text.firstRange(of: "id=\"page-data\">")).upperBound
        let end = try #require(text[start...].firstRange(of: "</script>")).lowerBound
        return (text, try #require(try JSONSerialization.jsonObject(with: Data(text[start..<end].utf8)) as? [String: Any]))
    }

    @Test func thePageKnowsWhatWasKnownAtEachStep() throws {
        let data = try Self.page().data
        let steps = try #require(data["steps"] as? [[String: Any]])
        #expect(steps.map { $0["day"] as? String } == ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"])
        #expect(steps.map { $0["articles"] as? Int } == [0, 1, 1, 1])
        var known: [String: [Int]] = [:], changed: [String: [Int]] = [:]
        for edge in try #require(data["edges"] as? [[String: Any]]) {
            for fact in try #require(edge["relations"] as? [[String: Any]]) {
                let name = "\(fact["status"] as? String ?? "") \(fact["type"] as? String ?? "")"
                known[name] = fact["known"] as? [Int]
                changed[name] = fact["changed"] as? [Int]
            }
        }
        #expect(known == ["planned attacked": [0, 1, 0, 0], "asserted attacked": [0, 0, 1, 3], "asserted head_of": [0, 0, 1, 1]])
        #expect(changed == ["planned attacked": [], "asserted attacked": [3], "asserted head_of": []])
    }

    @Test func everyLookOfALineIsDrawnOnceAndOnlyTheLastIsShownAtFirst() throws {
        let (text, data) = try Self.page()
        for edge in try #require(data["edges"] as? [[String: Any]]) {
            let variants = try #require(edge["variants"] as? [[String: Any]])
            #expect(!variants.isEmpty)
            for (number, variant) in variants.enumerated() {
                for element in try #require(variant["elements"] as? [String]) {
                    #expect(text.components(separatedBy: "<g id=\"\(element)\"").count == 2, "\(element)")
                    let start = try #require(text.firstRange(of: "<g id=\"\(element)\"")).lowerBound, tag = text[start...].prefix { $0 != ">" }
                    #expect(tag.contains(" gone\"") == (number + 1 < variants.count), "\(tag)")
                }
            }
        }
        #expect(text.contains(">attacked<") && text.contains("3 sources"))
    }

    @Test func theLastStepDoesNotAnticipateAndThePictureShowsTheEnd() throws {
        let drawing = GraphDrawing(of: try Self.steps(), ontology: SampleGraphs.ontology)
        let lines = try drawing.scene().figures.filter { $0.classes.first == "edge" }
        #expect(lines.count == 3 && !lines.contains { $0.classes.contains("gone") })
        // The relation with three sources at the end has a look with one.
        #expect(try drawing.scene(showsSteps: true).figures.filter { $0.classes.first == "edge" }.count == 4)
    }

    /// Draws how the sample story grew for people to look at, where the environment names a folder.
    @Test("draws growth into the folder that PICTURES names", .enabled(if: ProcessInfo.processInfo.environment["PICTURES"] != nil))
    func picture() throws {
        let story = SampleGraphs.story
        let steps = try (1...9).map { day in
            var graph = story
            graph.relations.removeAll { relation in relation.statements.contains { ($0.date?.firstDay.day ?? 0) > day } }
            if day < 6 { for index in graph.relations.indices where graph.relations[index].sources > 4 { graph.relations[index].sources -= 3 } }
            return GrowthStep(day: try #require(PartialDate(year: 2026, month: 1, day: day)), graph: graph)
        }
        let page = try GraphDrawing(of: steps, ontology: SampleGraphs.ontology, options: DrawingOptions(title: "How it grew")).data(as: .html)
        let folder = try #require(ProcessInfo.processInfo.environment["PICTURES"])
        try Data(page).write(to: URL(filePath: folder).appending(path: "growth.html"))
    }

    @Test func theSameStepsGiveTheSamePage() throws {
        #expect(try Self.page().text == Self.page().text)
    }

    @Test func wordsOfAllStepsHaveRoom() throws {
        let scene = try GraphDrawing(of: try Self.steps(), ontology: SampleGraphs.ontology).scene(showsSteps: true)
        let nodes = scene.figures.filter { $0.classes.first == "node" }.compactMap(\.frame)
        let labels = scene.figures.filter { $0.classes.first == "label" }
        for label in labels {
            let frame = try #require(label.frame).grown(by: -1)
            #expect(!nodes.contains { $0.overlaps(frame) })
        }
        #expect(labels.count == 4)
    }
}
