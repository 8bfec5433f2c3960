import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct ArgumentStructureTests {
    static let entities: [(word: String, type: EntityType)] = [("US", .country), ("Maduro", .person), ("Flores", .person), ("Venezuela", .country)]

    @Test(
        "finds who captured whom",
        arguments: [
            "US|PROPN|nsubj>2 captured/capture|VERB|root>0 Maduro|PROPN|obj>2",
            "Maduro|PROPN|nsubj:pass>3 was/be|AUX|aux:pass>3 captured/capture|VERB|root>0 by|ADP|case>6 the|DET|det>6 US|PROPN|obl:agent>3",
            "the|DET|det>2 US|PROPN|nsubj>6 ,|PUNCT|punct>5 which|PRON|nsubj>5 captured/capture|VERB|acl:relcl>2 left/leave|VERB|root>0 Maduro|PROPN|obj>5",
            "Maduro|PROPN|nsubj>6 ,|PUNCT|punct>3 captured/capture|VERB|acl>1 by|ADP|case>5 US|PROPN|obl>3 left/leave|VERB|root>0",
            "Captured/capture|VERB|advcl>5 by|ADP|case>3 US|PROPN|obl>1 Maduro|PROPN|nsubj>5 left/leave|VERB|root>0",
            "the|DET|det>2 capture|NOUN|nsubj>7 of|ADP|case>4 Maduro|PROPN|nmod>2 by|ADP|case>6 US|PROPN|nmod>2 shocked/shock|VERB|root>0",
            "US|PROPN|compound>2 capture|NOUN|nsubj>5 of|ADP|case>4 Maduro|PROPN|nmod>2 shocked/shock|VERB|root>0",
            "US|PROPN|nsubj>2 took/take|VERB|root>0 Maduro|PROPN|obj>2 prisoner|NOUN|xcomp>2",
        ])
    func captured(tree: String) throws {
        let document = try TreeText.document(tree)
        #expect(try TreeText.statements(document, Self.entities) == ["US captured Maduro"])
    }

    @Test func everyMemberOfACoordinationCounts() throws {
        let document = try TreeText.document(
            "US|PROPN|nsubj>2 launched/launch|VERB|root>0 a|DET|det>4 strike|NOUN|obj>2 on|ADP|case>6 Venezuela|PROPN|nmod>4 and|CCONJ|cc>8 "
                + "captured/capture|VERB|conj>2 Maduro|PROPN|obj>8 and|CCONJ|cc>11 Flores|PROPN|conj>9")
        #expect(try TreeText.statements(document, Self.entities) == ["US attacked Venezuela", "US captured Maduro", "US captured Flores"])
    }

    @Test func headlinesLeaveTheAuxiliaryOut() throws {
        let document = try TreeText.document(
            "Maduro|PROPN|nsubj>2 captured/capture|VERB|root>0 by|ADP|case>4 US|PROPN|obl>2", role: .headline)
        #expect(try TreeText.statements(document, Self.entities) == ["US captured Maduro"])
    }

    @Test(
        "pairs the members of a meeting",
        arguments: [
            "US|PROPN|nsubj>4 and|CCONJ|cc>3 Venezuela|PROPN|conj>1 met/meet|VERB|root>0",
            "US|PROPN|nsubj>2 held/hold|VERB|root>0 talks/talk|NOUN|obj>2 with|ADP|case>5 Venezuela|PROPN|nmod>3",
            "talks/talk|NOUN|nsubj>6 between|ADP|case>3 US|PROPN|nmod>1 and|CCONJ|cc>5 Venezuela|PROPN|conj>3 ended/end|VERB|root>0",
        ])
    func pairs(tree: String) throws {
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities) == ["US met_with Venezuela"])
    }

    @Test(
        "finds who bears a role",
        arguments: [
            "Venezuela|PROPN|nmod:poss>3 's|PART|case>1 president|NOUN|nsubj>5 Maduro|PROPN|appos>3 left/leave|VERB|root>0",
            "Maduro|PROPN|nsubj>7 ,|PUNCT|punct>4 the|DET|det>4 president|NOUN|appos>1 of|ADP|case>6 Venezuela|PROPN|nmod>4 left/leave|VERB|root>0",
            "Venezuela|PROPN|compound>2 President|PROPN|nmod>3 Maduro|PROPN|nsubj>4 left/leave|VERB|root>0",
            "Maduro|PROPN|nsubj>4 is/be|AUX|cop>4 the|DET|det>4 president|NOUN|root>0 of|ADP|case>6 Venezuela|PROPN|nmod>4",
        ])
    func roles(tree: String) throws {
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities) == ["Maduro head_of Venezuela"])
    }

    @Test func namesThatStandTogetherGiveNothing() throws {
        let document = try TreeText.document("US|PROPN|nsubj>4 and|CCONJ|cc>3 Maduro|PROPN|conj>1 laughed/laugh|VERB|root>0")
        #expect(try TreeText.statements(document, Self.entities).isEmpty)
    }

    @Test func theOntologysRangeIsEnforced() throws {
        let document = try TreeText.document("US|PROPN|nsubj>2 captured/capture|VERB|root>0 Venezuela|PROPN|obj>2")
        #expect(try TreeText.statements(document, Self.entities).isEmpty)
    }
}
