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
              entitygraph watch news --format json
            """)

    @Option(help: "table, json or csv.")
    var format: Report.Format = .table

    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let ontology = try Ontology.load(ontology.configuration)
        // A mistyped path must not make a new store.
        _ = try StoredGraph(openingAt: store.store, ontology: ontology)
        let news = try StoredGraph(creatingAt: store.store, ontology: ontology).news()
        if news.isEmpty, !store.quiet { Terminal.say("nothing new") }
        if !news.isEmpty || format == .json { WatchOutput.write(news, as: format) }
        return 0
    }
}

/// How news are printed.
enum WatchOutput {
    static func write(_ news: [News], as format: Report.Format = .table) {
        Terminal.write(News.text(news, as: format, width: Terminal.width))
    }
}
