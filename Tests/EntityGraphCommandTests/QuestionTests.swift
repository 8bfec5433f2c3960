import Foundation
import Testing

/// Questions put to a store on the command line.
@Suite struct QuestionTests {
    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func queriesAnswerAsTableGraphCSVAndPicture() throws {
        try MainJobTests.withStore { program in
            let pattern = "(p:person {name: \"boluarte\"})-[r:head_of]->(c) WHERE r.date >= 2026-01-05 RETURN p, r, c"
            let table = try program.run("query", pattern, "--format", "table", "-o", "q.svg")
            #expect(table.code == 0 && table.output.contains("Dina Boluarte") && table.output.contains("Peru"), "\(table)")
            #expect(try Data(contentsOf: program.folder.appending(path: "q.svg")).count > 300)
            let csv = try program.run("query", pattern, "--format", "csv").output
            #expect(csv.hasPrefix("p,p.id,p.type,r,r.status,"), "\(csv)")
            let graph = try Self.object(program.run("query", pattern, "--format", "json").output)
            #expect(graph["format"] as? String == "entitygraph/1")
            #expect((graph["relations"] as? [[String: Any]])?.map { $0["type"] as? String } == ["head_of"])
            #expect((graph["rows"] as? [[String: Any]])?.first?["c"] as? String == "country/PE")
            let past = try program.run("query", pattern, "--format", "csv", "--as-of", "2026-01-01")
            #expect(past.output.split(separator: "\r\n").count == 1, "\(past.output)")
        }
    }

    @Test func aWrongQueryIsPointedAt() throws {
        try MainJobTests.withStore { program in
            let outcome = try program.run("query", "(p)-[:expeled]->(c)")
            #expect(outcome.code == 1 && outcome.output.isEmpty)
            #expect(outcome.errors.contains("column 7") && outcome.errors.contains("did you mean 'expelled'?"), "\(outcome.errors)")
            #expect(outcome.errors.contains("\n        ^^^^^^^\n"), "\(outcome.errors)")
            let unknown = try program.run("query", "(p {name: \"Quartz Xylophone\"})")
            #expect(unknown.code == 1 && unknown.errors.contains("^^^^"), "\(unknown.errors)")
        }
    }

    @Test func sqlReadsAndChangesNothing() throws {
        try MainJobTests.withStore { program in
            let answer = try program.run("sql", "SELECT name FROM entities WHERE type = 'person' ORDER BY name", "--format", "csv")
            #expect(answer.output == "name\r\nDina Boluarte\r\nPedro Sanchez\r\n", "\(answer)")
            let refused = try program.run("sql", "DELETE FROM entity")
            #expect(refused.code == 1 && refused.errors.contains("only read"), "\(refused.errors)")
        }
    }

    @Test func sqlTellsWhenEventsEndedStates() throws {
        try MainJobTests.withStore { program in
            try program.write(
                "subject,subject_type,relation,object,date\nEva Moe,person,head_of,Peru,2025-01-02\nEva Moe,person,resigned_from,Peru,2025-03-04\n",
                to: "posts.csv")
            #expect(try program.run("import", "posts.csv").code == 0)
            let ended = try program.run(
                "sql", "SELECT date, until FROM statements WHERE type = 'head_of' AND subject_name = 'Eva Moe'", "--format", "csv")
            #expect(ended.output == "date,until\r\n2025-01-02,2025-03-04\r\n", "\(ended)")
        }
    }

    @Test func timelinesAreInTheOrderOfTimeAndDrawn() throws {
        try MainJobTests.withStore { program in
            let rows = try program.run("timeline", "Spain", "Peru", "--format", "csv", "-o", "t.svg").output.split(separator: "\r\n").dropFirst()
            let dates = rows.map { $0.prefix(10) }
            #expect(rows.count > 1 && dates == dates.sorted(), "\(rows)")
            let svg = try String(contentsOf: program.folder.appending(path: "t.svg"), encoding: .utf8)
            #expect(svg.contains("Spain and Peru") && svg.contains("cooperation"))
            #expect(try program.run("timeline", "Boluarte", "-o", "b.png").code == 0)
            let same = try program.run("timeline", "Spain", "Madrid")
            #expect(same.code == 0 || same.errors.contains("both mean"), "\(same.errors)")
        }
    }

    @Test func whatLeadersDoCountsForTheirCountries() throws {
        try MainJobTests.withStore { program in
            let all = try program.run("timeline", "Spain", "Peru", "--format", "csv", "-o", "t.svg")
            #expect(all.output.contains("Dina Boluarte,accused,Spain"), "\(all.output)")
            #expect(all.errors.contains("Dina Boluarte") && all.errors.contains("--direct"), "\(all.errors)")
            let svg = try String(contentsOf: program.folder.appending(path: "t.svg"), encoding: .utf8)
            #expect(svg.contains("With those who act for them.") && svg.contains("Dina Boluarte: accused Spain"))
            let direct = try program.run("timeline", "Spain", "Peru", "--direct", "--format", "csv")
            #expect(direct.code == 0 && !direct.output.contains("Boluarte,accused") && direct.output.contains("Spain,"), "\(direct.output)")
        }
    }

    @Test func standingQueriesTellWhatIsNewAfterABuild() throws {
        try Program.inTemporaryFolder { program in
            try program.write(MainJobTests.monday, to: "monday.txt")
            try program.write(MainJobTests.friday, to: "friday.txt")
            #expect(try program.run("build", "monday.txt").output.isEmpty)
            #expect(try program.run("watch", "add", "rows", "({name: \"Peru\"})-[r:accused|expelled|agreed_with]-(x)").code == 0)
            #expect(try program.run("watch", "add", "nobody", "({name: \"Zanzibar\"})--(x)").code == 0)
            let built = try program.run("build", "monday.txt", "friday.txt")
            #expect(built.output.hasPrefix("rows: ") && !built.output.contains("agreed"), "\(built.output)")
            #expect(try program.run("build", "friday.txt").output.isEmpty)
            #expect(try program.run("watch", "remove", "row").errors.contains("'rows'"))
            #expect(try program.run("watch", "remove", "rows").code == 0)
            #expect(try program.run("watch", "list", "--format", "csv").output == "name,pattern\r\nnobody,\"({name: \"\"Zanzibar\"\"})--(x)\"\r\n")
        }
    }

    @Test func windowsAndStoresAreComparedToo() throws {
        try MainJobTests.withStore { program in
            let windows = try program.run("diff", "2026-01-05", "2026-01-09", "--window", "2d", "--format", "csv")
            #expect(windows.code == 1 && windows.output.contains("no longer told") && windows.output.contains("became known"), "\(windows.output)")
            #expect(try program.run("build", "--store", "other.sqlite", "articles/monday.txt").code == 0)
            let stores = try program.run("diff", "--against", "other.sqlite", "--format", "json", "-o", "d.svg")
            #expect(stores.code == 1 && stores.errors.contains("1 article is in entitygraph.sqlite only"), "\(stores.errors)")
            #expect(try program.run("diff", "--against", "entitygraph.sqlite").code == 0)
            #expect(try program.run("diff", "2026-01-05").code == 64)
        }
    }
}
