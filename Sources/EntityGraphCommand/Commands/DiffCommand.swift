import ArgumentParser
import EntityGraph

struct DiffCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed in the graph between two dates.",
        discussion: """
            Compares what articles published on or before FROM say with what those published on or before TO say; with --window 7d, what \
            the articles of the seven days up to FROM say with those up to TO; with --against, this store with another one, such as one \
            built from the same articles with another model. As diff(1) it returns 0 if that is the same, 1 if it differs, 2 in case of \
            trouble.

            EXAMPLES
              entitygraph diff 2026-01-03 2026-01-09
              entitygraph diff 2026-01-03 2026-01-09 -o changes.svg
              entitygraph diff 2026-01-03 2026-01-09 --side-by-side -o changes.svg
              entitygraph diff 2026-01-01 2026-01-10 --steps -o growth.html
              entitygraph diff 2026-01 2026-02 --format json
              entitygraph diff 2026-01-03 2026-01-10 --window 7d
              entitygraph diff --against other.sqlite --format csv
            """)

    static var failureCode: Int32 { 2 }

    @Argument(help: ArgumentHelp("The earlier date.", valueName: "from"), transform: Parse.date)
    var from: PartialDate?

    @Argument(help: ArgumentHelp("The later date.", valueName: "to"), transform: Parse.date)
    var to: PartialDate?

    @Option(
        help: ArgumentHelp("Compare what was published in so many days (7d) or weeks (2w) up to each date.", valueName: "length"),
        transform: Parse.days)
    var window: Int?

    @Option(help: ArgumentHelp("Compare this store with the one in another file.", valueName: "store"))
    var against: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Draw it too: .svg, .html, .png, .pdf or .dot.", valueName: "file"))
    var output: String?

    @Flag(help: "Draw the two days one beside the other, on the same layout.")
    var sideBySide = false

    @Flag(help: "Draw how the graph grew: a page that goes through the days on which articles came out, on one layout (-o growth.html).")
    var steps = false

    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func validate() throws {
        if steps {
            if output?.lowercased().hasSuffix(".html") != true {
                throw ValidationError("--steps makes a page: name it with -o, such as -o growth.html")
            }
            if against != nil || window != nil || sideBySide {
                throw ValidationError("--steps goes from day to day; leave out --against, --window and --side-by-side")
            }
            if let from, let to, to.lastDay <= from.lastDay { throw ValidationError("--steps goes forward: give the earlier date first") }
        }
        if against != nil {
            if from != nil || window != nil {
                throw ValidationError("--against compares two stores as they are; leave the dates out, or use --as-of")
            }
            return
        }
        if from == nil || to == nil { throw ValidationError("give two dates, such as 2026-01-03 2026-01-09, or --against and another store") }
        if filter.asOf != nil { throw ValidationError("'diff' compares two --as-of dates already; give them as FROM and TO") }
    }

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        var options = picture.options
        options.isSideBySide = sideBySide
        var drawn = Picture(options: options)
        drawn.showsSteps = steps
        let (answer, areNone) = try stored.changes(comparison, filter: filter.filter, drawn, drawnTo: output)
        if !store.quiet { answer.notes.forEach(Terminal.say) }
        report.write(answer.report)
        return areNone ? 0 : 1
    }

    private var comparison: Comparison {
        guard let from, let to else { return .store(against ?? "") }
        return window.map { .windows(from, to, days: $0) } ?? .days(from, to)
    }
}
