import Foundation
import Testing

/// What the program says to input that it cannot use, and with which exit code.
@Suite struct BadInputTests {
    static let article = """
        date 2026-01-09
        Police in Lima arrest former minister

        Police in Lima arrested former Peruvian minister Rosa Quispe on Thursday. Peru's president, Dina Boluarte, met with Chilean \
        President Gabriel Boric in Santiago on Friday.
        """

    struct BadArticle: Sendable, CustomTestStringConvertible {
        let name: String
        let content: Data
        /// One of these words must stand in the message.
        let says: [String]
        var testDescription: String { name }

        init(_ name: String, _ content: Data, says: String...) {
            self.name = name
            self.content = content
            self.says = says
        }
    }

    static let badArticles = [
        BadArticle("empty.txt", Data(), says: "empty"),
        BadArticle("blank.txt", Data("\n \n\n".utf8), says: "empty", "no text"),
        BadArticle("binary.txt", Data([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 0, 0xFF, 0xFE]), says: "UTF-8", "binary"),
        BadArticle("latin1.txt", Data("Le pr".utf8) + Data([0xE9]) + Data("sident a rencontr".utf8) + Data([0xE9]), says: "UTF-8"),
        BadArticle("utf16.txt", Data([0xFF, 0xFE]) + (article.data(using: .utf16LittleEndian) ?? Data()), says: "UTF-16", "UTF-8"),
        BadArticle(
            "german.txt",
            Data(
                ("date 2026-01-09\nDer Kanzler in Paris\n\nDer deutsche Bundeskanzler ist am Freitag nach Paris gereist, um dort mit dem "
                    + "französischen Präsidenten über die Lage in der Ukraine zu sprechen. Die beiden wollen sich auch über neue Hilfen "
                    + "für das Land verständigen, wie ein Sprecher der Regierung sagte.\n").utf8), says: "English"),
    ]

    @Test("a bad article is named, and the exit code is 1", arguments: badArticles)
    func badArticle(_ bad: BadArticle) throws {
        try Program.inTemporaryFolder { program in
            try program.write(bad.content, to: bad.name)
            let outcome = try program.run("extract", bad.name)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(bad.name), "\(outcome.errors)")
            #expect(bad.says.contains { outcome.errors.contains($0) }, "\(outcome.errors)")
        }
    }

    @Test func aFileOfFiftyMegabytesIsRefusedQuickly() throws {
        try Program.inTemporaryFolder { program in
            try program.write(Data(repeating: UInt8(ascii: "a"), count: 50_000_000), to: "huge.txt")
            let start = ContinuousClock.now
            let outcome = try program.run("extract", "huge.txt")
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("huge.txt"), "\(outcome.errors)")
            #expect(ContinuousClock.now - start < .seconds(30))
        }
    }

    @Test func anEmptyFolderAndAMissingFileAreNamed() throws {
        try Program.inTemporaryFolder { program in
            try FileManager.default.createDirectory(at: program.folder.appending(path: "none"), withIntermediateDirectories: true)
            for name in ["none", "nowhere.txt"] {
                let outcome = try program.run("build", name)
                #expect(outcome.code == 1)
                #expect(outcome.errors.contains(name), "\(outcome.errors)")
            }
        }
    }

    @Test func oneBadArticleAmongTwentyDoesNotStopTheOthers() throws {
        try Program.inTemporaryFolder { program in
            for number in 1...20 {
                let text = Self.article.replacingOccurrences(of: "Thursday", with: "Thursday for the \(number)th time")
                try program.write(text, to: "articles/good-\(number).txt")
            }
            try program.write(Data([0, 1, 2, 0xFF]), to: "articles/good-15a.txt")
            try program.write(#"{"text": "Police in Lima arrested Rosa Quispe on Thursday."}"# + "\n{}\n", to: "articles/lines.jsonl")
            let outcome = try program.run("build", "articles")
            #expect(outcome.code == 1)
            let lines = outcome.errors.split(separator: "\n").map(String.init)
            #expect(lines.contains { $0.hasPrefix("entitygraph: articles/good-15a.txt: binary data") }, "\(outcome.errors)")
            #expect(
                lines.suffix(4) == [
                    "entitygraph: 2 of 23 articles could not be used:", "  articles/good-15a.txt", "  articles/lines.jsonl:2",
                    "articles: 21 added, 2 failed",
                ], "\(outcome.errors)")
            let list = try program.run("list", "--format", "csv")
            #expect(list.code == 0)
            #expect(list.output.split(separator: "\r\n").count == 22, "\(list.output)")
        }
    }

    @Test func aMissingModelIsNamedWithTheWayOut() throws {
        try Program.inTemporaryFolder { program in
            try program.write(Self.article, to: "a.txt")
            let outcome = try program.run("extract", "a.txt", "--model", "/nowhere/x.model")
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("no language model at /nowhere/x.model"), "\(outcome.errors)")
            let other = try program.run(["extract", "a.txt"], environment: ["ENTITYGRAPH_MODEL": "/nowhere/y.model"])
            #expect(other.code == 1 && other.errors.contains("/nowhere/y.model"), "\(other.errors)")
        }
    }

    @Test func aFileThatIsNoModelIsRefused() throws {
        try Program.inTemporaryFolder { program in
            try program.write(Self.article, to: "a.txt")
            try program.write("not a model", to: "x.model")
            let outcome = try program.run("extract", "a.txt", "--model", "x.model")
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("x.model"), "\(outcome.errors)")
        }
    }

    @Test func missingDataFilesAreSaidToBeMissing() throws {
        try Program.inTemporaryFolder { program in
            let outcome = try program.run(["stats"], environment: ["ENTITYGRAPH_RESOURCES": "/nowhere"])
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("ENTITYGRAPH_RESOURCES=/nowhere"), "\(outcome.errors)")
        }
    }

    @Test("a store that cannot be used is named", arguments: ["stats", "list", "who X", "render -o x.svg"])
    func noStore(command: String) throws {
        try Program.inTemporaryFolder { program in
            let arguments = command.split(separator: " ").map(String.init)
            let missing = try program.run(arguments)
            #expect(missing.code == 1)
            #expect(missing.errors.contains("entitygraph.sqlite"), "\(missing.errors)")
            try program.write(String(repeating: "this is not a database. ", count: 200), to: "other.sqlite")
            let other = try program.run(arguments + ["--store", "other.sqlite"])
            #expect(other.code == 1)
            #expect(other.errors.contains("other.sqlite"), "\(other.errors)")
            // Nothing was done to the file that is not ours.
            #expect(try Data(contentsOf: program.folder.appending(path: "other.sqlite")).count == 4800)
        }
    }

    @Test func troubleInDiffExitsWith2() throws {
        try Program.inTemporaryFolder { program in
            let outcome = try program.run("diff", "2026-01-01", "2026-01-02")
            #expect(outcome.code == 2)
        }
    }

    @Test func buildRefusesAFileThatIsNoStore() throws {
        try Program.inTemporaryFolder { program in
            try program.write(Self.article, to: "a.txt")
            let outcome = try program.run("build", "a.txt", "--store", "a.txt")
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("a.txt"), "\(outcome.errors)")
            #expect(try String(contentsOf: program.folder.appending(path: "a.txt"), encoding: .utf8) == Self.article)
        }
    }
}
