public import Foundation

/// Finds the folder of data files (ontology, patterns, gazetteers, language data, model) that belongs to this program.
///
/// `Bundle.module` is not used: it traps where the build folder is gone, and a copied program has none.
public enum ResourceFolder {
    /// The variable that names the folder.
    public static let variable = "ENTITYGRAPH_RESOURCES"

    /// The data folder: that of the environment variable, else `../share/entitygraph` of the real executable, else the bundle beside it.
    ///
    /// - Throws: `ConfigurationError`, naming all places that were tried.
    public static func find(
        environment: [String: String] = ProcessInfo.processInfo.environment, executable: URL? = Self.executable
    ) throws -> URL {
        if let path = environment[variable], !path.isEmpty {
            let folder = URL(filePath: path, directoryHint: .isDirectory)
            guard isResourceFolder(folder) else {
                throw ConfigurationError.noResources(tried: ["\(variable)=\(path)"])
            }
            return folder
        }
        let tried = executable.map(places) ?? []
        if let folder = tried.first(where: isResourceFolder) { return folder }
        throw ConfigurationError.noResources(tried: ["\(variable) (not set)"] + tried.map(\.path))
    }

    /// The file of the running program, symbolic links followed.
    public static var executable: URL? {
        #if os(Linux)
            guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
            return URL(filePath: path)
        #else
            return Bundle.main.executableURL?.resolvingSymlinksInPath()
        #endif
    }

    private static func places(of executable: URL) -> [URL] {
        let folder = executable.resolvingSymlinksInPath().deletingLastPathComponent()
        return [
            folder.deletingLastPathComponent().appending(path: "share/entitygraph", directoryHint: .isDirectory),
            folder.appending(path: "entitygraph_EntityGraph.resources/Resources", directoryHint: .isDirectory),
            folder.appending(path: "entitygraph_EntityGraph.bundle/Contents/Resources/Resources", directoryHint: .isDirectory),
        ]
    }

    private static func isResourceFolder(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "ontology/relations.yaml").path)
    }
}
