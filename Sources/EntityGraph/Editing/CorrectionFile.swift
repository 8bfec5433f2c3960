import Foundation
import GraphModel
import GraphStorage

/// Corrections as a text file, one a line, for a team to share.
///
/// A line that begins with `undone` and a time is a correction that was taken back then; one that begins with `#` is a comment.
enum CorrectionFile {
    static let header = "# entitygraph corrections 1: one a line; 'entitygraph edit --import FILE' takes them over, however often"

    static func text(of records: [CorrectionRecord]) -> String {
        let ordered = records.sorted { Correction.precedes($0.correction, $1.correction) }
        let lines = ordered.map { record in (record.undone.map { "undone \($0) " } ?? "") + record.correction.description }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }

    /// The corrections of a text, and what is wrong with its other lines.
    static func read(_ text: String, file: String) -> (records: [CorrectionRecord], problems: [DataFileError]) {
        var records: [CorrectionRecord] = [], problems: [DataFileError] = []
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var rest = line.drop(while: \.isWhitespace)
            if rest.first == "\u{FEFF}" { rest.removeFirst() }
            if rest.isEmpty || rest.first == "#" { continue }
            do {
                var undone: CorrectionTime?
                if rest.hasPrefix("undone ") {
                    let words = rest.split(separator: " ", maxSplits: 2)
                    guard words.count == 3, let time = CorrectionTime(words[1]) else {
                        throw CorrectionSyntaxError(
                            column: 8, found: "'\(words.dropFirst().first ?? "")'", expected: "a time such as 2026-01-10T09:30:00Z")
                    }
                    undone = time
                    rest = words[2]
                }
                records.append(CorrectionRecord(number: 0, correction: try Correction(line: rest), undone: undone))
            } catch {
                problems.append(DataFileError(file: file, line: number + 1, message: "\(error)"))
            }
        }
        return (records, problems)
    }
}

extension StoredGraph {
    /// All corrections as text for `takeOverCorrections(from:)`.
    public func correctionText() throws -> String { CorrectionFile.text(of: try store.corrections(resolver: .byNames)) }

    /// Writes all corrections into a text file.
    /// - Returns: how many.
    public func exportCorrections(to path: String) throws -> Int {
        let file = OutputFile(path: path)
        try file.checkWritable()
        let records = try store.corrections(resolver: .byNames)
        try file.write(Array(CorrectionFile.text(of: records).utf8))
        return records.count
    }

    /// Makes the corrections of a text file that are not made yet, and takes back those that were taken back there.
    /// - Parameter path: the file, or `-` for standard input.
    /// - Returns: what was done, and what is wrong with lines that were left out.
    public func importCorrections(from path: String) throws -> (summary: String, problems: [any Error]) {
        let text = try DataFiles.text(ofInput: path)
        let (records, problems) = CorrectionFile.read(text, file: path)
        let result = try store.take(over: records, resolver: .byNames)
        let parts = [(result.added, "added"), (result.undone, "undone"), (result.known, "already there"), (problems.count, "not understood")]
        var summary = "corrections: " + parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        if parts.allSatisfy({ $0.0 == 0 }) { summary += "none" }
        if !result.kept.isEmpty {
            let numbers = result.kept.map(String.init).joined(separator: ", ")
            summary += "; undone there, but kept here because others build on it: \(numbers)"
        }
        return (summary, problems)
    }
}
