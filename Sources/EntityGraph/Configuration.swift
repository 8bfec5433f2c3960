public import Foundation

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
    /// Statements below this confidence, 0 to 1, are left out.
    public var minimumConfidence: Double

    public init(
        resources: URL? = nil, model: URL? = nil, ontologies: [URL] = [], gazetteers: [URL] = [],
        threads: Int = ProcessInfo.processInfo.activeProcessorCount, minimumConfidence: Double = 0
    ) {
        self.resources = resources
        self.model = model
        self.ontologies = ontologies
        self.gazetteers = gazetteers
        self.threads = threads
        self.minimumConfidence = minimumConfidence
    }
}
