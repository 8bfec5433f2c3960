import Testing

@Suite struct UsageTests {
    static let subcommands = [
        "edit", "import", "extract", "build", "render", "who", "query", "sql", "timeline", "watch", "path", "diff",
        "list", "stats", "remove", "check", "inspect", "explain",
    ]

    @Test("--help gives examples", arguments: subcommands)
    func help(subcommand: String) throws {
        try Program.inTemporaryFolder { program in
            let outcome = try program.run(subcommand, "--help")
            #expect(outcome.code == 0)
            #expect(outcome.output.contains("EXAMPLES") && outcome.output.contains("entitygraph \(subcommand)"))
        }
    }

    struct WrongUsage: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let message: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let wrongUsages = [
        WrongUsage(arguments: ["who"], message: "name"),
        WrongUsage(arguments: ["frobnicate"], message: "frobnicate"),
        WrongUsage(arguments: ["who", "Maduro", "--as-of", "yesterday"], message: "'yesterday' is no date"),
        WrongUsage(arguments: ["who", "Maduro", "--as-of", "2026-02-30"], message: "'2026-02-30' is no date; write YYYY-MM-DD"),
        WrongUsage(arguments: ["diff", "2026-01-03", "09/01/2026"], message: "'09/01/2026' is no date"),
        WrongUsage(arguments: ["who", "Maduro", "--status", "sure"], message: "'sure' is no status; it is one of cancelled"),
        WrongUsage(arguments: ["extract", "a.txt", "--min-confidence", "2"], message: "'2' is no confidence"),
        WrongUsage(arguments: ["extract", "a.txt", "--threads", "0"], message: "--threads 0"),
        WrongUsage(arguments: ["extract"], message: "paths"),
        WrongUsage(arguments: ["render"], message: "--output"),
        WrongUsage(arguments: ["who", "Maduro", "--format", "xml"], message: "xml"),
        WrongUsage(arguments: ["explain"], message: "nothing to explain; give a sentence"),
        WrongUsage(arguments: ["explain", " "], message: "the sentence is empty"),
        WrongUsage(arguments: ["explain", "France left.", "--file", "a.txt"], message: "give one of these"),
        WrongUsage(arguments: ["explain", "--edge", "France"], message: "--edge takes two names"),
        WrongUsage(arguments: ["explain", "--file", "a.txt", "--sentence", "0"], message: "'0' is no number of a sentence"),
        WrongUsage(arguments: ["inspect", "a.txt", "--stage", "names", "--format", "svg"], message: "--format svg goes with"),
        WrongUsage(arguments: ["inspect", "a.txt", "--plain", "--pretokenized"], message: "exclude each other"),
        WrongUsage(arguments: ["inspect", "a.txt", "--stage", "names", "--format", "conllu"], message: "--format conllu goes with"),
    ]

    @Test("wrong usage exits 64 and says what is wrong", arguments: wrongUsages)
    func wrongUsage(_ wrong: WrongUsage) throws {
        try Program.inTemporaryFolder { program in
            let outcome = try program.run(wrong.arguments)
            #expect(outcome.code == 64)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(wrong.message), "\(outcome.errors)")
        }
    }
}
