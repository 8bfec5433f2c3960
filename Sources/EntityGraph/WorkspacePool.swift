import Foundation
import TransformerInference

/// The language model's workspaces: as many as threads use one at the same time, each kept for the next article.
///
/// `@unchecked Sendable`: `idle` is touched only under the lock, and a workspace taken out of it by one thread only.
final class WorkspacePool: @unchecked Sendable {
    private let lock = NSLock()
    private var idle: [Workspace] = []

    /// Calls `body` with a workspace that nobody else has.
    func withWorkspace<Result>(_ body: (Workspace) throws -> Result) rethrows -> Result {
        let workspace = lock.withLock { idle.popLast() } ?? Workspace()
        defer { lock.withLock { idle.append(workspace) } }
        return try body(workspace)
    }
}
