public import Foundation
public import Logging

/// Where the pipeline finds its data, and how it runs.
public struct Configuration: Sendable {
    /// Folder of the built-in data files; nil to look for it as `ResourceFolder` says.
    public var resources: URL?
    /// The language model; nil for that of the environment variable `ENTITYGRAPH_MODEL`, else the built-in one.
    public var model: URL?
    /// Ontology files on top of the built-in one, later ones winning.
    public var ontologies: [URL]
    /// Gazetteer files on top of the built-in ones.
    public var gazetteers: [URL]
    /// Articles worked on at the same time.
    public var threads: Int
    /// Statements below this confidence, 0 to 1, are left out. Default: `defaultMinimumConfidence`.
    public var minimumConfidence: Double
    /// Confidences are probabilities, and the threshold with the best F1 is then half of that F1 (Lipton, Elkan and Naryanaswamy, "Optimal
    /// Thresholding of Classifiers to Maximize F1 Measure", 2014): 0.3 for an F1 of 0.6.
    public static let defaultMinimumConfidence = 0.3

    /// Kernels that run the language model: `scalar`, `neon`, `avx2` or `vnni`; nil for the fastest of this processor. All give the same
    /// bits: the choice is for measurements. Default: the environment variable `ENTITYGRAPH_KERNEL`.
    public var kernel: String?
    /// Told at level `debug` what was loaded and what each article gave. By default what the program's logging system makes of it, which
    /// as a rule is nothing.
    public var logger: Logger

    public init(
        resources: URL? = nil, model: URL? = nil, ontologies: [URL] = [], gazetteers: [URL] = [],
        threads: Int = ProcessInfo.processInfo.activeProcessorCount, minimumConfidence: Double = Self.defaultMinimumConfidence,
        kernel: String? = ProcessInfo.processInfo.environment["ENTITYGRAPH_KERNEL"], logger: Logger = Logger(label: "entitygraph")
    ) {
        self.resources = resources
        self.model = model
        self.ontologies = ontologies
        self.gazetteers = gazetteers
        self.threads = threads
        self.minimumConfidence = minimumConfidence
        self.kernel = kernel
        self.logger = logger
    }

    /// Makes the pipeline tell on standard error, at level `debug`, what it does.
    public mutating func logToStandardError() {
        logger = Logger(label: "entitygraph") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .debug
    }
}
