import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct PairTests {
    static let two =
        "Joe|PROPN|nsubj>6|B-PER Reyes|PROPN|flat>1|I-PER and|CCONJ|cc>4 Cilia|PROPN|conj>1|B-PER Costa|PROPN|flat>4|I-PER left/leave|VERB|root>0"

    @Test(
        "words for two mean the two before",
        arguments: [
            "Both|PRON|nsubj>2 spoke/speak|VERB|root>0", "The|DET|det>2 pair|NOUN|nsubj>3 spoke/speak|VERB|root>0",
            "The|DET|det>3 two|NUM|nummod>3 leaders/leader|NOUN|nsubj>4 spoke/speak|VERB|root>0",
        ])
    func both(sentence: String) throws {
        let resolved = try NamedTree.resolve(Self.two, sentence)
        let words = sentence.split(separator: " ").map { $0.prefix { $0 != "|" && $0 != "/" } }
        let head = words.firstIndex { ["Both", "pair", "leaders"].contains($0) } ?? 0
        #expect(NamedTree.referents(7 + head, resolved) == ["Joe Reyes", "Cilia Costa"])
    }

    @Test func `two men are not a man and a woman`() throws {
        let resolved = try NamedTree.resolve(
            "Cilia|PROPN|nsubj>3|B-PER Costa|PROPN|flat>1|I-PER met/meet|VERB|root>0 Joe|PROPN|obj>3|B-PER Reyes|PROPN|flat>4|I-PER",
            "The|DET|det>3 two|NUM|nummod>3 spokesmen/spokesman|NOUN|nsubj>4 left/leave|VERB|root>0")
        #expect(NamedTree.referents(8, resolved).isEmpty)
    }

    @Test func `each other are the subjects of the clause`() throws {
        let resolved = try NamedTree.resolve(
            "Venezuela|PROPN|nsubj>4|B-LOC and|CCONJ|cc>3 Ukraine|PROPN|conj>1|B-LOC accused/accuse|VERB|root>0 each|DET|det>6 other|ADJ|obj>4")
        #expect(NamedTree.referents(6, resolved) == ["Venezuela", "Ukraine"])
    }

    @Test func `the latter is the second of two, and nobody of three`() throws {
        let met = "Joe|PROPN|nsubj>3|B-PER Reyes|PROPN|flat>1|I-PER met/meet|VERB|root>0 Cilia|PROPN|obj>3|B-PER Costa|PROPN|flat>4|I-PER"
        let latter = "The|DET|det>2 latter|ADJ|nsubj>3 left/leave|VERB|root>0"
        #expect(try NamedTree.referents(7, NamedTree.resolve(met, latter)) == ["Cilia Costa"])
        let three = met + " and|CCONJ|cc>7 Donald|PROPN|conj>4|B-PER Ray|PROPN|flat>7|I-PER"
        #expect(try NamedTree.referents(10, NamedTree.resolve(three, latter)).isEmpty)
    }

    @Test func `two companies need two of them`() throws {
        let companies = "The|DET|det>3 two|NUM|nummod>3 companies/company|NOUN|nsubj>4 merged/merge|VERB|root>0"
        let one = "Acme|PROPN|nsubj>2|B-ORG left/leave|VERB|root>0"
        #expect(try NamedTree.referents(5, NamedTree.resolve(one, companies)).isEmpty)
        let both = "Acme|PROPN|nsubj>2|B-ORG sued/sue|VERB|root>0 Brix|PROPN|obj>2|B-ORG"
        #expect(try NamedTree.referents(6, NamedTree.resolve(both, companies)) == ["Acme", "Brix"])
    }
}
