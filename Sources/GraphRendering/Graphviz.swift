import CGraphviz
import Synchronization

/// The one door to Graphviz.
///
/// Graphviz keeps global state (string tables, text measurements, error levels) and draws wrong pictures, silently, when two threads use it, even
/// with a context each. So there is one context, and one lock around everything that touches it.
enum Graphviz {
    /// Lays out and draws a DOT file. Throws `RenderingError.graphviz`.
    ///
    /// - Returns: The file, and the warnings that Graphviz gave, in its words.
    static func draw(
        _ dot: String, engine: LayoutEngine, format: PictureFormat, dotsPerInch: Double, maximumPixels: Int
    ) throws -> (bytes: [UInt8], warnings: String) {
        try library.withLock { library in
            heard.withLock { $0 = "" }
            let bytes = try library.draw(dot, engine: engine, format: format, dotsPerInch: dotsPerInch, maximumPixels: maximumPixels)
            return (bytes, heard.withLock { $0 })
        }
    }

    fileprivate static let heard = Mutex("")
    private static let library = Mutex(Library())
}

/// Graphviz's context, created when the first picture is drawn and kept for the life of the process.
private struct Library {
    private var context: OpaquePointer?

    mutating func draw(
        _ dot: String, engine: LayoutEngine, format: PictureFormat, dotsPerInch: Double, maximumPixels: Int
    ) throws -> [UInt8] {
        let context = try start()
        agreseterrors()
        guard let graph = agmemread(dot) else { throw failure("read the drawing") }
        defer { agclose(graph) }
        // sfdp starts from random positions: the same ones each time.
        cgraphviz_seed(1)
        guard gvLayout(context, graph, engine.rawValue) == 0 else { throw failure("lay out the drawing with \(engine.rawValue)") }
        defer { gvFreeLayout(context, graph) }
        cgraphviz_keep_natural_size(graph)
        if format == .png { cgraphviz_set_resolution(graph, Self.resolution(of: graph, wanted: dotsPerInch, maximumPixels: maximumPixels)) }
        var bytes: UnsafeMutablePointer<CChar>?
        var count = 0
        guard cgraphviz_render(context, graph, format.rawValue, &bytes, &count) == 0, let bytes else {
            throw failure("write the drawing as \(format.rawValue)")
        }
        defer { gvFreeRenderData(bytes) }
        let drawn = [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
        return format == .pdf ? PortableDocument.withoutClock(drawn) : drawn
    }

    private mutating func start() throws -> OpaquePointer {
        if let context { return context }
        cgraphviz_listen { fragment in
            if let fragment {
                let text = String(cString: fragment)
                Graphviz.heard.withLock { $0 += text }
            }
            return 0
        }
        guard let created = gvContext() else { throw failure("start") }
        context = created
        return created
    }

    /// Dots an inch at which the drawing has at most `maximumPixels` pixels, and sides that Cairo can draw (15 bits).
    private static func resolution(of graph: UnsafeMutablePointer<Agraph_t>, wanted: Double, maximumPixels: Int) -> Double {
        // Graphviz adds a margin around the drawing: up to 40 points a side are allowed for.
        let width = (cgraphviz_width(graph) + 80) / 72, height = (cgraphviz_height(graph) + 80) / 72
        let byArea = (Double(maximumPixels) / (width * height)).squareRoot(), bySide = 32_000 / max(width, height)
        return max(1, min(wanted, byArea, bySide))
    }

    private func failure(_ step: String) -> RenderingError {
        let words = Graphviz.heard.withLock { $0 }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return .graphviz(step: step, messages: String(words.prefix(2000)))
    }
}
