import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct FailedConditionTests {
    static let entities: [(word: String, type: EntityType)] = [("US", .country), ("Maduro", .person), ("Venezuela", .country)]

    /// Each near miss as "relation: condition", with the text of the condition where one is asked for.
    static func misses(_ tree: String, _ patterns: String) throws -> ExtractionReport {
        let document = try TreeText.document(tree)
        let set = try PatternSet([PatternFile(name: "test.patterns", text: patterns)], ontology: TreeText.ontology)
        let extraction = RelationExtraction(ontology: TreeText.ontology, patterns: set)
        return ExtractionReport(
            extraction: extraction, document: document, resolved: TreeText.mentions(entities, in: document), gazetteer: Gazetteer())
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let tree: String
        let pattern: String
        let kind: FailedCondition.Kind
        let text: String
        var testDescription: String { kind.rawValue }
    }

    static let cases = [
        Case(
            tree: "US|PROPN|nsubj>2 captured/capture|VERB|root>0 Venezuela|PROPN|obj>2", pattern: "{A} capture {B}", kind: .type,
            text: "Venezuela (country) stands at {B}, and the range of captured allows person only"),
        Case(
            tree: "US|PROPN|nsubj>2 captured/capture|VERB|root>0 Maduro|PROPN|obj>2", pattern: "{A:organization} capture {B}", kind: .type,
            text: "US (country) stands at {A}, and the pattern allows organization only"),
        Case(
            tree: "US|PROPN|nsubj>2 captured/capture|VERB|root>0 rebels/rebel|NOUN|obj>2", pattern: "{A} capture {B}", kind: .name,
            text: "'rebels' at {B} names no known person"),
        Case(
            tree: "US|PROPN|nsubj>2 closed/close|VERB|root>0 in|ADP|case>4 Maduro|PROPN|obl>2", pattern: "{A} close on {B}", kind: .place,
            text: "{B} is looked for as 'on'; Maduro stands as 'in'"),
        Case(
            tree: "US|PROPN|nsubj>2 took/take|VERB|root>0 Maduro|PROPN|obj>2", pattern: "{A} take {B} prisoner|captive", kind: .word,
            text: "needs 'prisoner|captive'"),
        Case(
            tree: "Maduro|PROPN|nsubj:pass>3 was/be|AUX|aux:pass>3 captured/capture|VERB|root>0", pattern: "{A} capture {B}", kind: .missing,
            text: "nothing stands as subject or agent for {A}"),
        Case(
            tree: "US|PROPN|nsubj>2 picked/pick|VERB|root>0 Maduro|PROPN|obj>2 up|ADP|compound:prt>2", pattern: "{A} pick {B}", kind: .particle,
            text: "'up' makes another verb of 'pick'"),
        Case(
            tree: "US|PROPN|nsubj>2 picked/pick|VERB|root>0 Maduro|PROPN|obj>2", pattern: "{A} pick_up {B}", kind: .particle,
            text: "needs 'up' after 'pick'"),
    ]

    @Test("says which condition failed", arguments: cases)
    func condition(of nearMiss: Case) throws {
        let report = try Self.misses(nearMiss.tree, "relation captured\n  \(nearMiss.pattern)")
        let missed = try #require(report.missed.first)
        #expect(report.fired.isEmpty)
        #expect(missed.conditions == [FailedCondition(nearMiss.kind, nearMiss.text)])
        #expect(missed.pattern.line == 2)
    }

    @Test func aPatternThatHeldIsNoNearMiss() throws {
        let report = try Self.misses(
            "US|PROPN|nsubj>2 captured/capture|VERB|root>0 Maduro|PROPN|obj>2", "relation captured\n  {A} capture {B}\n  {A} capture {B} alive")
        #expect(report.fired.map(\.pattern.line) == [2])
        #expect(report.missed.isEmpty)
    }

    @Test func aWordThatNoPatternHasIsSuggestedAsALine() throws {
        let report = try Self.misses(
            "US|PROPN|nsubj>2 nabbed/nab|VERB|root>0 Maduro|PROPN|obj>2 with|ADP|case>5 Venezuela|PROPN|obl>2", "relation captured\n  {A} capture {B}"
        )
        let unknown = try #require(report.unknown.first)
        #expect(unknown.lemma == "nab" && unknown.suggestion == "{A} nab {B}")
        #expect(unknown.parties.map(\.name) == ["US", "Maduro", "Venezuela"])
    }

    @Test func aWordThatIsKnownAsAnotherPartOfSpeechPointsThere() throws {
        let report = try Self.misses(
            "a|DET|det>2 capture|NOUN|root>0 by|ADP|case>4 US|PROPN|nmod>2 of|ADP|case>6 Maduro|PROPN|nmod>2", "relation captured\n  {A} capture {B}")
        let unknown = try #require(report.unknown.first)
        #expect(unknown.category == "noun" && unknown.elsewhere.map(\.line) == [2])
    }
}
