/// Why a graph could not be written to, or read from, another format.
public enum ExchangeError: Error, Hashable, Sendable {
    /// A place in an article cannot be told in Unicode scalars: the graph holds the article without its text, or with another one.
    case placeOutsideText(document: String, start: Int, end: Int, length: Int)
    /// The file is no JSON, or lacks what a graph needs; `path` is where ("relations[3].type").
    case malformed(path: String, problem: String)
    /// The file is JSON of another kind or a later version.
    case unknownFormat(found: String)
}

extension ExchangeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .placeOutsideText(let document, let start, let end, let length):
            "article \(document): bytes \(start)..<\(end) lie outside its text of \(length) bytes; load the graph with the articles' texts"
        case .malformed(let path, let problem):
            path.isEmpty ? problem : "\(path): \(problem)"
        case .unknownFormat(let found):
            "the format is \(found), not '\(GraphJSON.format)'; write the file again with this version"
        }
    }
}
