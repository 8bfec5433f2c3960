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
            gardenPath, closeTo, forSomebody,
        ])
    func acyclic(tree: String) throws {
        let tokens = TreeRepair.repaired(try TreeText.document(tree)).tokens
        for start in tokens.indices {
            var place: Int? = start
            for _ in tokens.indices { place = place.flatMap { tokens[$0].head } }
            #expect(place == nil, "'\(tokens[start].text)' never reaches the root")
        }
    }

    static let gardenPath =
        "Generals/general|NOUN|nsubj>2 led/lead|VERB|root>0 by|ADP|case>4 Bako|PROPN|obl>2 ousted/oust|VERB|advcl>2 Keita|PROPN|obj>5"
    static let closeTo = "US|PROPN|nsubj>2 came/come|VERB|root>0 close|ADV|advmod>2 to|SCONJ|mark>5 attacking/attack|VERB|advcl>3 Iran|PROPN|obj>5"
    static let forSomebody =
        "they|PRON|nsubj>2 called/call|VERB|root>0 for|SCONJ|mark>6 Keita|PROPN|obl>2 to|PART|mark>6 resign|VERB|advcl>2"

    @Test(
        "hangs words where grammar wants them",
        arguments: [
            // A participle with its agent is not the sentence's verb.
            (gardenPath, "ousted", "root", nil), (gardenPath, "led", "acl", "Generals"), (gardenPath, "Generals", "nsubj", "ousted"),
            // What hangs on an adverb belongs to its verb.
            (closeTo, "attacking", "advcl", "came"),
            ("they|PRON|nsubj>2 flew/fly|VERB|root>0 home|ADV|advmod>2 from|ADP|case>5 Chad|PROPN|obl>3", "Chad", "obl", "flew"),
            // "called for Keita to resign"
            (forSomebody, "Keita", "nsubj", "resign"),
            // Two words of one name, each taken for a subject.
            ("Norvik|PROPN|nsubj>3 Energy|PROPN|nsubj>3 walked/walk|VERB|root>0", "Energy", "flat", "Norvik"),
            // "requested that Portugal extradite Rui"
            (
                "Angola|PROPN|nsubj>2 asked/ask|VERB|root>0 that|SCONJ|mark>5 Portugal|PROPN|compound>5 extradite|VERB|ccomp>2 Rui|PROPN|compound>5",
                "Portugal", "nsubj", "extradite"
            ),
            (
                "Angola|PROPN|nsubj>2 asked/ask|VERB|root>0 that|SCONJ|mark>5 Portugal|PROPN|compound>5 extradite|VERB|ccomp>2 Rui|PROPN|compound>5",
                "Rui", "obj", "extradite"
            ),
            // What bears a preposition is neither subject nor object.
            ("they|PRON|nsubj>2 protest|VERB|root>0 against|ADP|case>4 imports/import|NOUN|obj>2", "imports", "obl", "protest"),
            (
                "it|PRON|nsubj>2 faces/face|VERB|root>0 an|DET|det>4 inquiry|NOUN|obj>2 by|ADP|case>6 Rome|PROPN|nsubj>2", "Rome", "obl", "faces"
            ),
            // "vowed to avenge him and threatened Iran": finite beside finite.
            (
                "US|PROPN|nsubj>2 vowed/vow|VERB|root>0 to|PART|mark>4 avenge|VERB|xcomp>2 him|PRON|obj>4 and|CCONJ|cc>7 threatened/threaten|VERB|conj>4",
                "threatened", "conj", "vowed"
            ),
            // "Iceland's win": a genitive that hangs on a noun is its possessor.
            ("Iceland|PROPN|nsubj>3 's|PART|case>1 win|NOUN|nsubj>4 stunned/stun|VERB|root>0", "Iceland", "nmod:poss", "win"),
            // A particle before the object is no preposition.
            ("they|PRON|nsubj>2 calling/call|VERB|root>0 off|ADP|case>4 strikes/strike|NOUN|obj>2", "strikes", "obj", "calling"),
            // "the senator, Whitcomb, came": a name between commas behind a role.
            (
                "the|DET|det>2 senator|NOUN|nsubj>6 ,|PUNCT|punct>4 Whitcomb|PROPN|nsubj>6 ,|PUNCT|punct>2 came/come|VERB|root>0", "Whitcomb",
                "appos", "senator"
            ),
        ])
    func mends(tree: String, word: String, label: String, head: String?) throws {
        let tokens = TreeRepair.repaired(try TreeText.document(tree)).tokens
        let token = try #require(tokens.first { $0.text == word })
        #expect(token.label.rawValue == label)
        #expect(token.head.map { tokens[$0].text } == head)
    }

    @Test func aCommaOfAHeadlineStandsForAnd() throws {
        let tree = "Sudan|PROPN|nsubj>4 ,|PUNCT|punct>3 Chad|PROPN|nmod:unmarked>1 sign|VERB|root>0 pact|NOUN|obj>4"
        #expect(TreeRepair.repaired(try TreeText.document(tree, role: .headline)).tokens[2].label == .conjunct)
        #expect(TreeRepair.repaired(try TreeText.document(tree)).tokens[2].label == .unmarkedNominalModifier)
    }

    @Test func `who is joined to a later word of a name is joined to the name`() throws {
        let tree = "Ines|PROPN|nsubj>6 Roca|PROPN|flat>1 and|CCONJ|cc>4 Luis|PROPN|conj>2 Vega|PROPN|flat>4 left/leave|VERB|root>0"
        #expect(TreeRepair.repaired(try TreeText.document(tree)).tokens[3].head == 0)
    }
}
