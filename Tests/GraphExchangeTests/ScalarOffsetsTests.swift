import Testing

@testable import GraphExchange

@Suite struct ScalarOffsetsTests {
    @Test(
        "every scalar's place is found in both directions",
        arguments: ["", "ASCII only", "é", "日本語 and 😀 mixed é", String(repeating: "aé😀", count: 100)])
    func bothWays(text: String) {
        let offsets = ScalarOffsets(text)
        var byte = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            #expect(offsets.scalars(beforeByte: byte) == index)
            #expect(offsets.bytes(beforeScalar: index) == byte)
            byte += UTF8.width(scalar)
        }
        #expect(offsets.scalars(beforeByte: byte) == text.unicodeScalars.count)
        #expect(offsets.bytes(beforeScalar: text.unicodeScalars.count) == byte)
        #expect(offsets.scalars(beforeByte: byte + 1) == nil)
        #expect(offsets.bytes(beforeScalar: text.unicodeScalars.count + 1) == nil)
    }
}
