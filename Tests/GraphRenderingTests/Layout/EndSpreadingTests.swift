import GraphModel
import Testing

@testable import GraphRendering

@Suite struct EndSpreadingTests {
    @Test(
        "places keep their distance and their order, and stay where they were if they can",
        arguments: [
            ([0.0, 20, 40], [0.0, 20, 40]), ([20, 20, 20], [12.5, 20, 27.5]), ([0, 0], [0, 7.5]), ([40, 40, 40], [25, 32.5, 40]),
            ([10, 12, 30], [7.25, 14.75, 30]), ([5], [5]),
        ])
    func places(wished: [Double], found: [Double]) {
        #expect(EndSpreading.apart(wished, within: 0...40) == found)
    }

    @Test func whereThereIsNoRoomTheDistanceIsEven() {
        let places = EndSpreading.apart(Array(repeating: 3, count: 9), within: 0...8)
        #expect(places == [0, 1, 2, 3, 4, 5, 6, 7, 8])
    }

    /// Lines from many to one, and back from it.
    private static let hub: KnowledgeGraph = {
        let others = (1...9).map { "c Land \($0)" }.joined(separator: "\n")
        let lines = (1...9).map { "Land \($0) | criticized | Hub\nHub | supported | Land \($0)" }.joined(separator: "\n")
        return SampleGraphs.graph(
            entities: others + "\nc Hub\nl Hub City", relations: lines + "\nLand 1 | attacked | Hub City\nLand 2 | attacked | Hub City")
    }()

    @Test("heads of lines do not pile up, and every line still ends on its entity's border", arguments: ["hub", "story", "article"])
    func heads(name: String) throws {
        let graph = ["hub": Self.hub, "story": SampleGraphs.story, "article": SampleGraphs.article][name] ?? KnowledgeGraph()
        let scene = try GraphDrawing(of: graph, ontology: SampleGraphs.ontology).scene()
        let nodes = scene.figures.filter { $0.classes.first == "node" }.compactMap { $0.shapes.first?.frame }
        let edges = scene.figures.filter { $0.classes.first == "edge" }
        let ends = edges.flatMap { figure in
            figure.shapes.prefix(1).flatMap { if case .curve(let points, _) = $0 { [points[0], points[points.count - 1]] } else { [Point]() } }
        }
        #expect(ends.count == 2 * edges.count)
        for end in ends {
            // An arrowhead's length away at most, and not inside.
            #expect(nodes.contains { $0.grown(by: 14).holds(end) && !$0.grown(by: -3).holds(end) }, "\(end)")
        }
        let close = ends.indices.reduce(0) { count, index in count + ends[(index + 1)...].count { ($0 - ends[index]).length < 2 } }
        #expect(close == 0, "\(close) pairs of ends meet")
    }
}
