import EntityGraph

/// Tells on standard error how far the reading of articles has come, and which could not be used.
final class Progress {
    private let isShown: Bool
    private var done = 0
    private var failures: [GraphBuilder.Failure] = []

    /// Of more bad articles than these the end names the first ones.
    private static let limit = 50

    init(isShown: Bool) { self.isShown = isShown && Terminal.showsProgress }

    /// An article was read, or could not be.
    func show(_ event: GraphBuilder.Event) {
        switch event {
        case .done:
            done += 1
            if isShown { Terminal.progress("\(done) \(done == 1 ? "article" : "articles")") }
        case .failed(let failure):
            failures.append(failure)
            if isShown { Terminal.progress("") }
            Terminal.say("entitygraph: \(failure.message)")
        }
    }

    /// Names all bad articles once more, where others stood between them.
    func end() {
        if isShown { Terminal.progress("") }
        guard !failures.isEmpty, done + failures.count > 1 else { return }
        let all = done + failures.count
        Terminal.say("entitygraph: \(failures.count) of \(all) articles could not be used:")
        for failure in failures.prefix(Self.limit) { Terminal.say("  \(failure.place ?? failure.message)") }
        if failures.count > Self.limit { Terminal.say("  and \(failures.count - Self.limit) more") }
    }
}
