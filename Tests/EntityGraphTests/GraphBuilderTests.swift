import Foundation
import GraphStorage
import Testing

@testable import EntityGraph

/// The whole pipeline on the sample articles.
@Suite struct GraphBuilderTests {
    static let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    static let samples = project.appending(path: "Samples/venezuela-2026").path

    static func builder(threads: Int = 2, minimumConfidence: Double = 0) throws -> GraphBuilder {
        try GraphBuilder(
            Configuration(
                resources: project.appending(path: "Sources/EntityGraph/Resources"), threads: threads, minimumConfidence: minimumConfidence))
    }

    @Test func aStoreHoldsTheGraphThatTheArticlesGiveAtOnce() async throws {
        let builder = try Self.builder()
        var articles: [ExtractedDocument] = []
        let failures = try await builder.extract([Self.samples], report: { _ in }, each: { articles.append($0) })
        #expect(failures == 0 && articles.count >= 9)
        let path = FileManager.default.temporaryDirectory.appending(path: "entitygraph-\(UUID().uuidString).sqlite").path
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        let stored = try StoredGraph(creatingAt: path, ontology: builder.ontology)
        let summary = try await builder.build([Self.samples], into: stored, report: { _ in })
        #expect(summary.added == articles.count && summary.failures == 0)
        #expect(try stored.store.graph(includingTexts: true).graph == builder.graph(of: articles))
        #expect(try stored.problems() == [])
    }

    @Test func theWeakestStatementsCanBeLeftOut() throws {
        let article = try #require(
            try Self.builder().articles(at: [Self.samples]).first { _ in true }?.get())
        let all = try Self.builder().extract(article), sure = try Self.builder(minimumConfidence: 0.8).extract(article)
        #expect(sure.statements == all.statements.filter { $0.evidence.confidence >= 0.8 })
        #expect(sure.statements.count < all.statements.count)
    }

    @Test func theGraphIsTheSameOnEveryKernel() throws {
        let text = "date 2026-01-09\nUS captures Maduro\n\nThe United States captured Nicolás Maduro, the president of Venezuela, on Saturday.\n"
        func graph(_ kernel: String?) throws -> String {
            let builder = try GraphBuilder(
                Configuration(resources: Self.project.appending(path: "Sources/EntityGraph/Resources"), threads: 1, kernel: kernel))
            let document = Document(id: "a", source: "a", title: "", published: PartialDate("2026-01-09"), text: text)
            return try builder.json(of: [builder.extract(document)])
        }
        #expect(try graph("scalar") == graph(nil))
        let error = #expect(throws: ConfigurationError.self) { _ = try graph("abacus") }
        #expect(error?.description.contains("scalar") == true)
    }

    @Test func everyStageTellsWhatItSaw() throws {
        let inspection = Inspection(try Self.builder())
        for stage in Inspection.Stage.allCases {
            for result in inspection.run(on: Self.samples, stage: stage) { #expect(!(try result.get().report.rows.isEmpty), "\(stage)") }
        }
    }

    @Test func anArticleThatCannotBeReadIsReportedInItsPlace() async throws {
        var events: [String] = []
        let failures = try await Self.builder().extract(
            ["/nowhere.txt", Self.samples],
            report: { event in
                switch event {
                case .done: events.append("done")
                case .failed(let failure): events.append(failure.message)
                }
            }, each: { _ in })
        #expect(failures == 1)
        #expect(events.first?.hasPrefix("/nowhere.txt: ") == true)
        #expect(events.dropFirst().allSatisfy { $0 == "done" } && events.count >= 10)
    }
}
