import ArgumentParser
import EntityGraph

struct DiffCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed in the graph between two dates.",
        discussion: """
            Compares what articles published on or before FROM say with what those published on or before TO say. As diff(1) it returns \
            0 if that is the same, 1 if it differs, 2 in case of trouble.

            EXAMPLES
              entitygraph diff 2026-01-03 2026-01-09
              entitygraph diff 2026-01-03 2026-01-09 --side-by-side -o changes.svg
              entitygraph diff 2026-01-03 2026-01-09 -o changes.svg
              entitygraph diff 2026-01 2026-02 --format json
            """)

    static var failureCode: Int32 { 2 }

    @Argument(help: ArgumentHelp("The earlier date.", valueName: "from"), transform: Parse.date)
    var from: PartialDate

    @Argument(help: ArgumentHelp("The later date.", valueName: "to"), transform: Parse.date)
    var to: PartialDate

    @Option(name: .shortAndLong, help: ArgumentHelp("Draw it too: .svg, .html, .png, .pdf or .dot.", valueName: "file"))
    var output: String?

    @Flag(help: "Draw the two days one beside the other, on the same layout.")
    var sideBySide = false

    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func validate() throws {
        if filter.asOf != nil { throw ValidationError("'diff' compares two --as-of dates already; give them as FROM and TO") }
    }

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        var options = picture.options
        options.isSideBySide = sideBySide
        let (answer, areNone) = try stored.changes(from: from, to: to, filter: filter.filter, Picture(options: options), drawnTo: output)
        if !store.quiet { answer.notes.forEach(Terminal.say) }
        report.write(answer.report)
        return areNone ? 0 : 1
    }
}
