import GraphModel

extension GraphDrawing {
    /// The picture as a DOT file.
    ///
    /// - Parameter linksAreXML: Whether `&` in links is escaped.
    func dotGraph(linksAreXML: Bool = true) -> DotGraph {
        var graph = DotGraph(name: options.title ?? "Graph")
        graph.attributes = graphAttributes
        graph.nodeDefaults.set("fontname", Palette.fonts)
        graph.nodeDefaults.set("style", "filled")
        graph.nodeDefaults.set("height", 0.3)
        graph.nodeDefaults.set("width", 0.3)
        graph.edgeDefaults.set("fontname", Palette.fonts)
        graph.edgeDefaults.set("fontsize", 10)
        graph.edgeDefaults.set("arrowsize", 0.8)
        let touched = Set(edges.filter { $0.key.change != .unchanged }.flatMap { [$0.key.subject, $0.key.object] })
        let heaviest = selection.weights.values.max() ?? 1
        graph.nodes = selection.entities.map {
            node($0, share: (selection.weights[$0.id] ?? 0) / max(1, heaviest), isPale: isComparison && !touched.contains($0.id))
        }
        let showsLabels = engine == .dot || edges.count <= 60
        graph.edges = edges.map { edge($0, showsLabel: showsLabels, linksAreXML: linksAreXML) }
        return graph
    }

    private var graphAttributes: DotAttributes {
        var attributes = DotAttributes()
        attributes.set("charset", "UTF-8")
        attributes.set("bgcolor", Palette.paper)
        attributes.set("fontname", Palette.fonts)
        attributes.set("fontcolor", Palette.ink)
        attributes.set("pad", 0.2)
        attributes.set("outputorder", "edgesfirst")
        switch engine {
        case .dot:
            attributes.set("rankdir", runsDown ? "TB" : "LR")
            attributes.set("nodesep", runsDown ? 0.15 : 0.2)
            attributes.set("ranksep", runsDown ? 0.35 : 0.45)
            attributes.set("pack", 20)
            // Stops looking for a better place of each node after a while: 16 s become 3 s for 200 nodes, and no wider.
            if selection.entities.count > 60 { attributes.set("nslimit", 1) }
            if runsDown, selection.entities.count > 16 {
                // Graphviz moves nodes together until the layers are this wide, in inches, or no closer.
                attributes.set("ratio", "compress")
                attributes.set("size", "20,20")
            }
        default:
            attributes.set("overlap", selection.entities.count > 1000 ? "prism0" : "prism")
            attributes.set("splines", "line")
            attributes.set("sep", "+6")
        }
        if let caption = PictureCaption(self).markup {
            attributes.set("labelloc", "b")
            attributes.set("labeljust", "l")
            attributes.set("label", html: caption)
        }
        return attributes
    }

    /// - Parameters:
    ///   - share: Its weight in that of the heaviest entity.
    ///   - isPale: Whether nothing about it changed, in a comparison.
    private func node(_ entity: Entity, share: Double, isPale: Bool) -> DotGraph.Node {
        let style = EntityStyle(entity.type), change = changes[entity.id], isFocus = options.focus.contains(entity.id)
        var attributes = DotAttributes()
        let size = (10.5 + 6.5 * share.squareRoot()).rounded()
        let lines = TextWrapping.wrap(entity.name, width: 20, lines: 4)
        attributes.set("label", shown: (change?.prefix ?? "") + lines.joined(separator: "\n"))
        attributes.set("shape", style.shape)
        attributes.set("margin", style.margin)
        let corners = style.corners.isEmpty ? "" : "," + style.corners
        attributes.set("style", "filled" + corners + (entity.isNominal || change == .removed ? ",dashed" : ""))
        attributes.set("fillcolor", entity.isNominal || isPale ? Palette.paper : style.fill)
        attributes.set("fontcolor", entity.isNominal || isPale ? Palette.quiet : style.ink)
        attributes.set("color", change?.colour ?? style.border)
        attributes.set("fontsize", size)
        attributes.set("penwidth", isFocus || change != nil ? 3 : 1.2)
        if isFocus { attributes.set("peripheries", 2) }
        attributes.set("class", [style.name, entity.isNominal ? "nominal" : nil, change.map { "\($0)" }].compactMap(\.self).joined(separator: " "))
        attributes.set("tooltip", tooltip: tooltip(entity))
        return DotGraph.Node(name: entity.id, attributes: attributes)
    }

    private func tooltip(_ entity: Entity) -> String {
        let aliases = entity.aliases.isEmpty ? "" : "; also " + entity.aliases.prefix(6).joined(separator: ", ")
        return TextWrapping.shorten("\(entity.name) (\(EntityStyle(entity.type).name))\(aliases)", to: 400)
    }

    private func edge(_ edge: FoldedEdge, showsLabel: Bool, linksAreXML: Bool) -> DotGraph.Edge {
        let style = StatusStyle(edge.key.status), colour = edge.key.change?.colour ?? edge.key.tone.colour
        var attributes = DotAttributes()
        if showsLabel { attributes.set("label", html: EdgeLabel(edge, ontology: ontology, width: runsDown ? 22 : 30).markup) }
        if let change = edge.key.change {
            attributes.set("style", change.line)
            attributes.set("color", change.colours)
            attributes.set("penwidth", change.width)
        } else {
            attributes.set("style", style.line)
            attributes.set("color", style.colours(colour))
            attributes.set("penwidth", style.isDouble || style.isFaded ? 1 : Self.width(sources: edge.sources))
        }
        switch (edge.key.isSymmetric, style.symmetricArrow) {
        case (false, _): attributes.set("arrowhead", style.arrow)
        case (true, "none"): attributes.set("dir", "none")
        case (true, let arrow):
            attributes.set("dir", "both")
            attributes.set("arrowhead", arrow)
            attributes.set("arrowtail", arrow)
        }
        if let change = edge.key.change {
            attributes.set("class", "\(edge.key.status) \(change)")
        } else {
            attributes.set("class", "\(edge.key.status) \(edge.key.tone)")
        }
        let tooltip = evidence(edge)
        attributes.set("edgetooltip", tooltip: tooltip)
        attributes.set("labeltooltip", tooltip: tooltip)
        if let link = link(edge) { attributes.set("URL", linksAreXML ? link.replacing("&", with: "&amp;") : link) }
        return DotGraph.Edge(tail: edge.key.subject, head: edge.key.object, attributes: attributes)
    }

    /// Points of width for a line that so many independent sources back: a third of the way up with every doubling.
    private static func width(sources: Int) -> Double {
        var width = 1.3, remaining = sources
        while remaining > 1, width < 4.3 {
            width += 0.75
            remaining /= 2
        }
        return width
    }

    /// The sentences that say so, with who published them when; the first of each relation.
    private func evidence(_ edge: FoldedEdge) -> String {
        edge.relations.prefix(4).map { drawn in
            let label = RelationLabel(drawn, ontology: ontology)
            let words = [label.status, label.words].compactMap(\.self).joined(separator: ": ")
            guard let statement = drawn.relation.statements.max(by: { $0.evidence.confidence < $1.evidence.confidence }) else { return words }
            let document = documents[statement.document]
            let origin = [document?.publisher ?? document?.title, document?.published.map(DateSpan.words)].compactMap(\.self).filter { !$0.isEmpty }
            let sentence = TextWrapping.shorten(statement.evidence.text, to: 300)
            return "\(words): “\(sentence)”" + (origin.isEmpty ? "" : " (\(TextWrapping.shorten(origin.joined(separator: ", "), to: 100)))")
        }.joined(separator: "\n")
    }

    /// The article that says so, if it came from the web: other kinds of links have no place in a picture made from strangers' texts.
    private func link(_ edge: FoldedEdge) -> String? {
        for statement in edge.relations.flatMap(\.relation.statements) {
            guard let source = documents[statement.document]?.source, source.utf8.count <= 2000 else { continue }
            let isWeb = source.hasPrefix("https://") || source.hasPrefix("http://")
            if isWeb, source.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 && !"\"'<>\\`{}|^;".unicodeScalars.contains($0) }) {
                return source
            }
        }
        return nil
    }
}
