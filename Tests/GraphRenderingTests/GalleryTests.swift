import Foundation
import GraphModel
import Testing

@testable import GraphRendering

/// Draws the samples for people to look at, where the environment names a folder: `PICTURES=/tmp/pictures swift test --filter Gallery`.
@Suite struct GalleryTests {
    @Test("draws the samples into the folder that PICTURES names", .enabled(if: ProcessInfo.processInfo.environment["PICTURES"] != nil))
    func gallery() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["PICTURES"])
        let graphs = [
            ("article", SampleGraphs.article), ("story", SampleGraphs.story), ("sixty", SampleGraphs.synthetic(entities: 60, relations: 150)),
            ("hundreds", SampleGraphs.synthetic(entities: 500, relations: 1100)),
        ]
        for (name, graph) in graphs {
            let options = DrawingOptions(title: "The sample “\(name)”", caption: "Drawn from one article of 9 January 2026.")
            let drawing = GraphDrawing(of: graph, ontology: SampleGraphs.ontology, options: options)
            for format in PictureFormat.allCases {
                let start = ContinuousClock.now
                let bytes = try drawing.data(as: format)
                print(name, format, drawing.engine, bytes.count, ContinuousClock.now - start, Graphviz.messages.prefix(300))
                try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).\(format.rawValue)"))
            }
        }
    }
}
