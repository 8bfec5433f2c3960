import Foundation
import GraphModel
import Testing

@testable import GraphRendering

/// Draws the samples for people to look at, where the environment names a folder: `PICTURES=folder swift test --filter Gallery`.
@Suite struct GalleryTests {
    @Test("draws the samples into the folder that PICTURES names", .enabled(if: ProcessInfo.processInfo.environment["PICTURES"] != nil))
    func gallery() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["PICTURES"])
        let graphs = [
            ("article", SampleGraphs.article), ("story", SampleGraphs.story), ("thirty", SampleGraphs.synthetic(entities: 30, relations: 60)),
            ("sixty", SampleGraphs.synthetic(entities: 60, relations: 150)),
            ("hundreds", SampleGraphs.synthetic(entities: 500, relations: 1100)),
        ]
        for (name, graph) in graphs {
            let options = DrawingOptions(title: "The sample “\(name)”", caption: "Drawn from one article of 9 January 2026.")
            let drawing = GraphDrawing(of: graph, ontology: SampleGraphs.ontology, options: options)
            try draw(drawing, as: name, into: folder)
        }
        let (before, after) = SampleGraphs.twoDays
        let title = DrawingOptions(title: "What changed from 4 to 9 January 2026")
        try draw(
            GraphDrawing(of: after.difference(from: before), before: before, after: after, ontology: SampleGraphs.ontology, options: title),
            as: "diff", into: folder)
        let large = SampleGraphs.synthetic(entities: 500, relations: 1100)
        let all = DrawingOptions(title: "All of it", maximumEntities: 5000, maximumRelations: 10000)
        try draw(GraphDrawing(of: large, ontology: SampleGraphs.ontology, options: all), as: "large", into: folder)
        let who = SampleGraphs.story.neighbourhood(of: "person/nicolás-maduro")
        let focus = DrawingOptions(title: "Nicolás Maduro and who relates to him", focus: ["person/nicolás-maduro"])
        try draw(GraphDrawing(of: who, ontology: SampleGraphs.ontology, options: focus), as: "who", into: folder)
    }

    private func draw(_ drawing: GraphDrawing, as name: String, into folder: String) throws {
        for format in PictureFormat.allCases {
            let start = ContinuousClock.now
            let (bytes, warnings) = try drawing.drawn(as: format)
            print(name, format, drawing.engine, bytes.count, ContinuousClock.now - start, warnings.prefix(300))
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).\(format.rawValue)"))
        }
    }
}
