/// How far apart two words are: the number of letters to insert, delete, replace, or swap with their neighbour.
enum EditDistance {
    /// The distance, or nil if it is more than `limit`. Complexity: the product of the lengths.
    static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
        guard abs(a.count - b.count) <= limit else { return nil }
        var twoBack = [Int](repeating: 0, count: b.count + 1), previous = Array(0...b.count), current = twoBack
        for i in a.indices {
            current[0] = i + 1
            for j in b.indices {
                var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, twoBack[j - 1] + 1) }
                current[j + 1] = best
            }
            guard let least = current.min(), least <= limit else { return nil }
            (twoBack, previous, current) = (previous, current, twoBack)
        }
        return previous[b.count] <= limit ? previous[b.count] : nil
    }

    /// How far apart two names of this length may be to be taken for one misspelt.
    static func limit(for length: Int) -> Int { length < 4 ? 1 : length < 9 ? 2 : 3 }

    /// At most three of these names that may have been meant, nearest first.
    static func nearest(to name: String, among names: [String]) -> [String] {
        let wanted = Array(name.unicodeScalars.prefix(200)), limit = limit(for: wanted.count)
        let near = names.compactMap { other in
            between(wanted, Array(other.unicodeScalars.prefix(200)), limit: limit).map { (distance: $0, name: other) }
        }
        return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }
}
