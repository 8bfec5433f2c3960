import EntityResolution
import Foundation
import GraphModel
import GraphStorage
import RandomGraphs

/// Measures a store of synthetic news: `StoreBenchmark measure FOLDER ARTICLES...`.
///
/// `StoreBenchmark ask FOLDER ARTICLES [WORDS]` asks a store that was measured before once more, or only what bears these words.
///
/// `StoreBenchmark add STORE ARTICLES` adds articles one by one and prints the number of each once it is stored, for tests that kill it.
@main enum StoreBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "measure" where arguments.count > 2:
            for size in arguments.dropFirst(2).compactMap({ Int($0) }) { try Measurement(folder: arguments[1], articles: size).run() }
        case "ask" where arguments.count > 2:
            try Measurement(folder: arguments[1], articles: Int(arguments[2]) ?? 0).questions(about: arguments.dropFirst(3).first ?? "")
        case "add" where arguments.count == 3: try add(to: arguments[1], count: Int(arguments[2]) ?? 0)
        case "load" where arguments.count == 3: try load(into: arguments[1], count: Int(arguments[2]) ?? 0)
        case "grow" where arguments.count == 4: try grow(arguments[1], from: Int(arguments[2]) ?? 0, by: Int(arguments[3]) ?? 0)
        case "namesakes" where arguments.count == 3: try namesakes(arguments[1], Int(arguments[2]) ?? 0)
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

    /// Adds articles one by one to a store that was loaded with so many, to look at where the time goes.
    private static func grow(_ path: String, from articles: Int, by count: Int) throws {
        let store = try GraphStore(path: path, access: .readWrite, ontology: SyntheticNews.ontology)
        let more = Array(SyntheticNews(articles: count, entities: 2 * articles, first: articles, seed: 2))
        let start = Measurement.processorTime(), clock = ContinuousClock.now
        for article in more { _ = try store.add(article, run: run, resolver: resolver) }
        let used = Measurement.processorTime() - start
        print(more.reduce(0) { $0 + $1.statements.count }, "statements in", used, "s of processor time,", ContinuousClock.now - clock)
    }

    /// Adds people of one surname, and measures what one more costs.
    private static func namesakes(_ path: String, _ count: Int) throws {
        let store = try GraphStore(path: path, access: .readWrite, ontology: SyntheticNews.ontology)
        func article(_ number: Int) -> ExtractedDocument {
            let name = "\(SyntheticNews.name(6 * number).name.split(separator: " ")[0])\(number) Smith", other = "Acme \(number) Group"
            let id = "namesake-\(number)", span = TextSpan(start: 0, end: name.utf8.count)
            let mention = Mention(tokens: 0..<1, head: 0, span: span, kind: .name)
            return ExtractedDocument(
                document: Document(id: id, source: id, title: id, published: PartialDate(year: 2026), text: "\(name) met \(other)."),
                entities: [
                    LocalEntity(id: 0, type: .person, name: name, aliases: ["Smith"], mentions: [mention]),
                    LocalEntity(id: 1, type: .organization, name: other, mentions: [mention]),
                ],
                statements: [
                    Statement(
                        document: id, subject: 0, type: "met_with", object: 1,
                        evidence: Evidence(span: span, text: name, trigger: name, triggerSpan: span, rule: "synthetic", confidence: 1))
                ])
        }
        _ = try store.load((0..<count).lazy.map(article), run: run, resolver: resolver)
        let start = Measurement.processorTime()
        for number in count..<(count + 10) { _ = try store.add(article(number), run: run, resolver: resolver) }
        print(count, "namesakes:", (Measurement.processorTime() - start) * 100, "ms of processor time for one more")
    }

    /// Nothing but a bulk load, to look at where its time goes.
    private static func bulk(into path: String, count: Int) throws {
        let store = try GraphStore(path: path, access: .readWrite, ontology: SyntheticNews.ontology)
        let articles = SyntheticNews(articles: count, entities: 2 * count), begin = Measurement.processorTime()
        let statements = articles.reduce(0) { $0 + $1.statements.count }, generated = Measurement.processorTime()
        _ = try store.load(articles, run: run, resolver: resolver)
        let used = Measurement.processorTime() - generated - (generated - begin)
        print(statements, "statements in", used, "s of processor time without", generated - begin, "for making them")
    }
}
