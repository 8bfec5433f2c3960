/// The word pieces of one word, and the case shape of each.
struct WordPieces: Equatable, Sendable {
    var pieces: [Int32] = []
    /// Rows of the shape embedding (`CaseShape`).
    var shapes: [UInt8] = []
}

/// Splits words into the longest known pieces from the left (WordPiece), as the model was trained.
struct WordPieceTokenizer: Sendable {
    /// A word gives no more pieces than this; the model never saw more.
    static let maximumPieces = 12
    /// Longer stretches without punctuation become one unknown piece.
    private static let maximumScalars = 100

    let vocabulary: Vocabulary
    let characters: CharacterTable

    init(_ file: ModelFile) throws(ModelFileError) {
        vocabulary = try Vocabulary(file)
        characters = try CharacterTable(file)
    }

    /// At least one piece, at most `maximumPieces`.
    func pieces(of word: String) -> WordPieces {
        let original = Array(word.unicodeScalars)
        var result = WordPieces()
        var run = Run()
        var normalized: [Unicode.Scalar] = []
        for (index, scalar) in original.enumerated() {
            normalized.removeAll(keepingCapacity: true)
            switch characters.normalize(scalar, into: &normalized) {
            case .removed:
                break
            case .space:
                split(&run, of: original, into: &result)
            case .punctuation, .ideograph:
                split(&run, of: original, into: &result)
                run.append(normalized, from: index)
                split(&run, of: original, into: &result)
            case .letter, .hangul:
                run.append(normalized, from: index)
            }
        }
        split(&run, of: original, into: &result)
        if result.pieces.isEmpty {
            result.append(vocabulary.unknown, CaseShape(of: original[...]))
        }
        return result
    }

    /// A stretch of normalized text without spaces or punctuation.
    private struct Run {
        var bytes: [UInt8] = []
        /// Where each normalized scalar begins in `bytes`, and from which original scalar it comes.
        var starts: [Int] = []
        var sources: [Int] = []

        mutating func append(_ scalars: [Unicode.Scalar], from source: Int) {
            for scalar in scalars {
                starts.append(bytes.count)
                sources.append(source)
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    private func split(_ run: inout Run, of original: [Unicode.Scalar], into result: inout WordPieces) {
        defer { run = Run() }
        let count = run.starts.count
        guard count > 0 else { return }
        func shape(_ range: Range<Int>) -> CaseShape {
            CaseShape(of: original[run.sources[range.lowerBound]...run.sources[range.upperBound - 1]])
        }
        var found: [(piece: Int32, range: Range<Int>)] = []
        var begin = 0
        while begin < count, count <= Self.maximumScalars {
            guard let (piece, end) = longestPiece(in: run.bytes, starts: run.starts, from: begin) else { break }
            found.append((piece, begin..<end))
            begin = end
        }
        if begin < count { found = [(vocabulary.unknown, 0..<count)] }
        for (piece, range) in found { result.append(piece, shape(range)) }
    }

    private func longestPiece(in bytes: [UInt8], starts: [Int], from begin: Int) -> (piece: Int32, end: Int)? {
        let prefix: [UInt8] = begin > 0 ? Array("##".utf8) : []
        var hash = Vocabulary.Hash()
        for byte in prefix { hash.append(byte) }
        var best: (Int32, Int)?
        for end in (begin + 1)...starts.count {
            let limit = end < starts.count ? starts[end] : bytes.count
            for byte in bytes[starts[end - 1]..<limit] { hash.append(byte) }
            if let piece = vocabulary.piece(bytes[starts[begin]..<limit], prefix: prefix, hash: hash) { best = (piece, end) }
        }
        return best
    }
}

extension WordPieces {
    fileprivate mutating func append(_ piece: Int32, _ shape: CaseShape) {
        guard pieces.count < WordPieceTokenizer.maximumPieces else { return }
        shapes.append(shape.rawValue + (pieces.isEmpty ? 0 : CaseShape.continuation))
        pieces.append(piece)
    }
}
