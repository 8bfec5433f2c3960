/// A line of a data file (ontology, pattern, gazetteer) that cannot be used.
public struct DataFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Path or name of the file.
    public let file: String
    /// 1-based; nil where the whole file is meant.
    public let line: Int?
    /// What was found, what was expected, what to do.
    public let message: String

    public init(file: String, line: Int?, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }
}
