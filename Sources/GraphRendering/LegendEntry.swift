/// A sample of a shape or a line, and the word for what it means, as two cells of an HTML-like table.
struct LegendEntry: Hashable, Sendable {
    let markup: String

    /// A shape.
    init(fill: String, border: String, isRounded: Bool = false, isDashed: Bool = false, name: String) {
        let style = [isRounded ? "ROUNDED" : nil, isDashed ? "DASHED" : nil].compactMap(\.self).joined(separator: ",")
        let attributes = style.isEmpty ? "" : " STYLE=\"\(style)\""
        let sample = Self.table(
            "<TR><TD WIDTH=\"28\" HEIGHT=\"12\" FIXEDSIZE=\"TRUE\" BORDER=\"1\"\(attributes) COLOR=\"\(border)\" BGCOLOR=\"\(fill)\"></TD></TR>")
        markup = Self.cells(sample, name: name, isStruck: false)
    }

    /// A line, and the mark at its end.
    init(line: String, colour: String, width: Double, isDouble: Bool = false, mark: String? = nil, name: String, isStruck: Bool = false) {
        let points = isDouble ? 1 : max(1, Int(width.rounded()))
        let sides = isDouble ? "TB" : "B"
        let stroke =
            "<TD WIDTH=\"28\" HEIGHT=\"\(isDouble ? 5 : 7)\" FIXEDSIZE=\"TRUE\" SIDES=\"\(sides)\" BORDER=\"\(points)\" STYLE=\"\(line)\" COLOR=\"\(colour)\"></TD>"
        let end = mark.map { "<TD ROWSPAN=\"2\"><FONT POINT-SIZE=\"8\" COLOR=\"\(colour)\">\(DotText.html($0))</FONT></TD>" } ?? ""
        let sample = Self.table("<TR>\(stroke)\(end)</TR><TR><TD WIDTH=\"28\" HEIGHT=\"\(isDouble ? 4 : 6)\" FIXEDSIZE=\"TRUE\"></TD></TR>")
        markup = Self.cells(sample, name: name, isStruck: isStruck)
    }

    private static func table(_ rows: String) -> String {
        "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">\(rows)</TABLE>"
    }

    private static func cells(_ sample: String, name: String, isStruck: Bool) -> String {
        let words = isStruck ? "<S>\(DotText.html(name))</S>" : DotText.html(name)
        return "\n      <TD ALIGN=\"LEFT\">\(sample)</TD><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"10\">\(words)   </FONT></TD>"
    }
}
