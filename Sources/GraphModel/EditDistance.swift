/// How far apart two words are: the number of letters to insert, delete, replace, or swap with their neighbour (the restricted distance
/// of Damerau and Levenshtein).
public enum EditDistance {
    /// The distance, or nil if it is more than `limit`. Complexity: the product of the lengths.
    public static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
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
    public static func limit(for length: Int) -> Int { length < 4 ? 1 : length < 9 ? 2 : 3 }

    /// The known words that a mistyped one may mean, nearest first, of those as near the first in the alphabet; case is passed over.
    /// - Parameters:
    ///   - allowed: how far apart they may be; by default a third of the word's length, and two at least.
    ///   - count: how many to give at most.
    public static func nearest(to word: String, among known: some Sequence<String>, within allowed: Int? = nil, count: Int = 3) -> [String] {
        let wanted = Array(word.lowercased().unicodeScalars.prefix(200)), allowed = allowed ?? max(2, wanted.count / 3)
        let near = known.compactMap { other in
            between(wanted, Array(other.lowercased().unicodeScalars.prefix(200)), limit: allowed).map { (distance: $0, word: other) }
        }
        return near.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(count).map(\.word)
    }
}
