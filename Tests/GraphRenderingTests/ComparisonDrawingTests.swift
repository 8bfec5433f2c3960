import GraphModel
import Testing

@testable import GraphRendering

@Suite struct ComparisonDrawingTests {
    private func drawing() -> GraphDrawing {
        let names = "c Aland\nc Bland\np Bo Berg"
        let before = SampleGraphs.graph(
            entities: names, relations: "Aland | attacked | Bland | asserted | | 1\nBo Berg | head_of | Aland\nAland | met_with | Bland")
        let after = SampleGraphs.graph(
            entities: names + "\np Cy Cole",
            relations: "Aland | attacked | Bland | asserted | | 3\nCy Cole | head_of | Aland\nAland | met_with | Bland")
        return GraphDrawing(of: after.difference(from: before), before: before, after: after, ontology: SampleGraphs.ontology)
    }

    @Test func bothDaysStandOnOneLayout() {
        #expect(drawing().dotGraph().nodes.map(\.name) == ["country/aland", "country/bland", "person/bo-berg", "person/cy-cole"])
        #expect(drawing().edges.map(\.key.change).sorted { ($0 ?? .unchanged) < ($1 ?? .unchanged) } == [.added, .removed, .changed, .unchanged])
    }

    @Test func changesAreToldApartByLineAndWordsNotByColourAlone() {
        let edges = drawing().edges.map { edge in
            (
                edge.key.change,
                drawing().dotGraph().edges.first {
                    $0.tail == edge.key.subject && $0.head == edge.key.object && $0.attributes.text.contains(edge.key.change.map { "\($0)" } ?? "")
                }
            )
        }
        let lines = edges.map { _, edge in
            let text = edge?.attributes.text ?? ""
            return ["style=", "penwidth="].map { key in text.split(separator: " ").first { $0.hasPrefix(key) }.map(String.init) ?? "" }
        }
        #expect(Set(lines).count == 4)
        for (change, edge) in edges where change != .unchanged {
            #expect(edge?.attributes.text.contains(change?.prefix ?? "none") == true)
        }
    }

    @Test func aRelationWithMoreSourcesSaysHowMany() {
        #expect(drawing().dot.contains("1 → 3 sources"))
    }

    @Test func theLegendNamesTheChanges() throws {
        let svg = String(decoding: try drawing().data(as: .svg), as: UTF8.self)
        for change in Change.allCases { #expect(svg.contains(change.name)) }
    }
}
