import ArgumentParser
import EntityGraph

struct EditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Corrections of the graph, each of which can be taken back.",
        discussion: """
            A correction is kept in the store with its time and reason, and holds for articles that come later and for those that are \
            read anew. Names must be exact, or ids as 'list entities' shows them.

              entitygraph edit --log            lists all corrections
              entitygraph edit --undo N         takes one back, in any order; says what stands in the way
              entitygraph edit --export FILE    writes them into a text file (- for standard output), one a line
              entitygraph edit --import FILE    takes over those of such a file that are new here

            EXAMPLES
              entitygraph edit merge "Maduro Moros" "Nicolás Maduro" --reason "the same man"
              entitygraph edit reject "Delcy Rodriguez" captured "Nicolas Maduro"
              entitygraph edit --log
              entitygraph edit --undo 2
              entitygraph edit --export corrections.txt
            """,
        subcommands: [
            EditMerge.self, EditSplit.self, EditRename.self, EditRetype.self, EditAlias.self, EditReject.self, EditConfirm.self, EditAdd.self,
            EditRecords.self,
        ],
        defaultSubcommand: EditRecords.self)
}

/// What every correction takes.
struct EditOptions: ParsableArguments {
    @Option(help: "Why; kept with the correction.")
    var reason: String = ""

    @Option(
        help: ArgumentHelp("When the correction is made (default: now), such as 2026-01-10T09:30.", valueName: "time"), transform: Parse.time)
    var at: CorrectionTime?

    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    var stamp: StoredGraph.Stamp { StoredGraph.Stamp(time: at ?? .now, reason: reason) }

    /// The store, which must be there, for writing.
    func open() throws -> StoredGraph {
        let ontology = try Ontology.load(ontology.configuration)
        // A mistyped path must not make a new store.
        do {
            _ = try StoredGraph(openingAt: store.store, ontology: ontology)
        } catch let error where StoredGraph.isOfAnEarlierVersion(error) {}
        return try StoredGraph(creatingAt: store.store, ontology: ontology)
    }

    /// Makes a correction and says which.
    func make(_ correction: (StoredGraph, StoredGraph.Stamp) throws -> StoredGraph.MadeCorrection) throws -> Int32 {
        let made = try correction(open(), stamp)
        if !store.quiet {
            Terminal.say("\(made)")
            if let warning = made.warning { Terminal.say(warning) }
        }
        return 0
    }
}
