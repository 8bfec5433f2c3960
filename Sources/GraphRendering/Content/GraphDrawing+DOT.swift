import GraphModel

extension GraphDrawing {
    /// The picture as a DOT file, for other layouts and changes by hand: what Graphviz's own language can say of it.
    func dotGraph() -> DotGraph {
        let theme = options.theme
        var graph = DotGraph(name: options.title ?? "Graph")
        graph.attributes = graphAttributes
        graph.nodeDefaults.set("fontname", Theme.font)
        graph.nodeDefaults.set("height", 0.3)
        graph.nodeDefaults.set("width", 0.3)
        graph.nodeDefaults.set("margin", "0.1,0.05")
        graph.edgeDefaults.set("fontname", Theme.font)
        graph.edgeDefaults.set("fontsize", 10)
        graph.edgeDefaults.set("arrowsize", 0.8)
        let touched = Set(edges.filter { $0.key.change != .unchanged }.flatMap { [$0.key.subject, $0.key.object] })
        let heaviest = selection.weights.values.max() ?? 1
        graph.nodes = selection.entities.map { entity in
            let share = heaviest > 0 ? (selection.weights[entity.id] ?? 0) / heaviest : 0
            return node(entity, share: min(1, share), isPale: isComparison && !touched.contains(entity.id), theme)
        }
        graph.edges = edges.map { edge($0, theme) }
        return graph
    }

    private var graphAttributes: DotAttributes {
        var attributes = DotAttributes()
        attributes.set("charset", "UTF-8")
        attributes.set("layout", engine.rawValue)
        attributes.set("bgcolor", options.theme.paper)
        attributes.set("fontname", Theme.font)
        attributes.set("fontcolor", options.theme.ink)
        attributes.set("outputorder", "edgesfirst")
        if engine == .dot {
            attributes.set("rankdir", mayRunDown && selection.entities.count <= 16 ? "TB" : "LR")
            attributes.set("nodesep", 0.2)
            attributes.set("ranksep", 0.4)
        } else {
            attributes.set("overlap", "prism")
            attributes.set("splines", "line")
        }
        let words = [options.title, SourceCaption.text(self), Omissions.text(self, linesWithoutWords: 0)].compactMap(\.self).filter { !$0.isEmpty }
        if !words.isEmpty {
            attributes.set("labelloc", "t")
            attributes.set("label", shown: words.flatMap { TextWrapping.wrap($0, width: 80, lines: 6) }.joined(separator: "\n"))
        }
        return attributes
    }

    private func node(_ entity: Entity, share: Double, isPale: Bool, _ theme: Theme) -> DotGraph.Node {
        let style = EntityStyle(entity.type, theme: theme), change = changes[entity.id], isFocus = options.focus.contains(entity.id)
        var attributes = DotAttributes()
        attributes.set("label", shown: (change?.prefix ?? "") + TextWrapping.wrap(entity.name, width: 20, lines: 4).joined(separator: "\n"))
        attributes.set("shape", style.graphvizShape)
        let corners = style.outline == .rounded ? ",rounded" : ""
        attributes.set("style", "filled" + corners + (entity.isNominal || change == .removed ? ",dashed" : ""))
        attributes.set("fillcolor", entity.isNominal || isPale ? theme.paper : style.fill)
        attributes.set("fontcolor", entity.isNominal || isPale ? theme.quiet : style.ink)
        attributes.set("color", change?.colour(theme) ?? style.border)
        attributes.set("fontsize", (10.5 + 6.5 * share.squareRoot()).rounded())
        attributes.set("penwidth", change != nil ? 3 : 1.2)
        if isFocus { attributes.set("peripheries", 2) }
        attributes.set("class", [style.name, entity.isNominal ? "nominal" : nil, change.map { "\($0)" }].compactMap(\.self).joined(separator: " "))
        return DotGraph.Node(name: entity.id, attributes: attributes)
    }

    private func edge(_ edge: FoldedEdge, _ theme: Theme) -> DotGraph.Edge {
        let style = StatusStyle(edge.key.status)
        let line =
            edge.key.change.map { LineStyle($0, theme: theme, isSymmetric: edge.key.isSymmetric) }
            ?? LineStyle(
                edge.key.status, edge.key.tone, theme: theme, sources: edge.sources, isSymmetric: edge.key.isSymmetric)
        var attributes = DotAttributes()
        let words = EdgeWords(edge, ontology: ontology, theme: theme, width: PictureComposer.widthOfWords)
        attributes.set("label", shown: words.lines.map { $0.map(\.text).joined() }.joined(separator: "\n"))
        attributes.set("style", edge.key.change.map { $0.dashes.isEmpty ? "solid" : "dashed" } ?? style.graphvizLine)
        attributes.set("color", line.isDouble ? "\(line.colour):\(line.paper):\(line.colour)" : line.colour)
        attributes.set("fontcolor", style.isFaded ? theme.quiet : (edge.key.change == .unchanged ? theme.quiet : line.colour))
        attributes.set("penwidth", line.width)
        let ends = Self.ends(edge, style)
        if !ends.tail.isEmpty { attributes.set("dir", "both") } else if ends.head.isEmpty { attributes.set("dir", "none") }
        if !ends.head.isEmpty { attributes.set("arrowhead", ends.head) }
        if !ends.tail.isEmpty { attributes.set("arrowtail", ends.tail) }
        attributes.set("class", "\(edge.key.status) " + (edge.key.change.map { "\($0)" } ?? "\(edge.key.tone)"))
        let citation = Citation(edge, documents: documents, ontology: ontology)
        attributes.set("edgetooltip", tooltip: citation.text)
        if let link = citation.link { attributes.set("URL", link.replacing("&", with: "&amp;")) }
        return DotGraph.Edge(tail: edge.key.subject, head: edge.key.object, attributes: attributes)
    }

    /// Graphviz's shapes at the ends of a line; empty for none.
    private static func ends(_ edge: FoldedEdge, _ style: StatusStyle) -> (head: String, tail: String) {
        let isCompared = edge.key.change != nil, mark = isCompared ? "" : edge.key.tone.graphvizMark
        let head = isCompared ? "normal" : style.graphvizHead
        guard edge.key.isSymmetric else { return (head, (edge.isTwoWay ? "normal" : "") + mark) }
        // What strikes the line stands there even where it points nowhere.
        return (mark + (style.mark == nil || isCompared ? "" : head.replacing("normal", with: "")), mark)
    }
}
