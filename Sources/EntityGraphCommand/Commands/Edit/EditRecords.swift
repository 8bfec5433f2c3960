import ArgumentParser
import EntityGraph

/// `edit --log`, `--undo`, `--export`, `--import`.
struct EditRecords: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "records",
        abstract: "What was corrected: --log, --undo, --export, --import; needs no name of its own.",
        discussion: """
            EXAMPLES
              entitygraph edit --log --format csv
              entitygraph edit --undo 3
              entitygraph edit --export corrections.txt
              entitygraph edit --import corrections.txt --store other.sqlite
            """)

    @Flag(help: "List all corrections, those taken back among them.")
    var log = false

    @Option(help: ArgumentHelp("Take back the correction of this number; may be repeated.", valueName: "n"))
    var undo: [Int] = []

    @Option(name: .customLong("export"), help: ArgumentHelp("Write all corrections into this file; - for standard output.", valueName: "file"))
    var exported: String?

    @Option(name: .customLong("import"), help: ArgumentHelp("Take over the corrections of this file; - for standard input.", valueName: "file"))
    var imported: String?

    @Argument(help: .hidden)
    var stray: [String] = []

    @OptionGroup var options: EditOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        if let word = stray.first {
            let actions = ["merge", "split", "rename", "retype", "alias", "reject", "confirm", "add"]
            let meant = actions.contains(word) ? "; options come after it" : suggestion(for: word, among: actions)
            throw ValidationError("'\(word)' is no kind of correction here\(meant); it is one of \(actions.joined(separator: ", "))")
        }
        let asked = [log, !undo.isEmpty, exported != nil, imported != nil].count { $0 }
        if asked != 1 { throw ValidationError("give a correction such as 'merge', or one of --log, --undo, --export and --import") }
    }

    func perform() async throws -> Int32 {
        if !undo.isEmpty {
            let stored = try options.open()
            for number in undo {
                let undone = try stored.undo(number, options.stamp)
                if !options.store.quiet { Terminal.say("undone: \(undone)") }
            }
            return 0
        }
        if let imported {
            let result = try options.open().importCorrections(from: imported)
            for problem in result.problems { Terminal.say("entitygraph: \(problem)") }
            if !options.store.quiet { Terminal.say(result.summary) }
            return result.problems.isEmpty ? 0 : 1
        }
        let stored = try StoredGraph(openingAt: options.store.store, ontology: Ontology.load(options.ontology.configuration))
        guard let exported else {
            report.write(try stored.corrections().report)
            return 0
        }
        if exported == "-" {
            Terminal.write(try stored.correctionText())
        } else {
            let count = try stored.exportCorrections(to: exported)
            if !options.store.quiet { Terminal.say("\(exported): \(count) \(count == 1 ? "correction" : "corrections")") }
        }
        return 0
    }
}
