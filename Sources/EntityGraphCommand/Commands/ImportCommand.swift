import ArgumentParser
import EntityGraph

struct ImportCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Known relations from CSV files, with their source.",
        discussion: """
            The first line names the columns: subject, relation and object must be there; subject_type, object_type (person, country, \
            organization, place), status, date, until, source, published (when it became known), quote, title and confidence may be. \
            Subject and object are names of the store's entities; one that is new needs its type. Bad rows are named with their line; \
            the others are imported all the same, and the exit code is 1.

            The rows of one source become one article, which counts as one source and can be removed as such. Importing a source again \
            replaces what was imported of it before.

            EXAMPLES
              entitygraph import owners.csv --source "Company register" --published 2026-01-31
              printf 'subject,subject_type,relation,object,date\\nMaría Paz,person,visited,Venezuela,2025\\n' | entitygraph import -
            """)

    @Argument(help: ArgumentHelp("CSV files, or - for standard input.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The source of rows that name none (default: the file's name).", valueName: "name"))
    var source: String?

    @Option(help: ArgumentHelp("The day on which rows became known that do not say theirs.", valueName: "date"), transform: Parse.date)
    var published: PartialDate?

    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(creatingAt: store.store, ontology: Ontology.load(ontology.configuration))
        var isWhole = true
        for file in files {
            do {
                let result = try stored.importRelations(from: file, source: source, published: published, configuration: ontology.configuration)
                for problem in result.problems { Terminal.say("entitygraph: \(problem)") }
                if !store.quiet { Terminal.say("\(file): \(result.summary)") }
                isWhole = isWhole && result.problems.isEmpty
            } catch {
                Terminal.say("entitygraph: \(error)")
                isWhole = false
            }
        }
        return isWhole ? 0 : 1
    }
}
