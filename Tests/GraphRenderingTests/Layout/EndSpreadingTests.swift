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

    /// Three lines from the left meet in one point, each with a short last piece, as layered layouts have them.
    @Test func linesThatMeetPartWithoutAKink() throws {
        let size = Size(width: 60, height: 40), meeting = Point(x: 370, y: 100)
        let nodes = [Point(x: 30, y: 60), Point(x: 30, y: 100), Point(x: 30, y: 140), Point(x: 400, y: 100)]
        let routes = nodes.prefix(3).map { from -> Layout.Route in
            let start = Point(x: 60, y: from.y), near = Point(x: 352, y: 100), end = Point(x: 361, y: 100)
            return Layout.Route(curve: Curves.line(from: start, to: near) + Curves.line(from: near, to: end).dropFirst(), tip: meeting)
        }
        let request = LayoutRequest(
            nodes: nodes.map { _ in LayoutRequest.Node(size: size, isEllipse: false) },
            edges: (0..<3).map { LayoutRequest.Edge(tail: $0, head: 3, hasArrow: true) }, engine: .dot, runsDown: false)
        let spread = EndSpreading.spread(Layout(nodes: nodes, routes: routes, labels: [nil, nil, nil], clusters: []), request)
        let tips = try spread.routes.map { try #require($0).tip }
        #expect(tips.map(\.x) == [370, 370, 370] && tips.map(\.y) == [92.5, 100, 107.5])
        for route in spread.routes {
            // In steps of six points, so that a bend of a few points shows.
            let whole = Curves.flattened(try #require(route).curve), steps = Int(Curves.length(whole) / 6)
            let line = (0...steps).map { Curves.place(on: whole, at: Double($0) / Double(steps)).point }
            for ((a, b), c) in zip(zip(line, line.dropFirst()), line.dropFirst(2)) {
                let turn = (b - a).unit, next = (c - b).unit
                #expect(turn.x * next.x + turn.y * next.y > 0.95, "a line turns sharply at \(b)")
            }
        }
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
