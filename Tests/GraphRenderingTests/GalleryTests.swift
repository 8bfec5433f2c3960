import Foundation
import GraphModel
import Testing

@testable import GraphRendering

#if canImport(FoundationXML)
    import FoundationXML
#endif

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
        let reader = BoxReader()
        let parser = XMLParser(data: Data(try drawing.data(as: .svg)))
        parser.delegate = reader
        #expect(parser.parse())
        #expect(reader.boxes.count { $0.kind == "node" } >= drawing.selection.entities.count)
        var covered: [String] = []
        for (index, box) in reader.boxes.enumerated() {
            // A hair's breadth is rounding.
            let inner = box.frame.grown(by: -0.3)
            for other in reader.boxes[(index + 1)...] where inner.overlaps(other.frame) { covered.append("\(box.id) and \(other.id)") }
            #expect(reader.paper.grown(by: 0.5).union(box.frame) == reader.paper.grown(by: 0.5), "\(box.id) stands outside the picture")
        }
        #expect(covered.isEmpty, "\(covered)")
    }

    @Test(
        "where layers leave room for words, all of them are there",
        arguments: ["article", "story", "thirty", "who", "path", "changes", "parts", "letters"])
    func words(name: String) throws {
        let drawing = Gallery.drawing(name)
        #expect(try drawing.scene().figures.count { $0.classes.first == "label" } == drawing.edges.count)
    }
}

/// The boxes of entities and words in an SVG file.
private final class BoxReader: NSObject, XMLParserDelegate {
    var boxes: [(kind: String, id: String, frame: Frame)] = []
    var paper = Frame(x: 0, y: 0, width: 0, height: 0)
    private var kind: String?
    private var id = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]
    ) {
        func number(_ key: String) -> Double { attributes[key].flatMap { Double($0) } ?? 0 }
        if name == "g" {
            let first = attributes["class"]?.split(separator: " ").first.map(String.init)
            kind = first == "node" || first == "label" ? first : nil
            id = attributes["id"] ?? ""
        }
        var frame: Frame?
        switch name {
        case "rect": frame = Frame(x: number("x"), y: number("y"), width: number("width"), height: number("height"))
        case "ellipse":
            frame = Frame(centre: Point(x: number("cx"), y: number("cy")), size: Size(width: 2 * number("rx"), height: 2 * number("ry")))
        case "polygon":
            let points = (attributes["points"] ?? "").split(separator: " ").map { $0.split(separator: ",").compactMap { Double($0) } }
            frame = Frame(around: points.filter { $0.count == 2 }.map { Point(x: $0[0], y: $0[1]) })
        default: break
        }
        guard let frame else { return }
        if attributes["class"] == "paper" { paper = frame }
        // The first shape of a figure is its largest.
        if let kind { boxes.append((kind, id, frame)) }
        kind = nil
    }
}
