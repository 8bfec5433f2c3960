import ArgumentParser
import EntityGraph

struct RemoveCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Takes articles out of the store, with everything that only they say.",
        discussion: """
            EXAMPLES
              entitygraph list --format csv
              entitygraph remove https://example.org/2026/01/09/story
            """)

    @Argument(help: ArgumentHelp("Ids of articles, as 'list --format csv' shows them.", valueName: "article"))
    var articles: [String]

    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let ontology = try Ontology.load(ontology.configuration)
        // A mistyped path must not make a new store.
        _ = try StoredGraph(openingAt: store.store, ontology: ontology)
        let failures = try StoredGraph(creatingAt: store.store, ontology: ontology).remove(articles)
        for failure in failures { Terminal.say("entitygraph: \(failure)") }
        return failures.isEmpty ? 0 : 1
    }
}
