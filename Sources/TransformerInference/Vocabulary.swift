/// The word pieces of the model, found by their bytes: an open-addressing hash table in the model file.
///
/// Safe to share between threads: its pointers lead into the read-only mapping of `file`, which this value keeps alive.
struct Vocabulary: @unchecked Sendable {
    private let file: ModelFile
    private let bytes: UnsafePointer<UInt8>
    private let ends: UnsafePointer<UInt32>
    private let slots: UnsafePointer<UInt32>
    private let slotMask: Int

    let count: Int
    let unknown: Int32
    let start: Int32
    let end: Int32

    /// The hash of a piece's bytes so far (FNV-1a).
    struct Hash {
        fileprivate var value: UInt32 = 0x811C_9DC5
        mutating func append(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
    }

    init(_ file: ModelFile) throws(ModelFileError) {
        self.file = file
        count = try file.dimension("vocabulary")
        let size = try file.shape("vocabulary.bytes")
        let slotCount = try file.shape("vocabulary.slots").first ?? 0
        bytes = try file.tensor("vocabulary.bytes", "uint8", size, as: UInt8.self)
        ends = try file.tensor("vocabulary.ends", "uint32", [count], as: UInt32.self)
        slots = try file.tensor("vocabulary.slots", "uint32", [slotCount], as: UInt32.self)
        let (unknown, start, end) = (try file.dimension("piece.unknown"), try file.dimension("piece.start"), try file.dimension("piece.end"))
        guard slotCount > count, slotCount & (slotCount - 1) == 0, max(unknown, start, end) < count, Int(ends[count - 1]) == size.first else {
            throw .damaged(path: file.path, detail: "its vocabulary does not fit together")
        }
        slotMask = slotCount - 1
        (self.unknown, self.start, self.end) = (Int32(unknown), Int32(start), Int32(end))
    }

    /// The piece that consists of these bytes; `hash` is theirs.
    func piece(_ text: ArraySlice<UInt8>, prefix: [UInt8], hash: Hash) -> Int32? {
        var slot = Int(hash.value) & slotMask
        while true {
            let entry = Int(slots[slot])
            if entry == 0 { return nil }
            if entry <= count, isPiece(entry - 1, text, prefix) { return Int32(entry - 1) }
            slot = (slot + 1) & slotMask
        }
    }

    private func isPiece(_ number: Int, _ text: ArraySlice<UInt8>, _ prefix: [UInt8]) -> Bool {
        let begin = number == 0 ? 0 : Int(ends[number - 1])
        guard Int(ends[number]) - begin == prefix.count + text.count else { return false }
        for index in 0..<prefix.count where bytes[begin + index] != prefix[index] { return false }
        let rest = begin + prefix.count - text.startIndex
        for index in text.indices where bytes[rest + index] != text[index] { return false }
        return true
    }
}
