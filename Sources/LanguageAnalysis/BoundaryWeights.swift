/// The weights of the learned sentence splitter: how much each feature speaks for the end of a sentence.
public struct BoundaryWeights: Sendable {
    /// In hundredths.
    private let weights: [UInt64: Int]

    /// Reads a table of lines `feature<TAB>hundredths`; lines that begin with `#` are comments. Other lines are skipped, as tests hold the
    /// table that comes with the project.
    public init(table: String) {
        var weights: [UInt64: Int] = [:]
        var table = table
        table.withUTF8 { bytes in
            weights.reserveCapacity(bytes.count / 14)
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                if bytes[start] != UInt8(ascii: "#"), let tab = bytes[start..<end].lastIndex(of: UInt8(ascii: "\t")),
                    let weight = Self.number(bytes[(tab + 1)..<end])
                {
                    weights[Self.hash(bytes[start..<tab])] = weight
                }
                start = end + 1
            }
        }
        self.weights = weights
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let isNegative = digits.first == UInt8(ascii: "-")
        var value = 0
        for digit in isNegative ? digits.dropFirst() : digits {
            guard (48...57).contains(digit), value < 1_000_000 else { return nil }
            value = value * 10 + Int(digit) - 48
        }
        return digits.isEmpty ? nil : isNegative ? -value : value
    }

    var isEmpty: Bool { weights.isEmpty }

    subscript(feature: [UInt8]) -> Int { weights[Self.hash(feature)] ?? 0 }

    /// FNV-1a (Fowler, Noll and Vo), 64 bits.
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
