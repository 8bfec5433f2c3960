import EntityResolution
import Foundation
import GraphModel
import RandomGraphs
import Testing

@testable import GraphStorage

/// What is left of a store whose writer is killed at any point.
@Suite struct GraphStoreKillTests {
    /// The program that adds synthetic articles and prints the number of each once it is stored.
    private static var writer: URL {
        get throws {
            let tests = try #require(
                Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
                    ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { URL(filePath: $0) })
            return tests.deletingLastPathComponent().appending(path: "StoreBenchmark")
        }
    }

    /// Starts the writer, kills it some time after it has stored so many more articles, and gives the number of the last one.
    private func killWriter(_ door: String, of path: String, articles: Int, after count: Int, microseconds: UInt32) throws -> Int {
        let process = Process(), pipe = Pipe()
        process.executableURL = try Self.writer
        process.arguments = [door, path, String(articles)]
        process.standardOutput = pipe
        try process.run()
        var text = Data(), last = -1
        while text.count(where: { $0 == UInt8(ascii: "\n") }) < count {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            text += more
        }
        usleep(microseconds)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        text += pipe.fileHandleForReading.availableData
        // A line that was cut short says nothing.
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            last = max(last, Int(line) ?? -1)
        }
        return last
    }

    private var resolver: EntityResolver {
        let resolution = CrossArticleResolution()
        return EntityResolver(
            version: CrossArticleResolution.version, blockingKeys: { resolution.blockingKeys(of: $0) },
            resolve: { resolution.resolve($0) }, merge: { resolution.merge($0, id: $1) })
    }

    @Test("killed fifty times, a build loses at most the open transaction", arguments: [("add", 1), ("load", 20)])
    func killedFiftyTimes(door: String, transaction: Int) throws {
        let folder = try TemporaryFolder(), path = folder.path("\(door).sqlite"), total = 400
        var generator = SeededGenerator(seed: 9), stored = 0
        for round in 0..<(door == "add" ? 50 : 10) {
            // What is there already is passed over, and told like the rest.
            let wanted = min(total, stored + Int.random(in: 0...6, using: &generator))
            let last = try killWriter(
                door, of: path, articles: total, after: wanted / transaction, microseconds: UInt32.random(in: 0...4000, using: &generator))
            guard FileManager.default.fileExists(atPath: path) else {
                #expect(last < 0)
                continue
            }
            let store = try GraphStore(path: path, access: .readWrite, ontology: SyntheticNews.ontology)
            let count = try store.documents().count
            #expect(count >= max(stored, last + 1), "round \(round): what was told is stored")
            stored = count
            #expect(try store.check(resolver: resolver) == [], "round \(round)")
            try store.close()
        }
        let store = try GraphStore(path: path, access: .readWrite, ontology: SyntheticNews.ontology)
        let straight = try GraphStore(path: folder.path("straight"), access: .readWrite, ontology: SyntheticNews.ontology)
        let run = ExtractionRun(model: "synthetic", ontology: "synthetic", patterns: "synthetic")
        let articles = Array(SyntheticNews(articles: total, entities: 200, textWords: 60))
        for target in [store, straight] { _ = try target.load(articles, run: run, resolver: resolver) }
        #expect(try store.contents() == straight.contents())
    }
}
