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
    var best: (word: String, distance: Int)?
    for candidate in known {
        let distance = editDistance(Array(word.utf8), Array(candidate.utf8))
        if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(2, word.utf8.count / 3) else { return nil }
    return best.word
}

/// Levenshtein's distance: insertions, deletions and replacements of bytes.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in 0..<a.count {
        var diagonal = row[0]
        row[0] = i + 1
        for j in 0..<b.count {
            let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[b.count]
}
