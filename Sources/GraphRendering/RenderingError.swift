/// Why a picture could not be drawn.
public enum RenderingError: Error, Hashable, Sendable {
    /// The file's suffix names no picture format; `nearest` is the known one that it resembles.
    case unknownFormat(path: String, suffix: String?, nearest: PictureFormat?)
    /// A plot along time was asked for in Graphviz's language, which has none.
    case noPlotAsDOT
    /// Graphviz could not do a step; `messages` is what it said.
    case graphviz(step: String, messages: String)
}

extension RenderingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownFormat(let path, let suffix, let nearest):
            let known = PictureFormat.allCases.map { "." + $0.rawValue }.joined(separator: ", ")
            let found = suffix.map { "unknown picture format '.\($0)'" } ?? "the file name has no suffix to tell the picture's format"
            let hint = nearest.map { "did you mean '.\($0.rawValue)'? " } ?? ""
            return "\(path): \(found); \(hint)use one of \(known)"
        case .noPlotAsDOT: return "a plot along time is no graph that Graphviz could lay out; use .svg, .png, .pdf or .html"
        case .graphviz(let step, let messages):
            return "Graphviz could not \(step): \(messages.isEmpty ? "it gave no reason" : messages)"
        }
    }
}
