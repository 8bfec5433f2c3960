import Foundation
import Testing

/// The built program, run as a user runs it.
struct Program {
    struct Outcome {
        var code: Int32
        var output: String
        var errors: String
    }

    /// The working folder of each run.
    let folder: URL

    /// The program beside the running tests.
    static var binary: URL {
        get throws {
            let tests = try #require(
                Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
                    ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { URL(filePath: $0) })
            return tests.deletingLastPathComponent().appending(path: "entitygraph")
        }
    }

    /// Runs `body` with the program in a new folder, which is removed afterwards.
    static func inTemporaryFolder<Result>(_ body: (Program) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entitygraph-\(UUID().uuidString)").resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(Program(folder: folder))
    }

    /// Writes a file into the working folder.
    func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    /// Writes a file into the working folder.
    func write(_ data: Data, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func run(_ arguments: String..., environment: [String: String] = [:], input: String = "") throws -> Outcome {
        try run(arguments, environment: environment, input: input)
    }

    func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") throws -> Outcome {
        let process = Process()
        process.executableURL = try Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, not pipes: nothing can fill up and block.
        let names = ["in", "out", "err"].map { folder.appending(path: ".std\($0)-\(UUID().uuidString)") }
        try Data(input.utf8).write(to: names[0])
        for name in names.dropFirst() { try Data().write(to: name) }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        let outcome = Outcome(
            code: process.terminationStatus, output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
        for name in names { try FileManager.default.removeItem(at: name) }
        return outcome
    }
}
