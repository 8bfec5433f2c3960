import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct StatusReaderTests {
    static let entities: [(word: String, type: EntityType)] = [("US", .country), ("Maduro", .person), ("Iran", .country)]

    @Test(
        "reads how the text stands to the act",
        arguments: [
            ("US|PROPN|nsubj>3 will|AUX|aux>3 attack|VERB|root>0 Iran|PROPN|obj>3", "planned"),
            ("US|PROPN|nsubj>2 plans/plan|VERB|root>0 to|PART|mark>4 attack|VERB|xcomp>2 Iran|PROPN|obj>4", "planned"),
            ("US|PROPN|nsubj>3 may|AUX|aux>3 attack|VERB|root>0 Iran|PROPN|obj>3", "possible"),
            ("US|PROPN|nsubj>2 threatened/threaten|VERB|root>0 to|PART|mark>4 attack|VERB|xcomp>2 Iran|PROPN|obj>4", "possible"),
            ("US|PROPN|nsubj>4 did/do|AUX|aux>4 not|PART|advmod>4 attack|VERB|root>0 Iran|PROPN|obj>4", "denied"),
            ("US|PROPN|nsubj>4 would|AUX|aux>4 have|AUX|aux>4 attacked/attack|VERB|root>0 Iran|PROPN|obj>4", "denied"),
            ("US|PROPN|nsubj>2 refused/refuse|VERB|root>0 to|PART|mark>4 attack|VERB|xcomp>2 Iran|PROPN|obj>4", "denied"),
            ("US|PROPN|nsubj>3 allegedly|ADV|advmod>3 attacked/attack|VERB|root>0 Iran|PROPN|obj>3", "alleged"),
            ("he|PRON|nsubj>2 accused/accuse|VERB|root>0 US|PROPN|obj>2 of|SCONJ|mark>5 attacking/attack|VERB|advcl>2 Iran|PROPN|obj>5", "alleged"),
            ("he|PRON|nsubj>2 urged/urge|VERB|root>0 US|PROPN|obj>2 to|PART|mark>5 attack|VERB|xcomp>2 Iran|PROPN|obj>5", "requested"),
            (
                "US|PROPN|nsubj>2 called/call|VERB|root>0 off|ADP|compound:prt>2 a|DET|det>5 wave|NOUN|obj>2 of|ADP|case>7 attacks/attack|NOUN|nmod>5 "
                    + "on|ADP|case>9 Iran|PROPN|nmod>7", "cancelled"
            ),
            ("US|PROPN|nsubj>2 has/have|VERB|root>0 plans/plan|NOUN|obj>2 to|PART|mark>5 attack|VERB|acl>3 Iran|PROPN|obj>5", "planned"),
        ])
    func status(tree: String, status: String) throws {
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities) == ["US attacked Iran (\(status))"])
    }

    @Test func rolesOfThePastAreFormer() throws {
        let tree = "former|ADJ|amod>3 Iran|PROPN|compound>3 President|PROPN|nmod>4 Maduro|PROPN|nsubj>5 left/leave|VERB|root>0"
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities) == ["Maduro head_of Iran (former)"])
    }

    @Test func aHeadlinesVerbMistakenForANounStillDenies() throws {
        let tree = "court|NOUN|compound>4 refuses/refuse|NOUN|compound>4 US|PROPN|compound>4 attack|NOUN|root>0 on|ADP|case>6 Iran|PROPN|nmod>4"
        #expect(try TreeText.statements(try TreeText.document(tree, role: .headline), Self.entities) == ["US attacked Iran (denied)"])
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities) == ["US attacked Iran"])
    }
}
