import ArgumentParser
import EntityGraph

/// What the standing queries find that they had not found before.
struct WatchNewsCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "news",
        abstract: "Prints what the standing queries find new, as each build does.",
        discussion: """
            EXAMPLES
              entitygraph watch news
              entitygraph watch news --store news.sqlite
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let ontology = try Ontology.load(ontology.configuration)
        // A mistyped path must not make a new store.
        _ = try StoredGraph(openingAt: store.store, ontology: ontology)
        let news = try StoredGraph(creatingAt: store.store, ontology: ontology).news()
        if news.isEmpty, !store.quiet { Terminal.say("nothing new") }
        WatchOutput.write(news)
        return 0
    }
}

/// How news are printed.
enum WatchOutput {
    /// For each standing query its name, and a table of what is new.
    static func write(_ news: [News]) {
        for item in news {
            let count = item.report.rows.count
            Terminal.write("\(item.name): \(count) new\n\(item.report.text(as: .table, width: Terminal.width))\n")
        }
    }
}
