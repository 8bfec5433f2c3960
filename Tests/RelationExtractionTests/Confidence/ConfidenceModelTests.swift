import GraphModel
import Testing

@testable import RelationExtraction

@Suite struct ConfidenceModelTests {
    @Test func isALogisticRegression() throws {
        let model = try ConfidenceModel(table: "# remark\nintercept\t1\ndoubt\t-2\twhy\npronoun\t-0.5\n", named: "w.tsv")
        var features = ConfidenceFeatures()
        #expect(abs(model.probability(features) - 0.731_058_578) < 1e-8)
        features[.doubt] = 0.25
        features[.pronoun] = 1
        features[.role] = 1
        #expect(abs(model.probability(features) - 0.5) < 1e-12)
        #expect(model.contributions(features).map(\.feature) == [.doubt, .pronoun])
        #expect(model.contributions(features).map(\.amount) == [-0.5, -0.5])
    }

    @Test(
        "says what is wrong with a table",
        arguments: [
            ("intercept\t1\ndout\t2", "w.tsv:2: 'dout' is no feature of statements"),
            ("intercept\tone", "w.tsv:1: a feature and a number were expected"),
            ("doubt\t1", "w.tsv:1: the line 'intercept' is missing"), ("intercept", "w.tsv:1: a feature and a number"),
        ])
    func refuses(table: String, message: String) {
        let error = #expect(throws: GazetteerError.self) { try ConfidenceModel(table: table, named: "w.tsv") }
        #expect(error?.description.hasPrefix(message) == true)
    }

    /// The features of the first statement that the trees give.
    static func features(_ trees: String...) throws -> ConfidenceFeatures {
        var lines: [String] = []
        for tree in trees { lines.append(tree) }
        let document = try TreeText.document(lines[0], lines.count > 1 ? lines[1] : "it|PRON|nsubj>2 rained/rain|VERB|root>0")
        let set = try PatternSet([PatternFile(name: "t.patterns", text: TreeText.grammar)], ontology: TreeText.ontology)
        let mentions = TreeText.mentions([("US", .country), ("Maduro", .person), ("Venezuela", .country)], in: document)
        let told = RelationExtraction(ontology: TreeText.ontology, patterns: set).confidences(document, mentions)
        return try #require(told.first).features
    }

    @Test func theFeaturesTellTheWayOfSaying() throws {
        let plain = try Self.features("US|PROPN|nsubj>2 captured/capture|VERB|root>0 Maduro|PROPN|obj>2")
        #expect(abs(plain[.doubt] - 0.1) < 1e-9 && plain[.distance] == 0.1)
        for feature in [ConfidenceFeature.noun, .role, .hedged, .pronoun, .headline, .repeated, .rival] { #expect(plain[feature] == 0, "\(feature)") }
        let noun = try Self.features("the|DET|det>2 capture|NOUN|root>0 of|ADP|case>4 Maduro|PROPN|nmod>2 by|ADP|case>6 US|PROPN|nmod>2")
        #expect(noun[.noun] == 1 && noun[.role] == 0 && noun[.distance] == 0.4)
        let role = try Self.features("Maduro|PROPN|root>0 ,|PUNCT|punct>3 president|NOUN|appos>1 of|ADP|case>5 Venezuela|PROPN|nmod>3")
        #expect(role[.role] == 1 && role[.noun] == 0)
        let denied = try Self.features("US|PROPN|nsubj>4 did/do|AUX|aux>4 not|PART|advmod>4 capture|VERB|root>0 Maduro|PROPN|obj>4")
        #expect(denied[.hedged] == 1)
    }

    @Test func whatTwoSentencesSayIsRepeated() throws {
        let twice = try Self.features(
            "US|PROPN|nsubj>2 captured/capture|VERB|root>0 Maduro|PROPN|obj>2", "US|PROPN|nsubj>2 captured/capture|VERB|root>0 Maduro|PROPN|obj>2")
        #expect(twice[.repeated] == 1 && twice[.rival] == 0)
    }
}
