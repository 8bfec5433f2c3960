import ArgumentParser
import EntityGraph

struct StatsCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "How much is stored, and of what.",
        discussion: """
            EXAMPLES
              entitygraph stats
              entitygraph stats --store news.sqlite --format json
            """)

    @OptionGroup var report: ReportOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        report.write(try stored.statistics().report)
        return 0
    }
}
