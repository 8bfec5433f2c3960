import Testing

@testable import GraphRendering

@Suite struct PlainLayoutTests {
    @Test func rowsOfNodesDoNotOverlap() {
        let nodes = (0..<200).map {
            LayoutRequest.Node(size: Size(width: 40 + Double($0 * 7 % 90), height: 20 + Double($0 % 3) * 12), isEllipse: false)
        }
        let edges = (1..<200).map { LayoutRequest.Edge(tail: $0, head: $0 / 3, hasArrow: true) }
        let request = LayoutRequest(nodes: nodes, edges: edges, engine: .dot, runsDown: false)
        let layout = PlainLayout.layout(request)
        let frames = zip(layout.nodes, nodes).map { Frame(centre: $0, size: $1.size) }
        for (index, frame) in frames.enumerated() { #expect(!frames[(index + 1)...].contains { $0.overlaps(frame) }) }
        #expect(layout.routes.allSatisfy { $0 != nil })
    }
}
