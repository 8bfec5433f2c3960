import ArticleReading
import Foundation
import GraphModel
import Testing

/// Pages of differing make-up, with what should be read from each beside it.
@Suite struct HTMLPageTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
    }()

    @Test func thereArePagesEnough() { #expect(Self.names.count >= 20) }

    @Test("reads title, date, publisher, address and the article's own text", arguments: names) func page(name: String) throws {
        let expected = try String(contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8)
        let path = Self.folder.appending(path: name + ".html").path
        let results = Array(ArticleReader().articles(at: path))
        let document = try #require(try results.first?.get())
        #expect(results.count == 1)
        let id = document.id.contains("://") ? document.id : "-"
        let found = """
            title: \(document.title)
            published: \(document.published?.description ?? "-")
            publisher: \(document.publisher ?? "-")
            id: \(id)

            \(document.outline.joined(separator: "\n"))

            """
        #expect(found == expected)
        #expect(document.source == path)
        for passage in document.passages { #expect(!document.text[passage.span].isEmpty) }
    }

    @Test func aPageOnStandardInputIsKnownByItsBeginning() throws {
        let reader = ArticleReader()
        let page = "<html><body><h1>Ana Ruiz resigns</h1><p>The minister of finance, Ana Ruiz, resigned on Friday in Lima.</p></body></html>"
        #expect(
            try reader.document(page: Array(page.utf8), source: "x").outline == [
                "# Ana Ruiz resigns", "The minister of finance, Ana Ruiz, resigned on Friday in Lima.",
            ])
    }

    @Test(
        "a page without an article is named",
        arguments: ["", "<html></html>", "<html><body><a href='/'>Home</a></body></html>", "<html><body><script>var a = 1;</script></body></html>"])
    func noArticle(page: String) {
        #expect(throws: ReadingError.noArticle(source: "x.html")) { try ArticleReader().document(page: Array(page.utf8), source: "x.html") }
    }

    @Test(
        "survives any mark-up",
        arguments: [
            "<div>", "<b><i>", "<table><tr><td>", "</div></p></html>", "<p>One.", "<ul><li>", "<!--", "&nosuch;&#0;&#xFFFFFFFF;", "<![CDATA[",
            "<a href='",
        ])
    func hostile(markup: String) throws {
        let sentence = "<p>The minister of finance resigned on Friday in Lima, which nobody expected.</p>"
        for page in [String(repeating: markup, count: 5_000) + sentence, sentence + String(repeating: markup, count: 5_000)] {
            // What is not there in the end may be refused, but not with a crash.
            guard let document = try? ArticleReader().document(page: Array(page.utf8), source: "x.html") else {
                #expect(!["<div>", "<b><i>", "<table><tr><td>", "</div></p></html>", "<ul><li>"].contains(markup))
                continue
            }
            #expect(document.text.contains("resigned on Friday"))
        }
    }

    @Test func dataThatIsNoJSONIsPassedOver() throws {
        let page =
            "<script type='application/ld+json'>" + String(repeating: "[", count: 5_000) + "</script><p>The minister of finance resigned on Friday."
        #expect(try ArticleReader().document(page: Array(page.utf8), source: "x.html").text.contains("resigned on Friday"))
    }

    @Test("reads any bytes without falling over", arguments: 0..<30 as Range<UInt64>) func randomBytes(seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next() -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 33)
        }
        let pages = try Self.names.map { try Data(contentsOf: Self.folder.appending(path: $0 + ".html")) }
        var bytes = [UInt8](pages[next() % pages.count])
        for _ in 0..<(1 + next() % 40) {
            let place = next() % bytes.count
            switch next() % 3 {
            case 0: bytes[place] = UInt8(1 + next() % 255)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + next() % 50 + 1))
            default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + next() % 200)], at: next() % bytes.count)
            }
        }
        // Either a document whose passages lie in its text, or a reason.
        if let document = try? ArticleReader().document(page: bytes, source: "x.html") {
            for passage in document.passages { #expect(passage.span.end <= document.text.utf8.count) }
        }
    }
}
