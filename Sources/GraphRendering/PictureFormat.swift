/// The kinds of picture files that can be written.
public enum PictureFormat: String, CaseIterable, Sendable, Hashable {
    /// Scalable drawing with tooltips and links; opens in every browser.
    case svg
    /// Bitmap.
    case png
    /// Scalable drawing on one page of its own size.
    case pdf
    /// Graphviz's own text, for other layouts and hand-made changes.
    case dot

    /// The format that a file's suffix asks for; `gv` counts as `dot`, and case does not matter.
    ///
    /// Throws `RenderingError.unknownFormat` for any other suffix or none.
    public init(path: String) throws {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
        let suffix = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) }
        let lowered = suffix?.lowercased() ?? ""
        guard let format = PictureFormat(rawValue: lowered == "gv" ? "dot" : lowered) else {
            throw RenderingError.unknownFormat(path: path, suffix: suffix, nearest: suffix.flatMap { _ in Self.nearest(to: lowered) })
        }
        self = format
    }

    /// The format whose name takes at most two edits to write `suffix`, the nearest first.
    private static func nearest(to suffix: String) -> PictureFormat? {
        let ranked = allCases.map { (format: $0, edits: editDistance(Array(suffix.utf8), Array($0.rawValue.utf8))) }
        return ranked.filter { $0.edits <= 2 && $0.edits < suffix.utf8.count }.min { $0.edits < $1.edits }?.format
    }

    /// Levenshtein distance.
    private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        guard a.count <= 32 else { return a.count }
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let replaced = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }
}
