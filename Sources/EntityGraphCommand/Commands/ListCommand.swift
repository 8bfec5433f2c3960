public import ArgumentParser
public import EntityGraph

struct ListCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What is stored: articles, entities or relations.",
        discussion: """
            EXAMPLES
              entitygraph list
              entitygraph list entities --type person
              entitygraph list relations --relation captured --format csv
            """)

    @Argument(help: "articles, entities or relations.")
    var what: StoredGraph.Listing = .articles

    @OptionGroup var filter: FilterOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        let answer = try stored.list(what, filter: filter.filter)
        if !store.quiet { answer.notes.forEach(Terminal.say) }
        report.write(answer.report)
        return 0
    }
}

extension StoredGraph.Listing: ExpressibleByArgument {}
