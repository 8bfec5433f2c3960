import Foundation
import GraphModel

/// Finds the files of articles below a folder.
enum ArticleFolder {
    private static let suffixes: Set<String> = ["txt", "jsonl", "html", "htm", "xhtml"]

    /// What follows the last dot of the file's name, in lower case.
    static func suffix(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The paths of the articles' files and the folders right below the folder, in the order that their whole paths have as bytes; hidden
    /// ones and links to folders are left out.
    static func entries(of folder: String) throws(ReadingError) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .unreadable(path: folder, reason: "the folder cannot be listed")
        }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        let found = names.filter { !$0.hasPrefix(".") }.compactMap { name -> (path: String, key: [UInt8])? in
            let path = base + name
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
            if isFolder.boolValue {
                let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
                return isLink ? nil : (path, Array((name + "/").utf8))
            }
            return suffixes.contains(suffix(of: name)) ? (path, Array(name.utf8)) : nil
        }
        return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.path)
    }

    /// Whether a file of articles lies below the folder; a folder that cannot be listed counts, for its error is worth telling.
    static func holdsArticles(_ folder: String) -> Bool {
        guard let found = try? entries(of: folder) else { return true }
        return found.contains { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && (!isFolder.boolValue || holdsArticles(path))
        }
    }
}
