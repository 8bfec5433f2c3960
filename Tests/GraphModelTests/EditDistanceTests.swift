import GraphModel
import Testing

@Suite struct EditDistanceTests {
    @Test(
        "counts letters inserted, deleted, replaced or swapped with their neighbour",
        arguments: [
            ("", "", 0), ("abc", "abc", 0), ("", "abc", 3), ("abc", "abxc", 1), ("abc", "ac", 1), ("abc", "axc", 1), ("abc", "acb", 1),
            ("captured", "catpured", 1), ("kitten", "sitting", 3), ("é", "e", 1),
        ])
    func distance(a: String, b: String, expected: Int) {
        #expect(EditDistance.between(Array(a.unicodeScalars), Array(b.unicodeScalars), limit: 9) == expected)
        #expect(EditDistance.between(Array(b.unicodeScalars), Array(a.unicodeScalars), limit: expected) == expected)
        #expect(EditDistance.between(Array(a.unicodeScalars), Array(b.unicodeScalars), limit: expected - 1) == nil)
    }

    @Test func namesTheNearestWordsFirst() {
        let known = ["arrested", "arrest", "attested", "sued"]
        #expect(EditDistance.nearest(to: "Arested", among: known) == ["arrested", "attested"])
        #expect(EditDistance.nearest(to: "arested", among: known, count: 1) == ["arrested"])
        #expect(EditDistance.nearest(to: "arested", among: known, within: 1) == ["arrested"])
        #expect(EditDistance.nearest(to: "unlike anything", among: known).isEmpty)
    }
}
