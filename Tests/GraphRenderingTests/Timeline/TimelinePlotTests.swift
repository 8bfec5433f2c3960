import Foundation
import GraphModel
import Testing

@testable import GraphRendering

@Suite struct TimelinePlotTests {
    static let ontology = Ontology(
        version: "1",
        relationTypes: [
            type("head_of", "role", nil), type("met_with", "diplomatic", 2.5), type("criticized", "diplomatic", -3), type("attacked", "conflict", -9),
            type("aided", "economic", 10),
        ])

    private static func type(_ name: String, _ group: String, _ score: Double?) -> RelationType {
        RelationType(id: name, group: group, kind: .event, domain: [.country], range: [.country], score: score)
    }

    static func mark(
        _ date: String, _ type: String, _ status: Status = .asserted, sources: Int = 1, byArticle: Bool = false, words: String? = nil
    ) throws -> TimelinePlot.Mark {
        TimelinePlot.Mark(
            date: try #require(PartialDate(date)), isDatedByArticle: byArticle, type: type, status: status,
            words: words ?? "\(type) Peru", tooltip: "“So it was.” (The Paper)", sources: sources)
    }

    static func marks() throws -> [TimelinePlot.Mark] {
        try [
            mark("2025-11-02", "met_with", sources: 3), mark("2025-11", "criticized"), mark("2025-12-14", "attacked", .planned),
            mark("2025-12-20", "attacked", .denied), mark("2026-01-03", "attacked", sources: 12), mark("2026-01-03", "attacked", sources: 2),
            mark("2026-01-04", "criticized", byArticle: true), mark("2026-01-09", "aided", .possible), mark("2026-02-01", "aided", sources: 4),
            mark("2026-02-10", "head_of", .former), mark("2026-03-01", "met_with"), mark("2026-03-02", "aided"),
        ]
    }

    @Test("is the same bytes whatever the order of the marks", arguments: [TimelinePlot.Layout.balance, .lanes])
    func order(layout: TimelinePlot.Layout) throws {
        let marks = try Self.marks()
        let plot = TimelinePlot(title: "Spain and Peru", marks: marks, layout: layout, ontology: Self.ontology)
        let turned = TimelinePlot(title: "Spain and Peru", marks: marks.reversed(), layout: layout, ontology: Self.ontology)
        let svg = try plot.data(as: .svg)
        #expect(try turned.data(as: .svg) == svg)
        #expect(String(decoding: try plot.data(as: .html), as: UTF8.self).contains("<body style=\"margin:0;background:#FFFFFF\">\n<svg "))
        #expect(try plot.data(as: .png).prefix(4) == [0x89, 0x50, 0x4E, 0x47])
        if let folder = ProcessInfo.processInfo.environment["PICTURES"] {
            try Data(svg).write(to: URL(filePath: folder).appending(path: "timeline-\(layout).svg"))
        }
    }

    @Test func cooperationStandsAboveConflict() throws {
        let plot = TimelinePlot(
            title: "x", marks: [try Self.mark("2026-01-01", "aided"), try Self.mark("2026-01-02", "attacked")], layout: .balance,
            ontology: Self.ontology)
        let marks = plot.scene().figures.filter { $0.classes.first == "mark" }
        let heights = try marks.map { try #require($0.frame).centre.y }
        #expect(marks.count == 2 && heights[0] < heights[1] - 200)
        #expect(try #require(marks[0].frame).x < #require(marks[1].frame).x)
    }

    @Test("no two words overlap, and all stay on the page", arguments: [TimelinePlot.Layout.balance, .lanes])
    func words(layout: TimelinePlot.Layout) throws {
        let many = try (1...28).map { day in
            try Self.mark("2026-02-\(day < 10 ? "0" : "")\(day)", ["attacked", "aided", "met_with"][day % 3], sources: day % 5 + 1)
        }
        let scene = TimelinePlot(title: "Spain", marks: many, layout: layout, ontology: Self.ontology).scene()
        let words = scene.figures.filter { $0.classes != ["legend"] && $0.classes != ["scale"] }.flatMap(\.shapes).compactMap { shape -> Frame? in
            if case .text(let line) = shape { line.frame } else { nil }
        }
        for (index, frame) in words.enumerated() {
            #expect(frame.x >= 0 && frame.maxX <= scene.size.width && frame.maxY <= scene.size.height)
            for other in words[(index + 1)...] { #expect(!frame.grown(by: -1).overlaps(other)) }
        }
    }

    @Test func hostileTextIsHarmless() throws {
        let mark = try Self.mark("2026-01-01", "attacked", words: "<script>alert(1)</script>\0&\u{202E}")
        let svg = String(
            decoding: try TimelinePlot(title: "a\u{1B}[2J<b>", marks: [mark], layout: .lanes, ontology: Self.ontology).data(as: .svg), as: UTF8.self)
        #expect(!svg.contains("<script") && !svg.contains("\0") && !svg.contains("\u{1B}") && !svg.contains("\u{202E}"))
        #expect(svg.contains("<title id=\"picture-title\">") && svg.contains("<desc"))
    }

    @Test("an axis has a few ticks at round days", arguments: ["2026-01-03", "2026-01-20", "2026-06-01", "2029-01-01", "2999-01-01"])
    func ticks(end: String) throws {
        let axis = TimeAxis([try #require(PartialDate("2026-01-01")), try #require(PartialDate(end))], left: 0, right: 900)
        let ticks = axis.ticks()
        #expect((2...9).contains(ticks.count), "\(ticks)")
        #expect(ticks.map(\.x) == ticks.map(\.x).sorted() && ticks.allSatisfy { (0...900).contains($0.x) })
    }

    @Test func aFewDatesOfLongAgoDoNotCrowdAllOthersIntoACorner() throws {
        let dates = ["2013", "2020-03-01"] + (1...9).map { "2026-01-0\($0)" }
        let axis = TimeAxis(try dates.map { try #require(PartialDate($0)) }, left: 0, right: 900)
        let places = try dates.map { axis.x(of: try #require(PartialDate($0))) }
        #expect(places == places.sorted() && axis.hasEarly && places[1] < axis.start && axis.start < places[2])
        #expect(places[10] - places[2] > 500, "\(places)")
        let marks = try dates.map { try Self.mark($0, "attacked") }
        let scene = TimelinePlot(title: "x", marks: marks, layout: .lanes, ontology: Self.ontology).scene()
        #expect(scene.figures.contains { $0.words.contains("1 Mar 2020 · attacked Peru") } && scene.figures.contains { $0.words.contains("earlier") })
        // Where the years are told evenly, the axis is whole.
        #expect(!TimeAxis(try (2010...2026).map { try #require(PartialDate("\($0)")) }, left: 0, right: 900).hasEarly)
    }

    @Test("marks stay between the ends of the axis, however many fall on one day", arguments: [3, 40])
    func crowds(count: Int) throws {
        let marks = try (0..<count).map { try Self.mark("2026-01-0\($0 % 2 + 1)", "attacked", words: "\($0)") }
        let scene = TimelinePlot(title: "x", marks: marks, layout: .balance, ontology: Self.ontology).scene()
        for mark in scene.figures where mark.classes.first == "mark" {
            let frame = try #require(mark.frame)
            #expect(frame.x > TimelinePage.margin && frame.maxX < TimelinePage.width)
        }
    }

    @Test func nothingToShowIsSaidSo() throws {
        let svg = try TimelinePlot(title: "Nobody", marks: [], layout: .balance, ontology: Self.ontology).data(as: .svg)
        #expect(String(decoding: svg, as: UTF8.self).contains("nothing is dated"))
        #expect(throws: RenderingError.noPlotAsDOT) { try TimelinePlot(title: "", marks: [], layout: .lanes, ontology: Self.ontology).data(as: .dot) }
    }
}
