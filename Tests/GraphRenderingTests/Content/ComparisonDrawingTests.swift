import GraphModel
import Testing

@testable import GraphRendering

@Suite struct ComparisonDrawingTests {
    private func drawing(_ options: DrawingOptions = DrawingOptions()) -> GraphDrawing {
        let names = "c Aland\nc Bland\np Bo Berg"
        let before = SampleGraphs.graph(
            entities: names, relations: "Aland | attacked | Bland | asserted | | 1\nBo Berg | head_of | Aland\nAland | met_with | Bland")
        let after = SampleGraphs.graph(
            entities: names + "\np Cy Cole",
            relations: "Aland | attacked | Bland | asserted | | 3\nCy Cole | head_of | Aland\nAland | met_with | Bland")
        return GraphDrawing(of: after.difference(from: before), before: before, after: after, ontology: SampleGraphs.ontology, options: options)
    }

    @Test func bothDaysStandOnOneLayout() {
        #expect(drawing().dotGraph().nodes.map(\.name) == ["country/aland", "country/bland", "person/bo-berg", "person/cy-cole"])
        #expect(drawing().edges.map(\.key.change).sorted { ($0 ?? .unchanged) < ($1 ?? .unchanged) } == [.added, .removed, .changed, .unchanged])
    }

    @Test func changesAreToldApartByLineAndWordsNotByColourAlone() throws {
        let drawing = drawing(), scene = try drawing.scene()
        let lines = scene.figures.filter { $0.classes.first == "edge" }.map { figure in
            figure.shapes.compactMap { if case .curve(_, let paint) = $0 { "\(paint.width) \(paint.dashes)" } else { nil } }
        }
        #expect(lines.count == 4 && Set(lines).count == 4, "\(lines)")
        for change in Change.allCases where change != .unchanged {
            let label = try #require(scene.figures.first { $0.classes.first == "label" && $0.classes.contains("\(change)") })
            #expect(label.words.contains(change.prefix), "\(label.words)")
        }
    }

    @Test func sideBySideBothDaysHoldTheirOwnOnTheSamePlaces() throws {
        var options = DrawingOptions()
        options.isSideBySide = true
        (options.nameBefore, options.nameAfter) = ("Monday", "Tuesday")
        let scene = try drawing(options).scene()
        func frames(_ suffix: String) -> [String: Frame] {
            Dictionary(
                scene.figures.filter { $0.classes.first == "node" }.compactMap { figure in figure.id.flatMap { id in figure.frame.map { (id, $0) } } }
                    .filter { $0.0.hasSuffix("-before") == !suffix.isEmpty }.map { ($0.0.replacing("-before", with: ""), $0.1) },
                uniquingKeysWith: { first, _ in first })
        }
        let before = frames("-before"), after = frames("")
        // Bo Berg, whose only relation fell away, is not there on the second day, and Cy Cole not on the first.
        #expect(before.count == 3 && after.count == 3)
        #expect(after["entity-person_cy-cole"] != nil && after["entity-person_bo-berg"] == nil)
        #expect(before["entity-person_bo-berg"] != nil && before["entity-person_cy-cole"] == nil)
        let shifts = Set(
            before.compactMap { id, frame in after[id].map { Size(width: ($0.x - frame.x).rounded(), height: ($0.y - frame.y).rounded()) } })
        #expect(shifts.count == 1, "\(shifts)")
        #expect(Set(scene.figures.filter { $0.classes == ["side"] }.map(\.words)) == ["Monday", "Tuesday"])
        let ids = scene.figures.compactMap(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func aRelationWithMoreSourcesSaysHowMany() {
        #expect(drawing().dot.contains("1 → 3 sources"))
    }

    @Test func theLegendNamesTheChanges() throws {
        let svg = String(decoding: try drawing().data(as: .svg), as: UTF8.self)
        for change in Change.allCases { #expect(svg.contains(change.name)) }
    }
}
