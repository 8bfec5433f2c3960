/// What a picture of a stored graph is about, and how it looks.
public struct Picture: Hashable, Sendable {
    /// Names of the entities to draw with what is near them; empty for the whole graph.
    public var focus: [String]
    /// How many hops around `focus` are near.
    public var depth: Int
    /// Without a title, a picture gets one that says what it is about.
    public var options: DrawingOptions
    /// Whether a comparison of two days is drawn as a page that goes from day to day; only HTML can.
    public var showsSteps = false

    public init(focus: [String] = [], depth: Int = 1, options: DrawingOptions = DrawingOptions()) {
        self.focus = focus
        self.depth = depth
        self.options = options
    }
}

extension GraphFilter {
    /// What it narrows a picture to, in words; nil if it narrows nothing.
    var caption: String? {
        var parts: [String] = []
        if let asOf { parts.append("as known on \(asOf)") }
        if let validAt { parts.append("true on \(validAt)") }
        if let since { parts.append("since \(since)") }
        if let until { parts.append("until \(until)") }
        if let statuses { parts.append("only \(statuses.sorted(by: >).map(\.rawValue).joined(separator: ", "))") }
        if let relationTypes {
            parts.append("only \(relationTypes.sorted().map { $0.split(separator: "_").joined(separator: " ") }.joined(separator: ", "))")
        }
        if let entityTypes { parts.append("only entities of type \(entityTypes.sorted().map(\.rawValue).joined(separator: ", "))") }
        if minimumSources > 1 { parts.append("at least \(minimumSources) sources") }
        if minimumConfidence > 0 { parts.append("confidence \(minimumConfidence) and above") }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
