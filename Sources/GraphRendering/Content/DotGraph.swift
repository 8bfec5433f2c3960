/// A DOT file as a value: what is written is what Graphviz draws.
struct DotGraph: Hashable, Sendable {
    struct Node: Hashable, Sendable {
        var name: String
        var attributes: DotAttributes
    }

    struct Edge: Hashable, Sendable {
        var tail: String
        var head: String
        var attributes: DotAttributes
    }

    var name: String
    var attributes = DotAttributes()
    var nodeDefaults = DotAttributes()
    var edgeDefaults = DotAttributes()
    var nodes: [Node] = []
    var edges: [Edge] = []

    /// The file, a node or an edge a line, in the order given.
    var text: String {
        var out = "digraph \(DotText.quoted(name)) {\n"
        out += "  graph \(attributes.text)\n  node \(nodeDefaults.text)\n  edge \(edgeDefaults.text)\n"
        for node in nodes { out += "  \(DotText.quoted(node.name)) \(node.attributes.text)\n" }
        for edge in edges { out += "  \(DotText.quoted(edge.tail)) -> \(DotText.quoted(edge.head)) \(edge.attributes.text)\n" }
        return out + "}\n"
    }
}

/// Attributes of a node, an edge or a graph, in the order they were set.
struct DotAttributes: Hashable, Sendable {
    private var fields: [String] = []

    /// Sets what Graphviz reads as a name or a list of names: a shape, a style, a colour.
    mutating func set(_ key: String, _ value: String) { fields.append("\(key)=\"\(value)\"") }

    /// Sets a number, written with at most two decimals.
    mutating func set(_ key: String, _ value: Double) {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
        fields.append("\(key)=\(whole)" + (rest == 0 ? "" : "." + decimals))
    }

    /// Sets text to be shown as it is.
    mutating func set(_ key: String, shown text: String) { fields.append("\(key)=\(DotText.quoted(text))") }

    /// Sets text to be shown where the pointer rests.
    mutating func set(_ key: String, tooltip text: String) { fields.append("\(key)=\(DotText.tooltip(text))") }

    var text: String { "[" + fields.joined(separator: " ") + "]" }
}
