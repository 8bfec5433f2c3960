import GraphModel
import Testing

@testable import GraphRendering

/// What is left of a picture where there are no colours: in grey print, and for eyes that see none.
@Suite struct GreyTests {
    /// A relation of each tone, with direction and without, by the score of its type.
    private static let types = ["attacked", "invested_in", "owns", "fought_with", "met_with", "spouse_of"]
    private static let ontology = Ontology(
        version: "grey",
        relationTypes: zip(types, [-9.0, 9.5, nil, -9, 2.5, nil] as [Double?]).map { name, score in
            RelationType(
                id: name, group: "g", kind: .event, domain: [.country], range: [.country],
                isSymmetric: name.hasSuffix("_with") || name == "spouse_of",
                score: score)
        })

    private func line(_ status: Status, _ type: String, _ theme: Theme) throws -> Figure {
        let graph = SampleGraphs.graph(entities: "c Aland\nc Bland", relations: "Aland | \(type) | Bland | \(status.rawValue)")
        var options = DrawingOptions()
        options.theme = theme
        let scene = try GraphDrawing(of: graph, ontology: Self.ontology, options: options).scene()
        return try #require(scene.figures.first { $0.classes.first == "edge" })
    }

    /// The shapes of a line as a grey print shows them: widths, dashes, outlines, and greys in four steps, but no colour.
    private func look(_ figure: Figure) -> [String] {
        let ends = figure.shapes.flatMap { if case .curve(let points, _) = $0 { [points[0], points[points.count - 1]] } else { [Point]() } }
        return figure.shapes.map { shape in
            switch shape {
            case .curve(_, let paint): "curve \(grey(paint))"
            case .polyline(let points, let paint):
                "polyline of \(points.count) \(slope(points)) \(ends.contains { ($0 - shape.frame.centre).length < 12 }) \(grey(paint))"
            case .polygon(let points, let paint): "polygon of \(points.count) \(grey(paint))"
            case .ellipse(_, let paint): "ellipse \(grey(paint))"
            case .rectangle(_, _, let paint): "rectangle \(grey(paint))"
            case .text(let line): line.runs.map(\.text).joined()
            }
        }
    }

    /// Whether a stroke runs level, upright, or aslant.
    private func slope(_ points: [Point]) -> String {
        let across = abs(points[points.count - 1].x - points[0].x), up = abs(points[points.count - 1].y - points[0].y)
        return across < 1 ? "upright" : up < 1 ? "level" : "aslant"
    }

    private func grey(_ paint: Paint) -> String {
        "\(paint.fill.map(step) ?? -1) \(paint.stroke.map(step) ?? -1) \((paint.width * 10).rounded()) \(paint.dashes)"
    }

    /// How light a colour is to the eye (Rec. 709), from 0 to 3.
    private func step(_ colour: String) -> Int {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let light = 0.2126 * Double(value >> 16 & 255) + 0.7152 * Double(value >> 8 & 255) + 0.0722 * Double(value & 255)
        return min(3, Int(light / 64))
    }

    @Test("in grey the lines of all statuses and tones differ, with direction and without", arguments: Theme.allCases)
    func lines(theme: Theme) throws {
        var seen: [[String]: String] = [:]
        for status in Status.allCases {
            for type in Self.types {
                let look = look(try line(status, type, theme)), name = "\(status) \(type)"
                #expect(seen[look] == nil, "\(name) looks like \(seen[look] ?? "")")
                seen[look] = name
            }
        }
        #expect(seen.count == Status.allCases.count * Self.types.count)
    }

    @Test("the mark of a tone stands on the line, outside both entities", arguments: ["attacked", "invested_in", "fought_with", "met_with"])
    func places(type: String) throws {
        // Two lines leave Aland aslant.
        let graph = SampleGraphs.graph(
            entities: "c Aland\nc Bland\nc Cland\nc Dland", relations: "Aland | \(type) | Bland\nAland | owns | Cland\nAland | owns | Dland")
        let scene = try GraphDrawing(of: graph, ontology: Self.ontology).scene()
        let nodes = scene.figures.filter { $0.classes.first == "node" }.compactMap(\.frame)
        let edge = try #require(scene.figures.first { $0.classes.first == "edge" && !$0.classes.contains("neutral") })
        let marks = edge.shapes.filter { shape in
            switch shape {
            case .ellipse: true
            case .polyline(let points, _): points.count == 2
            default: false
            }
        }
        #expect(marks.count == (type.hasSuffix("_with") ? 2 : 1))
        for mark in marks { #expect(!nodes.contains { $0.overlaps(mark.frame) }, "\(mark.frame) in \(nodes)") }
    }

    @Test func theLegendShowsTheMarks() throws {
        var options = DrawingOptions()
        options.legend = .full
        let legend = try #require(
            Legend(GraphDrawing(of: SampleGraphs.article, ontology: SampleGraphs.ontology, options: options)).figure(width: 800))
        #expect(legend.figure.words.contains(Tone.conflict.name) && legend.figure.words.contains(Tone.cooperation.name))
        #expect(legend.figure.shapes.contains { if case .ellipse(let frame, _) = $0 { frame.width < 10 } else { false } })
    }

    @Test("marks of a timeline tell the tone by their outline")
    func timeline() throws {
        let marks = try ["attacked", "invested_in", "owns"].enumerated().map { day, type in
            TimelinePlot.Mark(date: try #require(PartialDate("2026-01-0\(day + 1)")), type: type, words: "")
        }
        let scene = TimelinePlot(title: "x", marks: marks, layout: .lanes, ontology: Self.ontology).scene()
        let looks = scene.figures.filter { $0.classes.first == "mark" }.map { look($0) }
        #expect(looks.count == 3 && Set(looks).count == 3, "\(looks)")
    }
}
