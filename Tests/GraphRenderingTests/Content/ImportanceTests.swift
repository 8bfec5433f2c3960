import GraphModel
import Testing

@testable import GraphRendering

@Suite struct ImportanceTests {
    private func order(_ relations: String, names: String) -> [String] {
        let graph = SampleGraphs.graph(entities: names, relations: relations)
        let shares = Importance.shares(graph.relations.map { DrawnRelation($0) })
        return shares.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map { String($0.key.split(separator: "/")[1]) }
    }

    @Test func independentSourcesCount() {
        let found = order("Hub | attacked | A | asserted | | 9\nHub | attacked | B\nHub | attacked | C", names: "c Hub\nc A\nc B\nc C")
        #expect(found.prefix(2) == ["hub", "a"])
    }

    @Test func whatIsDeniedCountsHalf() {
        let found = order("Hub | attacked | A | denied | | 3\nHub | attacked | B | asserted | | 2", names: "c Hub\nc A\nc B")
        #expect(found == ["hub", "b", "a"])
    }

    @Test func aPairFarFromEverythingComesAfterThoseInTheThickOfIt() {
        let found = order(
            "Hub | attacked | A\nHub | attacked | B\nHub | attacked | C\nX | visited | Y", names: "c Hub\nc A\nc B\nc C\nc X\nc Y")
        #expect(found == ["hub", "a", "b", "c", "x", "y"])
    }
}
