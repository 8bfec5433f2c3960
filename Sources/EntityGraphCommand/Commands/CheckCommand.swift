import ArgumentParser
import EntityGraph

struct CheckCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Whether the store is sound.",
        discussion: """
            Verifies the file, the places in the articles' texts, that entities and relations are what the articles' statements give, \
            and the checksums of the language model. Returns 1 if something is wrong. --repair derives entities and relations anew.

            EXAMPLES
              entitygraph check
              entitygraph check --store news.sqlite --repair
            """)

    @Flag(help: "Derive entities and relations anew from what the articles say, then check.")
    var repair = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let ontology = try Ontology.load(ontology.configuration)
        let stored = try StoredGraph(openingAt: store.store, ontology: ontology)
        if repair { try StoredGraph(creatingAt: store.store, ontology: ontology).repair() }
        var problems = try stored.problems()
        do { try verifyModel(self.ontology.configuration) } catch { problems.append("\(error)") }
        for problem in problems { Terminal.write(problem + "\n") }
        if problems.isEmpty && !store.quiet { Terminal.say("\(store.store): all is well") }
        return problems.isEmpty ? 0 : 1
    }
}
