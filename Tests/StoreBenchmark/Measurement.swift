import Foundation
import GraphModel
import GraphStorage
import RandomGraphs

/// Builds a store of so many articles and measures what users wait for. Figures are medians; those of loading and adding are by
/// processor time too, which other work on the machine blurs less.
struct Measurement {
    let folder: String
    let articles: Int

    private var path: String { folder + "/store-\(articles).sqlite" }
    private var entities: Int { 2 * articles }

    func run() throws {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        let store = try GraphStore(path: path, access: .readWrite, ontology: SyntheticNews.ontology)
        let all = SyntheticNews(articles: articles + 400, entities: entities)
        let loaded = time("generating alone") {
            all.prefix(articles).reduce(into: (0, 0)) {
                $0.0 += $1.statements.count; $0.1 += $1.document.text.utf8.count
            }
        }
        say("\(articles) articles, \(loaded.value.0) statements over \(entities) entities")
        let load = try time("bulk load") {
            try store.load(all.prefix(articles), run: StoreBenchmark.run, resolver: StoreBenchmark.resolver)
        }
        let wall = load.wall - loaded.wall, processor = load.processor - loaded.processor
        say("  bulk load: \(rate(loaded.value.0, wall)) statements/s by the clock, \(rate(loaded.value.0, processor)) by processor time")
        let more = Array(all.dropFirst(articles)), added = more.reduce(0) { $0 + $1.statements.count }
        let adding = try time("one by one") {
            for article in more { _ = try store.add(article, run: StoreBenchmark.run, resolver: StoreBenchmark.resolver) }
        }
        say("  one by one: \(rate(added, adding.wall)) statements/s by the clock, \(rate(added, adding.processor)) by processor time")
        try store.close()
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let texts = loaded.value.1 + more.reduce(0) { $0 + $1.document.text.utf8.count }
        say("  size: \((size - texts) / (loaded.value.0 + added)) bytes a statement without texts, \(size / (loaded.value.0 + added)) with")
        try questions()
        say("  memory: \(peakMemory()) MB at most")
    }

    /// Each question to a store that was just opened, as the program has it.
    func questions(about words: String = "") throws {
        func ask(_ name: String, _ body: (GraphStore) throws -> Int) throws {
            guard words.isEmpty || name.contains(words) else { return }
            var times: [Double] = [], used: [Double] = [], count = 0
            for _ in 0..<5 {
                let store = try GraphStore(path: path, access: .readOnly, ontology: SyntheticNews.ontology)
                let start = ContinuousClock.now, before = Self.processorTime()
                count = try body(store)
                times.append(Self.seconds(ContinuousClock.now - start))
                used.append(Self.processorTime() - before)
                try store.close()
            }
            func milliseconds(_ times: [Double]) -> Double { (times.sorted()[2] * 10_000).rounded() / 10 }
            say("  \(name): \(milliseconds(times)) ms, \(milliseconds(used)) ms of processor time (\(count))")
        }
        func id(_ index: Int) throws -> Entity.ID {
            let store = try GraphStore(path: path, access: .readOnly, ontology: SyntheticNews.ontology)
            return try store.lookup(SyntheticNews.name(index).name).first?.entity.id ?? ""
        }
        let hub = try id(0), other = try id(entities / 2), third = try id(entities / 2 + 1003)
        try ask("lookup of a name") { try $0.lookup(SyntheticNews.name(entities / 2).name).count }
        try ask("lookup of a misspelt name") { try $0.lookup(SyntheticNews.name(entities / 2).name.dropLast() + "x").count }
        try ask("who of a middling entity") { try $0.who(other).graph.relations.count }
        try ask("who of the largest hub") { try $0.who(hub).graph.relations.count }
        try ask("path") { try $0.paths(from: other, to: third).paths.count }
        try ask("path through hubs") { try $0.paths(from: other, to: third, avoidingHubs: false).paths.count }
        let last = PartialDate(dayNumber: 18_000 + articles / 100 - 1)
        try ask("path as of a day") { try $0.paths(from: other, to: third, GraphFilter(asOf: last)).paths.count }
        try ask("diff of two days") { try $0.changes(from: last.adding(days: -1), to: last).difference.addedRelations.count }
    }

    private func time<Value>(_ name: String, _ body: () throws -> Value) rethrows -> (value: Value, wall: Double, processor: Double) {
        let start = ContinuousClock.now, used = Self.processorTime()
        let value = try body()
        return (value, Self.seconds(ContinuousClock.now - start), Self.processorTime() - used)
    }

    private func rate(_ count: Int, _ seconds: Double) -> Int { Int(Double(count) / max(seconds, 0.000_001)) }

    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    static func processorTime() -> Double {
        var usage = rusage()
        getrusage(0, &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private func peakMemory() -> Int {
        var usage = rusage()
        getrusage(0, &usage)
        return Int(usage.ru_maxrss) / 1024
    }
}
