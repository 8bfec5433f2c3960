import ArgumentParser
import EntityGraph

/// Keeps a standing query.
struct WatchAddCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Keeps a standing query; one of the same name is replaced.",
        discussion: """
            EXAMPLES
              entitygraph watch add arrests '(who)-[:arrested|captured]->(p:person)'
            """)

    @Argument(help: "What to call it.")
    var name: String

    @Argument(help: "A pattern, as 'entitygraph query' takes it.")
    var pattern: String

    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let ontology = try Ontology.load(ontology.configuration)
        // A mistyped path must not make a new store.
        _ = try StoredGraph(openingAt: store.store, ontology: ontology)
        let count = try StoredGraph(creatingAt: store.store, ontology: ontology).watch(pattern, as: name)
        if !store.quiet { Terminal.say("watching '\(name)'; \(count) \(count == 1 ? "answer is" : "answers are") there already") }
        return 0
    }
}
