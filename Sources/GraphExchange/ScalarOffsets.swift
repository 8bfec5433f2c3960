/// Translates UTF-8 byte offsets into a text to Unicode scalar offsets and back, with one pass over the text.
///
/// The number of scalars before every 64th byte is kept, so that a question costs at most 64 steps; a text that is all ASCII needs none.
struct ScalarOffsets {
    private static let stride = 64

    /// The text's bytes; empty if all of them are ASCII.
    private let bytes: [UInt8]
    /// Number of UTF-8 bytes in the text.
    let byteCount: Int
    /// Scalars that begin before byte `64 * index`.
    private var counts: [Int] = []
    /// Number of Unicode scalars in the text.
    private(set) var scalarCount: Int

    init(_ text: String) {
        let all = Array(text.utf8)
        byteCount = all.count
        scalarCount = all.count
        if all.allSatisfy({ $0 < 0x80 }) {
            bytes = []
            return
        }
        bytes = all
        counts.reserveCapacity(all.count / Self.stride + 1)
        var scalars = 0
        for (index, byte) in all.enumerated() {
            if index % Self.stride == 0 { counts.append(scalars) }
            if Self.beginsScalar(byte) { scalars += 1 }
        }
        scalarCount = scalars
    }

    /// Scalars before byte `offset`; nil if the text is shorter.
    func scalars(beforeByte offset: Int) -> Int? {
        guard (0...byteCount).contains(offset) else { return nil }
        guard !bytes.isEmpty else { return offset }
        guard offset < byteCount else { return scalarCount }
        let block = offset / Self.stride
        var scalars = counts[block]
        for index in block * Self.stride..<offset where Self.beginsScalar(bytes[index]) { scalars += 1 }
        return scalars
    }

    /// Bytes before the scalar `offset`; nil if the text is shorter. Complexity: logarithmic in the text's length.
    func bytes(beforeScalar offset: Int) -> Int? {
        guard (0...scalarCount).contains(offset) else { return nil }
        guard !bytes.isEmpty else { return offset }
        guard offset < scalarCount else { return byteCount }
        // The last block that begins with at most `offset` scalars before it.
        var low = 0, high = counts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if counts[middle] <= offset { low = middle } else { high = middle }
        }
        var index = low * Self.stride, scalars = counts[low]
        while index < byteCount {
            if Self.beginsScalar(bytes[index]) {
                if scalars == offset { return index }
                scalars += 1
            }
            index += 1
        }
        return byteCount
    }

    private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
