import Foundation
import GraphModel
import RelationExtraction
import Testing

@testable import EntityGraph

/// What a user's own gazetteer changes in the graph.
@Suite struct OwnGazetteerTests {
    static let entries = """
        name,type,aliases,identifiers,roles
        Nicolás Maduro,person,Maduro;Nicolasito,wikidata=Q19872,president of Venezuela from 2013-04-19 until 2026-01-03
        John Smith,person,,case=1,minister of Fiji from 2010
        John Smith,person,Johnny Smith,case=2,
        Mercury,organization,,,
        Tarn,person,,,
        Reuters,none,,,
        Ruritania,country,Ruritanian,,
        Wilhelmina Korst,person,Korst,case=9,
        """

    static let builder = Result {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "mine.csv")
            try entries.write(to: file, atomically: true, encoding: .utf8)
            return try GraphBuilder(
                Configuration(
                    resources: GraphBuilderTests.project.appending(path: "Sources/EntityGraph/Resources"), gazetteers: [file], threads: 1))
        }
    }

    static func article(_ text: String, published: String = "2019-05-01", id: String = "a") throws -> ExtractedDocument {
        let passage = Passage(span: TextSpan(start: 0, end: text.utf8.count), role: .paragraph)
        return try builder.get().extract(
            Document(id: id, source: id, title: "", published: PartialDate(published), text: text, passages: [passage]))
    }

    static func edges(_ article: ExtractedDocument) -> [String] {
        article.statements.map { "\(article.entities[$0.subject].name) \($0.type) \(article.entities[$0.object].name)" }
    }

    @Test func anAliasIsTheEntityByItsName() throws {
        let article = try Self.article("Venezuela expelled Nicolasito on Monday.")
        #expect(Self.edges(article) == ["Venezuela expelled Nicolás Maduro"])
        let maduro = try #require(article.entities.first { $0.name == "Nicolás Maduro" })
        #expect(maduro.type == .person && maduro.aliases == ["Nicolasito"] && maduro.identifiers == ["wikidata": "Q19872"])
    }

    @Test func theTypeOfTheGazetteerWins() throws {
        let article = try Self.article("Mercury acquired Vodafone in London. Reuters reported it. Ruritania sanctioned Iran.")
        #expect(article.entities.first { $0.name == "Mercury" }?.type == .organization)
        #expect(article.entities.first { $0.name == "Ruritania" }?.type == .country)
        #expect(!article.entities.contains { $0.name == "Reuters" })
        #expect(Self.edges(article).contains("Ruritania sanctioned Iran"))
    }

    @Test func aDatedRoleResolvesADescriptionWithinItsDatesOnly() throws {
        let text = "The Venezuelan president met Vladimir Putin in Moscow."
        #expect(try Self.edges(Self.article(text)).contains { $0.contains("Nicolás Maduro") && $0.contains("met_with") })
        for day in ["2012-05-01", "2026-05-01"] { #expect(try !Self.edges(Self.article(text, published: day)).contains { $0.contains("Maduro") }) }
    }

    @Test func aRoleMakesNoEdge() throws {
        for text in [
            "The Venezuelan president met Vladimir Putin in Moscow.", "Venezuela and Nicolás Maduro are in the news. Fiji and John Smith, too.",
        ] {
            #expect(try !Self.edges(Self.article(text)).contains { $0.contains("head_of") || $0.contains("official_of") })
        }
        // What the article itself says stays.
        #expect(try Self.edges(Self.article("Nicolás Maduro, the president of Venezuela, resigned.")).contains("Nicolás Maduro head_of Venezuela"))
    }

    @Test func whomNoWordMeansIsNotInTheArticle() throws {
        #expect(try !Self.article("Venezuela sanctioned Iran.").entities.contains { $0.name == "Nicolás Maduro" })
    }

    @Test func namesakesAreToldApartByTheirPostsAndOtherNames() throws {
        func identifier(_ text: String) throws -> String? { try Self.article(text).entities.first { $0.name == "John Smith" }?.identifiers["case"] }
        #expect(try identifier("John Smith, a minister of Fiji, visited France.") == "1")
        #expect(try identifier("Johnny Smith visited France. John Smith met Emmanuel Macron.") == "2")
        #expect(try identifier("John Smith visited France.") == nil)
    }

    @Test func namesakesAreTwoNodesOfTheGraph() throws {
        let articles = [
            try Self.article("John Smith, a minister of Fiji, visited France.", id: "a"), try Self.article("Johnny Smith sued Vodafone.", id: "b"),
        ]
        let nodes = try Self.builder.get().graph(of: articles).entities.filter { $0.name == "John Smith" }
        #expect(nodes.map(\.id) == ["person/case-1", "person/case-2"])
    }

    @Test func otherNamesOfOneEntryAreOneNode() throws {
        let articles = [try Self.article("Venezuela expelled Nicolasito.", id: "a"), try Self.article("Nicolás Maduro sued Vodafone.", id: "b")]
        let graph = try Self.builder.get().graph(of: articles)
        #expect(graph.entities.filter { $0.type == .person }.map(\.name) == ["Nicolás Maduro"])
    }

    @Test func aNameWithinALongerNameIsNotTaken() throws {
        let article = try Self.article("The Korst Foundation sued Vodafone. Korst sued Germany.")
        #expect(article.entities.contains { $0.name == "Wilhelmina Korst" && $0.type == .person })
        #expect(!article.entities.contains { $0.name == "Wilhelmina Korst" && $0.aliases.contains { $0.contains("Foundation") } })
        #expect(article.entities.contains { $0.name.contains("Korst Foundation") && $0.type == .organization })
    }

    @Test func explainSaysWhereTheNameStands() throws {
        let text = try Self.builder.get().explanation(ofText: "Venezuela expelled Nicolasito.").text()
        #expect(text.contains("gazetteer of your own: mine.csv:2"))
    }

    @Test func entriesThatNothingTellsApartAreRefused() throws {
        var gazetteer = Gazetteer()
        let entry = { (line: Int) in
            GazetteerEntry(name: "John Smith", type: .person, source: PatternSource(file: "mine.csv", line: line, text: "John Smith"))
        }
        let error = #expect(throws: GazetteerError.self) { try gazetteer.add([entry(2), entry(5)]) }
        #expect(
            error?.description
                == "mine.csv:5: 'John Smith' is already in mine.csv:2; make them one entry, or give both an identifier to tell them apart")
    }
}
