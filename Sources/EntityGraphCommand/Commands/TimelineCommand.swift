import ArgumentParser
import EntityGraph

struct TimelineCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Dated statements about one entity or one pair, in the order of time.",
        discussion: """
            What several articles tell of one event is one row. 'dated by' says whether the text gives the day, or only its article. \
            -o draws a pair's cooperation above and its conflict below a line, by the ontology's scores, and of one entity a lane for \
            each family of relations. Those who act for one of a pair count for it: its leaders and officials while in office, its bodies, \
            a country's cities; --direct leaves them out.

            EXAMPLES
              entitygraph timeline Maduro
              entitygraph timeline "United States" Venezuela -o relations.svg
              entitygraph timeline Maduro --theme dark -o maduro.png
              entitygraph timeline Venezuela --relation attacked --since 2026-01-01 --format csv
              entitygraph timeline "Delcy Rodriguez" --as-of 2026-01-05 -o then.png
            """)

    @Argument(help: "Whom it is about.")
    var name: String

    @Argument(help: "The other one of a pair.")
    var other: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Draw it too: .svg, .png, .pdf or .html.", valueName: "file"))
    var output: String?

    @Flag(help: "Of a pair, only what is told of the two themselves, not of those who act for them.")
    var direct = false

    @OptionGroup(title: "Picture") var plot: PlotOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        let answer = try stored.timeline(of: name, and: other, countsTheirOwn: !direct, filter: filter.filter, picture: output, options: plot.options)
        if !store.quiet { answer.notes.forEach(Terminal.say) }
        report.write(answer.report)
        return 0
    }
}
