import GraphModel
import RandomGraphs
import Testing

@testable import GraphStorage

@Suite struct PackedMentionsTests {
    @Test("gives mentions back as they were", arguments: 0..<20 as Range<UInt64>) func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let limit = [10, 200, 100_000, 1 << 40][Int(seed) % 4]
        let mentions = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
            let start = Int.random(in: 0..<limit, using: &generator), token = Int.random(in: 0..<limit, using: &generator)
            return Mention(
                tokens: token..<(token + Int.random(in: 0..<300, using: &generator)), head: Int.random(in: 0..<limit, using: &generator),
                span: TextSpan(start: start, end: start + Int.random(in: 0..<limit, using: &generator)),
                kind: MentionKind.allCases[Int.random(in: 0..<3, using: &generator)])
        }
        #expect(try PackedMentions.pack(mentions).withUnsafeBytes { try PackedMentions.unpack($0) } == mentions)
    }

    @Test func fewBytesForAMentionOfAnArticle() {
        let mention = Mention(tokens: 700..<702, head: 701, span: TextSpan(start: 4000, end: 4014), kind: .name)
        #expect(PackedMentions.pack([mention]).count == 8)
    }

    @Test(
        "takes no bytes that mean nothing",
        arguments: [
            // Cut short; no kind 3; a start before the text; a number of more than 64 bits.
            [0x80], [0, 1], [0, 1, 3, 0, 1, 0], [1, 1, 0, 0, 1, 0], Array(repeating: 0xFF, count: 20),
            [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0],
        ] as [[UInt8]])
    func damaged(bytes: [UInt8]) {
        #expect(throws: DamagedValue.self) { try bytes.withUnsafeBytes { try PackedMentions.unpack($0) } }
    }
}
