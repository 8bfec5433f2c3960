import Foundation
public import GraphModel

/// The articles at a path, each read when the walk comes to it.
///
/// An element is the article, or why it could not be read. Each walk opens the files anew; standard input can be walked once.
public struct ArticleSequence: Sequence, Sendable {
    let path: String
    let reader: ArticleReader

    public func makeIterator() -> Iterator { Iterator(path: path, reader: reader) }

    /// A walk over the articles; it holds one line or file in memory at a time.
    public struct Iterator: IteratorProtocol {
        private let reader: ArticleReader
        /// Files and folders that are still to be read, the next one last.
        private var pending: [Entry]
        private var records: RecordWalk?

        private struct Entry {
            let path: String
            let isGiven: Bool
        }

        private struct RecordWalk {
            let bytes: ByteSource
            let source: String
            var line = 0
            var hasArticle = false
        }

        init(path: String, reader: ArticleReader) {
            self.reader = reader
            pending = [Entry(path: path, isGiven: true)]
        }

        public mutating func next() -> Result<Document, ReadingError>? {
            while true {
                do throws(ReadingError) {
                    if records != nil {
                        if let document = try nextRecord() { return .success(document) }
                    } else if let entry = pending.popLast() {
                        if let document = try open(entry) { return .success(document) }
                    } else {
                        return nil
                    }
                } catch {
                    return .failure(error)
                }
            }
        }

        /// Reads a text file, or makes ready to read what a folder or JSONL file holds.
        private mutating func open(_ entry: Entry) throws(ReadingError) -> Document? {
            if entry.path == "-", entry.isGiven {
                return try read(ByteSource(.standardInput, closesFile: false), source: "standard input", isJSONL: nil)
            }
            let path = entry.path
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .notFound(path: path) }
            if isFolder.boolValue {
                let found = try ArticleFolder.entries(of: path)
                if entry.isGiven, !ArticleFolder.holdsArticles(path) { throw .emptyFolder(path: path) }
                pending += found.reversed().map { Entry(path: $0, isGiven: false) }
                return nil
            }
            let suffix = ArticleFolder.suffix(of: path)
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw .unreadable(path: path, reason: String(cString: strerror(errno)))
            }
            let bytes = ByteSource(handle, closesFile: true)
            if suffix == "html" || suffix == "htm" || suffix == "xhtml" { return try readPage(bytes, source: path) }
            return try read(bytes, source: path, isJSONL: suffix == "jsonl" || suffix == "ndjson")
        }

        /// - Parameter isJSONL: nil if the first byte tells.
        private mutating func read(_ bytes: ByteSource, source: String, isJSONL: Bool?) throws(ReadingError) -> Document? {
            let content: [UInt8]
            do {
                if try isJSONL ?? (bytes.peek() == UInt8(ascii: "{")) {
                    records = RecordWalk(bytes: bytes, source: source)
                    return nil
                }
                content = try bytes.rest(limit: ArticleReader.articleLimit)
            } catch {
                throw .unreadable(path: source, reason: Self.reason(error))
            }
            guard content.count <= ArticleReader.articleLimit else { throw .tooLarge(source: source, limit: ArticleReader.articleLimit) }
            if isJSONL == nil, Self.isPage(content) { return try reader.document(page: content, source: source) }
            return try reader.document(text: TextDecoding.text(content, source: source), source: source)
        }

        private func readPage(_ bytes: ByteSource, source: String) throws(ReadingError) -> Document {
            let content: [UInt8]
            do {
                content = try bytes.rest(limit: ArticleReader.articleLimit)
            } catch {
                throw .unreadable(path: source, reason: Self.reason(error))
            }
            guard content.count <= ArticleReader.articleLimit else { throw .tooLarge(source: source, limit: ArticleReader.articleLimit) }
            return try reader.document(page: content, source: source)
        }

        /// Whether the bytes begin as a page does.
        private static func isPage(_ bytes: [UInt8]) -> Bool {
            let head = String(decoding: bytes.prefix(1000), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
            return head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.hasPrefix("<!--") && head.contains("<html")
        }

        /// The article of the next line; nil at the end of the file.
        private mutating func nextRecord() throws(ReadingError) -> Document? {
            guard var walk = records else { return nil }
            // A text may grow sixfold by the escapes of JSON; other fields need little.
            let limit = 6 * ArticleReader.articleLimit
            while true {
                let line: [UInt8]?
                do {
                    line = try walk.bytes.line(limit: limit)
                } catch {
                    records = nil
                    throw .unreadable(path: walk.source, reason: Self.reason(error))
                }
                guard let line else {
                    records = nil
                    if !walk.hasArticle { throw .noText(source: walk.source) }
                    return nil
                }
                walk.line += 1
                if line.allSatisfy({ $0 == 0x20 || (9...13).contains($0) }) { continue }
                walk.hasArticle = true
                records = walk
                let place = "\(walk.source):\(walk.line)"
                guard line.count <= limit else { throw .tooLarge(source: place, limit: ArticleReader.articleLimit) }
                let text = try TextDecoding.text(line, source: place)
                let record = try ArticleRecord(line: Array(text.utf8), source: walk.source, number: walk.line)
                return try reader.document(text: record.text, source: place, record: record, place: place)
            }
        }

        private static func reason(_ error: any Error) -> String {
            if let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError { return underlying.localizedDescription }
            return (error as NSError).localizedDescription
        }
    }
}
