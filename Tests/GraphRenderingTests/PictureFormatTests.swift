import Testing

@testable import GraphRendering

@Suite struct PictureFormatTests {
    @Test(
        "the suffix tells the format",
        arguments: [("graph.svg", PictureFormat.svg), ("a/b.c/GRAPH.PNG", .png), ("x.pdf", .pdf), ("x.dot", .dot), ("x.y.gv", .dot)])
    func known(path: String, format: PictureFormat) throws {
        #expect(try PictureFormat(path: path) == format)
    }

    @Test(
        "an unknown suffix is refused with the known ones and the nearest",
        arguments: [
            ("graph.sgv", "graph.sgv: unknown picture format '.sgv'; did you mean '.svg'? use one of .svg, .png, .pdf, .html, .dot"),
            ("graph.bmp", "graph.bmp: unknown picture format '.bmp'; use one of .svg, .png, .pdf, .html, .dot"),
            ("graph.jpeg", "graph.jpeg: unknown picture format '.jpeg'; did you mean '.png'? use one of .svg, .png, .pdf, .html, .dot"),
            ("a.b/graph", "a.b/graph: the file name has no suffix to tell the picture's format; use one of .svg, .png, .pdf, .html, .dot"),
            ("graph.", "graph.: unknown picture format '.'; use one of .svg, .png, .pdf, .html, .dot"),
        ])
    func unknown(path: String, message: String) {
        let error = #expect(throws: RenderingError.self) { try PictureFormat(path: path) }
        #expect(error?.description == message)
    }
}
