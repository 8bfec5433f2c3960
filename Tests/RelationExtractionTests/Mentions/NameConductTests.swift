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
        ])
    func conduct(sentence: String, entity: String) throws {
        #expect(try NamedTree.entities(NamedTree.resolve(sentence)) == [entity])
    }
}
