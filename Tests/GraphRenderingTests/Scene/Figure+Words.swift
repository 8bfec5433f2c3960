@testable import GraphRendering

extension Figure {
    /// All its texts, one after the other.
    var words: String {
        shapes.compactMap { if case .text(let line) = $0 { line.runs.map(\.text).joined() } else { nil } }.joined(separator: " ")
    }
}
