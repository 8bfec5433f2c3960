import Foundation
import GraphModel
import Testing

@testable import GraphRendering

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Names and sentences come from strangers' texts: none may break a picture, or become more than text in it.
@Suite struct HostileTextTests {
    static let texts = [
        "\"quoted\"", "back\\slash\\", "\\N \\G \\l \\\"", "two\nlines\r\nand\ttabs", "<script>alert(1)</script>", "<b>bold</b>",
        "AT&T &amp; &lt;b&gt; &#65;",
        "a]; b -> c [label=x", "]]>", "<!-- -->", "{record|field}", "東京電力 Владимир Łódź القاهرة 😀 ปตท.", "\u{0}\u{7}\u{1B}[31m",
        "\u{FFFE}\u{202E}abc", "", " ",
        String(repeating: "long name ", count: 1000), String(repeating: "x", count: 10_000), String(repeating: "字", count: 4_000), "%s%n", "\\",
        "&copy; &nbsp;",
    ]

    @Test("any text is drawn as text", arguments: texts)
    func drawn(text: String) throws {
        let a = Entity(id: "person/\(text)", type: .person, name: text, aliases: [text]), b = Entity(id: "place/b", type: .place, name: "B")
        let participant = Qualifiers<Entity.ID>(title: text, charge: text)
        let relation = SampleGraphs.relation(a.id, "attacked", b.id, sentence: text, qualifiers: participant)
        let document = Document(id: "sample", source: text, title: text, publisher: text, text: "")
        let graph = KnowledgeGraph(documents: [document], entities: [a, b], relations: [relation])
        let drawing = GraphDrawing(of: graph, ontology: SampleGraphs.ontology, options: DrawingOptions(title: text, caption: text))
        let svg = try drawing.data(as: .svg)
        let reader = ElementReader()
        let parser = XMLParser(data: Data(svg))
        parser.delegate = reader
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
        #expect(
            reader.elements.isSubset(of: ["svg", "g", "title", "desc", "polygon", "path", "text", "tspan", "polyline", "ellipse", "rect", "a"]),
            "\(reader.elements)")
        #expect(reader.nodes == 2 && reader.edges == 1)
        #expect(svg.count < 100_000)
        // Bitmaps take another way through Graphviz.
        #expect(!(try drawing.data(as: .png).isEmpty))
        #expect(throws: Never.self) { try Graphviz.check(drawing.dot) }
    }

    @Test("what is shown is what the name says", arguments: ["\"q\" \\N", "<b>", "AT&T", "&amp;", "&copy;", "a\\nb\\", "&#65;", "Łódź 東京"])
    func shown(name: String) throws {
        let graph = SampleGraphs.graph(entities: "c \(name)\nc Bland", relations: "\(name) | attacked | Bland")
        let reader = ElementReader()
        let parser = XMLParser(data: Data(try GraphDrawing(of: graph, ontology: SampleGraphs.ontology).data(as: .svg)))
        parser.delegate = reader
        #expect(parser.parse())
        #expect(reader.texts.joined().contains(name), "\(reader.texts)")
        #expect(reader.tooltips.contains { $0.hasPrefix("\(name) (country)") }, "\(reader.tooltips)")
    }
}

/// Collects what an SVG file holds.
private final class ElementReader: NSObject, XMLParserDelegate {
    var elements: Set<String> = []
    var texts: [String] = []
    var tooltips: [String] = []
    var nodes = 0
    var edges = 0
    private var isText = false
    private var isTooltip = false

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]
    ) {
        elements.insert(name)
        isText = name == "text" || name == "tspan"
        if name == "text" { texts.append("") }
        isTooltip = name == "title"
        if isTooltip { tooltips.append("") }
        if attributes["class"]?.hasPrefix("node") == true { nodes += 1 }
        if attributes["class"]?.hasPrefix("edge") == true { edges += 1 }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        isText = false
        isTooltip = false
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isText { texts[texts.count - 1] += string }
        if isTooltip { tooltips[tooltips.count - 1] += string }
    }
}
