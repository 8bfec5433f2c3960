import Foundation
import GraphModel
import RandomGraphs
import Testing

@testable import GraphStorage

@Suite struct GraphStoreOpeningTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func expect(_ reason: StoreError.Reason, _ access: GraphStore.Access, file: Data?, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        let path = folder.path("odd")
        if let file { try file.write(to: URL(fileURLWithPath: path)) }
        #expect(throws: StoreError(path: path, reason: reason), sourceLocation: sourceLocation) { try folder.store("odd", access) }
        let after = FileManager.default.contents(atPath: path)
        #expect(after == file, "the file is left as it was", sourceLocation: sourceLocation)
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"), sourceLocation: sourceLocation)
    }

    /// The bytes of a store after `change`.
    private func bytes(_ change: (GraphStore) throws -> Void = { _ in }) throws -> Data {
        let store = try folder.store("source")
        try change(store)
        try store.close()
        return try Data(contentsOf: URL(fileURLWithPath: folder.path("source")))
    }

    @Test func readingNeedsAFile() throws { try expect(.missing, .readOnly, file: nil) }

    @Test func readingNeedsMoreThanAnEmptyFile() throws { try expect(.empty, .readOnly, file: Data()) }

    @Test(arguments: [GraphStore.Access.readOnly, .readWrite]) func refusesWhatIsNoDatabase(access: GraphStore.Access) throws {
        try expect(.notADatabase, access, file: Data("date 2026-01-09\nHeadline\n\nBody of an article.".utf8))
        try expect(.notADatabase, access, file: Data("short".utf8))
    }

    @Test(arguments: [GraphStore.Access.readOnly, .readWrite]) func refusesADatabaseOfAnotherKind(access: GraphStore.Access) throws {
        try expect(.notAStore, access, file: bytes { store in try store.write { try SQLStatement($0, "PRAGMA application_id = 7").run() } })
    }

    @Test(arguments: [GraphStore.Access.readOnly, .readWrite]) func refusesAStoreOfALaterVersion(access: GraphStore.Access) throws {
        let later = try bytes { store in try store.write { try SQLStatement($0, "PRAGMA user_version = 99").run() } }
        try expect(.newerVersion(found: 99, known: Schema.version), access, file: later)
    }

    @Test func refusesAFolder() throws {
        #expect(throws: StoreError(path: folder.url.path, reason: .isFolder)) {
            try GraphStore(path: folder.url.path, access: .readWrite, ontology: RandomArticles.ontology)
        }
    }

    @Test func saysThatItCannotMakeTheFile() {
        let path = folder.path("no/such/folder.sqlite")
        let error = #expect(throws: StoreError.self) { try GraphStore(path: path, access: .readWrite, ontology: RandomArticles.ontology) }
        if case .cannotOpen = error?.reason { return }
        Issue.record("\(String(describing: error))")
    }

    @Test func takesAnEmptyFileForANewStore() throws {
        try Data().write(to: URL(fileURLWithPath: folder.path()))
        #expect(try folder.store().documents().isEmpty)
    }

    @Test func saysThatAFileIsDamaged() throws {
        var random = RandomArticles(seed: 1)
        let articles = random.articles(30)
        var file = try bytes { try $0.add(all: articles) }
        for index in 4096..<file.count where index % 3 == 0 { file[index] = 0x5A }
        try file.write(to: URL(fileURLWithPath: folder.path("damaged")))
        let error = #expect(throws: StoreError.self) { _ = try folder.store("damaged", .readOnly).graph() }
        if case .damaged = error?.reason { return }
        Issue.record("\(String(describing: error))")
    }

    @Test func aReaderCannotWrite() throws {
        var random = RandomArticles(seed: 1)
        try folder.store().close()
        let store = try folder.store("graph.sqlite", .readOnly)
        #expect(throws: StoreError(path: store.path, reason: .readOnly)) { try store.add(all: random.articles(1)) }
    }

    @Test func nothingIsLostWhenTheDiskIsFull() throws {
        var random = RandomArticles(seed: 1)
        let articles = random.articles(60), store = try folder.store()
        try store.add(all: Array(articles[..<2]))
        try store.write { try SQLStatement($0, "PRAGMA max_page_count = 1").run() }
        #expect(throws: StoreError(path: store.path, reason: .diskFull)) { try store.add(all: articles) }
        let count = try store.documents().count
        #expect((2..<60).contains(count))
        #expect(try store.check(resolver: .simple) == [])
        try store.write { try SQLStatement($0, "PRAGMA max_page_count = 1000000").run() }
        try store.add(all: articles)
        #expect(try store.graph().graph == SimpleResolution.graph(of: articles))
    }

    @Test func twoBuildsAtOnceTakeTurnsAndReadersSeeWholeArticles() async throws {
        let folder = self.folder
        var random = RandomArticles(seed: 2)
        let articles = random.articles(30)
        try folder.store().close()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for part in [articles[..<15], articles[15...]] {
                let path = folder.path()
                group.addTask {
                    let store = try GraphStore(path: path, access: .readWrite, ontology: RandomArticles.ontology)
                    try store.add(all: Array(part))
                }
            }
            let path = folder.path()
            group.addTask {
                let store = try GraphStore(path: path, access: .readOnly, ontology: RandomArticles.ontology)
                for _ in 0..<20 { #expect(try store.check(resolver: .simple) == []) }
            }
            try await group.waitForAll()
        }
        #expect(try folder.store().graph().graph == SimpleResolution.graph(of: articles))
    }
}
