import ArticleReading
import Foundation
import GraphModel
import Testing

@Suite struct ArticleSequenceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func results(_ path: String) -> [Result<Document, ReadingError>] { Array(ArticleReader().articles(at: path)) }

    private func errors(_ path: String) -> [ReadingError] {
        results(path).compactMap { result in
            if case .failure(let error) = result { error } else { nil }
        }
    }

    private func titles(_ path: String) -> [String] { results(path).compactMap { try? $0.get().title } }

    @Test("a folder gives its articles in the order of their paths, without hidden and other files") func folders() throws {
        for name in ["b.txt", "a/z.txt", "a.txt", "a/B.TXT", ".hidden.txt", ".git/c.txt", "notes.md"] {
            _ = try folder.write(name, "\(name)\n\nIt came.\n")
        }
        _ = try folder.write("a/m.jsonl", #"{"text": "It came.", "title": "m1"}"# + "\n" + #"{"text": "It went.", "title": "m2"}"#)
        #expect(titles(folder.path) == ["a.txt", "a/B.TXT", "m1", "m2", "a/z.txt", "b.txt"])
    }

    @Test("a folder without articles is an error, one with an empty folder in it is not") func emptyFolders() throws {
        #expect(errors(folder.path) == [.emptyFolder(path: folder.path)])
        _ = try folder.write("sub/notes.md", "no article")
        #expect(errors(folder.path) == [.emptyFolder(path: folder.path)])
        _ = try folder.write("a.txt", "A\n\nIt came.\n")
        #expect(errors(folder.path).isEmpty)
    }

    @Test("what is wrong with one file does not stop the others") func badFiles() throws {
        let binary = try folder.write("a.txt", Array("PNG".utf8) + [0, 1, 2])
        let latin = try folder.write("b.txt", Array("Z".utf8) + [0xFC] + Array("rich".utf8))
        let wide = try folder.write("c.txt", [0xFF, 0xFE, 0x41, 0x00])
        let bare = try folder.write("d.txt", [0x41, 0x00, 0x20, 0x00, 0x42, 0x00, 0x0A, 0x00])
        let empty = try folder.write("e.txt", "")
        let page = try folder.write("f.html", "<html></html>")
        _ = try folder.write("g.txt", "G\n\nIt came.")
        #expect(
            errors(folder.path) == [
                .binary(source: binary, offset: 3), .notUTF8(source: latin, offset: 1, likely: "ISO-8859-1"),
                .notUTF8(source: wide, offset: 0, likely: "UTF-16"), .notUTF8(source: bare, offset: 1, likely: "UTF-16LE"),
                .noText(source: empty), .noArticle(source: page),
            ])
        #expect(titles(folder.path) == ["G"])
    }

    @Test("a path that leads nowhere is named") func notFound() {
        #expect(errors(folder.path + "/none.txt") == [.notFound(path: folder.path + "/none.txt")])
    }

    @Test("a file over the limit is refused") func tooLarge() throws {
        let path = try folder.write("a.txt", [UInt8](repeating: 0x61, count: ArticleReader.articleLimit + 1))
        #expect(errors(path) == [.tooLarge(source: path, limit: ArticleReader.articleLimit)])
    }

    @Test("a record's fields are the document's") func records() throws {
        let path = try folder.write(
            "w.jsonl",
            [
                #"{"id": "n-1", "title": "A", "published": "2025-06-19", "url": "https://example.org/1", "publisher": "N", "text": "OSLO, June 19 (N) - It came.\n\nIt went."}"#,
                "", #"{"url": "https://example.org/2", "published": "2025-06-20T10:00:00Z", "text": "A\n\nIt came.", "extra": {"a": [1, null]}}"#,
                #"{"id": 17, "title": null, "text": "It \u2014 came."}"#,
            ].joined(separator: "\r\n"))
        let documents = try results(path).map { try $0.get() }
        #expect(documents.map(\.id) == ["n-1", "https://example.org/2", "17"])
        #expect(documents.map(\.source) == ["https://example.org/1", "https://example.org/2", path + ":4"])
        #expect(documents.map(\.published) == [PartialDate("2025-06-19"), PartialDate("2025-06-20"), nil])
        #expect(documents.map(\.title) == ["A", "A", "It — came."])
        #expect(documents[0].outline == ["It came.", "It went."])
        #expect(documents[0].publisher == "N")
        #expect(documents[0].text == "OSLO, June 19 (N) - It came.\n\nIt went.")
        #expect(documents[1].outline == ["# A", "It came."])
    }

    @Test(
        "a bad line is named, and the next one is read",
        arguments: [
            (#"{"title": "A"}"#, ReadingError.RecordProblem.noText), (#"{"text": ""}"#, .noText), (#"["text"]"#, .notAnObject), ("7", .notAnObject),
            (#"{"text": 7}"#, .wrongType(key: "text", expected: "a string")),
            (#"{"text": "A.", "title": ["B"]}"#, .wrongType(key: "title", expected: "a string")),
            (#"{"text": "A.", "id": 1.5}"#, .wrongType(key: "id", expected: "a string or a whole number")),
            (#"{"text": "A.", "published": "yesterday"}"#, .badDate(found: "yesterday")),
            (#"{"text": "A.", "published": "2025-02-29"}"#, .badDate(found: "2025-02-29")),
        ])
    func badRecords(line: String, problem: ReadingError.RecordProblem) throws {
        let path = try folder.write("w.jsonl", line + "\n" + #"{"text": "It came.", "title": "next"}"# + "\n")
        #expect(errors(path) == [.badRecord(source: path, line: 1, problem: problem)])
        #expect(titles(path) == ["next"])
    }

    @Test("lines that are not JSON, not UTF-8 or without text are named", arguments: ["{\"text\": \"A.\"", "text", "{", "{\"text\": \"\u{1}A\"}"])
    func notJSON(line: String) throws {
        let path = try folder.write("w.jsonl", line + "\n")
        guard case .badRecord(path, 1, .notJSON) = errors(path).first else {
            Issue.record("\(errors(path))")
            return
        }
    }

    @Test("wrong bytes and an empty text are told with file and line") func badLines() throws {
        let path = try folder.write("w.jsonl", Array(#"{"text": "A"#.utf8) + [0xE9] + Array("\"}\n{\"text\": \" \\n \"}\n".utf8))
        #expect(
            errors(path) == [.notUTF8(source: path + ":1", offset: 11, likely: "ISO-8859-1"), .badRecord(source: path, line: 2, problem: .noText)])
    }

    @Test("a JSONL file without lines is an error") func emptyRecords() throws {
        let path = try folder.write("w.jsonl", "\n\n")
        #expect(errors(path) == [.noText(source: path)])
    }

    @Test("many lines come in order, past the size of the read buffer") func manyRecords() throws {
        let filler = String(repeating: "It came and went. ", count: 30)
        let lines = (1...500).map { #"{"id": \#($0), "text": "\#(filler)"}"# }
        let path = try folder.write("w.jsonl", "\u{FEFF}" + lines.joined(separator: "\n"))
        #expect(try results(path).map { try $0.get().id } == (1...500).map(String.init))
    }
}
