import Foundation
import Testing

/// Files that hold what is expected, small enough to read in review.
enum Golden {
    /// Compares `text` with the recorded file of this name; with `RECORD_GOLDENS=1` in the environment, records it instead.
    static func expect(_ text: String, toEqual name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Goldens/GraphRendering/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return
        }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == recorded, "\(name) differs from what is recorded; if that is meant, record it anew with RECORD_GOLDENS=1")
    }
}
