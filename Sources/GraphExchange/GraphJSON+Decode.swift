import Foundation
public import GraphModel

extension GraphJSON {
    /// The graph that a JSON text of this format holds.
    ///
    /// Places come back as UTF-8 bytes for documents whose text is given, else in the Unicode scalars that the file counts; then encode it again
    /// with `Offsets.scalars`. What the format does not hold comes back empty: texts and passages; a trigger's place is where its words first stand
    /// in the sentence. Documents, entities and relations are put into the graph's order.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 JSON.
    ///   - texts: Texts of documents, by id.
    /// - Throws: `ExchangeError`, with where in the file and what is wrong.
    public static func decode(_ bytes: [UInt8], texts: [Document.ID: String] = [:]) throws -> KnowledgeGraph {
        let file: GraphFile
        do {
            let decoder = JSONDecoder()
            let head = try decoder.decode(GraphFile.Head.self, from: Data(bytes))
            guard head.format == format else { throw ExchangeError.unknownFormat(found: head.format.map { "'\($0)'" } ?? "not named") }
            file = try decoder.decode(GraphFile.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw ExchangeError(error)
        }
        var reader = GraphFileReader(texts: texts)
        return try reader.graph(file)
    }
}

extension ExchangeError {
    fileprivate init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self = .malformed(path: Self.path(context.codingPath), problem: "the field '\(key.stringValue)' is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self = .malformed(path: Self.path(context.codingPath), problem: context.debugDescription)
        case .dataCorrupted(let context):
            let isWhole = context.codingPath.isEmpty
            self = .malformed(
                path: Self.path(context.codingPath), problem: isWhole ? "this is no JSON: \(context.debugDescription)" : context.debugDescription)
        @unknown default: self = .malformed(path: "", problem: "\(error)")
        }
    }

    /// "relations[3].type".
    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce("") { path, key in
            if let index = key.intValue { return path + "[\(index)]" }
            return path.isEmpty ? key.stringValue : path + "." + key.stringValue
        }
    }
}
