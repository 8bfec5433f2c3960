import ArgumentParser
import EntityGraph
import Foundation

/// What every command that reads articles takes.
struct PipelineOptions: ParsableArguments {
    @Option(help: "Articles worked on at the same time (default: all cores).")
    var threads: Int?

    @Option(help: ArgumentHelp("An ontology file of your own, on top of the built-in one; may be repeated.", valueName: "file"))
    var ontology: [String] = []

    @Option(help: ArgumentHelp("A gazetteer of your own (.csv or .yaml), which wins over all else; may be repeated.", valueName: "file"))
    var gazetteer: [String] = []

    @Option(help: ArgumentHelp("The language model (default: ENTITYGRAPH_MODEL, else the built-in one).", valueName: "file"))
    var model: String?

    @Option(help: ArgumentHelp("Leave out statements that are less likely right than this, 0 to 1.", valueName: "x"), transform: Parse.confidence)
    var minConfidence: Double = Configuration.defaultMinimumConfidence

    @Flag(help: "Say on standard error what is loaded and what each article gives.")
    var verbose = false

    func validate() throws {
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads \(threads): give a number from 1 to 1024") }
    }

    var configuration: Configuration {
        var configuration = Configuration(
            model: model.map { URL(filePath: $0) }, ontologies: ontology.map { URL(filePath: $0) },
            gazetteers: gazetteer.map { URL(filePath: $0) }, minimumConfidence: minConfidence)
        if let threads { configuration.threads = threads }
        if verbose { configuration.logToStandardError() }
        return configuration
    }
}
