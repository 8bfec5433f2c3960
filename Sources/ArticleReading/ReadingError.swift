/// Why an article could not be read; it says nothing about the articles beside it.
public enum ReadingError: Error, Hashable, Sendable {
    /// No file or folder has this path.
    case notFound(path: String)
    /// The operating system does not let the file or folder be read.
    case unreadable(path: String, reason: String)
    /// No `.txt`, `.jsonl` or `.html` file lies below the folder.
    case emptyFolder(path: String)
    /// Nothing but white space, or nothing but the publisher's furniture.
    case noText(source: String)
    /// The article has more bytes than `limit`.
    case tooLarge(source: String, limit: Int)
    /// Control bytes stand where text should; `offset` is the first.
    case binary(source: String, offset: Int)
    /// The bytes at `offset` are no UTF-8; `likely` is the encoding they look like, as iconv names it.
    case notUTF8(source: String, offset: Int, likely: String)
    /// Of `words` words only `common` are among the commonest of English.
    case notEnglish(source: String, common: Int, words: Int)
    /// The line `date …` at the head of the text bears no date.
    case badDateLine(source: String, line: Int, found: String)
    /// A line of a JSONL file holds no article.
    case badRecord(source: String, line: Int, problem: RecordProblem)
    /// The page shows no running text: an index of links, or a page that a script fills.
    case noArticle(source: String)

    /// What is wrong with a line of a JSONL file.
    public enum RecordProblem: Hashable, Sendable {
        case notJSON(detail: String)
        case notAnObject
        case noText
        case wrongType(key: String, expected: String)
        case badDate(found: String)
    }
}

extension ReadingError {
    /// The file, folder or line of a file that could not be used.
    public var place: String {
        switch self {
        case .notFound(let path), .unreadable(let path, _), .emptyFolder(let path): path
        case .noText(let source), .tooLarge(let source, _), .binary(let source, _), .notUTF8(let source, _, _), .notEnglish(let source, _, _),
            .noArticle(let source):
            source
        case .badDateLine(let source, let line, _), .badRecord(let source, let line, _): "\(source):\(line)"
        }
    }
}

extension ReadingError: CustomStringConvertible {
    /// Where, what was found, what was expected, what to do; one line.
    public var description: String {
        switch self {
        case .notFound(let path):
            "\(path): no such file or folder; check the path"
        case .unreadable(let path, let reason):
            "\(path): cannot be read (\(reason)); check its permissions"
        case .emptyFolder(let path):
            "\(path): no .txt, .jsonl or .html file lies in this folder; give a folder with articles (hidden files do not count)"
        case .noText(let source):
            "\(source): no text of an article found; expected a headline, a blank line and the body"
        case .tooLarge(let source, let limit):
            "\(source): the article is larger than \(limit / 1_000_000) MB, the limit for one article; split it, or give many articles as JSONL, one a line"
        case .binary(let source, let offset):
            "\(source): binary data at byte \(offset), text expected; give a text, JSONL or HTML file"
        case .notUTF8(let source, let offset, let likely):
            "\(source): the bytes at offset \(offset) are not UTF-8 (UTF-16 and Latin-1 are not read; this looks like \(likely)); "
                + "convert it: iconv -f \(likely) -t UTF-8 OLD > NEW"
        case .notEnglish(let source, let common, let words):
            "\(source): the text does not seem to be English (\(common) of \(words) words are common English words); only English articles are read"
        case .badDateLine(let source, let line, let found):
            "\(source):\(line): '\(found)' is no date; write 'date YYYY-MM-DD', such as 'date 2026-01-09', or leave the line out"
        case .badRecord(let source, let line, let problem):
            "\(source):\(line): \(problem)"
        case .noArticle(let source):
            "\(source): no article found in this page; save the page as the browser shows it, or the article's text as .txt"
        }
    }
}

extension ReadingError.RecordProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notJSON(let detail):
            "the line is not JSON\(detail.isEmpty ? "" : " (\(detail))"); write each article as one JSON object on one line"
        case .notAnObject:
            "the line is JSON but no object; write {\"text\": \"…\"}"
        case .noText:
            "the article has no 'text', or an empty one; add \"text\": \"…\""
        case .wrongType(let key, let expected):
            "'\(key)' is not \(expected); mend it or leave it out"
        case .badDate(let found):
            "'published' is '\(found)', which is no date; write YYYY-MM-DD, such as 2026-01-09"
        }
    }
}
