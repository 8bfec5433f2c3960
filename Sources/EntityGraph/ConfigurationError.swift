/// What keeps the pipeline from being set up.
public enum ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No folder of data files in any of the places named.
    case noResources(tried: [String])
    /// No model file at the path given or looked for.
    case noModel(path: String)
    /// This processor has no such kernels.
    case noKernel(name: String, available: [String])

    public var description: String {
        switch self {
        case .noResources(let tried):
            "the program's data files were not found; looked in \(tried.joined(separator: ", then ")); "
                + "install them with 'make install', or name the folder in ENTITYGRAPH_RESOURCES"
        case .noModel(let path):
            "no language model at \(path); give the file with --model or ENTITYGRAPH_MODEL, or install it with 'make install'"
        case .noKernel(let name, let available):
            "ENTITYGRAPH_KERNEL is '\(name)', but this processor has \(available.joined(separator: ", ")); name one of these, or leave it unset"
        }
    }
}
