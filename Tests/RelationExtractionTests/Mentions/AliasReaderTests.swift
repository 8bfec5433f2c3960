import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct AliasReaderTests {
    @Test func `who is known as something is one person with it`() throws {
        let resolved = try NamedTree.resolve(
            "Joe|PROPN|nsubj>7|B-PER Cherizier|PROPN|flat>1|I-PER ,|PUNCT|punct>4 known/know|VERB|acl>1 as|ADP|case>6 Barbecue|PROPN|obl>4|B-MISC "
                + "fled/flee|VERB|root>0",
            "Barbecue|PROPN|nsubj>2 left/leave|VERB|root>0")
        #expect(NamedTree.entities(resolved) == ["Joe Cherizier/person"])
        #expect(resolved.entities[0].aliases == ["Barbecue"])
        #expect(NamedTree.referents(8, resolved) == ["Joe Cherizier"])
    }

    @Test func `a nickname in quotation marks does not part a name`() throws {
        let resolved = try NamedTree.resolve(
            "Joe|PROPN|nsubj>6|B-PER \"|PUNCT|punct>3 Chino|PROPN|appos>1|B-PER \"|PUNCT|punct>3 Beltran|PROPN|flat>1|B-PER fled/flee|VERB|root>0",
            "Beltran|PROPN|nsubj>2|B-PER left/leave|VERB|root>0", "Chino|PROPN|nsubj>2|B-PER left/leave|VERB|root>0")
        #expect(NamedTree.entities(resolved) == ["Joe Beltran/person"])
        #expect(resolved.entities[0].aliases == ["Beltran", "Chino", "Joe \" Chino \" Beltran"])
    }

    @Test func `an acronym in brackets is of the kind of the name before them`() throws {
        let resolved = try NamedTree.resolve(
            "Kestrel|PROPN|compound>2|B-FAC Airport|PROPN|nsubj>6|I-FAC (|PUNCT|punct>4 KA|PROPN|appos>2|B-ORG )|PUNCT|punct>4 closed/close|VERB|root>0",
            "KA|PROPN|nsubj>2|B-ORG reopened/reopen|VERB|root>0")
        #expect(NamedTree.entities(resolved) == ["Kestrel Airport/place"])
    }

    @Test func `a name that is part of a longer one is no second name`() throws {
        let resolved = try NamedTree.resolve(
            "Joe|PROPN|nsubj>6|B-PER Ray|PROPN|flat>1|I-PER ,|PUNCT|punct>5 alias|ADP|case>5 Falcon|PROPN|appos>1|B-PER fled/flee|VERB|root>0",
            "Falcon|PROPN|compound>2|B-ORG Company|PROPN|nsubj>3|I-ORG left/leave|VERB|root>0")
        #expect(NamedTree.entities(resolved) == ["Joe Ray/person", "Falcon Company/organization"])
        #expect(resolved.entities[0].aliases == ["Falcon"])
    }

    @Test func `what somebody calls a thing is no name of him`() throws {
        let resolved = try NamedTree.resolve(
            "Joe|PROPN|nsubj>3|B-PER Ray|PROPN|flat>1|I-PER called/call|VERB|root>0 Nevada|PROPN|obj>3|B-LOC for|ADP|case>6 Biden|PROPN|obl>3|B-PER")
        #expect(NamedTree.entities(resolved) == ["Joe Ray/person", "Nevada/place", "Biden/person"])
    }

    @Test func `who is also known as somebody is he`() throws {
        let resolved = try NamedTree.resolve(
            "Joe|PROPN|nsubj>10|B-PER Ray|PROPN|flat>1|I-PER ,|PUNCT|punct>7 who|PRON|nsubj:pass>7 is/be|AUX|aux:pass>7 also|ADV|advmod>7 "
                + "known/know|VERB|acl:relcl>1 as|ADP|case>9 Wang|PROPN|obl>7|B-PER left/leave|VERB|root>0")
        #expect(NamedTree.entities(resolved) == ["Joe Ray/person"])
    }
}
