import ArgumentParser

/// The program `entitygraph`.
@main struct EntityGraphCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entitygraph",
        abstract: "Reads news, finds who relates to whom, and draws it.",
        discussion: """
            Results go to standard output, everything else to standard error. Exit codes: 0 done; 1 could not do it, or not for all \
            inputs; 64 wrong usage. 'diff' follows diff(1): 0 same, 1 different, 2 trouble.

            EXAMPLES
              entitygraph extract article.txt > graph.json
              entitygraph build articles/
              entitygraph render -o graph.svg
              entitygraph who "Delcy Rodriguez"
              entitygraph diff 2026-01-03 2026-01-09
            """,
        version: "0.1.0",
        subcommands: [
            ExtractCommand.self, BuildCommand.self, RenderCommand.self, ExportCommand.self,
            WhoCommand.self, TimelineCommand.self, QueryCommand.self, SQLCommand.self, WatchCommand.self,
            PathCommand.self, DiffCommand.self,
            EditCommand.self, ImportCommand.self,
            ListCommand.self, StatsCommand.self, RemoveCommand.self, CheckCommand.self, InspectCommand.self,
            ExplainCommand.self,
        ])
}
