import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct MentionResolverTests {
    @Test func `full name, surname and name with title are one person`() throws {
        let resolved = try NamedTree.resolve(
            "Trump|PROPN|nsubj>2|B-PER spoke/speak|VERB|root>0",
            "President|PROPN|nmod>2|B-PER Donald|PROPN|nsubj>4|I-PER Trump|PROPN|flat>2|I-PER spoke/speak|VERB|root>0", headline: true)
        #expect(NamedTree.entities(resolved) == ["Donald Trump/person"])
        #expect(resolved.entities[0].aliases == ["Trump"])
    }

    @Test func `accents and one letter more or less do not part a name`() throws {
        let resolved = try NamedTree.resolve(
            "Volodymyr|PROPN|nsubj>3|B-PER Zelenskyy|PROPN|flat>1|I-PER spoke/speak|VERB|root>0",
            "Zelensky|PROPN|nsubj>2|B-PER spoke/speak|VERB|root>0")
        #expect(NamedTree.entities(resolved) == ["Volodymyr Zelenskyy/person"])
    }

    @Test func `a bare surname goes to the one of a family whom the text names most`() throws {
        let resolved = try NamedTree.resolve(
            "Hunter|PROPN|nsubj>3|B-PER Biden|PROPN|flat>1|I-PER met/meet|VERB|root>0 Joe|PROPN|obj>3|B-PER Biden|PROPN|flat>4|I-PER",
            "Joe|PROPN|nsubj>3|B-PER Biden|PROPN|flat>1|I-PER left/leave|VERB|root>0", "Biden|PROPN|nsubj>2|B-PER won/win|VERB|root>0")
        #expect(NamedTree.referents(9, resolved) == ["Joe Biden"])
        #expect(resolved.entities.count == 2)
    }

    @Test func `a nationality names the country, missed by the model or not`() throws {
        let resolved = try NamedTree.resolve("Venezuelan|ADJ|amod>2 forces/force|NOUN|nsubj>3 fled/flee|VERB|root>0 Venezuela|PROPN|obj>3|B-LOC")
        #expect(NamedTree.entities(resolved) == ["Venezuela/country"])
        #expect(resolved.entities[0].identifiers == ["iso3166-1": "VE"])
        #expect(NamedTree.referents(2, resolved) == ["Venezuela"])
    }

    @Test(
        "a capital is the government or the city",
        arguments: [
            ("Caracas|PROPN|nsubj>2|B-LOC agreed/agree|VERB|root>0", EntityType.country),
            ("ties/tie|NOUN|root>0 between|ADP|case>3 Washington|PROPN|nmod>1|B-LOC and|CCONJ|cc>5 Caracas|PROPN|conj>3|B-LOC", .country),
            ("strikes/strike|NOUN|root>0 in|ADP|case>3 Caracas|PROPN|nmod>1|B-LOC", .place),
            ("the|DET|det>2 capital|NOUN|root>0 of|ADP|case>4 Caracas|PROPN|nmod>2|B-LOC", .place),
        ])
    func capitals(sentence: String, type: EntityType) throws {
        #expect(try NamedTree.resolve(sentence).entities.allSatisfy { $0.type == type })
    }

    @Test func `Georgia is the state where the text speaks of the United States`() throws {
        #expect(try NamedTree.entities(NamedTree.resolve("Georgia|PROPN|nsubj>2|B-LOC voted/vote|VERB|root>0")) == ["Georgia/country"])
        let state = try NamedTree.resolve("U.S.|PROPN|compound>2|B-LOC Senators|NOUN|nsubj>3 left/leave|VERB|root>0 Georgia|PROPN|obj>3|B-LOC")
        #expect(NamedTree.entities(state) == ["United States/country", "Georgia/place"])
    }

    @Test func `an acronym in brackets is the organization before them`() throws {
        let resolved = try NamedTree.resolve(
            "Popular|PROPN|compound>2|B-ORG Forces|PROPN|nsubj>6|I-ORG (|PUNCT|punct>4 POF|PROPN|appos>2|B-ORG )|PUNCT|punct>4 left/leave|VERB|root>0",
            "POF|PROPN|nsubj>2|B-ORG left/leave|VERB|root>0")
        #expect(NamedTree.entities(resolved) == ["Popular Forces/organization"])
    }

    @Test func `a body is one with and without its country, which is named too`() throws {
        let resolved = try NamedTree.resolve(
            "US|PROPN|compound>3|B-ORG Supreme|PROPN|compound>3|I-ORG Court|PROPN|nsubj>4|I-ORG ruled/rule|VERB|root>0",
            "Supreme|PROPN|compound>2|B-ORG Court|PROPN|nsubj>3|I-ORG ruled/rule|VERB|root>0")
        #expect(NamedTree.entities(resolved) == ["US Supreme Court/organization", "United States/country"])
    }

    @Test func `laws, religions and amounts of money are no entities`() throws {
        let resolved = try NamedTree.resolve(
            "Muslim|ADJ|amod>2|B-NORP leaders/leader|NOUN|nsubj>3 praised/praise|VERB|root>0 Patriot|PROPN|compound>5|B-MISC Act|PROPN|obj>3|I-MISC "
                + "for|ADP|case>8 US|PROPN|compound>8|B-LOC $|SYM|obl>3")
        #expect(resolved.entities.isEmpty)
    }
}
