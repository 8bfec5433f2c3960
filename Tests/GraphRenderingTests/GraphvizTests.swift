import Dispatch
import Foundation
import GraphModel
import Synchronization
import Testing

@testable import GraphRendering

@Suite(.serialized) struct GraphvizTests {
    private static let drawings = [
        GraphDrawing(of: SampleGraphs.article, ontology: SampleGraphs.ontology),
        GraphDrawing(of: SampleGraphs.story, ontology: SampleGraphs.ontology, options: DrawingOptions(engine: .sfdp)),
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

    @Test func aDrawingThatGraphvizCannotReadIsAnErrorAndTheNextOneWorks() throws {
        let error = #expect(throws: RenderingError.self) {
            try Graphviz.draw("digraph { a -> ", engine: .dot, format: .svg, dotsPerInch: 72, maximumPixels: 1000)
        }
        #expect(error?.description.contains("syntax error") == true, "\(error?.description ?? "")")
        #expect(!(try Self.drawings[0].data(as: .svg).isEmpty))
    }

    #if os(Linux)
        @Test func drawingInALoopDoesNotGrowMemory() throws {
            func residentBytes() throws -> Int {
                let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
                return (Int(fields[1]) ?? 0) * 4096
            }
            for _ in 0..<40 { _ = try Self.drawings[0].data(as: .svg) }
            let before = try residentBytes()
            for _ in 0..<200 { _ = try Self.drawings[0].data(as: .svg) }
            let grown = try residentBytes() - before
            #expect(grown < 4 << 20, "200 drawings left \(grown >> 10) KiB")
        }
    #endif
}
