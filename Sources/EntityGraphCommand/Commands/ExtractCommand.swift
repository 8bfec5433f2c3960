import ArgumentParser
import EntityGraph

struct ExtractCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Articles to graph JSON on standard output; no store.",
        discussion: """
            PATH is a text file, a saved web page (.html), a folder (all articles below it), a .jsonl file with an article a line, or - for \
            standard input.

            EXAMPLES
              entitygraph extract article.txt
              entitygraph extract articles/ > graph.json
              entitygraph extract --format jsonl news.jsonl
              echo "France recalled its ambassador to Mali." | entitygraph extract --date 2026-01-09 -
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case json, jsonl }

    @Argument(help: "Articles: text files, saved web pages (.html), folders, .jsonl files, or - for standard input.")
    var paths: [String]

    @Option(help: "json: one graph of all articles; jsonl: a graph an article, in order, never merged.")
    var format: Format = .json

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var pipeline: PipelineOptions

    func perform() async throws -> Int32 {
        let builder = try GraphBuilder(pipeline.configuration)
        let progress = Progress(isShown: !reading.quiet)
        var extracted: [ExtractedDocument] = []
        let failures = try await builder.extract(paths, undated: reading.date, report: progress.show) { document in
            switch format {
            case .json: extracted.append(document)
            case .jsonl: Terminal.write(try builder.jsonLine(of: document))
            }
        }
        progress.end()
        if format == .json, failures == 0 || !extracted.isEmpty { Terminal.write(try builder.json(of: extracted)) }
        return failures == 0 ? 0 : 1
    }
}
