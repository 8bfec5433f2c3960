import ArgumentParser
import EntityGraph

struct BuildCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Articles to the store; adding the same article again changes nothing.",
        discussion: """
            Each article is one transaction: an interrupted build loses the article in hand at most. An article with the id or URL of a \
            stored one, but another text, takes its place. What is new to standing queries ('entitygraph watch') is printed in the end.

            EXAMPLES
              entitygraph build articles/
              entitygraph build --store news.sqlite monday.jsonl tuesday.jsonl
              entitygraph build --date 2026-01-09 undated.txt
            """)

    @Argument(help: "Articles: text files, saved web pages (.html), folders, .jsonl files, or - for standard input.")
    var paths: [String]

    @Option(help: ArgumentHelp("The store.", valueName: "file"))
    var store: String = "entitygraph.sqlite"

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var pipeline: PipelineOptions

    func perform() async throws -> Int32 {
        let builder = try GraphBuilder(pipeline.configuration)
        let stored = try StoredGraph(creatingAt: store, ontology: builder.ontology)
        let progress = Progress(isShown: !reading.quiet)
        let summary = try await builder.build(paths, undated: reading.date, into: stored, report: progress.show)
        progress.end()
        if !reading.quiet { Terminal.say(summary.description) }
        try WatchOutput.write(stored.news())
        return summary.failures == 0 ? 0 : 1
    }
}
