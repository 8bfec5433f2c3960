import ArgumentParser
import EntityGraph

struct RemoveCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Takes articles out of the store, with everything that only they say, or a person for good.",
        discussion: """
            --person is for requests of privacy: what articles say of the person goes, and so do its names, also in the texts of the \
            articles, where # are left; the file is written anew, so that nothing of it remains in it. Articles that were changed so \
            are left alone when they are built again in their old words. Your own copies of the articles are not touched.

            EXAMPLES
              entitygraph list --format csv
              entitygraph remove https://example.org/2026/01/09/story
              entitygraph remove --person "Ana Diaz"
            """)

    @Argument(help: ArgumentHelp("Ids of articles, as 'list --format csv' shows them.", valueName: "article"))
    var articles: [String] = []

    @Option(help: ArgumentHelp("The person to forget: a full name or an id.", valueName: "name"))
    var person: [String] = []

    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func validate() throws {
        if articles.isEmpty && person.isEmpty { throw ValidationError("name articles to remove, or a person with --person") }
    }

    func perform() async throws -> Int32 {
        let ontology = try Ontology.load(ontology.configuration)
        // A mistyped path must not make a new store.
        _ = try StoredGraph(openingAt: store.store, ontology: ontology)
        let stored = try StoredGraph(creatingAt: store.store, ontology: ontology)
        var failures = stored.remove(articles)
        for name in person {
            do {
                let done = try stored.purge(person: name)
                if !store.quiet { Terminal.say(done) }
            } catch {
                failures.append(error)
            }
        }
        for failure in failures { Terminal.say("entitygraph: \(failure)") }
        return failures.isEmpty ? 0 : 1
    }
}
