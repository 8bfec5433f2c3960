public import ArgumentParser
public import EntityGraph
import Foundation

/// Which store, and how loud.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The store.", valueName: "file"))
    var store: String = "entitygraph.sqlite"

    @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
    var quiet = false
}

/// The ontology file of a command that asks a store.
struct OntologyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("An ontology file of your own, on top of the built-in one; may be repeated.", valueName: "file"))
    var ontology: [String] = []

    var configuration: Configuration { Configuration(ontologies: ontology.map { URL(filePath: $0) }) }
}

/// How an answer is written.
struct ReportOptions: ParsableArguments {
    @Option(help: "table, json or csv (default: table on a terminal, else json).")
    var format: Report.Format?

    /// The form asked for, else the one that suits where the answer goes.
    var chosen: Report.Format { format ?? (Terminal.isInteractive ? .table : .json) }

    func write(_ report: Report) { Terminal.write(report.text(as: chosen, width: Terminal.width)) }
}

extension Report.Format: ExpressibleByArgument {}
