import Foundation
import TransformerInference

/// The model that the package ships, and the fixtures beside these tests.
enum ModelUnderTest {
    static let path: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent("Sources/EntityGraph/Resources/model/entitygraph.model").path
    }()

    static func open(_ variant: KernelVariant = .best) throws -> LanguageModel {
        try LanguageModel(contentsOf: path, variant: variant)
    }

    static func fixture<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
        guard let url = Bundle.module.url(forResource: "Fixtures/" + name, withExtension: nil) else { throw CocoaError(.fileNoSuchFile) }
        return try JSONDecoder().decode(Value.self, from: Data(contentsOf: url))
    }
}

/// A small generator with a seed (SplitMix64), so that random cases are the same on every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
