import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct PatternSetTests {
    @Test(
        "says what is wrong with a line, where, and what was meant",
        arguments: [
            ("relation captred", "test.patterns:1: the ontology has no relation 'captred'; did you mean 'captured'?"),
            ("relation captured\n  {A} capture", "test.patterns:2: {B} is missing"),
            ("relation captured\n  {A} {B}", "test.patterns:2: no verb found"),
            ("relation captured\n  {A} capture {C}", "test.patterns:2: {C} is none of {A}, {B}"),
            ("relation captured\n  {A} capture {B:persn}", "test.patterns:2: 'persn' is no entity type"),
            ("relation captured\n  {A} capture {B} [plannd]", "did you mean 'planned'?"),
            ("relation captured\n  noun capture: off_of {B}", "test.patterns:2: 'off of' is neither a preposition"),
            ("relation captured\n  {A} @verbs {B}", "no list '@verbs' is defined"),
            ("{A} capture {B}", "stands before any relation"),
            ("relation captured\n  + US forces captured Maduro.", "'=>' expected"),
        ])
    func refuses(text: String, message: String) {
        #expect { try PatternSet([PatternFile(name: "test.patterns", text: text)], ontology: TreeText.ontology) } throws: { error in
            (error as? PatternProblems)?.description.contains(message) ?? false
        }
    }

    @Test func reportsAllProblemsAtOnce() {
        let text = "relation captred\nrelation captured\n  {A} capture {B} [plannd]"
        #expect { try PatternSet([PatternFile(name: "test.patterns", text: text)], ontology: TreeText.ontology) } throws: { error in
            (error as? PatternProblems)?.problems.map(\.line) == [1, 3]
        }
    }

    @Test func readsExamples() throws {
        let text = "relation captured\n  {A} capture {B}\n  + US troops did not capture Maduro. => US > Maduro, denied\n  - The film captured hearts."
        let examples = try PatternSet([PatternFile(name: "test.patterns", text: text)], ontology: TreeText.ontology).examples
        #expect(examples.map(\.sentence) == ["US troops did not capture Maduro.", "The film captured hearts."])
        #expect(examples.map(\.expected) == [.init(subject: "US", object: "Maduro", status: .denied), nil])
    }

    @Test func listsMayBeUsedInOtherFiles() throws {
        let files = [
            PatternFile(name: "a.patterns", text: "relation captured\n  {A} @seizing {B}"),
            PatternFile(name: "b.patterns", text: "words seizing = capture|take_away"),
        ]
        let set = try PatternSet(files, ontology: TreeText.ontology)
        #expect(set.patterns.first?.triggers.map(\.text) == ["capture", "take away"])
    }
}
