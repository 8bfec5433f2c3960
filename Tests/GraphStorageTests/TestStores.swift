import Foundation
import GraphModel
import RandomGraphs

@testable import GraphStorage

/// A folder that goes when the test ends.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("store-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String = "graph.sqlite") -> String { url.appendingPathComponent(name).path }

    func store(_ name: String = "graph.sqlite", _ access: GraphStore.Access = .readWrite) throws -> GraphStore {
        try GraphStore(path: path(name), access: access, ontology: RandomArticles.ontology)
    }
}

extension EntityResolver {
    /// Things of one type and last word are one.
    static let simple = EntityResolver(
        version: "simple", blockingKeys: { [SimpleResolution.key(of: $0)] }, resolve: { $0.map(SimpleResolution.key) },
        merge: SimpleResolution.merge)

    /// Whatever hangs together by words of one letter is one thing, named after its first name: one article can merge or rename many.
    static let chaining = EntityResolver(
        version: "chaining", blockingKeys: { entity in entity.name.split(separator: " ").map { "\(entity.type)/\($0)" } },
        resolve: { block in
            let first = block.map { "\($0.type.rawValue)/\($0.name)" }.min() ?? ""
            return block.map { _ in first }
        }, merge: SimpleResolution.merge)
}

extension ExtractionRun {
    static let first = ExtractionRun(model: "m1", ontology: "o1", patterns: "p1")
    static let second = ExtractionRun(model: "m2", ontology: "o1", patterns: "p1")
}

extension GraphStore {
    func add(all articles: [ExtractedDocument], resolver: EntityResolver = .simple) throws {
        for article in articles { _ = try add(article, run: .first, resolver: resolver) }
    }

    /// Everything that is stored, whatever the rows' numbers.
    func contents() throws -> StoreContents {
        StoreContents(graph: try graph(includingTexts: true).graph, documents: try documents(), statistics: try statistics())
    }
}

struct StoreContents: Equatable {
    var graph: KnowledgeGraph
    var documents: [DocumentSummary]
    var statistics: StoreStatistics
}
