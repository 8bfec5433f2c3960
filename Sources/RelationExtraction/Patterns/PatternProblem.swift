internal import GraphModel

/// A line of a pattern file that cannot be used.
public struct PatternProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public var file: String
    /// 1-based.
    public var line: Int
    /// What was found, what was expected, what to do.
    public var message: String

    public init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { "\(file):\(line): \(message)" }
}

/// All that is wrong with a set of pattern files.
public struct PatternProblems: Error, Hashable, Sendable, CustomStringConvertible {
    /// In the order of files and lines; never empty.
    public var problems: [PatternProblem]

    public init(_ problems: [PatternProblem]) { self.problems = problems }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// The nearest of the known words, for "did you mean"; nil if none is near.
func nearestWord(to word: String, among known: [String]) -> String? {
    EditDistance.nearest(to: word, among: known, count: 1).first
}
