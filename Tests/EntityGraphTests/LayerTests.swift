import Foundation
import Testing

/// Which module may import which: the floors of the house. SwiftPM does not hold targets to it, so this test does.
@Suite struct LayerTests {
    /// Modules of this package, and packages from outside, that each target may import.
    static let allowed: [String: Set<String>] = [
        "GraphModel": [],
        "TransformerInference": ["CInference"],
        "ArticleReading": ["GraphModel", "CLibXML2"],
        "LanguageAnalysis": ["GraphModel", "TransformerInference"],
        "RelationExtraction": ["GraphModel"],
        "EntityResolution": ["GraphModel"],
        "GraphStorage": ["GraphModel", "GRDB", "GRDBSQLite"],
        "GraphRendering": ["GraphModel", "CGraphviz"],
        "GraphExchange": ["GraphModel"],
        "EntityGraph": [
            "GraphModel", "TransformerInference", "ArticleReading", "LanguageAnalysis", "RelationExtraction", "EntityResolution", "GraphStorage",
            "GraphRendering", "GraphExchange", "Yams", "Logging",
        ],
        "EntityGraphCommand": ["EntityGraph", "ArgumentParser"],
    ]
    /// What every target may import: it comes with Swift.
    static let standard: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Darwin", "Musl", "Synchronization", "Dispatch"]
    /// Targets of C, which import nothing of Swift.
    static let cTargets: Set<String> = ["CInference", "CGraphviz", "CLibXML2"]

    static let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardized

    @Test func everyTargetHasItsRowInTheTable() throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).filter { !$0.hasPrefix(".") }
        #expect(Set(found).subtracting(Self.cTargets).sorted() == Self.allowed.keys.sorted())
    }

    @Test("imports only what its floor allows", arguments: allowed.keys.sorted())
    func imports(target: String) throws {
        let permitted = try #require(Self.allowed[target]).union(Self.standard)
        let folder = Self.sources.appending(path: target)
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        #expect(!files.isEmpty)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                guard let module = Self.importedModule(line) else { continue }
                #expect(permitted.contains(module), "\(file.lastPathComponent):\(number + 1): \(target) must not import \(module)")
            }
        }
    }

    @Test(
        "finds the module of an import line",
        arguments: [
            ("import GRDB", "GRDB"), ("public import GraphModel", "GraphModel"), ("@testable import EntityGraph", "EntityGraph"),
            ("    internal import struct Foundation.URL", "Foundation"), ("@preconcurrency import Yams // why", "Yams"),
            ("// import nothing", nil), ("let important = 1", nil),
        ])
    func readsImports(line: String, module: String?) { #expect(Self.importedModule(Substring(line)) == module) }

    /// The module that this line imports, or nil if it imports none.
    static func importedModule(_ line: Substring) -> String? {
        var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
        while let word = words.first, word.hasPrefix("@") || ["public", "internal", "package", "fileprivate", "private"].contains(word) {
            words.removeFirst()
        }
        guard words.first == "import", words.count > 1 else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor"]
        let path = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
        return path.split(separator: ".").first.map(String.init)
    }
}
