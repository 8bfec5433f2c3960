/// Some sentences as the encoder reads them: their pieces one after the other, without padding.
///
/// Each sentence has a row for each piece and one for each of its two ends; and a word row for each word after one for the
/// root, which stands at the sentence's start.
struct Batch {
    /// One sentence's part of the rows.
    struct Sentence {
        let rows: Range<Int>
        let wordRows: Range<Int>
    }

    private(set) var pieces: [Int32] = []
    private(set) var shapes: [UInt8] = []
    /// By word row: the rows of the word's first and last piece.
    private(set) var firstRow: [Int] = []
    private(set) var lastRow: [Int] = []
    private(set) var sentences: [Sentence] = []

    var rowCount: Int { pieces.count }
    var wordRowCount: Int { firstRow.count }

    mutating func removeAll() {
        pieces.removeAll(keepingCapacity: true)
        shapes.removeAll(keepingCapacity: true)
        firstRow.removeAll(keepingCapacity: true)
        lastRow.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
    }

    mutating func append(_ words: ArraySlice<WordPieces>, vocabulary: Vocabulary) {
        let (row, wordRow) = (rowCount, wordRowCount)
        appendBoundary(vocabulary.start)
        firstRow.append(row)
        lastRow.append(row)
        for word in words {
            firstRow.append(rowCount)
            pieces.append(contentsOf: word.pieces)
            shapes.append(contentsOf: word.shapes)
            lastRow.append(rowCount - 1)
        }
        appendBoundary(vocabulary.end)
        sentences.append(Sentence(rows: row..<rowCount, wordRows: wordRow..<wordRowCount))
    }

    private mutating func appendBoundary(_ piece: Int32) {
        pieces.append(piece)
        shapes.append(CaseShape.boundary.rawValue)
    }
}
