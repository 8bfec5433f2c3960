import Foundation
import GraphModel
import Testing

@testable import GraphRendering

@Suite struct GraphDrawingTests {
    private static let ontology = SampleGraphs.ontology

    /// A picture of one relation of this status and type.
    private func picture(_ status: Status, _ type: String = "attacked") -> GraphDrawing {
        let graph = SampleGraphs.graph(entities: "c Aland\nc Bland", relations: "Aland | \(type) | Bland | \(status.rawValue)")
        var options = DrawingOptions()
        options.legend = .none
        options.namesArticles = false
        return GraphDrawing(of: graph, ontology: Self.ontology, options: options)
    }

    private func svg(_ drawing: GraphDrawing) throws -> String { String(decoding: try drawing.data(as: .svg), as: UTF8.self) }

    @Test("every status has a line of its own, with and without direction, whatever the colours", arguments: ["attacked", "met_with"])
    func statuses(type: String) throws {
        let looks = try Status.allCases.map { status in
            let figure = try #require(try picture(status, type).scene().figures.first { $0.classes.first == "edge" })
            let background = picture(status, type).options.theme.paper
            // The colour of the line is left out; what is left must tell them apart in grey.
            return figure.shapes.map { shape in
                switch shape {
                case .curve(_, let paint): "line \(paint.width) \(paint.dashes) \(paint.stroke == background ? "inner" : "")"
                case .polygon(let points, let paint): "polygon of \(points.count) \(paint.fill == background ? "hollow" : "filled")"
                case .polyline(let points, _): "polyline of \(points.count)"
                default: "other"
                }
            }
        }
        #expect(Set(looks).count == Status.allCases.count, "\(looks)")
    }

    @Test("no status but a plain fact goes without its word", arguments: Status.allCases)
    func statusWords(status: Status) throws {
        #expect(try svg(picture(status)).contains(">\(status.rawValue): ") == (status != .asserted))
    }

    @Test func symmetricRelationsHaveNoArrowheadsAndOneDirection() throws {
        let figure = try #require(try picture(.asserted, "met_with").scene().figures.first { $0.classes.first == "edge" })
        func heads(_ figure: Figure) -> Int { figure.shapes.count { if case .polygon = $0 { true } else { false } } }
        #expect(heads(figure) == 0)
        #expect(heads(try #require(try picture(.asserted).scene().figures.first { $0.classes.first == "edge" })) == 1)
        let graph = SampleGraphs.graph(entities: "c Aland\nc Bland", relations: "Aland | met_with | Bland\nBland | spoke_with | Aland")
        #expect(GraphDrawing(of: graph, ontology: Self.ontology).edges.count == 1)
    }

    @Test func aPairOfEntitiesCanShareOneLineThatCounts() throws {
        let graph = SampleGraphs.graph(
            entities: "c Aland\np Bo Berg\nc Bland",
            relations: """
                Aland | captured | Bo Berg | asserted | 2026-01-03 | 3
                Aland | released | Bo Berg
                Bo Berg | criticized | Aland | denied
                Aland | met_with | Bland
                """)
        var options = DrawingOptions()
        options.foldsPairs = true
        let drawing = GraphDrawing(of: graph, ontology: Self.ontology, options: options)
        #expect(drawing.edges.count == 2)
        let pair = try #require(drawing.edges.first { $0.isPair })
        #expect(pair.relations.count == 3 && pair.isTwoWay && pair.key.status == .asserted && pair.key.tone == .conflict)
        #expect(try svg(drawing).contains(">3 relations<"))
        #expect(GraphDrawing(of: graph, ontology: Self.ontology).edges.count == 4)
    }

    @Test func relationsOfOneManneAndToneShareALine() throws {
        let graph = SampleGraphs.graph(
            entities: "c Aland\np Bo Berg",
            relations: """
                Aland | captured | Bo Berg | asserted | 2026-01-03
                Aland | indicted | Bo Berg | asserted | 2020
                Aland | released | Bo Berg
                Aland | attacked | Bo Berg | planned
                """)
        let drawing = GraphDrawing(of: graph, ontology: Self.ontology)
        #expect(drawing.edges.map { $0.relations.map(\.relation.type) } == [["attacked"], ["indicted", "captured"], ["released"]])
    }

    @Test func namelessEntitiesAreDrawnLighter() throws {
        let graph = SampleGraphs.graph(entities: "c Aland\no* oil companies", relations: "oil companies | invested_in | Aland")
        let node = try #require(GraphDrawing(of: graph, ontology: Self.ontology).dotGraph().nodes.last).attributes.text
        #expect(node.contains("dashed") && node.contains("class=\"organization nominal\""))
    }

    @Test func entitiesWithoutRelationsAreLeftOutAndCounted() throws {
        let graph = SampleGraphs.graph(entities: "c Aland\nc Bland\nc Lonely", relations: "Aland | attacked | Bland")
        let drawing = GraphDrawing(of: graph, ontology: Self.ontology)
        #expect(drawing.dotGraph().nodes.count == 2)
        #expect(try svg(drawing).contains("Not shown: 1 entity without relations."))
        var all = DrawingOptions()
        all.showsIsolated = true
        #expect(GraphDrawing(of: graph, ontology: Self.ontology, options: all).dotGraph().nodes.count == 3)
    }

    @Test func anEmptyGraphIsAPictureThatSaysSo() throws {
        let drawing = GraphDrawing(of: KnowledgeGraph(), ontology: Self.ontology)
        for format in PictureFormat.allCases { #expect(!(try drawing.data(as: format).isEmpty)) }
        #expect(try svg(drawing).contains("the graph has no relations"))
    }

    @Test func aboveWhatIsReadableTheHeaviestPartIsShownAndTheRestCounted() throws {
        let graph = SampleGraphs.synthetic(entities: 2000, relations: 4000)
        var options = DrawingOptions()
        options.maximumEntities = 30
        options.maximumRelations = 50
        let drawing = GraphDrawing(of: graph, ontology: Self.ontology, options: options)
        #expect(drawing.selection.entities.count <= 30 && drawing.selection.relations.count <= 50)
        #expect(drawing.omitted.entities + drawing.selection.entities.count == 2000)
        #expect(drawing.omitted.relations + drawing.selection.relations.count == 4000)
        #expect(try svg(drawing).contains("of less weight"))
    }

    @Test func whatIsInFocusIsNeverLeftOut() throws {
        let graph = SampleGraphs.synthetic(entities: 300, relations: 500)
        let lightest = try #require(graph.entities.last).id
        var options = DrawingOptions(focus: [lightest])
        options.maximumEntities = 20
        let drawing = GraphDrawing(of: graph, ontology: Self.ontology, options: options)
        #expect(drawing.selection.entities.contains { $0.id == lightest })
        #expect(drawing.dot.contains("peripheries=2"))
    }

    @Test func linksLeadOnlyToTheWeb() throws {
        var graph = SampleGraphs.graph(entities: "c Aland\nc Bland", relations: "Aland | attacked | Bland")
        #expect(try svg(GraphDrawing(of: graph, ontology: Self.ontology)).contains("href=\"https://example.org/news?id=1&amp;page=2\""))
        for source in ["javascript:alert(1)", "file:///etc/passwd", "https://example.org/\"><script>", "news/article.txt"] {
            graph.documents[0].source = source
            #expect(!(try svg(GraphDrawing(of: graph, ontology: Self.ontology)).contains("href")))
        }
    }

    @Test func theDrawingOfAnEdgeToItselfAndOfUnlistedEntitiesWorks() throws {
        var graph = SampleGraphs.graph(entities: "c Aland", relations: "Aland | attacked | Aland")
        graph.relations.append(SampleGraphs.relation("country/aland", "no_such_type", "person/unlisted"))
        let picture = try svg(GraphDrawing(of: graph, ontology: Self.ontology))
        #expect(picture.contains("person/unlisted") && picture.contains("no such type"))
    }

    @Test func screenReadersAreToldTheRelations() throws {
        let graph = SampleGraphs.graph(entities: "c Aland\nc B & C", relations: "Aland | attacked | B & C | alleged | 2026-01-03 | 2")
        #expect(
            try svg(GraphDrawing(of: graph, ontology: Self.ontology)).contains(
                "<desc id=\"picture-description\">Aland attacked B &amp; C (alleged, 3 Jan 2026, 2 sources).</desc>"))
    }

    @Test func pixelsOfABitmapAreBounded() throws {
        var options = DrawingOptions()
        options.dotsPerInch = 600
        options.maximumPixels = 500_000
        let bytes = try GraphDrawing(of: SampleGraphs.story, ontology: Self.ontology, options: options).data(as: .png)
        #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }, height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
        #expect(width * height <= 500_000 && width * height > 300_000, "\(width) x \(height)")
        // Without a bound, 600 dots an inch are taken.
        options.maximumPixels = 100_000_000
        let article = GraphDrawing(of: SampleGraphs.article, ontology: Self.ontology, options: options)
        let large = try article.data(as: .png), points = try article.scene().size.width
        let dots = large[16..<20].reduce(0) { $0 << 8 | Int($1) }
        #expect(abs(Double(dots) - points / 72 * 600) < 40, "\(dots) dots for \(points) points")
    }

    @Test func dotFileIsAsRecorded() throws {
        let graph = SampleGraphs.graph(
            entities: "c Aland\np Bo Berg\no* oil companies",
            relations: """
                Aland | captured | Bo Berg | asserted | 2026-01-03 | 3
                Bo Berg | head_of | Aland | former
                oil companies | invested_in | Aland | planned
                Aland | met_with | oil companies | denied | 2026-01
                """)
        let options = DrawingOptions(title: "Aland & Bo", caption: "A <small> \"sample\".")
        try Golden.expect(GraphDrawing(of: graph, ontology: Self.ontology, options: options).dot, toEqual: "small.dot")
    }
}
