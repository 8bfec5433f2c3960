/// What is wrong with a query, and where.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
    public var query: String
    /// The words that are wrong, in Unicode scalars of the query; empty at its end.
    public var place: Range<Int>
    public var message: String

    public init(query: String, place: Range<Int>, message: String) {
        self.query = query
        self.place = place
        self.message = message
    }

    /// The line of the query that is wrong, counted from 1.
    public var line: Int { query.unicodeScalars.prefix(place.lowerBound).count { $0 == "\n" } + 1 }

    /// The first wrong character in its line, counted from 1.
    public var column: Int { place.lowerBound - lineStart + 1 }

    /// The message, and the line with carets under what is wrong.
    public var description: String {
        let scalars = Array(query.unicodeScalars)
        let end = scalars[lineStart...].firstIndex(of: "\n") ?? scalars.count
        var text = String.UnicodeScalarView(), marks = ""
        for index in lineStart..<end {
            let scalar = scalars[index]
            // What could steer the terminal becomes a space, which is as wide.
            text.append(scalar.value < 32 || (127...159).contains(scalar.value) ? " " : scalar)
            if index < place.lowerBound { marks += " " }
        }
        if place.lowerBound >= end { marks += String(repeating: " ", count: place.lowerBound - end) }
        marks += String(repeating: "^", count: max(1, min(place.upperBound, end) - place.lowerBound))
        let lines = query.unicodeScalars.contains("\n") ? "line \(line), " : ""
        return "query, \(lines)column \(column): \(message)\n  \(String(text))\n  \(marks)"
    }

    private var lineStart: Int {
        let before = Array(query.unicodeScalars.prefix(place.lowerBound))
        return before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    }
}
