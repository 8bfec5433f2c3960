import ArgumentParser
import EntityGraph

/// The standing queries.
struct WatchListCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The standing queries of the store.",
        discussion: """
            EXAMPLES
              entitygraph watch list
              entitygraph watch list --format csv
            """)

    @OptionGroup var report: ReportOptions
    @OptionGroup var store: StoreOptions

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology(version: "", relationTypes: []))
        report.write(try stored.standingQueries().report)
        return 0
    }
}
