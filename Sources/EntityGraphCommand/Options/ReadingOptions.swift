import ArgumentParser
import EntityGraph

/// How articles are read.
struct ReadingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The day of articles that do not say theirs.", valueName: "YYYY-MM-DD"), transform: Parse.date)
    var date: PartialDate?

    @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
    var quiet = false
}
