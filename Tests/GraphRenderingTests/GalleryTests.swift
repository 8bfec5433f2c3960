import Foundation
import GraphModel
import Testing

@testable import GraphRendering

@Suite struct GalleryTests {
    /// Draws the gallery for people to look at, where the environment names a folder: `PICTURES=folder swift test --filter Gallery`.
    @Test("draws the gallery into the folder that PICTURES names", .enabled(if: ProcessInfo.processInfo.environment["PICTURES"] != nil))
    func gallery() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["PICTURES"])
        for name in Gallery.names {
            let drawing = Gallery.drawing(name)
            for format in PictureFormat.allCases {
                let start = ContinuousClock.now
                let bytes = try drawing.data(as: format)
                print(name, format, drawing.engine, bytes.count, ContinuousClock.now - start)
                try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).\(format.rawValue)"))
            }
        }
    }

    @Test("no words and no entity cover each other", arguments: Gallery.names)
    func overlaps(name: String) throws {
        let drawing = Gallery.drawing(name)
        let boxes = try SVGBoxes(Data(try drawing.data(as: .svg)))
        #expect(boxes.all.count { $0.kind == "node" } >= drawing.selection.entities.count)
        #expect(boxes.overlaps.isEmpty && boxes.outside.isEmpty, "\(boxes.overlaps) \(boxes.outside)")
    }

    @Test("no words and no entity of the pictures in Graphs cover each other", arguments: Gallery.published)
    func published(file: URL) throws {
        let boxes = try SVGBoxes(try Data(contentsOf: file))
        #expect(boxes.all.count > 3)
        #expect(boxes.overlaps.isEmpty && boxes.outside.isEmpty, "\(boxes.overlaps) \(boxes.outside)")
    }

    @Test func allKindsOfPicturesAreInGraphs() {
        let names = Set(Gallery.published.map { $0.deletingPathExtension().lastPathComponent })
        #expect(names.isSuperset(of: ["overview", "dark", "communities", "who", "path", "timeline", "sides"]), "\(names)")
    }

    @Test(
        "where layers leave room for words, all of them are there",
        arguments: ["article", "story", "thirty", "who", "path", "changes", "parts", "letters"])
    func words(name: String) throws {
        let drawing = Gallery.drawing(name)
        #expect(try drawing.scene().figures.count { $0.classes.first == "label" } == drawing.edges.count)
    }
}
