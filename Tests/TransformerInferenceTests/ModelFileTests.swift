import Foundation
import Testing

@testable import TransformerInference

@Suite struct ModelFileTests {
    private static let whole = Result { try Data(contentsOf: URL(fileURLWithPath: ModelUnderTest.path)) }

    /// Opens a copy of the model after `change`, and returns the error.
    private func error(after change: (inout Data) -> Void) throws -> ModelFileError? {
        var data = try Self.whole.get()
        change(&data)
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).model")
        try data.write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let error = openingError(path.path)
        if let error { #expect(error.description.hasPrefix(path.path)) }
        return error
    }

    private func openingError(_ path: String) -> ModelFileError? {
        do {
            try LanguageModel(contentsOf: path).verify()
            return nil
        } catch {
            return error
        }
    }

    @Test func theShippedModelIsWhole() throws {
        #expect(try error { _ in } == nil)
    }

    @Test func aMissingFileIsNamedWithTheRemedy() {
        let error = #expect(throws: ModelFileError.self) { _ = try LanguageModel(contentsOf: "/nowhere/entitygraph.model") }
        #expect(error?.description.contains("/nowhere/entitygraph.model: cannot read the language model: No such file") == true)
    }

    @Test func aFolderIsNoModel() {
        #expect(throws: ModelFileError.self) { _ = try LanguageModel(contentsOf: "/tmp") }
    }

    @Test func anEmptyFileIsNoModel() throws {
        guard case .unreadable = try error(after: { $0 = Data() }) else { return #expect(Bool(false), "an empty file was opened") }
    }

    @Test func anotherFileIsNoModel() throws {
        guard case .notAModel = try error(after: { $0 = Data("date 2026-01-09\n\nNews".utf8) }) else {
            return #expect(Bool(false), "a text file was opened")
        }
    }

    @Test("a truncated file says how long it should be", arguments: [40, 5_000, 1_000_000])
    func truncated(count: Int) throws {
        guard case .wrongSize(_, count, _) = try error(after: { $0 = $0.prefix(count) }) else {
            return #expect(Bool(false), "a truncated file was opened")
        }
    }

    @Test func aNewerVersionAsksForANewerProgram() throws {
        let error = try error { $0[8] = 9 }
        guard case .wrongVersion(_, 9, 1) = error else { return #expect(Bool(false), "a newer version was opened") }
        #expect(error?.description.contains("use a newer program") == true)
    }

    @Test func aChangedHeaderIsDamage() throws {
        guard case .damaged(_, let detail) = try error(after: { $0[70] ^= 1 }) else { return #expect(Bool(false), "a changed header was read") }
        #expect(detail.contains("header"))
    }

    @Test func aChangedWeightIsFoundByVerifying() throws {
        guard case .damaged(_, let detail) = try error(after: { $0[$0.count - 100_000] ^= 0x40 }) else {
            return #expect(Bool(false), "a changed weight was not found")
        }
        #expect(detail.contains("weights"))
    }
}
