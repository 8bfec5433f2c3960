import GraphModel

/// What stands under a drawing: title, caption, what was left out, and what the shapes, colours and lines that occur mean.
struct PictureCaption {
    private let drawing: GraphDrawing

    init(_ drawing: GraphDrawing) { self.drawing = drawing }

    /// An HTML-like table; nil if there is nothing to say.
    var markup: String? {
        var rows: [String] = []
        let width = drawing.selection.entities.count <= 6 ? 60 : 100
        for line in text(drawing.options.title, width: width) { rows.append("<FONT POINT-SIZE=\"15\"><B>\(line)</B></FONT>") }
        for line in text(drawing.options.caption, width: width) { rows.append("<FONT POINT-SIZE=\"11\">\(line)</FONT>") }
        if drawing.options.showsLegend, !drawing.selection.entities.isEmpty {
            rows += legend
        }
        for line in text(omissions, width: width) { rows.append("<FONT POINT-SIZE=\"10\" COLOR=\"\(Palette.quiet)\">\(line)</FONT>") }
        guard !rows.isEmpty else { return nil }
        return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">"
            + rows.map { "\n    <TR><TD ALIGN=\"LEFT\">\($0)</TD></TR>" }.joined() + "</TABLE>"
    }

    private func text(_ text: String?, width: Int) -> [String] {
        // Graphviz takes a font without anything but spaces in it for a syntax error.
        TextWrapping.wrap(text ?? "", width: width, lines: 6).filter { !$0.isEmpty }.map(DotText.html)
    }

    /// What the picture does not show, in words; nil if it shows all.
    private var omissions: String? {
        let selection = drawing.selection
        if selection.entities.isEmpty, selection.omittedIsolated == 0 { return "Nothing to draw: the graph has no relations." }
        var parts: [String] = []
        if selection.omittedEntities > 0 || selection.omittedRelations > 0 {
            let entities = Self.count(selection.omittedEntities, "entity", "entities")
            let relations = Self.count(selection.omittedRelations, "relation", "relations")
            let left = [selection.omittedEntities > 0 ? entities : nil, selection.omittedRelations > 0 ? relations : nil].compactMap(\.self)
            parts.append("\(left.joined(separator: " and ")) with fewer sources")
        }
        if selection.omittedIsolated > 0 { parts.append("\(Self.count(selection.omittedIsolated, "entity", "entities")) without relations") }
        return parts.isEmpty ? nil : "Not shown: \(parts.joined(separator: "; "))."
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        // Thousands are parted by commas, as the labels are English.
        var digits = String(number), grouped = ""
        while digits.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        return "\(digits)\(grouped) \(number == 1 ? one : many)"
    }

    /// What occurs in the drawing, in a grid of samples and words.
    private var legend: [String] {
        let sections = [entityTypes, drawing.isComparison ? changes : tones, statuses]
        let columns = drawing.selection.entities.count <= 6 ? 3 : 5
        let rows = sections.flatMap { section in
            stride(from: 0, to: section.count, by: columns).map { Array(section[$0..<min($0 + columns, section.count)]) }
        }
        guard !rows.isEmpty else { return [] }
        let cells = rows.map { row in "\n    <TR>" + row.map(\.markup).joined() + "</TR>" }
        return ["<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"0\">\(cells.joined())</TABLE>"]
    }

    private var entityTypes: [LegendEntry] {
        let drawn = Set(drawing.selection.entities.filter { !$0.isNominal }.map(\.type))
        var entries = EntityType.allCases.filter(drawn.contains).map { type in
            let style = EntityStyle(type)
            return LegendEntry(fill: style.fill, border: style.border, isRounded: type == .person || type == .place, name: style.name)
        }
        if drawing.selection.entities.contains(where: \.isNominal) {
            entries.append(LegendEntry(fill: Palette.paper, border: Palette.quiet, isDashed: true, name: "without a name"))
        }
        return entries
    }

    private var tones: [LegendEntry] {
        let drawn = Set(drawing.edges.map(\.key.tone))
        return Tone.allCases.filter(drawn.contains).map { LegendEntry(line: "solid", colour: $0.colour, width: 3, name: $0.name) }
    }

    private var changes: [LegendEntry] {
        let drawn = Set(drawing.edges.compactMap(\.key.change)).union(drawing.selection.entities.compactMap { drawing.changes[$0.id] })
        return Change.allCases.filter(drawn.contains).map {
            LegendEntry(line: $0.line, colour: $0.colour, width: $0.width, isDouble: $0 == .changed, name: $0.name, isStruck: $0 == .removed)
        }
    }

    /// Empty if all are plain facts.
    private var statuses: [LegendEntry] {
        let drawn = Set(drawing.edges.map(\.key.status))
        guard !drawing.isComparison, drawn != [.asserted] else { return [] }
        return Status.allCases.reversed().filter(drawn.contains).map { status in
            let style = StatusStyle(status)
            return LegendEntry(
                line: style.line, colour: style.isFaded ? Palette.faint : Palette.neutral, width: style.isFaded ? 1 : 1.6, isDouble: style.isDouble,
                mark: style.mark, name: status.rawValue, isStruck: style.isStruck)
        }
    }
}
