import ArgumentParser
import EntityGraph

struct WhoCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "who",
        abstract: "Who relates to NAME, and how, with dates and evidence.",
        discussion: """
            EXAMPLES
              entitygraph who "Delcy Rodriguez"
              entitygraph who Venezuela --relation attacked --since 2026-01-01
              entitygraph who Maduro -o maduro.svg
              entitygraph who Maduro --as-of 2026-01-05 --format json
            """)

    @Argument(help: "A name, or part of one.")
    var name: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Draw it too: .svg, .html, .png, .pdf or .dot.", valueName: "file"))
    var output: String?

    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        let answer = try stored.who(name, filter: filter.filter)
        if let output { try stored.drawWho(name, Picture(options: picture.options), filter: filter.filter, to: output) }
        if !store.quiet { answer.notes.forEach(Terminal.say) }
        report.write(answer.report)
        return 0
    }
}
