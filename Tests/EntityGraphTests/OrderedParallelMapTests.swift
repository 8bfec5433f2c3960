import Testing

@testable import EntityGraph

@Suite struct OrderedParallelMapTests {
    @Test("hands results over in input order", arguments: [1, 2, 5])
    func keepsOrder(threads: Int) async throws {
        var results: [Int] = []
        try await mapInOrder(0..<300, threads: threads) { number in
            // Later elements finish earlier.
            (0..<((300 - number) * 50)).reduce(number) { $0 &+ $1 &- $1 }
        } consume: {
            results.append($0)
        }
        #expect(results == Array(0..<300))
    }

    @Test func drawsNoMoreThanItCanHold() async throws {
        var drawn = 0, delivered = 0, most = 0
        let input = AnyIterator<Int> {
            drawn += 1
            most = max(most, drawn - delivered)
            return drawn <= 200 ? drawn : nil
        }
        try await mapInOrder(AnySequence { input }, threads: 2) {
            $0
        } consume: { _ in
            delivered += 1
        }
        #expect(delivered == 200)
        #expect(most <= 9)
    }

    @Test func stopsAtTheFirstErrorOfTheConsumer() async {
        struct Full: Error {}
        var delivered = 0
        await #expect(throws: Full.self) {
            try await mapInOrder(0..<100, threads: 2) {
                $0
            } consume: { number in
                if number == 10 { throw Full() }
                delivered += 1
            }
        }
        #expect(delivered == 10)
    }
}
