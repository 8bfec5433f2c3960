import GraphModel
import Testing

@testable import GraphRendering

@Suite struct PictureComposerTests {
    private static let graph = SampleGraphs.graph(
        entities: "c Aland\np Bo Berg\nc Cland",
        relations: """
            Aland | captured | Bo Berg | asserted | 2026-01-03 | 3
            Bo Berg | head_of | Cland | former
            """)

    private func scene(_ options: DrawingOptions) throws -> Scene {
        try GraphDrawing(of: Self.graph, ontology: SampleGraphs.ontology, options: options).scene()
    }

    @Test func aChainStandsWithItsNumberedEvidenceUnderIt() throws {
        var options = DrawingOptions(focus: ["country/aland", "country/cland"])
        options.start = "country/aland"
        options.showsEvidence = true
        let scene = try scene(options)
        let evidence = try #require(scene.figures.first { $0.id == "evidence" })
        #expect(evidence.words.contains("Aland captured Bo Berg · 3 Jan 2026 · 3 sources"))
        #expect(evidence.words.contains("“Bo Berg head of Cland, the report said.” — The Example, 9 Jan 2026"))
        #expect(scene.figures.filter { $0.classes.first == "label" }.map(\.words).sorted().first?.hasPrefix("1 captured") == true)
        let places = ["country_aland", "person_bo-berg", "country_cland"].compactMap { id in
            scene.figures.first { $0.id == "entity-\(id)" }?.frame?.centre.x
        }
        #expect(places.count == 3 && places == places.sorted())
    }

    @Test(
        "flags are letters or characters, of who has a code",
        arguments: [(FlagStyle.iso, "VE  Venezuela"), (.emoji, "🇻🇪  Venezuela"), (.none, "Venezuela")])
    func flags(style: FlagStyle, words: String) throws {
        var graph = SampleGraphs.graph(entities: "c Venezuela\nc Nowhere", relations: "Venezuela | attacked | Nowhere")
        graph.entities[1].identifiers = ["iso3166-1": "VE"]
        graph.entities[0].identifiers = ["iso3166-1": "v<"]
        var options = DrawingOptions()
        options.flags = style
        let names = try GraphDrawing(of: graph, ontology: SampleGraphs.ontology, options: options).scene().figures
            .filter { $0.classes.first == "node" }.map(\.words)
        #expect(names == ["Nowhere", words])
    }

    @Test func theLegendExplainsWhatOccursOrEverythingOrNothing() throws {
        var options = DrawingOptions()
        let used = try #require(try scene(options).figures.first { $0.id == "legend" }).words
        #expect(used.contains("former") && !used.contains("alleged") && used.contains("country") && !used.contains("place"))
        options.legend = .full
        let full = try #require(try scene(options).figures.first { $0.id == "legend" }).words
        for word in Status.allCases.map(\.rawValue) where word != "asserted" { #expect(full.contains(word)) }
        for type in EntityType.allCases { #expect(full.contains(type.rawValue)) }
        options.legend = .none
        #expect(try scene(options).figures.allSatisfy { $0.id != "legend" })
    }

    @Test func thePictureSaysWhatItIsMadeFrom() throws {
        var options = DrawingOptions(caption: "only persons")
        #expect(try scene(options).figures.first { $0.classes == ["caption"] }?.words == "Only persons · from 1 article, 9 Jan 2026")
        options.namesArticles = false
        #expect(try scene(options).figures.first { $0.classes == ["caption"] }?.words == "Only persons")
    }

    @Test func everyEntityAndLineHasAStableNameOfItsOwn() throws {
        let ids = try scene(DrawingOptions()).figures.compactMap(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.contains("entity-person_bo-berg") && ids.contains("relation-country_aland--person_bo-berg--asserted--conflict"), "\(ids)")
        // A relation more elsewhere changes none of the names.
        var graph = Self.graph
        graph.relations.append(SampleGraphs.relation("country/aland", "met_with", "country/cland"))
        let more = try GraphDrawing(of: graph, ontology: SampleGraphs.ontology).scene().figures.compactMap(\.id)
        #expect(Set(ids).isSubset(of: Set(more)))
    }

    @Test("the mark of what is denied is not under its words", arguments: ["A", "A name that makes a long line"])
    func marks(name: String) throws {
        let graph = SampleGraphs.graph(entities: "p \(name)\np B", relations: "\(name) | spouse_of | B | denied")
        let figures = try GraphDrawing(of: graph, ontology: SampleGraphs.ontology).scene().figures
        let line = try #require(figures.first { $0.classes.first == "edge" }),
            label = try #require(figures.first { $0.classes.first == "label" }?.frame)
        let strokes = line.shapes.compactMap { if case .polyline = $0 { $0.frame } else { nil } }
        #expect(strokes.count == 2)
        for stroke in strokes { #expect(!stroke.grown(by: -2).overlaps(label)) }
    }

    @Test func clustersFrameCountriesWithTheirOwn() throws {
        var options = DrawingOptions()
        options.clustering = .country
        let graph = SampleGraphs.graph(
            entities: "c Aland\np Ana\no Court\nc Bland",
            relations: "Ana | head_of | Aland\nCourt | part_of | Aland\nAland | attacked | Bland")
        let types = SampleGraphs.ontology.relationTypes.map { type in
            var type = type
            if ["head_of", "part_of"].contains(type.id) { type.group = "role" }
            return type
        }
        let drawing = GraphDrawing(of: graph, ontology: Ontology(version: "sample", relationTypes: types), options: options)
        let frames = try drawing.scene().figures.filter { $0.classes == ["cluster"] }
        #expect(frames.map(\.words) == ["Aland"])
        let frame = try #require(frames.first?.frame)
        for figure in try drawing.scene().figures where figure.classes.first == "node" {
            let isInside = try frame.holds(#require(figure.frame).centre)
            #expect(isInside == (figure.id != "entity-country_bland"), "\(figure.id ?? "")")
        }
    }
}
