import Foundation

@testable import GraphRendering

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What must not cover each other in an SVG file: entities, and words on lines or beside the marks of a plot.
struct SVGBoxes {
    struct Box {
        var kind: String
        var id: String
        var frame: Frame
    }

    struct Malformed: Error {}

    let all: [Box]
    private let paper: Frame

    init(_ file: Data) throws {
        let reader = Reader()
        let parser = XMLParser(data: file)
        parser.delegate = reader
        guard parser.parse() else { throw Malformed() }
        all = reader.boxes
        paper = reader.paper
    }

    /// The names of boxes that cover each other.
    var overlaps: [String] {
        all.indices.flatMap { index in
            // A hair's breadth is rounding.
            let inner = all[index].frame.grown(by: -0.3)
            return all[(index + 1)...].filter { inner.overlaps($0.frame) }.map { "\(all[index].id) and \($0.id)" }
        }
    }

    /// The names of boxes that are not wholly on the paper.
    var outside: [String] {
        let paper = paper.grown(by: 0.5)
        return all.filter { paper.union($0.frame) != paper }.map(\.id)
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var boxes: [Box] = []
        var paper = Frame(x: 0, y: 0, width: 0, height: 0)
        private var kind: String?
        private var id = ""
        /// A text that is being read, if it stands on its own: its place, its size, and how wide it is so far.
        private var text: (place: Point, size: Double, isBold: Bool, width: Double)?
        private var words = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]
        ) {
            func number(_ key: String) -> Double { attributes[key].flatMap { Double($0) } ?? 0 }
            var frame: Frame?
            switch name {
            case "g":
                let first = attributes["class"]?.split(separator: " ").first.map(String.init)
                // Beside the marks of a plot only the words count.
                kind = ["node", "label", "words"].contains(first) ? first : first == "mark" ? "words" : nil
                id = attributes["id"] ?? ""
            case "rect": frame = Frame(x: number("x"), y: number("y"), width: number("width"), height: number("height"))
            case "ellipse":
                frame = Frame(centre: Point(x: number("cx"), y: number("cy")), size: Size(width: 2 * number("rx"), height: 2 * number("ry")))
            case "polygon":
                let points = (attributes["points"] ?? "").split(separator: " ").map { $0.split(separator: ",").compactMap { Double($0) } }
                frame = Frame(around: points.filter { $0.count == 2 }.map { Point(x: $0[0], y: $0[1]) })
            case "text" where kind == "words":
                text = (Point(x: number("x"), y: number("y")), number("font-size"), attributes["font-weight"] == "bold", 0)
                words = ""
            case "tspan":
                text?.size = number("font-size")
                text?.isBold = attributes["font-weight"] == "bold"
                words = ""
            default: break
            }
            guard let frame else { return }
            if attributes["class"] == "paper" { paper = frame }
            // The first shape of a figure is its largest; words on a line stand on a ground of their own.
            if let kind, kind != "words" {
                boxes.append(Box(kind: kind, id: id, frame: frame))
                self.kind = nil
            }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            guard text != nil else { return }
            words += string
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            guard let current = text, name == "tspan" || name == "text" else { return }
            text?.width += TextMetrics.width(of: words, size: current.size, isBold: current.isBold)
            let told = words
            words = ""
            guard name == "text", let text else { return }
            let frame = Frame(x: text.place.x, y: text.place.y - text.size * 0.8, width: text.width, height: text.size)
            boxes.append(Box(kind: "words", id: told, frame: frame))
            self.text = nil
        }
    }
}
