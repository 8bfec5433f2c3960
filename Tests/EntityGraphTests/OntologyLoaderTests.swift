import Foundation
import GraphModel
import Testing

@testable import EntityGraph

@Suite struct OntologyLoaderTests {
    static func builtIn() throws -> Ontology {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/EntityGraph/Resources/ontology")
        return try OntologyLoader.load([folder.appending(path: "relations.yaml").standardized])
    }

    @Test func theBuiltInOntologyHoldsExactlyTheAgreedRelations() throws {
        let letters: [EntityType: String] = [.person: "p", .country: "c", .organization: "o", .place: "l"]
        func code(_ types: Set<EntityType>) -> String { types.compactMap { letters[$0] }.sorted().joined() }
        let found = try Self.builtIn().relationTypes.map { type in
            let score = type.score.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "-"
            return [
                type.id, type.group, type.kind.rawValue, code(type.domain), code(type.range), type.isSymmetric ? "yes" : "no",
                type.inverse ?? "-", score,
            ].joined(separator: " ")
        }
        let expected = ontologyTable.split(separator: "\n").map(String.init)
        #expect(found.sorted() == expected.sorted())
    }

    @Test func everyBuiltInRelationIsExplained() throws {
        for type in try Self.builtIn().relationTypes {
            #expect(!type.definition.isEmpty && !type.example.isEmpty, "\(type.id)")
        }
    }

    @Test func endingsAreInTheOntology() throws {
        let ontology = try Self.builtIn()
        #expect(ontology["resigned_from"]?.closes.first?.states.contains("head_of") == true)
        #expect(ontology["released"]?.closes == [ClosingRule(states: ["imprisoned_in"], subject: .object, object: nil)])
        #expect(ontology["severed_ties_with"]?.closes == [ClosingRule(states: ["allied_with", "partnered_with"])])
        let overthrown = ontology["overthrew"]?.closes.map { ($0.subject, $0.object) } ?? []
        #expect(overthrown.contains { $0 == (.object, nil) } && overthrown.contains { $0 == (nil, .object) })
        #expect(ontology["captured"]?.codes == ["cameo": ["173", "181"], "plover": ["COERCE"]])
    }

    @Test func aLaterFileAddsAndReplaces() throws {
        var loader = OntologyLoader()
        try loader.add(Self.file(relation: "  hired:\n    family: a\n    kind: event\n    domain: any\n    range: [person]\n"), named: "one.yaml")
        try loader.add(
            Self.file(
                relation: "  hired:\n    family: b\n    kind: event\n    domain: any\n    range: any\n"
                    + "  feeds:\n    family: b\n    kind: state\n    domain: any\n    range: any\n"), named: "two.yaml")
        let ontology = try loader.finish()
        #expect(ontology.relationTypes.map(\.id) == ["hired", "feeds"])
        #expect(ontology["hired"]?.group == "b")
        #expect(ontology.version == "1+1")
    }

    struct BadFile: Sendable, CustomTestStringConvertible {
        let fields: String
        let message: String
        var testDescription: String { message }
    }

    static let badFiles = [
        BadFile(fields: "kidn: event", message: "mine.yaml:4: unknown field 'kidn' of 'hired'; did you mean 'kind'?"),
        BadFile(
            fields: "domain: [person, contry]", message: "mine.yaml:4: unknown entity type 'contry' in 'domain' of 'hired'; did you mean 'country'?"),
        BadFile(fields: "kind: evnt", message: "mine.yaml:4: kind 'evnt' of 'hired' is neither state nor event"),
        BadFile(fields: "score: 11", message: "mine.yaml:4: score '11' of 'hired' is no number from -10 to 10"),
        BadFile(fields: "codes: {cameoo: 1}", message: "mine.yaml:4: unknown scheme 'cameoo' in codes of 'hired'; did you mean 'cameo'?"),
        BadFile(fields: "closes: [heads]", message: "mine.yaml:4: 'heads', which 'hired' closes, is not defined"),
        BadFile(fields: "closes: head_of", message: "mine.yaml:4: 'closes' of 'hired' must be a list"),
        BadFile(fields: "closes: [{sates: [a]}]", message: "mine.yaml:4: unknown field 'sates' in 'closes' of 'hired'; did you mean 'states'?"),
        BadFile(fields: "closes: [{states: [a]}]", message: "mine.yaml:4: a rule in 'closes' of 'hired' does not say whose state ends"),
        BadFile(fields: "closes: [{states: [a], subject: objct}]", message: "mine.yaml:4: 'subject' in 'closes' of 'hired' must name a party"),
        BadFile(fields: "closes: [{states: [a], subject: object, by: [men]}]", message: "mine.yaml:4: 'by' in 'closes' of 'hired' must list types"),
        BadFile(fields: "closes: [a, {states: [a], subject: object}]", message: "mine.yaml:4: 'closes' of 'hired' mixes names of states and rules"),
        BadFile(fields: "closes: [{states: [heads], subject: object}]", message: "mine.yaml:4: 'heads', which 'hired' closes, is not defined"),
        BadFile(fields: "inverse: hired", message: "mine.yaml:4: inverse 'hired' of 'hired' is itself a relation"),
        BadFile(fields: "symmetric: maybe", message: "mine.yaml:4: symmetric 'maybe' of 'hired' is neither true nor false"),
        BadFile(fields: "symmetric: true\n    inverse: fired", message: "mine.yaml:5: 'hired' is symmetric, so it has no inverse"),
        BadFile(fields: "means: [1", message: "this is not YAML"),
    ]

    @Test("names the line and says what is wrong", arguments: badFiles)
    func refuses(_ bad: BadFile) throws {
        var text = "version: 1\nrelations:\n  hired:\n    \(bad.fields)\n"
        for field in ["family: role", "kind: event", "domain: any", "range: any"] {
            let name = field.prefix { $0 != ":" } + ":"
            if !bad.fields.contains(name) { text += "    \(field)\n" }
        }
        let error = try #require(throws: DataFileError.self) {
            var loader = OntologyLoader()
            try loader.add(text, named: "mine.yaml")
            _ = try loader.finish()
        }
        #expect(error.description.contains(bad.message), "\(error)")
    }

    @Test func refusesARelationDefinedTwice() throws {
        let one = "  hired:\n    family: a\n    kind: event\n    domain: any\n    range: any\n"
        let error = try #require(throws: DataFileError.self) {
            var loader = OntologyLoader()
            try loader.add(Self.file(relation: one + one), named: "mine.yaml")
        }
        #expect(error.description == "mine.yaml:3: 'hired' is defined twice; keep one, or give the other its own name")
    }

    @Test func refusesTwoRelationsWithTheSameInverse() throws {
        let fields = "    family: a\n    kind: event\n    domain: any\n    range: any\n    inverse: fed_by\n"
        let error = try #require(throws: DataFileError.self) {
            var loader = OntologyLoader()
            try loader.add(Self.file(relation: "  feeds:\n\(fields)  nourishes:\n\(fields)"), named: "mine.yaml")
            _ = try loader.finish()
        }
        #expect(error.description.hasPrefix("mine.yaml:14: inverse 'fed_by' of 'nourishes' is already that of 'feeds'"))
    }

    @Test func namesAMissingFile() throws {
        let error = try #require(throws: DataFileError.self) { try OntologyLoader.load([URL(filePath: "/nowhere/mine.yaml")]) }
        #expect(error.description.hasPrefix("/nowhere/mine.yaml: there is no such file"))
    }

    private static func file(relation: String) -> String { "version: 1\nrelations:\n" + relation }
}
