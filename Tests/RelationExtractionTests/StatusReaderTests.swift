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
            // The most particular entry counts: "hold off on", not "hold off".
            (
                "US|PROPN|nsubj>2 held/hold|VERB|root>0 off|ADP|compound:prt>2 on|SCONJ|mark>5 attacking/attack|VERB|advcl>2 Iran|PROPN|obj>5",
                "denied"
            ),
            ("US|PROPN|nsubj>2 came/come|VERB|root>0 close|ADV|advmod>2 to|SCONJ|mark>5 attacking/attack|VERB|advcl>2 Iran|PROPN|obj>5", "denied"),
            // "They closed the US attack", as the lexicon names the verb with the noun.
            (
                "they|PRON|nsubj>2 closed/close|VERB|root>0 US|PROPN|compound>4 attack|NOUN|obj>2 on|ADP|case>6 Iran|PROPN|nmod>4", "cancelled"
            ),
            (
                "US|PROPN|nsubj>2 claimed/claim|VERB|root>0 responsibility|NOUN|obj>2 for|ADP|case>6 the|DET|det>6 attack|NOUN|nmod>3 on|ADP|case>8 "
                    + "Iran|PROPN|nmod>6", "alleged"
            ),
            ("US|PROPN|nsubj>4 no|ADV|advmod>3 longer|ADV|advmod>4 attacks/attack|VERB|root>0 Iran|PROPN|obj>4", "former"),
            // With an object of its own "want" asks.
            ("he|PRON|nsubj>2 wants/want|VERB|root>0 US|PROPN|obj>2 to|PART|mark>5 attack|VERB|xcomp>2 Iran|PROPN|obj>5", "requested"),
            (
                "US|PROPN|nsubj>2 tried/try|VERB|root>0 to|PART|mark>4 attack|VERB|xcomp>2 Iran|PROPN|obj>4 but|CCONJ|cc>7 failed/fail|VERB|conj>2",
                "denied"
            ),
            ("US|PROPN|nsubj>4 is/be|AUX|cop>4 to|PART|mark>4 attack|VERB|root>0 Iran|PROPN|obj>4", "planned"),
            (
                "According|VERB|case>4 to|ADP|fixed>1 alleged|ADJ|amod>4 reports/report|NOUN|obl>6 US|PROPN|nsubj>6 attacked/attack|VERB|root>0 "
                    + "Iran|PROPN|obj>6", "alleged"
            ),
            (
                "they|PRON|nsubj>2 put|VERB|root>0 US|PROPN|compound>4 attack|NOUN|obj>2 on|ADP|case>6 Iran|PROPN|nmod>4 on|ADP|case>8 "
                    + "hold|NOUN|obl>2", "cancelled"
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

    @Test(
        "takes nothing from a verb that only says when or why",
        arguments: [
            "it|PRON|nsubj>2 agreed/agree|VERB|root>0 after|SCONJ|mark>5 US|PROPN|nsubj>5 attacked/attack|VERB|advcl>2 Iran|PROPN|obj>5",
            "US|PROPN|nsubj:pass>3 was/be|AUX|aux:pass>3 refused/refuse|VERB|root>0 for|SCONJ|mark>5 attacking/attack|VERB|advcl>3 Iran|PROPN|obj>5",
            // An event of the past is no former one.
            "US|PROPN|nsubj>3 former|ADV|advmod>3 attacked/attack|VERB|root>0 Iran|PROPN|obj>3",
        ])
    func facts(tree: String) throws {
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities) == ["US attacked Iran"])
    }

    @Test(
        "ends a post that the text ends",
        arguments: [
            "Maduro|PROPN|nsubj>4 had/have|AUX|aux>4 been/be|AUX|cop>4 president|NOUN|root>0 of|ADP|case>6 Iran|PROPN|nmod>4",
            "Maduro|PROPN|nsubj>2 led/lead|VERB|root>0 Iran|PROPN|obj>2 until|ADP|case>5 2019|NUM|obl>2",
            "Maduro|PROPN|nsubj>2 led/lead|VERB|root>0 Iran|PROPN|obj>2 from|ADP|case>5 2009|NUM|obl>2 to|ADP|case>7 2015|NUM|obl>2",
            "Maduro|PROPN|nsubj>3 once|ADV|advmod>3 led/lead|VERB|root>0 Iran|PROPN|obj>3",
            "Maduro|PROPN|nsubj>2 used/use|VERB|root>0 to|PART|mark>4 lead|VERB|xcomp>2 Iran|PROPN|obj>4",
            "Maduro|PROPN|nsubj>7 ,|PUNCT|punct>5 once|ADV|advmod>5 the|DET|det>5 president|NOUN|appos>1 of|ADP|case>8 left/leave|VERB|root>0 Iran|PROPN|nmod>5",
        ])
    func posts(tree: String) throws {
        let patterns = TreeText.grammar + "\n  {A} lead {B}"
        #expect(try TreeText.statements(try TreeText.document(tree), Self.entities, patterns: patterns) == ["Maduro head_of Iran (former)"])
    }

    @Test func whatAnotherSaysInQuotationMarksIsAllegedUntilTheArticleTellsItToo() throws {
        let quote =
            "Maduro|PROPN|nsubj>2 said/say|VERB|root>0 :|PUNCT|punct>6 “|PUNCT|punct>6 US|PROPN|nsubj>6 attacked/attack|VERB|ccomp>2 Iran|PROPN|obj>6 "
            + "”|PUNCT|punct>6"
        let told = "US|PROPN|nsubj>2 attacked/attack|VERB|root>0 Iran|PROPN|obj>2"
        #expect(try TreeText.statements(try TreeText.document(quote), Self.entities) == ["US attacked Iran (alleged)"])
        #expect(try TreeText.statements(try TreeText.document(quote, told), Self.entities) == ["US attacked Iran", "US attacked Iran"])
    }

    @Test func whoTellsOfAnothersWrongInQuotationMarksAccusesThem() throws {
        let quote =
            "Maduro|PROPN|nsubj>2 said/say|VERB|root>0 :|PUNCT|punct>6 “|PUNCT|punct>6 US|PROPN|nsubj>6 attacked/attack|VERB|ccomp>2 Iran|PROPN|obj>6 "
            + "”|PUNCT|punct>6"
        let patterns = TreeText.grammar + "\nwords speech-verbs = say"
        let found = try TreeText.statements(try TreeText.document(quote), Self.entities, patterns: patterns)
        #expect(found == ["US attacked Iran (alleged)", "Maduro accused US"])
        // Who leads it boasts.
        let own = "Maduro|PROPN|nsubj>4 is/be|AUX|cop>4 the|DET|det>4 president|NOUN|root>0 of|ADP|case>6 US|PROPN|nmod>4"
        let boast = try TreeText.statements(try TreeText.document(own, quote), Self.entities, patterns: patterns)
        #expect(boast == ["Maduro head_of US", "US attacked Iran (alleged)"])
    }
}
