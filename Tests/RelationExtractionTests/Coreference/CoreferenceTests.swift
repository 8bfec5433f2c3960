import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct CoreferenceTests {
    static let trump = "Donald|PROPN|nsubj>3|B-PER Trump|PROPN|flat>1|I-PER left/leave|VERB|root>0"

    @Test func `he is the last subject that is a man`() throws {
        let resolved = try NamedTree.resolve(
            "Donald|PROPN|nsubj>3|B-PER Trump|PROPN|flat>1|I-PER met/meet|VERB|root>0 Delcy|PROPN|obj>3|B-PER Rodriguez|PROPN|flat>4|I-PER",
            "He|PRON|nsubj>2 left/leave|VERB|root>0", "She|PRON|nsubj>2 left/leave|VERB|root>0")
        #expect(NamedTree.referents(6, resolved) == ["Donald Trump"])
        #expect(NamedTree.referents(8, resolved) == ["Delcy Rodriguez"])
    }

    @Test func `an object pronoun is not the subject of its verb`() throws {
        let resolved = try NamedTree.resolve(Self.trump, "Joe|PROPN|nsubj>3|B-PER Biden|PROPN|flat>1|I-PER praised/praise|VERB|root>0 him|PRON|obj>3")
        #expect(NamedTree.referents(7, resolved) == ["Donald Trump"])
    }

    @Test func `his in Maduro and his wife is the first of the two`() throws {
        let resolved = try NamedTree.resolve(
            "Donald|PROPN|nsubj>3|B-PER Trump|PROPN|flat>1|I-PER captured/capture|VERB|root>0 Maduro|PROPN|obj>3|B-PER and|CCONJ|cc>7 "
                + "his|PRON|nmod:poss>7 wife|NOUN|conj>4",
            "Maduro|PROPN|nmod:poss>3|B-PER 's|PART|case>1 wife|NOUN|nsubj>6 Cilia|PROPN|appos>3|B-PER Flores|PROPN|flat>4|I-PER left/leave|VERB|root>0"
        )
        #expect(NamedTree.referents(6, resolved) == ["Maduro"])
        #expect(NamedTree.referents(7, resolved) == ["Cilia Flores"])
    }

    @Test func `his in Maduro together with his wife is the person before`() throws {
        let resolved = try NamedTree.resolve(
            Self.trump,
            "Soldiers|NOUN|nsubj>2 seized/seize|VERB|root>0 Maduro|PROPN|obj>2|B-PER ,|PUNCT|punct>8 together|ADV|advmod>8 with|ADP|case>8 "
                + "his|PRON|nmod:poss>8 wife|NOUN|obl>2 ,|PUNCT|punct>10 Cilia|PROPN|appos>8|B-PER Flores|PROPN|flat>10|I-PER")
        #expect(NamedTree.referents(10, resolved) == ["Maduro"])
    }

    @Test func `they are the members of the subject before`() throws {
        let resolved = try NamedTree.resolve(
            "Maduro|PROPN|nsubj>4|B-PER and|CCONJ|cc>3 Flores|PROPN|conj>1|B-PER fled/flee|VERB|root>0", "They|PRON|nsubj>2 left/leave|VERB|root>0")
        #expect(NamedTree.referents(5, resolved) == ["Maduro", "Flores"])
    }

    @Test func `an unnamed man stands in the way of he`() throws {
        let resolved = try NamedTree.resolve(
            Self.trump, "A|DET|det>2 spokesman|NOUN|nsubj>4 immediately|ADV|advmod>4 left/leave|VERB|root>0", "He|PRON|nsubj>2 left/leave|VERB|root>0"
        )
        #expect(NamedTree.referents(8, resolved).isEmpty)
    }

    @Test func `the president is who the text calls so`() throws {
        let resolved = try NamedTree.resolve(
            "U.S.|PROPN|compound>2|B-LOC President|PROPN|nmod>3 Donald|PROPN|nsubj>5|B-PER Trump|PROPN|flat>3|I-PER left/leave|VERB|root>0",
            "The|DET|det>2 president|NOUN|nsubj>3 spoke/speak|VERB|root>0",
            "The|DET|det>3 Venezuelan|ADJ|amod>3|B-NORP president|NOUN|nsubj>4 spoke/speak|VERB|root>0")
        #expect(NamedTree.referents(7, resolved) == ["Donald Trump"])
        #expect(NamedTree.referents(11, resolved).isEmpty)
    }

    @Test func `both countries are the two named before`() throws {
        let resolved = try NamedTree.resolve(
            "Venezuela|PROPN|nsubj>2|B-LOC thanked/thank|VERB|root>0 Ukraine|PROPN|obj>2|B-LOC for|ADP|case>6 both|DET|det>6 countries/country|NOUN|obl>2"
        )
        #expect(NamedTree.referents(6, resolved) == ["Venezuela", "Ukraine"])
    }

    @Test func `I in a quotation is who speaks`() throws {
        let resolved = try NamedTree.resolve(
            "“|PUNCT|punct>3 I|PRON|nsubj>3 left/leave|VERB|ccomp>6 ”|PUNCT|punct>3 Trump|PROPN|nsubj>6|B-PER said/say|VERB|root>0")
        #expect(NamedTree.referents(2, resolved) == ["Trump"])
    }

    @Test func `we of a spokesman are the body that he speaks for`() throws {
        let resolved = try NamedTree.resolve(
            "“|PUNCT|punct>3 We|PRON|nsubj>3 left/leave|VERB|ccomp>6 ”|PUNCT|punct>3 Trump|PROPN|nsubj>6|B-PER said/say|VERB|root>0 ,|PUNCT|punct>8 "
                + "spokesman|NOUN|appos>5 for|ADP|case>10 Acme|PROPN|nmod>8|B-ORG")
        #expect(NamedTree.referents(2, resolved) == ["Acme"])
    }

    @Test func `it is the body that says what it did`() throws {
        let resolved = try NamedTree.resolve(
            "Acme|PROPN|nsubj>2|B-ORG denied/deny|VERB|root>0 it|PRON|nsubj>5 had/have|AUX|aux>5 paid/pay|VERB|ccomp>2 Brix|PROPN|obj>5|B-ORG")
        #expect(NamedTree.referents(3, resolved) == ["Acme"])
    }

    @Test func `the former president is who was called so, and not the president`() throws {
        let former = "Former|ADJ|amod>2 president|NOUN|nmod>3 Joe|PROPN|nsubj>5|B-PER Reyes|PROPN|flat>3|I-PER left/leave|VERB|root>0"
        let resolved = try NamedTree.resolve(former, "The|DET|det>3 former|ADJ|amod>3 president|NOUN|nsubj>4 spoke/speak|VERB|root>0")
        #expect(NamedTree.referents(8, resolved) == ["Joe Reyes"])
        #expect(try NamedTree.referents(7, NamedTree.resolve(former, "The|DET|det>2 president|NOUN|nsubj>3 spoke/speak|VERB|root>0")).isEmpty)
    }

    @Test func `a son named in full is not his father`() throws {
        let resolved = try NamedTree.resolve(
            "Joe|PROPN|nsubj>10|B-PER Reyes|PROPN|flat>1|I-PER Soto|PROPN|flat>1|I-PER ,|PUNCT|punct>6 the|DET|det>6 son|NOUN|appos>1 of|ADP|case>8 "
                + "Joe|PROPN|nmod>6|B-PER Reyes|PROPN|flat>8|I-PER left/leave|VERB|root>0")
        #expect(NamedTree.entities(resolved) == ["Joe Reyes Soto/person", "Joe Reyes/person"])
    }

    @Test func `who takes up the name before it`() throws {
        let resolved = try NamedTree.resolve(
            "Trump|PROPN|nsubj>6|B-PER ,|PUNCT|punct>4 who|PRON|nsubj>4 spoke/speak|VERB|acl:relcl>1 ,|PUNCT|punct>4 left/leave|VERB|root>0")
        #expect(NamedTree.referents(3, resolved) == ["Trump"])
        let company = try NamedTree.resolve(
            "Acme|PROPN|nsubj>6|B-ORG ,|PUNCT|punct>4 who|PRON|nsubj>4 spoke/speak|VERB|acl:relcl>1 ,|PUNCT|punct>4 left/leave|VERB|root>0")
        #expect(NamedTree.referents(3, company).isEmpty)
    }

    @Test func `who was sworn in as president is the president`() throws {
        let resolved = try NamedTree.resolve(
            "Delcy|PROPN|nsubj:pass>4|B-PER Rodriguez|PROPN|flat>1|I-PER was/be|AUX|aux:pass>4 sworn/swear|VERB|root>0 in|ADP|compound:prt>4 as|ADP|case>7 "
                + "president|NOUN|obl>4",
            "The|DET|det>2 president|NOUN|nsubj>3 spoke/speak|VERB|root>0")
        #expect(NamedTree.referents(9, resolved) == ["Delcy Rodriguez"])
    }

    @Test func `the government in a capital is the country`() throws {
        let resolved = try NamedTree.resolve(
            "The|DET|det>2 government|NOUN|nsubj>5 in|ADP|case>4 Caracas|PROPN|nmod>2|B-LOC spoke/speak|VERB|root>0")
        #expect(NamedTree.entities(resolved) == ["Venezuela/country"])
    }

    @Test func `the same text gives the same mentions`() throws {
        let sentence = "Maduro|PROPN|nsubj>4|B-PER and|CCONJ|cc>3 Flores|PROPN|conj>1|B-PER fled/flee|VERB|root>0"
        let (first, second) = (try NamedTree.resolve(sentence, Self.trump), try NamedTree.resolve(sentence, Self.trump))
        #expect(first.mentions == second.mentions)
        #expect(first.referents == second.referents)
        #expect(first.entities == second.entities)
    }
}
