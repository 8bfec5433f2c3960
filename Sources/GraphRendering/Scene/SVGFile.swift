import GraphModel

/// A picture as an SVG file that browsers, editors such as Inkscape, and screen readers understand.
struct SVGFile {
    private var out = ""

    /// The file's bytes, in UTF-8.
    static func bytes(of scene: Scene) -> [UInt8] {
        var file = SVGFile()
        file.write(scene)
        return Array(file.out.utf8)
    }

    private mutating func write(_ scene: Scene) {
        let width = PlainText.number(scene.size.width), height = PlainText.number(scene.size.height)
        out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        out += "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"\(width)pt\" height=\"\(height)pt\""
        out += " viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-labelledby=\"picture-title picture-description\""
        out += " font-family=\"\(Theme.fonts)\">\n"
        out += "<title id=\"picture-title\">\(scene.title.escapedForXML)</title>\n"
        out += "<desc id=\"picture-description\">\(scene.description.escapedForXML)</desc>\n"
        out += "<rect class=\"paper\" width=\"\(width)\" height=\"\(height)\" fill=\"\(scene.background)\"/>\n"
        for figure in scene.figures { write(figure) }
        out += "</svg>\n"
    }

    private mutating func write(_ figure: Figure) {
        out += "<g"
        if let id = figure.id { out += " id=\"\(id)\"" }
        if !figure.classes.isEmpty { out += " class=\"\(figure.classes.joined(separator: " ").escapedForXML)\"" }
        for (key, value) in figure.data { out += " data-\(key)=\"\(value.escapedForXML)\"" }
        out += ">\n"
        if let tooltip = figure.tooltip { out += "<title>\(tooltip.escapedForXML)</title>\n" }
        if let link = figure.link { out += "<a xlink:href=\"\(link.escapedForXML)\" target=\"_blank\" rel=\"noopener\">\n" }
        for shape in figure.shapes { write(shape) }
        if figure.link != nil { out += "</a>\n" }
        out += "</g>\n"
    }

    private mutating func write(_ shape: Shape) {
        switch shape {
        case .polygon(let points, let paint): out += "<polygon points=\"\(Self.list(points))\"\(Self.attributes(paint))/>\n"
        case .polyline(let points, let paint): out += "<polyline points=\"\(Self.list(points))\"\(Self.attributes(paint))/>\n"
        case .rectangle(let frame, let radius, let paint):
            let corners = radius > 0 ? " rx=\"\(PlainText.number(radius))\"" : ""
            out += "<rect x=\"\(PlainText.number(frame.x))\" y=\"\(PlainText.number(frame.y))\" width=\"\(PlainText.number(frame.width))\""
            out += " height=\"\(PlainText.number(frame.height))\"\(corners)\(Self.attributes(paint))/>\n"
        case .ellipse(let frame, let paint):
            out += "<ellipse cx=\"\(PlainText.number(frame.centre.x))\" cy=\"\(PlainText.number(frame.centre.y))\""
            out += " rx=\"\(PlainText.number(frame.width / 2))\" ry=\"\(PlainText.number(frame.height / 2))\"\(Self.attributes(paint))/>\n"
        case .curve(let points, let paint):
            guard let first = points.first else { return }
            let rest = points.dropFirst().map(Self.pair).joined(separator: " ")
            out += "<path d=\"M\(Self.pair(first))C\(rest)\"\(Self.attributes(paint))/>\n"
        case .text(let line): write(line)
        }
    }

    private mutating func write(_ line: TextLine) {
        guard let first = line.runs.first else { return }
        let anchor = line.anchor == .middle ? " text-anchor=\"middle\"" : ""
        out += "<text x=\"\(PlainText.number(line.place.x))\" y=\"\(PlainText.number(line.place.y))\"\(anchor)"
        if line.runs.count == 1 {
            out += "\(Self.attributes(first))>\(first.text.escapedForXML)</text>\n"
        } else {
            // Spaces stand at the ends of runs.
            out +=
                " xml:space=\"preserve\">" + line.runs.map { "<tspan\(Self.attributes($0))>\($0.text.escapedForXML)</tspan>" }.joined() + "</text>\n"
        }
    }

    private static func attributes(_ run: TextRun) -> String {
        " font-size=\"\(PlainText.number(run.size))\" fill=\"\(run.colour)\"" + (run.isBold ? " font-weight=\"bold\"" : "")
            + (run.isStruck ? " text-decoration=\"line-through\"" : "")
    }

    private static func attributes(_ paint: Paint) -> String {
        var out = " fill=\"\(paint.fill ?? "none")\""
        if paint.fill != nil, paint.opacity < 1 { out += " fill-opacity=\"\(PlainText.number(paint.opacity))\"" }
        guard let stroke = paint.stroke else { return out }
        out += " stroke=\"\(stroke)\""
        if paint.width != 1 { out += " stroke-width=\"\(PlainText.number(paint.width))\"" }
        if !paint.dashes.isEmpty { out += " stroke-dasharray=\"\(paint.dashes.map(PlainText.number).joined(separator: ","))\"" }
        return out
    }

    private static func pair(_ point: Point) -> String { "\(PlainText.number(point.x)),\(PlainText.number(point.y))" }
    private static func list(_ points: [Point]) -> String { points.map(pair).joined(separator: " ") }
}
