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
            // The agent hangs on the noun before it: "captured for fraud by the US".
            "Maduro|PROPN|nsubj:pass>3 was/be|AUX|aux:pass>3 captured/capture|VERB|root>0 for|ADP|case>5 fraud|NOUN|obl>3 by|ADP|case>7 US|PROPN|nmod>5",
            // "It was the US that captured Maduro."
            "It|PRON|expl>4 was/be|AUX|cop>4 the|DET|det>4 US|PROPN|root>0 that|PRON|nsubj>6 captured/capture|VERB|ccomp>4 Maduro|PROPN|obj>6",
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

    @Test(
        "finds parties within the clause that a verb governs",
        arguments: [
            ("US|PROPN|nsubj>2 demanded/demand|VERB|root>0 that|SCONJ|mark>5 Venezuela|PROPN|nsubj>5 leave|VERB|ccomp>2", "{A} demand that {B}"),
            (
                "US|PROPN|nsubj>2 threatened/threaten|VERB|root>0 to|PART|mark>4 impose|VERB|xcomp>2 tariffs/tariff|NOUN|obj>4 on|ADP|case>7 "
                    + "Venezuela|PROPN|nmod>5", "{A} threaten to_do {B}"
            ),
            ("US|PROPN|nsubj>2 told/tell|VERB|root>0 Venezuela|PROPN|obj>2 to|PART|mark>5 leave|VERB|xcomp>2", "{A} tell {B} to_do"),
            ("US|PROPN|nsubj>2 let|VERB|root>0 Venezuela|PROPN|obj>2 go|VERB|xcomp>2", "{A} let {B} go"),
        ])
    func clauses(tree: String, pattern: String) throws {
        let patterns = "relation met_with\n  \(pattern) [not-reciprocal]"
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities, patterns: patterns) == ["US met_with Venezuela"])
    }

    @Test func anInfinitiveThatAPatternNeedsMustFollow() throws {
        let tree = "US|PROPN|nsubj>2 told/tell|VERB|root>0 Venezuela|PROPN|obj>2 lies/lie|NOUN|obj>2"
        let patterns = "relation met_with\n  {A} tell {B} to_do [not-reciprocal]"
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities, patterns: patterns).isEmpty)
    }

    @Test(
        "gives what one has from somebody to whoever has it",
        arguments: [
            "Venezuela|PROPN|nsubj>2 won/win|VERB|root>0 the|DET|det>4 backing|NOUN|obj>2 of|ADP|case>6 US|PROPN|nmod>4",
            "with|ADP|case>3 the|DET|det>3 backing|NOUN|obl>7 of|ADP|case>5 US|PROPN|nmod>3 Venezuela|PROPN|nsubj>7 rose/rise|VERB|root>0",
            "US|PROPN|nsubj>2 offered/offer|VERB|root>0 backing|NOUN|obj>2 to|ADP|case>5 Venezuela|PROPN|nmod>3",
        ])
    func received(tree: String) throws {
        let patterns = """
            words support-verbs = offer
            words received-nouns = backing
            words receive-verbs = win
            relation attacked
              noun backing: by|'s|mod {A}, to|of {B}
            """
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities, patterns: patterns) == ["US attacked Venezuela"])
    }

    @Test func whoIsOnTrialForADeedHasDoneIt() throws {
        let tree =
            "Maduro|PROPN|nsubj>2 went/go|VERB|root>0 on|ADP|case>4 trial|NOUN|obl>2 for|ADP|case>7 the|DET|det>7 attack|NOUN|obl>2 on|ADP|case>9 "
            + "Venezuela|PROPN|nmod>7"
        let patterns = """
            words culprit-verbs = go_on_trial_for
            words alleged-verbs = go_on_trial_for
            relation attacked
              noun attack: on {B}
            """
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities, patterns: patterns) == ["Maduro attacked Venezuela (alleged)"])
    }

    @Test func whatIsAskedOfAnotherIsForWhoAsks() throws {
        let tree =
            "Venezuela|PROPN|nsubj>2 asked/ask|VERB|root>0 US|PROPN|obj>2 to|PART|mark>5 send|VERB|xcomp>2 food|NOUN|obj>5"
        let patterns = """
            words object-control-verbs = ask
            words benefit-verbs = send
            words requested-verbs = ask
            relation attacked
              {A} send food to {B}
            """
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities, patterns: patterns) == ["US attacked Venezuela (requested)"])
    }

    @Test(
        "finds whom a predicate noun is said of",
        arguments: [
            "Venezuela|PROPN|nsubj>4 is/be|AUX|cop>4 under|ADP|case>4 attack|NOUN|root>0 by|ADP|case>6 US|PROPN|nmod>4",
            "Venezuela|PROPN|nsubj>4 was/be|AUX|cop>4 the|DET|det>4 target|NOUN|root>0 of|ADP|case>7 US|PROPN|compound>7 attacks/attack|NOUN|nmod>4",
            "US|PROPN|nsubj>4 is/be|AUX|cop>4 on|ADP|case>4 attack|NOUN|root>0 against|ADP|case>6 Venezuela|PROPN|nmod>4",
        ])
    func predicated(tree: String) throws {
        let patterns = """
            words target-nouns = target
            relation attacked
              noun attack: by|'s|mod {A}, on|against {B}
            """
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities, patterns: patterns) == ["US attacked Venezuela"])
    }

    @Test func whoAnAppositionDescribesHasUndergoneWhatItsParticipleSays() throws {
        let tree =
            "Maduro|PROPN|nsubj>8 ,|PUNCT|punct>7 a|DET|det>7 US|PROPN|compound>6 -|PUNCT|punct>6 backed/back|VERB|amod>7 leader|NOUN|appos>1 "
            + "left/leave|VERB|root>0"
        let patterns = "relation captured\n  {A} back {B}"
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities, patterns: patterns) == ["US captured Maduro"])
    }

    @Test func aNameBeforeTheNounThatAPatternNamesIsItsModifier() throws {
        let tree = "Maduro|PROPN|nsubj>2 won/win|VERB|root>0 the|DET|det>5 Venezuela|PROPN|compound>5 primary|NOUN|obj>2"
        let patterns = "relation head_of\n  {A} win primary mod {B}"
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities, patterns: patterns) == ["Maduro head_of Venezuela"])
    }
}
