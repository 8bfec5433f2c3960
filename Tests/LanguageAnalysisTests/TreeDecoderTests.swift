import GraphModel
import Testing

@testable import LanguageAnalysis

@Suite struct TreeDecoderTests {
    @Test func takesTheBestHeads() {
        // "dogs bark": the root is "bark".
        #expect(TreeDecoder.heads(scores: [0, -9, 5, 6, 1, -9], count: 2) == [2, 0])
    }

    @Test func breaksCycles() {
        // Each prefers the other; the second is the better root.
        #expect(TreeDecoder.heads(scores: [1, 0, 9, 2, 9, 0], count: 2) == [2, 0])
    }

    @Test func allowsOneRootOnly() {
        let heads = TreeDecoder.heads(scores: [9, 0, 1, 0, 8, 1, 0, 0, 7, 0, 0, 0], count: 3)
        #expect(heads.filter { $0 == 0 }.count == 1)
    }

    @Test("any scores give one tree, the best of all trees of up to five words", arguments: 1...60)
    func isBestTree(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        let count = Int.random(in: 1...5, using: &generator)
        let scores = (0..<(count * (count + 1))).map { _ in Float.random(in: -5...5, using: &generator) }
        let heads = TreeDecoder.heads(scores: scores, count: count)
        #expect(isTree(heads))
        func total(_ heads: [Int]) -> Float { heads.enumerated().reduce(0) { $0 + scores[$1.offset * (count + 1) + $1.element] } }
        var best = -Float.infinity
        var candidate = [Int](repeating: 0, count: count)
        while true {
            if isTree(candidate) { best = max(best, total(candidate)) }
            var place = 0
            while place < count, candidate[place] == count { candidate[place] = 0; place += 1 }
            if place == count { break }
            candidate[place] += 1
        }
        #expect(abs(total(heads) - best) < 1e-3)
    }

    @Test("is well-formed for long sentences of noise", arguments: [50, 200])
    func isTreeForNoise(count: Int) {
        var generator = SeededGenerator(state: UInt64(count))
        let scores = (0..<(count * (count + 1))).map { _ in Float.random(in: -1...1, using: &generator) }
        #expect(isTree(TreeDecoder.heads(scores: scores, count: count)))
    }

    /// One root, no word its own head, and every walk along the heads ends at the root.
    func isTree(_ heads: [Int]) -> Bool {
        guard heads.filter({ $0 == 0 }).count == 1 else { return false }
        return heads.indices.allSatisfy { start in
            var node = start + 1
            var steps = 0
            while node > 0, steps <= heads.count { (node, steps) = (heads[node - 1], steps + 1) }
            return node == 0
        }
    }
}

/// A small generator whose numbers are the same in every run (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct NameDecoderTests {
    @Test func joinsTagsIntoNamesAndNeverStartsInside() {
        let labels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
        let logits: [Float] = [
            0, 1, 9, 0, 0,  // inside a person, though nothing began
            0, 0, 5, 0, 4,
            9, 0, 0, 0, 0,
            0, 0, 0, 5, 0,
        ]
        let names = NameDecoder(labels: labels).names(logits: logits, count: 4)
        #expect(names.map(\.tokens) == [0..<2, 3..<4])
        #expect(names.map(\.type) == [.person, .organization])
        #expect(names.allSatisfy { $0.probability > 0 && $0.probability <= 1 })
    }
}
