import ArgumentParser

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Standing queries: what they find new is printed after each build.",
        discussion: """
            A standing query is a pattern as 'entitygraph query' takes it. It is kept in the store; after each build, what it finds for \
            the first time goes to standard output. A name that no article has used so far is waited for.

            EXAMPLES
              entitygraph watch add arrests '(who)-[:arrested|captured]->(p:person)'
              entitygraph watch add chevron '({name: "Chevron"})-[r]-(other) WHERE r.status <> former'
              entitygraph watch list
              entitygraph watch
              entitygraph watch remove chevron
            """,
        subcommands: [WatchNewsCommand.self, WatchAddCommand.self, WatchListCommand.self, WatchRemoveCommand.self],
        defaultSubcommand: WatchNewsCommand.self)
}
