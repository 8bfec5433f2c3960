import Foundation

/// A folder that the program writes several files into for its user.
struct OutputFolder {
    let path: String

    /// Makes the folder where it is not there yet.
    ///
    /// - Throws: `OutputError` if there is a file in its place, or it cannot be made or written into.
    func make() throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw OutputError(path: path, problem: "this is a file; name a folder") }
        } else {
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw OutputError(path: path, problem: "the folder cannot be made (\((error as NSError).localizedDescription))")
            }
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw OutputError(path: path, problem: "the folder is not writable; choose another one")
        }
    }

    func file(_ name: String) -> OutputFile { OutputFile(path: URL(filePath: path).appending(path: name).path) }
}
