import Foundation

/// A file that the program writes for its user.
struct OutputFile {
    let path: String

    /// - Throws: `OutputError` if the folder is not there or not writable, so that this is known before long work begins.
    func checkWritable() throws {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw OutputError(path: path, problem: "there is no folder \(folder); create it first")
        }
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw OutputError(path: path, problem: "this is a folder; name a file in it")
        }
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw OutputError(path: path, problem: "the folder \(folder) is not writable; choose another one")
        }
    }

    /// Writes the file at one blow, so that a reader never sees half of it.
    func write(_ bytes: [UInt8]) throws {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw OutputError(path: path, problem: "it cannot be written (\((error as NSError).localizedDescription))")
        }
    }
}

/// Why an output could not be written.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    public let problem: String

    public var description: String { "\(path): \(problem)" }
}
