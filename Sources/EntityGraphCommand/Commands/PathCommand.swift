import ArgumentParser
import EntityGraph

struct PathCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "How two entities are connected, with evidence on each hop.",
        discussion: """
            The shortest connections come first. One through an entity that has to do with many others counts as longer, unless \
            --through-hubs is given.

            EXAMPLES
              entitygraph path "Cilia Flores" "Donald Trump"
              entitygraph path Chevron Venezuela --count 5 --format csv
              entitygraph path "Cilia Flores" "Donald Trump" -o path.svg
              entitygraph path Maduro Rodriguez --as-of 2026-01-05
            """)

    @Argument(help: "Where the connection starts.")
    var start: String

    @Argument(help: "Where it ends.")
    var end: String

    @Option(help: ArgumentHelp("How many connections.", valueName: "n"))
    var count: Int = 3

    @Flag(help: "Let connections run through entities that nearly everything is connected to.")
    var throughHubs = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Draw them too, with their evidence: .svg, .html, .png, .pdf or .dot.", valueName: "file"))
    var output: String?

    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func validate() throws {
        if !(1...100).contains(count) { throw ValidationError("--count \(count): give a number from 1 to 100") }
    }

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        let answer = try stored.paths(from: start, to: end, count: count, avoidingHubs: !throughHubs, filter: filter.filter)
        if let output {
            try stored.drawPaths(
                from: start, to: end, count: count, avoidingHubs: !throughHubs, Picture(options: picture.options), filter: filter.filter,
                to: output)
        }
        if !store.quiet { answer.notes.forEach(Terminal.say) }
        report.write(answer.report)
        return 0
    }
}
