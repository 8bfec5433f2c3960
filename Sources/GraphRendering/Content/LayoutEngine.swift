/// Graphviz's ways of placing nodes.
public enum LayoutEngine: String, CaseIterable, Sendable, Hashable {
    /// Layers, with room for every label; for up to a few hundred nodes.
    case dot
    /// Springs on several scales, straight lines; for large graphs.
    case sfdp
    /// Springs, for small graphs without direction.
    case neato
    /// Springs, for small graphs.
    case fdp
    /// Circles.
    case circo
    /// Rings around a centre.
    case twopi

    /// Most nodes that `dot` places within a second or two.
    static let mostLayeredNodes = 150
    /// Most edges that `dot` routes, and finds room for the labels of, within a second or two.
    static let mostLayeredEdges = 300
}
