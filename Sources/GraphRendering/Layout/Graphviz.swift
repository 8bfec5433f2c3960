import CGraphviz
import Synchronization

/// The one door to Graphviz.
///
/// Graphviz keeps global state (string tables, text measurements, error levels) and draws wrong pictures, silently, when two threads use it, even
/// with a context each. So there is one context, and one lock around everything that touches it; layouts run in a process of their own, which
/// bounds their time and leaves nothing behind.
enum Graphviz {
    /// What became of a layout.
    enum Outcome {
        /// The places of everything, as `cgraphviz_write_layout` writes them.
        case done([UInt8])
        /// The time was over.
        case tooLate
        /// Graphviz failed, or crashed.
        case failed
    }

    /// Starts to lay out a DOT file whose nodes are named `n0`, `n1`, ... and whose edges bear their number as `id`.
    static func start(_ dot: String, with engine: LayoutEngine, seconds: Double) throws -> Run {
        try library.withLock { library in
            let context = try library.start()
            let worker = cgraphviz_start(context, dot, engine.rawValue, seconds)
            guard worker.process <= 0 else { return Run(state: .running(worker, ContinuousClock.now + .seconds(seconds))) }
            // No process to be had: here, then, without a limit.
            var text: UnsafeMutablePointer<CChar>?
            var length = 0
            let outcome = cgraphviz_run(context, dot, engine.rawValue, &text, &length)
            return Run(state: .ended(Run.outcome(outcome, text, length)))
        }
    }

    /// A layout under way.
    struct Run {
        fileprivate enum State {
            case running(cgraphviz_worker, ContinuousClock.Instant)
            case ended(Outcome)
        }

        fileprivate let state: State

        /// Waits for it, at most until its time is over. To be called once.
        consuming func finish() -> Outcome {
            switch state {
            case .ended(let outcome): return outcome
            case .running(let worker, let end):
                var text: UnsafeMutablePointer<CChar>?
                var length = 0
                let left = max(0.01, (end - ContinuousClock.now) / .seconds(1))
                let outcome = cgraphviz_finish(worker, left, &text, &length)
                return Self.outcome(outcome, text, length)
            }
        }

        fileprivate static func outcome(_ code: cgraphviz_outcome, _ text: UnsafeMutablePointer<CChar>?, _ length: Int) -> Outcome {
            guard code == cgraphviz_done, let text else { return code == cgraphviz_too_late ? .tooLate : .failed }
            defer { free(text) }
            return .done([UInt8](UnsafeRawBufferPointer(start: text, count: length)))
        }
    }

    /// Draws a picture as PNG or PDF. Throws `RenderingError.graphviz`.
    static func draw(_ scene: Scene, format: PictureFormat, dotsPerInch: Double, maximumPixels: Int) throws -> [UInt8] {
        let operations = DrawingOperations(scene).text, canvas = Canvas(scene, hasLinks: format == .pdf).dot
        return try library.withLock { library in
            heard.withLock { $0 = "" }
            return try library.draw(operations, on: canvas, format: format, dotsPerInch: dotsPerInch, maximumPixels: maximumPixels)
        }
    }

    /// Throws `RenderingError.graphviz` if a text is no DOT file, or one that Graphviz has doubts about.
    static func check(_ dot: String) throws {
        try library.withLock { library in
            heard.withLock { $0 = "" }
            try library.check(dot)
        }
    }

    fileprivate static let heard = Mutex("")
    private static let library = Mutex(Library())
}

/// A Graphviz file without visible nodes, as large as a picture; what is drawn stands behind it.
private struct Canvas {
    let dot: String

    init(_ scene: Scene, hasLinks: Bool) {
        let height = scene.size.height
        func box(_ name: String, _ frame: Frame, _ attributes: String) -> String {
            let centre = frame.centre
            return "\(name) [pos=\"\(PlainText.number(centre.x)),\(PlainText.number(height - centre.y))\" shape=box fixedsize=true label=\"\""
                + " width=\(frame.width / 72) height=\(frame.height / 72) \(attributes)];"
        }
        let paper = Frame(x: 0, y: 0, width: scene.size.width, height: height)
        var out = "graph g { graph [charset=\"UTF-8\" bgcolor=\"\(scene.background)\" pad=0 margin=0];" + box("paper", paper, "style=invis")
        if hasLinks {
            for (index, figure) in scene.figures.enumerated() {
                guard let link = figure.link, figure.classes.first != "edge", let frame = figure.frame else { continue }
                out += box("link\(index)", frame, "color=transparent URL=\"\(link)\"")
            }
        }
        dot = out + "}"
    }
}

/// Graphviz's context, created when the first picture is drawn and kept for the life of the process.
private struct Library {
    private var context: OpaquePointer?

    mutating func draw(
        _ operations: String, on canvas: String, format: PictureFormat, dotsPerInch: Double, maximumPixels: Int
    ) throws -> [UInt8] {
        let context = try start()
        agreseterrors()
        guard let graph = agmemread(canvas) else { throw failure("read the drawing") }
        defer { agclose(graph) }
        cgraphviz_set_background(graph, operations)
        guard gvLayout(context, graph, "nop2") == 0 else { throw failure("take over the places of the drawing") }
        defer { gvFreeLayout(context, graph) }
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

    mutating func check(_ dot: String) throws {
        _ = try start()
        guard let graph = agmemread(dot) else { throw failure("read the drawing") }
        agclose(graph)
        guard Graphviz.heard.withLock({ $0.isEmpty }) else { throw failure("read the drawing without doubts") }
    }

    mutating func start() throws -> OpaquePointer {
        if let context { return context }
        cgraphviz_listen { fragment in
            if let fragment {
                let text = String(cString: fragment)
                Graphviz.heard.withLock { $0 += text }
            }
            return 0
        }
        guard let created = gvContext() else { throw failure("start") }
        cgraphviz_load_engines(created)
        context = created
        return created
    }

    /// Dots an inch at which the drawing has at most `maximumPixels` pixels, and sides that Cairo can draw (15 bits).
    private static func resolution(of graph: UnsafeMutablePointer<Agraph_t>, wanted: Double, maximumPixels: Int) -> Double {
        // Up to two points a side are allowed for what Graphviz adds.
        let width = (cgraphviz_width(graph) + 4) / 72, height = (cgraphviz_height(graph) + 4) / 72
        let byArea = (Double(maximumPixels) / (width * height)).squareRoot(), bySide = 32_000 / max(width, height)
        return max(1, min(wanted, byArea, bySide))
    }

    private func failure(_ step: String) -> RenderingError {
        let words = Graphviz.heard.withLock { $0 }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return .graphviz(step: step, messages: String(words.prefix(2000)))
    }
}
