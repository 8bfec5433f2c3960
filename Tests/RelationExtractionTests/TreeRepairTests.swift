import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct TreeRepairTests {
    @Test(
        "mends no tree into a loop",
        arguments: [
            // "a friend who's aunt disappeared": the clitic stands before the subject it hangs on.
            "friend|NOUN|root>0 who|PRON|nmod>4 's|PART|case>4 aunt|NOUN|nsubj>5 disappeared/disappear|VERB|acl:relcl>1",
            "Venezuela|PROPN|nsubj>4 's|PART|case>1 president|NOUN|nsubj>4 left/leave|VERB|root>0",
        ])
    func acyclic(tree: String) throws {
        let tokens = TreeRepair.repaired(try TreeText.document(tree)).tokens
        for start in tokens.indices {
            var place: Int? = start
            for _ in tokens.indices { place = place.flatMap { tokens[$0].head } }
            #expect(place == nil, "'\(tokens[start].text)' never reaches the root")
        }
    }
}
