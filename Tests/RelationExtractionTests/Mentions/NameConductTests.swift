import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct NameConductTests {
    @Test(
        "what a name does or is called tells what it names",
        arguments: [
            // A ferry line that the model takes for a place.
            (
                "Harbour|PROPN|compound>2|B-LOC Line|PROPN|nsubj>3|I-LOC cancelled/cancel|VERB|root>0 crossings/crossing|NOUN|obj>3",
                "Harbour Line/organization"
            ),
            // A town may be the subject of what is no act of a body.
            ("Green|PROPN|compound>2|B-LOC Valley|PROPN|nsubj>3|I-LOC flooded/flood|VERB|root>0", "Green Valley/place"),
            ("Port|PROPN|compound>2|B-LOC Arne|PROPN|nsubj>3|I-LOC opened/open|VERB|root>0 a|DET|det>5 museum|NOUN|obj>3", "Port Arne/place"),
            ("the|DET|det>2 company|NOUN|nsubj>4 Santara|PROPN|appos>2|B-PER left/leave|VERB|root>0", "Santara/organization"),
            (
                "the|DET|det>2 town|NOUN|nsubj>6 of|ADP|case>4 Alba|PROPN|nmod>2|B-ORG Nova|PROPN|flat>4|I-ORG fell/fall|VERB|root>0",
                "Alba Nova/place"
            ),
            (
                "according/accord|VERB|case>3 to|ADP|fixed>1 El|PROPN|obl>5|B-PER Cooperante|PROPN|flat>3|I-PER left/leave|VERB|root>0",
                "El Cooperante/organization"
            ),
            ("Joe|PROPN|nsubj>3|B-PER Cooper|PROPN|flat>1|I-PER said/say|VERB|root>0", "Joe Cooper/person"),
            ("Dr|PROPN|compound>2 Rabito|PROPN|nsubj>3|B-ORG left/leave|VERB|root>0", "Rabito/person"),
            (
                "the|DET|det>2 town|NOUN|nsubj>6 of|ADP|case>4 Juan|PROPN|nmod>2|B-PER Mora|PROPN|flat>4|I-PER fell/fall|VERB|root>0",
                "Juan Mora/place"
            ),
            // A part of a country is the country, and what a council bears the name of is not the council.
            ("in|ADP|case>3 northern|ADJ|amod>3|B-LOC Ukraine|PROPN|root>0|I-LOC", "Ukraine/country"),
        ])
    func conduct(sentence: String, entity: String) throws {
        #expect(try NamedTree.entities(NamedTree.resolve(sentence)) == [entity])
    }

    @Test func `a place is not the council that bears its name`() throws {
        let resolved = try NamedTree.resolve(
            "Wairoa|PROPN|compound>2|B-ORG Council|PROPN|nsubj>3|I-ORG met/meet|VERB|root>0",
            "it|PRON|nsubj>2 rained/rain|VERB|root>0 in|ADP|case>4 Wairoa|PROPN|obl>2|B-LOC")
        #expect(NamedTree.entities(resolved) == ["Wairoa Council/organization", "Wairoa/place"])
    }

    @Test func `a capital in a dateline is no government`() throws {
        let resolved = try NamedTree.resolve(
            "CARACAS|PROPN|nsubj>5|B-LOC —|PUNCT|punct>4 A|DET|det>4 storm|NOUN|nsubj>5 killed/kill|VERB|root>0 two|NUM|obj>5")
        #expect(NamedTree.entities(resolved) == ["CARACAS/place"])
    }
}
