import GraphModel

/// The kinds of picture files that can be written.
public enum PictureFormat: String, CaseIterable, Sendable, Hashable {
    /// Scalable drawing with tooltips and links; opens in every browser.
    case svg
    /// Bitmap.
    case png
    /// Scalable drawing on one page of its own size.
    case pdf
    /// One page for the browser: the drawing with search, filters, a slider over the days, and the evidence on a click.
    case html
    /// Graphviz's own text, for other layouts and hand-made changes.
    case dot

    /// The format that a file's suffix asks for; `gv` counts as `dot`, `htm` as `html`, and case does not matter.
    ///
    /// Throws `RenderingError.unknownFormat` for any other suffix or none.
    public init(path: String) throws {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
        let suffix = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) }
        let lowered = suffix?.lowercased() ?? ""
        guard let format = PictureFormat(rawValue: ["gv": "dot", "htm": "html"][lowered] ?? lowered) else {
            throw RenderingError.unknownFormat(path: path, suffix: suffix, nearest: suffix.flatMap { _ in Self.nearest(to: lowered) })
        }
        self = format
    }

    /// The format whose name takes at most two edits to write `suffix`, the nearest first.
    private static func nearest(to suffix: String) -> PictureFormat? {
        EditDistance.nearest(to: suffix, among: allCases.map(\.rawValue), within: min(2, suffix.utf8.count - 1), count: 1).first
            .flatMap(PictureFormat.init)
    }
}
