public import GraphModel

/// Reads articles from text files, saved web pages, JSONL files and folders.
public struct ArticleReader: Sendable {
    /// Bytes of text that one article may have.
    public static let articleLimit = 10_000_000

    /// The date of articles that state none.
    public let fallbackDate: PartialDate?

    /// What a text is taken for.
    public enum Layout: Sendable, Hashable {
        /// A published article: date line, headline, subheadings, furniture.
        case article
        /// Paragraphs between blank lines and nothing else, in whatever language.
        case plain
    }

    public let layout: Layout

    public init(fallbackDate: PartialDate? = nil, layout: Layout = .article) {
        self.fallbackDate = fallbackDate
        self.layout = layout
    }

    /// The articles of a text file, a page (`.html`, `.htm`), a `.jsonl` file, all such files below a folder (in the order of their paths, hidden
    /// ones skipped), or of standard input for `-` (JSONL if the first byte is `{`, a page if it begins as one, else one text).
    ///
    /// They are read as the sequence is walked, one at a time; what is wrong with one is its element and does not stop the others.
    public func articles(at path: String) -> ArticleSequence { ArticleSequence(path: path, reader: self) }

    /// One article from its text: an optional line `date YYYY-MM-DD`, the headline, a blank line, the body.
    ///
    /// - Parameter source: the file or URL, for the document and for messages.
    /// - Throws: `ReadingError` if the text is empty, larger than `articleLimit`, not English, or bears a bad `date` line.
    public func document(text: String, source: String) throws(ReadingError) -> Document {
        try document(text: text, source: source, record: nil, place: source)
    }

    /// The article of a saved web page: its text without what the site puts around it, and title, date, publisher and address from its metadata.
    ///
    /// - Parameters:
    ///   - page: the bytes of the page, in whatever encoding it says.
    ///   - source: the file or URL, for the document and for messages.
    /// - Throws: `ReadingError` as `document(text:source:)`.
    public func document(page: [UInt8], source: String) throws(ReadingError) -> Document {
        let page = HTMLDecoding.text(page)
        if let offset = TextDecoding.firstControl(Array(page.utf8)) { throw .binary(source: source, offset: offset) }
        let article = HTMLArticle(page: page)
        guard !article.text.isEmpty else { throw .noArticle(source: source) }
        let metadata = article.metadata
        let record = ArticleRecord(
            title: metadata.title, published: metadata.published, url: metadata.url, publisher: metadata.publisher, text: article.text)
        var document = try document(text: article.text, source: source, record: record, place: source)
        document.source = source
        return document
    }

    /// - Parameters:
    ///   - record: what the JSONL line says beside the text.
    ///   - place: how messages name the article.
    func document(text given: String, source: String, record: ArticleRecord?, place: String) throws(ReadingError) -> Document {
        var text = given
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        text.makeContiguousUTF8()
        guard text.utf8.count <= Self.articleLimit else { throw .tooLarge(source: place, limit: Self.articleLimit) }
        if let offset = TextDecoding.firstControl(Array(text.utf8)) { throw .binary(source: place, offset: offset) }
        if layout == .plain { return try plainDocument(text, source: source, record: record, place: place) }
        let layout = try ArticleLayout(text: text, title: record?.title, source: place)
        guard !layout.passages.isEmpty else { throw .noText(source: place) }
        let test = EnglishTest(layout.passages.map { text[$0.span] }.joined(separator: "\n"))
        guard test.mayBeEnglish else { throw .notEnglish(source: place, common: test.common, words: test.words) }
        let title = record?.title ?? layout.headline ?? Self.shortened(text[layout.passages[0].span])
        let stated = record?.published ?? layout.published
        return Document(
            id: record?.id ?? record?.url ?? Self.identifier(title: title, date: stated, text: text), source: record?.url ?? source, title: title,
            publisher: record?.publisher ?? layout.publisher, published: stated ?? fallbackDate, text: text, passages: layout.passages)
    }

    private func plainDocument(_ text: String, source: String, record: ArticleRecord?, place: String) throws(ReadingError) -> Document {
        let passages = TextLine.paragraphs(of: text).map { Passage(span: $0, role: .paragraph) }
        guard let first = passages.first else { throw .noText(source: place) }
        let title = record?.title ?? Self.shortened(text[first.span])
        return Document(
            id: record?.id ?? record?.url ?? Self.identifier(title: title, date: record?.published, text: text), source: record?.url ?? source,
            title: title, publisher: record?.publisher, published: record?.published ?? fallbackDate, text: text, passages: passages)
    }

    /// The first 16 hexadecimal digits of SHA-256; the fallback date is no part of it, so that giving another one makes no new article.
    private static func identifier(title: String, date: PartialDate?, text: String) -> String {
        var bytes = Array(title.utf8)
        bytes.append(0)
        bytes += (date?.description ?? "").utf8
        bytes.append(0)
        bytes += text.utf8
        return String(SHA256.hexDigest(of: bytes).prefix(16))
    }

    /// The first words of an article without headline, for people to know it by.
    private static func shortened(_ text: Substring) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.count <= 12 ? words.joined(separator: " ") : words.prefix(12).joined(separator: " ") + "…"
    }
}
