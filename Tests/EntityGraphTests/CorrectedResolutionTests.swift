import Foundation
import GraphModel
import GraphStorage
import RandomGraphs
import Testing

@testable import EntityGraph

/// Corrections on top of the names' own rules, under which one article can join or part what others name.
@Suite struct CorrectedResolutionTests {
    private static let now = CorrectionTime(secondsSince1970: 1_800_000_000)

    /// Articles that call many people by a bare surname, and countries by their code.
    private static func articles(seed: UInt64) -> [ExtractedDocument] {
        var random = RandomArticles(seed: seed, cast: 20), generator = SeededGenerator(seed: seed &+ 7)
        return random.articles(9).map { article in
            var article = article
            for index in article.entities.indices {
                let words = article.entities[index].name.split(separator: " ").map(String.init)
                article.entities[index].identifiers = [:]
                if generator.oneIn(3) {
                    article.entities[index].name = words[1]
                    article.entities[index].aliases = generator.oneIn(2) ? [words.joined(separator: " ")] : []
                } else if generator.oneIn(3) {
                    article.entities[index].aliases = [words[1]]
                }
                if article.entities[index].type == .country {
                    article.entities[index].identifiers = ["iso3166-1": String(words[1].prefix(2)).uppercased()]
                }
            }
            return article
        }
    }

    private static func store(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "corrected-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    private static func add(_ articles: some Sequence<ExtractedDocument>, to store: GraphStore) throws {
        let run = ExtractionRun(model: "m", ontology: "o", patterns: "p")
        for article in articles { _ = try store.add(article, run: run, resolver: .byNames) }
    }

    @Test("hold whatever comes first, and can all be undone", arguments: 0..<25 as Range<UInt64>) func properties(seed: UInt64) throws {
        try Self.store { folder in
            let articles = Self.articles(seed: seed)
            var generator = SeededGenerator(seed: seed), made = RandomCorrections(seed: seed)
            let corrections = made.corrections(8, about: articles)
            let stores = try ["a", "b", "c"].map { try GraphStore(path: "\(folder)/\($0)", access: .readWrite, ontology: RandomArticles.ontology) }
            try Self.add(articles, to: stores[0])
            let untouched = try stores[0].graph().graph
            for correction in corrections { _ = try stores[0].correct(correction, resolver: .byNames) }
            try Self.add(articles.suffix(4), to: stores[1])
            for correction in corrections.shuffled(using: &generator) { _ = try stores[1].correct(correction, resolver: .byNames) }
            try Self.add(articles.shuffled(using: &generator), to: stores[1])
            for correction in corrections { _ = try stores[2].correct(correction, resolver: .byNames) }
            try Self.add(articles.reversed(), to: stores[2])
            let expected = try stores[0].graph().graph
            for store in stores {
                #expect(try store.graph().graph == expected)
                #expect(try store.check(resolver: .byNames) == [])
            }
            try stores[1].rebuild(resolver: .byNames)
            #expect(try stores[1].graph().graph == expected)
            var left = Array(1...8).shuffled(using: &generator)
            while !left.isEmpty {
                let number = left.removeFirst()
                do {
                    _ = try stores[0].undo(number, at: Self.now, resolver: .byNames)
                } catch CorrectionError.inTheWay {
                    left.append(number)
                }
            }
            #expect(try stores[0].graph().graph == untouched)
            #expect(try stores[0].check(resolver: .byNames) == [])
        }
    }

    @Test("a reference finds the entity that it was made for", arguments: 0..<10 as Range<UInt64>) func references(seed: UInt64) throws {
        try Self.store { folder in
            let store = try GraphStore(path: "\(folder)/a", access: .readWrite, ontology: RandomArticles.ontology)
            try Self.add(Self.articles(seed: seed), to: store)
            for entity in try store.graph().graph.entities {
                let reference = try #require(try store.reference(to: entity.id))
                let rename = Correction(.rename(reference, to: "Somebody"), time: Self.now)
                let number = try store.correct(rename, resolver: .byNames)
                #expect(try store.graph().graph.entities.filter { $0.name == "Somebody" }.map(\.id) == [entity.id])
                _ = try store.undo(number, at: Self.now, resolver: .byNames)
            }
        }
    }
}
