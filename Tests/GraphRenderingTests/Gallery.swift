import Foundation
import GraphModel

@testable import GraphRendering

/// The pictures that must come out well: for tests of their geometry, and for people to look at.
enum Gallery {
    static let names = [
        "article", "story", "dark", "folded", "springs", "countries", "communities", "thirty", "sixty", "hundreds", "large", "changes", "sides",
        "who", "path", "parts", "letters", "grounds",
    ]

    /// The pictures that the project shows, as they stand in its folders.
    static let published: [URL] = {
        let graphs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Graphs")
        return [graphs, graphs.appending(path: "gallery")].flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        }.filter { $0.pathExtension == "svg" }.sorted { $0.path < $1.path }
    }()

    static func drawing(_ name: String) -> GraphDrawing {
        var options = DrawingOptions(title: "The sample “\(name)”")
        switch name {
        case "article": return draw(SampleGraphs.article, options)
        case "dark":
            options.theme = .dark
            options.legend = .full
            return draw(SampleGraphs.story, options)
        case "folded":
            options.foldsPairs = true
            return draw(SampleGraphs.story, options)
        case "springs":
            options.engine = .sfdp
            return draw(SampleGraphs.article, options)
        case "countries":
            options.clustering = .country
            return draw(SampleGraphs.story, options)
        case "communities":
            options.clustering = .community
            return draw(SampleGraphs.story, options)
        case "thirty": return draw(SampleGraphs.synthetic(entities: 30, relations: 60), options)
        case "sixty": return draw(SampleGraphs.synthetic(entities: 60, relations: 150), options)
        case "hundreds": return draw(SampleGraphs.synthetic(entities: 500, relations: 1100), options)
        case "large":
            options.maximumEntities = 500
            return draw(SampleGraphs.synthetic(entities: 500, relations: 800), options)
        case "changes", "sides":
            options.isSideBySide = name == "sides"
            let (before, after) = SampleGraphs.twoDays
            return GraphDrawing(
                of: after.difference(from: before), before: before, after: after, ontology: SampleGraphs.ontology, options: options)
        case "who":
            options.focus = ["person/nicolás-maduro"]
            return draw(SampleGraphs.story.neighbourhood(of: "person/nicolás-maduro"), options)
        case "path":
            let ends = ["person/cilia-flores", "person/donald-trump"]
            options.focus = Set(ends)
            options.start = ends[0]
            options.showsEvidence = true
            return draw(SampleGraphs.story.part(along: SampleGraphs.story.paths(from: ends[0], to: ends[1])), options)
        case "parts": return draw(SampleGraphs.parts, options)
        case "letters": return draw(SampleGraphs.letters, options)
        case "grounds":
            options.engine = .sfdp
            options.clustering = .community
            options.theme = .dark
            return draw(SampleGraphs.story, options)
        default: return draw(SampleGraphs.story, options)
        }
    }

    private static func draw(_ graph: KnowledgeGraph, _ options: DrawingOptions) -> GraphDrawing {
        GraphDrawing(of: graph, ontology: SampleGraphs.ontology, options: options)
    }
}
