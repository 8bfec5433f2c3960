import Foundation
import Testing

/// The main job, run as a user runs it: articles in, then pictures, answers and comparisons.
@Suite struct MainJobTests {
    static let monday = """
        date 2026-01-05
        Spain and Peru sign pact

        Spain's prime minister, Pedro Sanchez, met with Peruvian President Dina Boluarte in Madrid on Monday. Spain signed an agreement with \
        Peru.
        """
    static let friday = """
        date 2026-01-09
        Peru expels Spanish ambassador

        Peru expelled the Spanish ambassador on Friday. Peruvian President Dina Boluarte accused Spain of spying on her government.
        """

    /// Runs `body` in a folder with a store of both articles.
    static func withStore(_ body: (Program) throws -> Void) throws {
        try Program.inTemporaryFolder { program in
            try program.write(monday, to: "articles/monday.txt")
            try program.write(friday, to: "articles/friday.txt")
            let built = try program.run("build", "articles")
            #expect(built.code == 0, "\(built.errors)")
            try body(program)
        }
    }

    @Test func extractGivesTheSameBytesWhateverTheThreads() throws {
        try Program.inTemporaryFolder { program in
            for number in 1...6 {
                try program.write(number % 2 == 0 ? Self.monday : Self.friday + " It was the \(number)th time.", to: "articles/\(number).txt")
            }
            for format in ["json", "jsonl"] {
                let one = try program.run("extract", "articles", "--threads", "1", "--format", format)
                let two = try program.run("extract", "articles", "--threads", "2", "--format", format)
                #expect(one.code == 0 && two.code == 0)
                #expect(one.output == two.output && !one.output.isEmpty)
            }
        }
    }

    @Test func addingAnArticleAgainChangesNothing() throws {
        try Self.withStore { program in
            let before = try program.run("list", "relations", "--format", "json").output
            #expect(try program.run("build", "articles").code == 0)
            #expect(try program.run("list", "relations", "--format", "json").output == before)
            #expect(try program.run("list", "--format", "csv").output.split(separator: "\r\n").count == 3)
        }
    }

    @Test func whoTellsRelationsWithEvidence() throws {
        try Self.withStore { program in
            let table = try program.run("who", "Boluarte", "--format", "table")
            #expect(table.code == 0)
            #expect(table.output.contains("Dina Boluarte") && table.output.contains("head of") && table.output.contains("“"), "\(table.output)")
            let json = try program.run("who", "Boluarte", "--format", "json")
            let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            #expect((object?["rows"] as? [[String: Any]])?.contains { $0["type"] as? String == "head_of" } == true)
        }
    }

    @Test func aNameThatIsNotThereGetsTheNearestOnes() throws {
        try Self.withStore { program in
            for arguments in [["who", "Bolluarte"], ["path", "Bolluarte", "Spain"], ["render", "--focus", "Bolluarte", "-o", "x.svg"]] {
                let outcome = try program.run(arguments)
                // A typing error may be mended, but then it is said whom the answer is about.
                #expect(outcome.errors.contains("Boluarte"), "\(outcome.errors)")
            }
            let outcome = try program.run("who", "Xylophone Quartz")
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("Xylophone Quartz"), "\(outcome.errors)")
        }
    }

    @Test("draws in every format", arguments: ["svg", "png", "pdf", "dot"])
    func draws(format: String) throws {
        try Self.withStore { program in
            let outcome = try program.run("render", "-o", "graph.\(format)")
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(try Data(contentsOf: program.folder.appending(path: "graph.\(format)")).count > 300)
        }
    }

    @Test func outputsThatCannotBeWrittenAreNamed() throws {
        try Self.withStore { program in
            let cases = [("graph.gif", "graph.gif"), ("graph", "suffix"), ("nowhere/graph.svg", "nowhere"), ("articles.svg", "folder")]
            try FileManager.default.createDirectory(at: program.folder.appending(path: "articles.svg"), withIntermediateDirectories: true)
            for (output, word) in cases {
                let drawn = try program.run("render", "-o", output)
                #expect(drawn.code == 1 && drawn.errors.contains(word), "\(output): \(drawn.errors)")
                let compared = try program.run("diff", "2026-01-05", "2026-01-09", "-o", output)
                #expect(compared.code == 2 && compared.errors.contains(word), "\(output): \(compared.errors)")
            }
        }
    }

    @Test func diffFollowsDiff() throws {
        try Self.withStore { program in
            #expect(try program.run("diff", "2026-01-05", "2026-01-06").code == 0)
            let outcome = try program.run("diff", "2026-01-05", "2026-01-09", "--format", "table", "-o", "changes.svg")
            #expect(outcome.code == 1, "\(outcome.errors)")
            #expect(outcome.output.contains("expelled") || outcome.output.contains("accused"), "\(outcome.output)")
            #expect(FileManager.default.fileExists(atPath: program.folder.appending(path: "changes.svg").path))
        }
    }

    @Test func datedQuestionsSayHowManyArticlesHaveNoDate() throws {
        try Self.withStore { program in
            try program.write("Chile meets Peru\n\nChile's president, Gabriel Boric, met with Dina Boluarte.\n", to: "undated.txt")
            #expect(try program.run("build", "undated.txt").code == 0)
            let outcome = try program.run("who", "Boluarte", "--as-of", "2026-01-09")
            #expect(outcome.errors.contains("1 article"), "\(outcome.errors)")
            #expect(!outcome.output.contains("Boric"))
        }
    }

    @Test func listsWhatIsStored() throws {
        try Self.withStore { program in
            let articles = try program.run("list", "--since", "2026-01-06", "--format", "csv")
            #expect(articles.code == 0 && articles.output.split(separator: "\r\n").count == 2, "\(articles.output)")
            #expect(articles.output.contains("Peru expels Spanish ambassador"))
            let people = try program.run("list", "entities", "--type", "person", "--format", "csv")
            #expect(people.output.contains("Dina Boluarte,person,") && !people.output.contains("Peru,country"), "\(people.output)")
        }
    }

    @Test func removesAnArticleAndWhatOnlyItSays() throws {
        try Self.withStore { program in
            let list = try program.run("list", "--until", "2026-01-06", "--format", "json")
            let object = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [String: Any]
            let rows = try #require(object?["rows"] as? [[String: Any]])
            let id = try #require(rows.first?["id"] as? String)
            #expect(try program.run("remove", id).code == 0)
            #expect(try program.run("list", "--format", "csv").output.split(separator: "\r\n").count == 2)
            #expect(try program.run("who", "Pedro Sanchez").code == 1)
            #expect(try program.run("remove", id).code == 1)
            #expect(try program.run("check").code == 0)
        }
    }

    @Test func aStoreOfANewerVersionIsLeftAlone() throws {
        try Self.withStore { program in
            // Byte 60 to 63 of an SQLite file hold the user version, big-endian.
            let file = program.folder.appending(path: "entitygraph.sqlite")
            let handle = try FileHandle(forUpdating: file)
            try handle.seek(toOffset: 60)
            try handle.write(contentsOf: Data([0, 0, 0x7F, 0xFF]))
            try handle.close()
            let outcome = try program.run("stats")
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("version 32767"), "\(outcome.errors)")
        }
    }

    @Test("every stage can be looked at", arguments: ["tokens", "syntax", "names", "mentions", "relations"])
    func inspects(stage: String) throws {
        try Program.inTemporaryFolder { program in
            try program.write(Self.monday, to: "a.txt")
            let outcome = try program.run("inspect", "a.txt", "--stage", stage)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("Peru"), "\(outcome.output)")
        }
    }

    @Test func inspectKeepsTheTokensOfPretokenizedText() throws {
        try Program.inTemporaryFolder { program in
            let words = ["Spain", "did", "n't", "meet", "Peru", "."]
            let lines = words.enumerated().map { "\($0 + 1)\t\($1)" + String(repeating: "\t_", count: 8) }
            try program.write(lines.joined(separator: "\n") + "\n\n", to: "a.conllu")
            let outcome = try program.run("inspect", "a.conllu", "--pretokenized", "--stage", "syntax", "--format", "conllu")
            #expect(outcome.code == 0, "\(outcome.errors)")
            let found = outcome.output.split(separator: "\n").filter { $0.first?.isNumber == true }.map { $0.split(separator: "\t")[1] }
            #expect(found == words.map { Substring($0) })
        }
    }

    @Test func theExportAsJSONIsWhatExtractGives() throws {
        try Self.withStore { program in
            let stored = try program.run("export", "--format", "json")
            let extracted = try program.run("extract", "articles")
            #expect(stored.code == 0 && stored.output == extracted.output)
            let folder = try program.run("export", "--format", "neo4j", "-o", "tables")
            #expect(folder.code == 0, "\(folder.errors)")
            #expect(try String(contentsOf: program.folder.appending(path: "tables/nodes.csv"), encoding: .utf8).contains("Dina Boluarte"))
            #expect(try program.run("export", "--format", "csv").code == 64)
        }
    }
}
