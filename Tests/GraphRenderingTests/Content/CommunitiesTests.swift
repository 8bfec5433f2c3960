import Testing

@testable import GraphRendering

@Suite struct CommunitiesTests {
    @Test func circlesThatOneLinkJoinsAreTwoCommunities() {
        let first = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]
        let second = first.map { ($0 + 4, $1 + 4) }
        #expect(Communities.find(count: 9, links: first + second + [(3, 4)]) == [0, 0, 0, 0, 4, 4, 4, 4, 8])
    }

    @Test func withoutLinksEveryNodeIsItsOwn() {
        #expect(Communities.find(count: 3, links: []) == [0, 1, 2])
        #expect(Communities.find(count: 0, links: []).isEmpty)
    }
}
