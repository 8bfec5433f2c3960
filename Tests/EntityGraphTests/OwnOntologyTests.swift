import Foundation
import GraphModel
import RelationExtraction
import Testing

@testable import EntityGraph

/// A user's own ontology: relations, patterns, what is switched off.
@Suite struct OwnOntologyTests {
    static let base = """
        version: 1
        relations:
          praised: {family: talk, kind: event, domain: any, range: any, closes: [friend_of], inverse: praised_by}
          friend_of: {family: kin, kind: state, domain: [person], range: [person], symmetric: true}
        """

    /// The ontology of these texts, each a file of its own in one folder, with the other files beside them.
    static func load(_ texts: [String], beside files: [String: String] = [:]) throws -> LoadedOntology {
        try withTemporaryFolder { folder in
            for (name, text) in files { try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8) }
            let places = try ([base] + texts).enumerated().map { number, text in
                let place = folder.appending(path: ["base.yaml", "mine.yaml", "later.yaml"][number])
                try text.write(to: place, atomically: true, encoding: .utf8)
                return place
            }
            return try OntologyLoader.loadWithPatterns(places)
        }
    }

    @Test func switchesOffRelationsAndFamilies() throws {
        #expect(try Self.load(["off: [praised]"]).ontology.relationTypes.map(\.id) == ["friend_of"])
        let loaded = try Self.load(["off: [kin]"])
        #expect(loaded.ontology.relationTypes.map(\.id) == ["praised"])
        #expect(loaded.ontology["praised"]?.closes == [])
        #expect(loaded.replaced == ["friend_of"])
    }

    @Test func fieldsThatAreNotGivenStay() throws {
        let praised = try #require(try Self.load(["relations:\n  praised: {domain: [person]}"]).ontology["praised"])
        #expect(praised.domain == [.person] && praised.range == Set(EntityType.allCases) && praised.inverse == "praised_by")
    }

    @Test func aRelationSwitchedOffMayBeDefinedAnewFromNothing() throws {
        let loaded = try Self.load(["off: [praised]\nrelations:\n  praised: {family: x, kind: state, domain: any, range: any}"])
        #expect(loaded.ontology["praised"]?.kind == .state && loaded.ontology["praised"]?.inverse == nil)
        #expect(loaded.replaced == ["praised"])
        let error = #expect(throws: DataFileError.self) { try Self.load(["off: [praised]\nrelations:\n  praised: {family: x}"]) }
        #expect(error?.description == "mine.yaml:3: 'praised' lacks 'kind'; add it")
    }

    @Test func traitsAreInheritedUnlessGivenAnew() throws {
        let traits = { (text: String) in try Self.load([text, "relations:\n  praised: {domain: [person]}"]).ontology["praised"]?.traits }
        #expect(try traits("relations:\n  praised: {traits: [hostile, once]}") == [.hostile, .once])
        #expect(try traits("relations:\n  praised: {means: x}") == [])
    }

    @Test func aRelationOfOnesOwnMayEndWithDeath() throws {
        let ontology = """
            relations:
              guru_of:
                family: mine
                kind: state
                domain: [person]
                range: [country]
                traits: [until_death]
                patterns: |
                  role guru: of {B}
            """
        let builder = try withTemporaryFolder { folder in
            let file = folder.appending(path: "mine.yaml")
            try ontology.write(to: file, atomically: true, encoding: .utf8)
            return try GraphBuilder(
                Configuration(resources: GraphBuilderTests.project.appending(path: "Sources/EntityGraph/Resources"), ontologies: [file], threads: 1))
        }
        func status(_ text: String) -> [Status] {
            SentenceTests.extract(text, with: builder).statements.filter { $0.type == "guru_of" }.map(\.status)
        }
        #expect(status("Peter Halden, the guru of Norway, met Emmanuel Macron.") == [.asserted])
        #expect(status("Peter Halden, the guru of Norway, died in Oslo.") == [.former])
    }

    @Test func patternsKeepTheLineOfTheirFile() throws {
        let mine = """
            relations:
              lauded:
                family: talk
                kind: event
                domain: any
                range: any
                patterns: |
                  {A} laud {B}
                  # a remark

                  {A} laude {C}
              praised:
                patterns:
                  - "{A} hail {B}"
                  - "{A} cheer {D}"
            """
        let loaded = try Self.load([mine])
        let problems = #expect(throws: PatternProblems.self) { try PatternSet(loaded.patterns, ontology: loaded.ontology) }
        #expect(problems?.problems.map { "\($0.file):\($0.line)" } == ["mine.yaml:11", "mine.yaml:15"])
    }

    @Test func patternFilesAreFoundBesideTheOntology() throws {
        let loaded = try Self.load(["patterns: [more.patterns]"], beside: ["more.patterns": "relation praised\n  {A} hail {B}\n"])
        let patterns = try PatternSet(loaded.patterns, ontology: loaded.ontology)
        #expect(patterns.counts == ["praised": 1])
        #expect(patterns.sources.map(\.line.description) == ["more.patterns:2"])
    }

    @Test func patternsOfWhatALaterFileSwitchesOffAreLeftOut() throws {
        let loaded = try Self.load(["relations:\n  praised:\n    patterns: |\n      {A} hail {B}", "off: [praised]"])
        #expect(try PatternSet(loaded.patterns, ontology: loaded.ontology).counts == [:])
    }

    struct BadFile: Sendable, CustomTestStringConvertible {
        let text: String
        let message: String
        var testDescription: String { message }
    }

    static let badFiles = [
        BadFile(text: "version: 2\noff: [praysed]", message: "mine.yaml:2: 'praysed' in 'off' is no relation and no family; did you mean 'praised'?"),
        BadFile(text: "of: [praised]", message: "mine.yaml:1: unknown key 'of'; did you mean 'off'?"),
        BadFile(
            text: "patterns:\n  - nowhere.patterns",
            message: "mine.yaml:2: pattern file 'nowhere.patterns': there is no such file, or it cannot be read"),
        BadFile(
            text: "relations:\n  praised:\n    patterns:\n      - {A} hail {B}",
            message: "mine.yaml:4: this is not YAML"),
        BadFile(
            text: "relations:\n  praised:\n    patterns:\n      - {A: hail}",
            message: "mine.yaml:4: a pattern of 'praised' begins with '{', which YAML reads as a table; write 'patterns: |'"),
        BadFile(
            text: "relations:\n  praised:\n    patterns: >\n      {A} hail {B}", message: "mine.yaml:3: the patterns of 'praised' stand after '>'"),
        BadFile(
            text: "relations:\n  praised:\n    covers: [frend_of]",
            message: "mine.yaml:3: 'frend_of', which 'praised' covers, is not defined; did you mean 'friend_of'?"),
        BadFile(
            text: "relations:\n  praised:\n    traits: [untildeath]",
            message: "mine.yaml:3: unknown trait 'untildeath' of 'praised'; did you mean 'until_death'? (traits are kinship"),
        BadFile(text: "version: 3", message: "mine.yaml:1: 'relations:' with a relation a key was expected"),
    ]

    @Test("names file, line and remedy", arguments: badFiles)
    func refuses(_ bad: BadFile) throws {
        let error = #expect(throws: DataFileError.self) { try Self.load([bad.text]) }
        #expect(error?.description.hasPrefix(bad.message) == true, "\(error?.description ?? "")")
    }
}

/// The worked example of the documentation.
@Suite struct CorruptionExampleTests {
    static let folder = GraphBuilderTests.project.appending(path: "Samples/corruption-2025")
    static let builder = Result {
        try GraphBuilder(
            Configuration(
                resources: GraphBuilderTests.project.appending(path: "Sources/EntityGraph/Resources"),
                ontologies: [folder.appending(path: "ontology.yaml")], gazetteers: [folder.appending(path: "gazetteer.yaml")], threads: 1))
    }

    @Test func itsExamplesHoldAndTryEveryLine() throws {
        let check = try Self.builder.get().checkPatterns()
        #expect(check.report.rows.isEmpty, "\(check.report.text(as: .table))")
        #expect(check.failures == 0)
    }

    @Test func itsArticlesGiveItsRelations() async throws {
        var found: [String] = []
        let failures = try await Self.builder.get().extract(
            [Self.folder.path], report: { _ in },
            each: { article in
                #expect(article.entities.first { $0.name == "Marit Oosterling" }?.identifiers == ["case-file": "P-001"])
                for statement in article.statements where ["bribed", "awarded_tender_to", "nominee_shareholder_of"].contains(statement.type) {
                    found.append(
                        "\(article.entities[statement.subject].name) \(statement.type) \(article.entities[statement.object].name) \(statement.status)"
                    )
                }
            })
        #expect(failures == 0)
        #expect(
            Set(found) == [
                "Corvane Group bribed Marit Oosterling alleged", "Corvane Group bribed Marit Oosterling denied",
                "Halden Port Authority awarded_tender_to Corvane Group asserted",
                "Halden Port Authority awarded_tender_to Corvane Group planned", "Sigrid Aamodt awarded_tender_to Corvane Group cancelled",
                "Ilse Brandt nominee_shareholder_of Corvane Group asserted",
            ])
    }

    @Test func whatItSwitchesOffIsNotFound() throws {
        let builder = try Self.builder.get()
        let article = SentenceTests.extract("Peter Halden's wife, Anna Halden, protested against France.", with: builder)
        #expect(article.statements.allSatisfy { !["spouse_of", "protested_against"].contains($0.type) })
        #expect(builder.ontology["protested_against"] == nil && builder.ontology["spouse_of"] == nil && builder.ontology["captured"] != nil)
    }
}
