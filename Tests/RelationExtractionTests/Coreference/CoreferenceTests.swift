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

    @Test func `the same text gives the same mentions`() throws {
        let sentence = "Maduro|PROPN|nsubj>4|B-PER and|CCONJ|cc>3 Flores|PROPN|conj>1|B-PER fled/flee|VERB|root>0"
        let (first, second) = (try NamedTree.resolve(sentence, Self.trump), try NamedTree.resolve(sentence, Self.trump))
        #expect(first.mentions == second.mentions)
        #expect(first.referents == second.referents)
        #expect(first.entities == second.entities)
    }
}
