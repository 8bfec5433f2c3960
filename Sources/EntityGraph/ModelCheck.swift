import Foundation
import TransformerInference

/// Reads the whole language model and compares it with its checksums.
///
/// - Throws: `ConfigurationError` if there is none, `ModelFileError` if it is damaged.
public func verifyModel(_ configuration: Configuration = Configuration()) throws {
    try LanguageModel(contentsOf: DataFiles(configuration).model().path).verify()
}
