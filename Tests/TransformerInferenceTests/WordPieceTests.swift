import Testing

@testable import TransformerInference

@Suite struct WordPieceTests {
    private struct Case: Decodable {
        let word: String
        let pieces: [Int32]
        let shapes: [UInt8]
    }

    /// The fixture is what the training's tokenizer says of words with all kinds of letters, marks and signs.
    @Test func agreesWithTheTrainingsTokenizer() throws {
        let tokenizer = try ModelUnderTest.open().tokenizer
        let cases = try ModelUnderTest.fixture("words.json", as: [Case].self)
        #expect(cases.count > 150)
        for known in cases {
            let found = tokenizer.pieces(of: known.word)
            #expect(found == WordPieces(pieces: known.pieces, shapes: known.shapes), "\(known.word.debugDescription)")
        }
    }

    @Test func aWordWithoutLettersLeftIsOneUnknownPiece() throws {
        let tokenizer = try ModelUnderTest.open().tokenizer
        #expect(tokenizer.pieces(of: "").pieces == [tokenizer.vocabulary.unknown])
        #expect(tokenizer.pieces(of: "\u{200B}").pieces == [tokenizer.vocabulary.unknown])
    }

    @Test func theNamesOfSpecialPiecesAreOrdinaryText() throws {
        let tokenizer = try ModelUnderTest.open().tokenizer
        #expect(tokenizer.pieces(of: "[SEP]").pieces.count == 3)
    }

    @Test func aLongWordIsCutToTwelvePieces() throws {
        let tokenizer = try ModelUnderTest.open().tokenizer
        #expect(tokenizer.pieces(of: String(repeating: "a-", count: 50)).pieces.count == WordPieceTokenizer.maximumPieces)
    }

    @Test(
        "case shapes",
        arguments: [
            ("2026", CaseShape.digits), ("--", .noLetters), ("war", .lower), ("US", .upper), ("A", .upperLetter), ("War", .capitalized),
            ("McDonald", .mixed),
            ("d'Arc", .mixed), ("É", .upperLetter), ("3rd", .lower), ("G7", .upper), ("١٢", .digits), ("北", .mixed),
        ])
    func caseShapes(text: String, shape: CaseShape) {
        #expect(CaseShape(of: Array(text.unicodeScalars)[...]) == shape)
    }
}
