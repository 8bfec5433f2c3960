import EntityGraph

/// Tells on standard error how far the reading of articles has come, and which could not be used.
final class Progress {
    private let isShown: Bool
    private var done = 0

    init(isShown: Bool) { self.isShown = isShown && Terminal.showsProgress }

    /// An article was read, or could not be.
    func show(_ event: GraphBuilder.Event) {
        switch event {
        case .done:
            done += 1
            if isShown { Terminal.progress("\(done) \(done == 1 ? "article" : "articles")") }
        case .failed(let message):
            if isShown { Terminal.progress("") }
            Terminal.say("entitygraph: \(message)")
        }
    }

    func end() { if isShown { Terminal.progress("") } }
}
