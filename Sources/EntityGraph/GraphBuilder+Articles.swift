import ArticleReading
public import GraphModel
import GraphExchange
import GraphStorage

extension GraphBuilder {
    /// What happened to an article, for whoever watches.
    public enum Event: Sendable {
        case done
        /// It could not be used.
        case failed(Failure)
    }

    /// An article that could not be used.
    public struct Failure: Sendable, Hashable {
        /// Its file, or file and line; nil if nobody knows.
        public var place: String?
        public var message: String

        init(_ error: any Error) {
            place = (error as? ReadingError)?.place
            message = "\(error)"
        }
    }

    /// Reads articles and extracts what they say, several at a time, and hands the results over in input order.
    ///
    /// A bad article does not stop the others: it is reported.
    /// - Parameters:
    ///   - paths: text files, folders, JSONL files, or `-` for standard input.
    ///   - undated: the day of articles that do not say theirs.
    ///   - report: told of each article.
    ///   - each: called by the calling task, one article after the other.
    /// - Returns: how many articles could not be used.
    public func extract(
        _ paths: [String], undated: PartialDate? = nil, report: (Event) -> Void, each: (ExtractedDocument) throws -> Void
    ) async throws -> Int {
        let items = articles(at: paths, undated: undated).lazy.map(Item.init)
        return try await work(on: items, report: report) { item in
            if case .extracted(let extracted) = item { try each(extracted) }
        }
    }

    /// Reads articles and adds what they say to a store, each in a transaction of its own, in input order.
    ///
    /// An article that is stored already, read with the same model, ontology and patterns, is not worked on again.
    /// - Returns: how many were added, and so on.
    /// - Throws: `StoreError`; what was added before stays.
    public func build(
        _ paths: [String], undated: PartialDate? = nil, into graph: StoredGraph, report: (Event) -> Void
    ) async throws -> BuildSummary {
        var summary = BuildSummary()
        let items = articles(at: paths, undated: undated).lazy.map { result -> Item in
            do {
                let document = try result.get()
                return try graph.store.contains(document, run: run) ? .known : .document(document)
            } catch {
                return .failed(Failure(error))
            }
        }
        summary.failures = try await work(on: items, report: report) { item in
            guard case .extracted(let extracted) = item else {
                if case .known = item { summary.unchanged += 1 }
                return
            }
            switch try graph.store.add(extracted, run: run, resolver: resolver) {
            case .added: summary.added += 1
            case .replaced: summary.replaced += 1
            case .unchanged: summary.unchanged += 1
            }
        }
        return summary
    }

    /// The graph of articles as JSON text, offsets in Unicode scalars.
    public func json(of articles: [ExtractedDocument]) throws -> String {
        String(decoding: try GraphJSON.encode(graph(of: articles)), as: UTF8.self)
    }

    /// The graph of one article as one line of JSON.
    public func jsonLine(of article: ExtractedDocument) throws -> String {
        String(decoding: try GraphJSON.encodeLine(graph(of: [article])), as: UTF8.self)
    }

    /// Carries items through analysis and extraction in parallel; returns how many failed.
    private func work(
        on items: some Sequence<Item>, report: (Event) -> Void, each: (Item) throws -> Void
    ) async throws -> Int {
        var failures = 0
        try await mapInOrder(items, threads: threads) { item -> Item in
            guard case .document(let document) = item else { return item }
            return .extracted(extract(document))
        } consume: { item in
            if case .failed(let failure) = item {
                failures += 1
                report(.failed(failure))
            } else {
                try each(item)
                report(.done)
            }
        }
        return failures
    }

    /// An article on its way.
    private enum Item: Sendable {
        case document(Document)
        /// It is stored already.
        case known
        case extracted(ExtractedDocument)
        case failed(Failure)

        init(_ result: Swift.Result<Document, any Error>) {
            switch result {
            case .success(let document): self = .document(document)
            case .failure(let error): self = .failed(Failure(error))
            }
        }
    }
}

/// What became of the articles of a build.
public struct BuildSummary: Hashable, Sendable, CustomStringConvertible {
    public var added = 0
    public var replaced = 0
    public var unchanged = 0
    public var failures = 0

    public var description: String {
        let parts = [(added, "added"), (replaced, "replaced"), (unchanged, "already there"), (failures, "failed")]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return words.isEmpty ? "no articles" : "articles: \(words)"
    }
}
