/// What the tokenizer does with each Unicode scalar before it looks for pieces: lowercase, take accents off, drop control
/// characters, set punctuation and ideographs apart. A table in the model file, made from the tokenizer that the model
/// was trained with.
///
/// Safe to share between threads: its pointers lead into the read-only mapping of `file`, which this value keeps alive.
struct CharacterTable: @unchecked Sendable {
    /// What becomes of a scalar.
    enum Kind: UInt32 {
        case removed, space, punctuation, ideograph, letter, hangul
    }

    private let file: ModelFile
    private let rows: UnsafePointer<UInt32>
    private let rowCount: Int
    private let scalars: UnsafePointer<UInt32>
    private let scalarCount: Int

    init(_ file: ModelFile) throws(ModelFileError) {
        self.file = file
        let shape = try file.shape("characters.rows")
        let scalarShape = try file.shape("characters.scalars")
        rowCount = shape.first ?? 0
        scalarCount = scalarShape.first ?? 0
        rows = try file.tensor("characters.rows", "uint32", [rowCount, 4], as: UInt32.self)
        scalars = try file.tensor("characters.scalars", "uint32", [scalarCount], as: UInt32.self)
        guard rowCount > 0 else { throw .damaged(path: file.path, detail: "its character table is empty") }
    }

    /// Appends what the scalar becomes to `output`, and returns of which kind that is.
    func normalize(_ scalar: Unicode.Scalar, into output: inout [Unicode.Scalar]) -> Kind {
        var low = 0, high = rowCount
        while low < high {
            let middle = (low + high) / 2
            if rows[middle * 4 + 1] < scalar.value { low = middle + 1 } else { high = middle }
        }
        guard low < rowCount, rows[low * 4] <= scalar.value, let kind = Kind(rawValue: rows[low * 4 + 2]) else {
            output.append(scalar)
            return .letter
        }
        switch kind {
        case .removed, .space:
            break
        case .hangul:
            appendParts(ofHangul: scalar, to: &output)
        case .punctuation, .ideograph, .letter:
            let replacement = Int(rows[low * 4 + 3])
            let (start, count) = (replacement / 16, replacement % 16)
            if count == 0 || start + count > scalarCount {
                output.append(scalar)
            } else {
                for index in start..<(start + count) { if let part = Unicode.Scalar(scalars[index]) { output.append(part) } }
            }
        }
        return kind
    }

    /// The canonical decomposition of a Hangul syllable (The Unicode Standard, 3.12).
    private func appendParts(ofHangul scalar: Unicode.Scalar, to output: inout [Unicode.Scalar]) {
        let index = scalar.value - 0xAC00
        let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
        for part in parts.prefix(index % 28 == 0 ? 2 : 3) {
            if let scalar = Unicode.Scalar(part) { output.append(scalar) }
        }
    }
}
