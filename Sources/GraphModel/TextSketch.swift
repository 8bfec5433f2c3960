/// What is left of an article's text to tell whether another one is nearly the same.
///
/// The text is taken for its set of shingles, runs of four words; each falls into one of 64 bins by its hash, and of each bin the least
/// hash is kept. The share of bins that agree estimates the share of shingles that two texts have in common (Broder, "On the resemblance
/// and containment of documents", 1997; Li, Owen and Zhang, "One permutation hashing", 2012).
public struct TextSketch: Hashable, Sendable {
    /// The number of bins.
    public static let size = 64
    /// Texts of fewer words are not compared: what two flashes have in common may be chance.
    public static let minimumWords = 24
    /// Changes whenever the same text may have another sketch.
    public static let version = "sketch-1"

    private static let shingle = 4
    private static let bandCount = 10
    private static let rowsInBand = 3
    private static let empty = UInt16.max

    /// For each bin 16 bits of its least hash, all ones if it is empty.
    public let bins: [UInt16]

    /// Takes over bins that were stored; nil unless there are 64.
    public init?(bins: [UInt16]) {
        guard bins.count == Self.size else { return nil }
        self.bins = bins
    }

    /// The sketch of an article's own words, its headlines and what is not its own left out; nil if they are too few.
    /// Complexity: linear in the text.
    public init?(_ document: Document) {
        var words: [UInt64] = []
        words.reserveCapacity(document.text.utf8.count / 5)
        var text = document.text
        text.withUTF8 { bytes in
            let own = document.passages.filter { $0.role == .paragraph }.map(\.span)
            for span in document.passages.isEmpty ? [TextSpan(start: 0, end: bytes.count)] : own where span.end <= bytes.count {
                Self.hashWords(UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), into: &words)
            }
        }
        guard words.count >= Self.minimumWords else { return nil }
        var least = [UInt32](repeating: .max, count: Self.size)
        words.withUnsafeBufferPointer { words in
            for start in 0...(words.count - Self.shingle) {
                var hash: UInt64 = 0
                for place in start..<(start + Self.shingle) { hash = Self.mixed(hash &* 0x9E37_79B9_7F4A_7C15 &+ words[place]) }
                let bin = Int(hash >> 58), value = UInt32(truncatingIfNeeded: hash >> 16)
                if value < least[bin] { least[bin] = value }
            }
        }
        bins = least.map { $0 == .max ? Self.empty : min(UInt16(truncatingIfNeeded: $0), Self.empty - 1) }
    }

    /// Whether at least half of what the two texts say together stands in both, word for word.
    public func resembles(_ other: TextSketch) -> Bool {
        var filled = 0, equal = 0
        for (a, b) in zip(bins, other.bins) where a != Self.empty || b != Self.empty {
            filled += 1
            if a == b { equal += 1 }
        }
        return filled > 0 && 2 * equal >= filled
    }

    /// Numbers of which two texts that are nearly the same most likely share one: of texts that have eight tenths in common, 999 in
    /// 1000 do, of those that have six tenths in common, 9 in 10.
    public var bands: [Int64] {
        (0..<Self.bandCount).compactMap { band in
            let rows = bins[(band * Self.rowsInBand)..<((band + 1) * Self.rowsInBand)]
            guard rows.contains(where: { $0 != Self.empty }) else { return nil }
            let hash = rows.reduce(UInt64(band)) { Self.mixed($0 << 16 | UInt64($1)) }
            // 47 bits: SQLite stores these in six bytes.
            return Int64(hash >> 17)
        }
    }

    /// FNV-1a of each word in lower case: a run of letters and digits; what is not ASCII counts as a letter.
    private static func hashWords(_ bytes: UnsafeBufferPointer<UInt8>, into words: inout [UInt64]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325, length = 0
        for byte in bytes {
            let isUpper = byte &- 65 < 26, isWord = byte >= 128 || isUpper || byte &- 97 < 26 || byte &- 48 < 10
            if isWord {
                hash = (hash ^ UInt64(isUpper ? byte | 32 : byte)) &* 0x100_0000_01B3
                length += 1
            } else if length > 0 {
                words.append(hash)
                (hash, length) = (0xCBF2_9CE4_8422_2325, 0)
            }
        }
        if length > 0 { words.append(hash) }
    }

    /// The finalizer of Vigna's SplitMix64.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
