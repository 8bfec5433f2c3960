import EntityResolution
import Foundation
import GraphModel
import GraphStorage
import RandomGraphs

/// Measures a store of synthetic news: `StoreBenchmark measure FOLDER ARTICLES...`.
///
/// `StoreBenchmark ask FOLDER ARTICLES` asks a store that was measured before once more.
///
/// `StoreBenchmark add STORE ARTICLES` adds articles one by one and prints the number of each once it is stored, for tests that kill it.
@main enum StoreBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "measure" where arguments.count > 2:
            for size in arguments.dropFirst(2).compactMap({ Int($0) }) { try Measurement(folder: arguments[1], articles: size).run() }
        case "ask" where arguments.count == 3: try Measurement(folder: arguments[1], articles: Int(arguments[2]) ?? 0).questions()
        case "add" where arguments.count == 3: try add(to: arguments[1], count: Int(arguments[2]) ?? 0)
        case "load" where arguments.count == 3: try load(into: arguments[1], count: Int(arguments[2]) ?? 0)
        case "bulk" where arguments.count == 3: try bulk(into: arguments[1], count: Int(arguments[2]) ?? 0)
        default:
            FileHandle.standardError.write(
                Data("usage: StoreBenchmark measure FOLDER ARTICLES... | ask FOLDER ARTICLES | add STORE ARTICLES | load STORE ARTICLES\n".utf8))
            exit(64)
        }
    }

    static let run = ExtractionRun(model: "synthetic", ontology: "synthetic", patterns: "synthetic")

    static var resolver: EntityResolver {
        let resolution = CrossArticleResolution()
        return EntityResolver(
            version: CrossArticleResolution.version, blockingKeys: { resolution.blockingKeys(of: $0) },
            resolve: { resolution.resolve($0) }, merge: { resolution.merge($0, id: $1) })
    }

    private static func add(to path: String, count: Int) throws {
        let store = try GraphStore(path: path, access: .readWrite, ontology: SyntheticNews.ontology)
        for (number, article) in SyntheticNews(articles: count, entities: 200, textWords: 60).enumerated() {
            _ = try store.add(article, run: run, resolver: resolver)
            // Straight to the file descriptor: what was printed was stored.
            FileHandle.standardOutput.write(Data("\(number)\n".utf8))
        }
    }

    private static func load(into path: String, count: Int) throws {
        let store = try GraphStore(path: path, access: .readWrite, ontology: SyntheticNews.ontology)
        _ = try store.load(SyntheticNews(articles: count, entities: 200, textWords: 60), run: run, resolver: resolver, batch: 20) {
            FileHandle.standardOutput.write(Data("\($0 - 1)\n".utf8))
        }
    }

    /// Nothing but a bulk load, to look at where its time goes.
    private static func bulk(into path: String, count: Int) throws {
        let store = try GraphStore(path: path, access: .readWrite, ontology: SyntheticNews.ontology)
        let articles = Array(SyntheticNews(articles: count, entities: 2 * count))
        let start = Measurement.processorTime()
        _ = try store.load(articles, run: run, resolver: resolver)
        print(articles.reduce(0) { $0 + $1.statements.count }, "statements in", Measurement.processorTime() - start, "s of processor time")
    }
}
