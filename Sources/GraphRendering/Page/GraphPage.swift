import Foundation
import GraphModel

/// A drawing as one HTML file: the picture with pan, zoom, search, filters, a slider over the days, and the evidence on a click.
///
/// The file works from the disk and fetches nothing: its content security policy admits no request, and of scripts only the page's own, by its
/// SHA-256. All that comes from articles is escaped in the markup or set as text by the script.
struct GraphPage {
    let drawing: GraphDrawing

    /// The page as UTF-8.
    func html() throws -> [UInt8] {
        let steps = drawing.growth?.stages ?? []
        let title = PlainText.clean(drawing.options.title ?? "Graph").escapedForXML
        let hash = Data(SHA256.digest(of: Array(PageScript.text.utf8))).base64EncodedString()
        let policy = "default-src 'none'; script-src 'sha256-\(hash)'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
        let page = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="EntityGraph">
            <title>\(title)</title>
            <style>
            \(PageStyle.text(drawing.options.theme))
            </style>
            </head>
            <body>
            <header>
            <h1>\(title)</h1>
            <span id="page-shown" role="status"></span>
            <label>Search <input id="page-search" type="search" placeholder="a name" autocomplete="off"></label>
            <span id="page-found" role="status"></span>
            <button id="page-in" type="button" aria-label="Zoom in">+</button>
            <button id="page-out" type="button" aria-label="Zoom out">−</button>
            <button id="page-fit" type="button">Fit</button>
            </header>
            <aside id="page-filters" aria-label="Filters">
            <fieldset><legend>\(steps.isEmpty ? "Days" : "Steps")</legend>
            <input id="page-span" type="range" min="0" value="0" aria-label="\(steps.isEmpty ? "Show what happened until" : "Show what was known on")">
            <button id="page-earlier" type="button" aria-label="Earlier">◀</button> <button id="page-play" type="button">Play</button>
            <button id="page-later" type="button" aria-label="Later">▶</button> <span id="page-day" role="status"></span></fieldset>
            <fieldset id="page-by-type"><legend>Entities</legend></fieldset>
            <fieldset id="page-by-status"><legend>Status</legend></fieldset>
            <fieldset id="page-by-relation"><legend>Relations</legend></fieldset>
            </aside>
            <main id="page-stage" aria-label="The graph">
            \(Self.inline(SVGFile.bytes(of: try drawing.scene(showsSteps: true))))
            </main>
            <aside id="page-evidence" aria-label="Evidence" aria-live="polite"><p>Click an entity or a line to see what articles say. Drag to move, scroll to zoom.</p></aside>
            <script type="application/json" id="page-data">\(try PageData(drawing).json)</script>
            <script>\(PageScript.text)</script>
            </body>
            </html>

            """
        return Array(page.utf8)
    }

    /// The drawing as it may stand inside a page: without the XML declaration and document type.
    private static func inline(_ svg: [UInt8]) -> String {
        let text = String(decoding: svg, as: UTF8.self)
        return text.firstRange(of: "<svg").map { String(text[$0.lowerBound...]) } ?? text
    }
}
