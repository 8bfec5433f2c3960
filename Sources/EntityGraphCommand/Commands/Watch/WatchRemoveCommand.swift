import ArgumentParser
import EntityGraph

/// Forgets a standing query.
struct WatchRemoveCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Forgets a standing query.",
        discussion: """
            EXAMPLES
              entitygraph watch remove arrests
            """)

    @Argument(help: "Its name.")
    var name: String

    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let ontology = try Ontology.load(ontology.configuration)
        _ = try StoredGraph(openingAt: store.store, ontology: ontology)
        try StoredGraph(creatingAt: store.store, ontology: ontology).unwatch(name)
        return 0
    }
}
