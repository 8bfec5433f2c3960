import Foundation
import Testing

/// `edit` and `import` as a user runs them, on a store that an import has filled.
@Suite struct EditTests {
    static let table = """
        subject,subject_type,relation,object,object_type,status,date,source,published,quote
        Ana Ruiz,person,head_of,Peru,country,asserted,2025-07-28,Gazette,2026-01-05,"Ruiz, Ana: president"
        Ana Ruiz,person,met_with,Bo Lund,person,,2026-01-03,Daily,2026-01-04,
        A. Ruiz,person,attacked,Chile,country,alleged,,Daily,2026-01-04,
        Bo Lund,person,works_for,Corvane Steel,organization,,,Daily,2026-01-04,

        """

    static func withStore(_ body: (Program) throws -> Void) throws {
        try Program.inTemporaryFolder { program in
            try program.write(table, to: "known.csv")
            let outcome = try program.run("import", "known.csv")
            #expect(outcome.code == 0, "\(outcome.errors)")
            try body(program)
        }
    }

    private static func edit(_ program: Program, _ arguments: String...) throws -> Program.Outcome {
        try program.run(
            ["edit"] + arguments + (arguments.contains { $0.hasPrefix("--log") || $0 == "--export" } ? [] : ["--at", "2026-01-10T09:30"]))
    }

    @Test func importedRelationsAreAnsweredWithTheirSource() throws {
        try Self.withStore { program in
            let who = try program.run("who", "Ana Ruiz", "--format", "json")
            #expect(who.code == 0)
            #expect(who.output.contains("head of") && who.output.contains("Ruiz, Ana: president") && who.output.contains("Gazette"), "\(who.output)")
            // Countries go by their code, whoever names them.
            #expect(try program.run("list", "entities", "--format", "csv").output.contains("country/PE"))
            let again = try program.run("import", "known.csv")
            #expect(again.code == 0 && again.errors.contains("2 already there"), "\(again.errors)")
            #expect(try program.run("check").code == 0)
        }
    }

    @Test func badRowsAreNamedAndTheOthersGoOn() throws {
        try Program.inTemporaryFolder { program in
            try program.write(
                """
                subject;subject_type;relation;object;object_type;date;status
                Ana Ruiz;person;met_with;Bo Lund;person;2026-01-03;
                Ana Ruiz;person;meet_with;Bo Lund;person;;
                Ana Ruiz;person;met_with;Bo Lund;person;3 January;
                Ana Ruiz;person;met_with;Bo Lund;person;;assertd
                Ana Ruiz;person;met_with
                Nobody;;met_with;Bo Lund;person;;
                Ana Ruiz;person;met_with;Ana Ruiz;person;;
                Peru;country;head_of;Chile;country;;
                Bo Lund;person;met_with;Chile;country;2026;planned
                """, to: "t.csv")
            let outcome = try program.run("import", "t.csv", "--source", "Notes", "--published", "2026-01-05")
            #expect(outcome.code == 1)
            for expected in [
                "t.csv:3: the ontology has no relation 'meet_with'; did you mean 'met_with'", "t.csv:4: '3 January' in column 'date' is no date",
                "t.csv:5: 'assertd' is no status; did you mean 'asserted'", "t.csv:6: the row has 3 cells, but the header 7",
                "t.csv:7: ", "column subject_type", "t.csv:8: 'Ana Ruiz' cannot stand in a relation to itself",
                "t.csv:9: the subject of 'head_of' cannot be a country",
                "relations: 2 imported", "rows left out: 7",
            ] { #expect(outcome.errors.contains(expected), "\(expected) in \(outcome.errors)") }
            #expect(try program.run("list", "relations", "--format", "csv").output.split(separator: "\r\n").count == 3)
            for (text, expected) in [
                ("", "the table is empty"), ("subject,relation\na,b\n", "no column 'object'"), ("subject,relation,objekt\n", "did you mean 'object'"),
            ] {
                try program.write(text, to: "bad.csv")
                let bad = try program.run("import", "bad.csv")
                #expect(bad.code == 1 && bad.errors.contains(expected), "\(bad.errors)")
            }
        }
    }

    @Test func correctionsAreMadeListedUndoneAndShared() throws {
        try Self.withStore { program in
            let before = try program.run("list", "relations", "--format", "csv").output
            let commands: [[String]] = [
                ["merge", "A. Ruiz", "Ana Ruiz", "--reason", "same person"], ["rename", "Bo Lund", "Bo E. Lund"], ["alias", "Bo E. Lund", "Lundy"],
                ["retype", "Corvane Steel", "place"], ["reject", "Ana Ruiz", "attacked", "Chile", "--status", "alleged"],
                ["confirm", "Ana Ruiz", "head_of", "Peru"],
                ["add", "Lundy", "met_with", "Eva Moe", "--object-type", "person", "--note", "seen there"],
                ["split", "Ana Ruiz", "--name", "A. Ruiz", "--as", "Another Ruiz"], ["reject", "Corvane Steel"],
            ]
            for (index, command) in commands.enumerated() {
                let outcome = try program.run(["edit"] + command + ["--at", "2026-01-10T09:3\(index)"])
                #expect(
                    outcome.code == 0 && outcome.errors.contains("correction \(index + 1): 2026-01-10T09:3\(index):00Z \(command[0]) "),
                    "\(outcome.errors)")
                #expect(try program.run("check").code == 0)
            }
            let log = try Self.edit(program, "--log", "--format", "csv")
            #expect(log.output.contains("same person") && log.output.split(separator: "\r\n").count == 10, "\(log.output)")
            let who = try program.run("who", "Lundy", "--format", "json").output
            #expect(who.contains("Bo E. Lund met with Eva Moe: seen there") || who.contains("met with Eva Moe: seen there"), "\(who)")
            #expect(try Self.edit(program, "--export", "team.txt").code == 0)
            // The same corrections elsewhere give the same graph.
            #expect(try program.run("import", "known.csv", "--store", "b.sqlite").code == 0)
            #expect(try program.run("edit", "--import", "team.txt", "--store", "b.sqlite").errors.contains("9 added"))
            #expect(try program.run("edit", "--import", "team.txt", "--store", "b.sqlite").errors.contains("9 already there"))
            for what in ["relations", "entities"] {
                let here = try program.run("list", what, "--format", "csv").output
                #expect(try program.run("list", what, "--format", "csv", "--store", "b.sqlite").output == here)
            }
            for number in [3, 9, 1, 5, 2, 8, 4, 7, 6] {
                let outcome = try Self.edit(program, "--undo", "\(number)")
                #expect(outcome.code == 0 && outcome.errors.contains("undone: correction \(number)"), "\(outcome.errors)")
            }
            #expect(try program.run("list", "relations", "--format", "csv").output == before)
            #expect(try program.run("check").code == 0)
        }
    }

    @Test func whatIsRejectedIsInNoAnswerAndWhatIsMadeByHandIsMarked() throws {
        try Self.withStore { program in
            let questions = [
                ["who", "Ana Ruiz"], ["path", "Ana Ruiz", "Corvane Steel"], ["list", "relations"], ["query", "(a)-[r:met_with]->(b) RETURN a, b"],
                ["sql", "SELECT subject_name, object_name, rule FROM statements WHERE type = 'met_with'"], ["timeline", "Ana Ruiz"],
                ["diff", "2026-01-01", "2026-01-20"],
            ]
            func answers() throws -> [String] {
                try questions.map { try program.run($0 + ["--format", "csv"]).output }
            }
            for answer in try answers() where !answer.isEmpty { #expect(answer.contains("Bo Lund"), "\(answer)") }
            #expect(try Self.edit(program, "reject", "Bo Lund", "met_with", "Ana Ruiz").code == 0)
            for answer in try answers() { #expect(!answer.contains("Bo Lund,") || !answer.contains("met"), "\(answer)") }
            let made = try Self.edit(program, "add", "Ana Ruiz", "visited", "Chile", "--date", "2026-01-08", "--note", "told by her driver")
            #expect(made.code == 0, "\(made.errors)")
            let who = try program.run("who", "Ana Ruiz", "--format", "json").output
            #expect(
                who.contains("\"details\": \"by hand\"") && who.contains("told by her driver") && who.contains("Added by hand, 2026-01-10"), "\(who)")
            // Known from the day of the correction on, not before.
            #expect(try !program.run("who", "Ana Ruiz", "--as-of", "2026-01-09", "--format", "json").output.contains("driver"))
            #expect(try Self.edit(program, "reject", "Ana Ruiz").code == 0)
            #expect(try !program.run("who", "Ana Ruiz", "--format", "json").output.contains("\"name\": \"Ana Ruiz\""))
            #expect(try !program.run("list", "entities", "--format", "csv").output.contains("Ana Ruiz"))
            #expect(try program.run("check").code == 0)
        }
    }

    static let mistakes: [([String], String)] = [
        (["merge", "Ana Ruis", "Bo Lund"], "no entity is called 'Ana Ruis'; did you mean 'Ana Ruiz (person/ana-ruiz)'"),
        (["merge", "Ana Ruiz", "ana ruiz"], "both mean Ana Ruiz"),
        (["split", "Ana Ruiz", "--name", "Ana Paz"], "no article calls Ana Ruiz 'Ana Paz' first of all; expected one of 'Ana Ruiz'"),
        (["split", "Ana Ruiz", "--name", "Ana Ruiz"], "nothing would be left of Ana Ruiz"),
        (["split", "Ana Ruiz", "--article", "nowhere"], "Ana Ruiz is not in an article 'nowhere'"),
        (["rename", "Ana Ruiz", "..."], "at least one letter"), (["rename", "Ana Ruiz", "Ana Ruiz"], "called 'Ana Ruiz' already"),
        (["retype", "Ana Ruiz", "person"], "is a person already"),
        (["reject", "Ana Ruiz", "met", "Bo Lund"], "the ontology has no relation 'met'"),
        (["reject", "Ana Ruiz", "head_of", "Chile"], "the graph does not hold Ana Ruiz head_of Chile"),
        (["reject", "Bo Lund", "head_of", "Ana Ruiz"], "between the two it holds"),
        (["confirm", "Ana Ruiz", "head_of", "Nowhere"], "no entity is called 'Nowhere'"),
        (["add", "Ana Ruiz", "met_with", "Somebody Else"], "no entity is called 'Somebody Else'"),
        (["add", "Peru", "head_of", "Chile"], "the subject of 'head_of' cannot be a country; the ontology allows person"),
        (["add", "Ana Ruiz", "head_of", "Chile", "--date", "2026", "--until", "2025"], "cannot end on 2025, before it began on 2026"),
        (["--undo", "7"], "there is no correction 7; none was made yet"), (["--import", "nowhere.txt"], "nowhere.txt"),
    ]

    @Test("a mistake is explained and changes nothing") func mistakes() throws {
        try Self.withStore { program in
            let before = try program.run("list", "relations", "--format", "csv").output
            for (arguments, message) in Self.mistakes {
                let outcome = try program.run(["edit"] + arguments)
                #expect(outcome.code == 1 && outcome.output.isEmpty, "\(arguments)")
                #expect(outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
            }
            #expect(try Self.edit(program, "--log", "--format", "csv").output.split(separator: "\r\n").count == 1)
            #expect(try program.run("list", "relations", "--format", "csv").output == before)
        }
    }

    @Test(
        "wrong usage exits 64",
        arguments: [
            (["edit", "unite", "a", "b"], "'unite'"), (["edit"], "--log"), (["edit", "merge", "a"], "other"),
            (["edit", "split", "a"], "--name or --article"), (["edit", "retype", "a", "persn"], "did you mean 'person'"),
            (["edit", "--log", "--undo", "1"], "one of"), (["edit", "rename", "a", "b", "--at", "noon"], "'noon' is no time"), (["import"], "file"),
        ])
    func wrongUsage(arguments: [String], message: String) throws {
        try Program.inTemporaryFolder { program in
            let outcome = try program.run(arguments)
            #expect(outcome.code == 64 && outcome.errors.contains(message), "\(outcome.errors)")
        }
    }

    @Test func badLinesOfAFileOfCorrectionsAreNamedAndTheOthersGoOn() throws {
        try Self.withStore { program in
            try program.write(
                "# ours\n2026-01-10 rename person \"Bo Lund\" to \"Bo\"\n\n2026-01-10 rname person \"x\" to \"y\"\nundone never 2026-01-10 reject person \"x\"\n",
                to: "c.txt")
            let outcome = try program.run("edit", "--import", "c.txt")
            #expect(outcome.code == 1)
            #expect(
                outcome.errors.contains("c.txt:4: column 12: found \"rname\"") && outcome.errors.contains("c.txt:5: ")
                    && outcome.errors.contains("1 added"), "\(outcome.errors)")
        }
    }

    @Test("a correction names nothing in a store that is not there") func noStore() throws {
        try Program.inTemporaryFolder { program in
            let outcome = try program.run("edit", "rename", "a", "b", "--store", "none.sqlite")
            #expect(outcome.code == 1 && outcome.errors.contains("none.sqlite"))
            #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "none.sqlite").path))
        }
    }

    @Test(
        "each kind of correction has a --help with examples", arguments: ["merge", "split", "rename", "retype", "alias", "reject", "confirm", "add"])
    func help(action: String) throws {
        try Program.inTemporaryFolder { program in
            let outcome = try program.run("edit", action, "--help")
            #expect(outcome.code == 0 && outcome.output.contains("EXAMPLES") && outcome.output.contains("entitygraph edit \(action)"))
        }
    }

    @Test func standardInputIsImportedToo() throws {
        try Program.inTemporaryFolder { program in
            let rows = "subject,subject_type,relation,object,date\nMaría Paz,person,visited,Venezuela,2025\n"
            let outcome = try program.run("import", "-", input: rows)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(try program.run("who", "María Paz", "--format", "csv").output.contains("Venezuela"))
        }
    }
}
