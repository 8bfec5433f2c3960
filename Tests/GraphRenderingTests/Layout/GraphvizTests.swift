import Dispatch
import Foundation
import GraphModel
import Synchronization
import Testing

@testable import GraphRendering

@Suite(.serialized) struct GraphvizTests {
    private static let drawings = [
        GraphDrawing(of: SampleGraphs.article, ontology: SampleGraphs.ontology),
        GraphDrawing(of: SampleGraphs.story, ontology: SampleGraphs.ontology, options: SampleGraphs.springs),
        GraphDrawing(of: SampleGraphs.synthetic(entities: 40, relations: 80), ontology: SampleGraphs.ontology),
    ]

    @Test("the same graph gives the same bytes, in turn and from several threads", arguments: [PictureFormat.svg, .dot, .png])
    func determinism(format: PictureFormat) throws {
        let expected = try Self.drawings.map { try $0.data(as: format) }
        #expect(try Self.drawings.reversed().map { try $0.data(as: format) } == expected.reversed())
        let wrong = Mutex(0)
        let rounds = format == .png ? 6 : 30
        DispatchQueue.concurrentPerform(iterations: rounds) { index in
            let which = index % Self.drawings.count
            if (try? Self.drawings[which].data(as: format)) != expected[which] { wrong.withLock { $0 += 1 } }
        }
        #expect(wrong.withLock { $0 } == 0)
    }

    @Test func aPrintableFileDoesNotTellWhenItWasMade() throws {
        let file = String(decoding: try Self.drawings[0].data(as: .pdf), as: UTF8.self)
        #expect(file.hasPrefix("%PDF") && file.contains("/CreationDate (D:20000101000000"))
    }

    @Test func aLayoutThatGraphvizCannotReadFailsAndTheNextOneWorks() throws {
        guard case .failed = try Graphviz.start("digraph { a -> ", with: .dot, seconds: 5).finish() else {
            Issue.record("a broken file was laid out")
            return
        }
        #expect(!(try Self.drawings[0].data(as: .svg).isEmpty))
    }

    @Test func aLayoutThatTakesTooLongIsStoppedAndASimplerOneStandsIn() throws {
        var options = DrawingOptions()
        options.engine = .dot
        options.maximumEntities = 3000
        options.timeLimit = 0.4
        options.legend = .none
        let drawing = GraphDrawing(of: SampleGraphs.synthetic(entities: 3000, relations: 6000), ontology: SampleGraphs.ontology, options: options)
        let start = ContinuousClock.now
        let scene = try drawing.scene()
        // Hours without a limit; the bound leaves room for a busy machine.
        #expect(ContinuousClock.now - start < .seconds(30))
        #expect(scene.figures.contains { $0.words.contains("did not end in time") })
        #expect(scene.figures.count { $0.classes.first == "node" } == drawing.selection.entities.count)
    }

    #if os(Linux)
        @Test func drawingInALoopDoesNotGrowMemory() throws {
            func residentBytes() throws -> Int {
                let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
                return (Int(fields[1]) ?? 0) * 4096
            }
            for _ in 0..<40 { _ = try Self.drawings[0].data(as: .svg) }
            let before = try residentBytes()
            for _ in 0..<250 { _ = try Self.drawings[0].data(as: .svg) }
            let grown = try residentBytes() - before
            // A quarter of what a thousand may leave.
            #expect(grown < 5 << 20, "250 drawings left \(grown >> 10) KiB")
        }
    #endif
}
