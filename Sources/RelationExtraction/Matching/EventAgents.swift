internal import GraphModel

/// Finds who is behind "the airstrike" where the noun itself does not say, but the article said so before.
struct EventAgents {
    /// Who is behind an event, and the noun that said so.
    struct Agent: Hashable {
        var entity: LocalEntity.ID
        var source: Int
    }

    /// For each definite event noun without an agent of its own the entity that is behind it, if the article names only one.
    static func found(
        in tree: DependencyTree, nouns: Set<String>, resolver: ArgumentResolver, frames: inout FrameBuilder
    ) -> [Int: Agent] {
        var agentsByNoun: [String: [LocalEntity.ID: Int]] = [:]
        var found: [Int: Agent] = [:]
        for token in 0..<tree.count where tree.partOfSpeech(of: token) == .noun && nouns.contains(tree.lemmas[token]) {
            let frame = frames.frame(at: token)
            var agents: Set<LocalEntity.ID> = []
            for role in [ArgumentRole.subject, .possessor, .modifier, .supporter] where agents.isEmpty {
                for argument in frame.arguments where argument.role == role {
                    agents.formUnion(argument.heads.flatMap { resolver.fillers(of: $0, types: [.country, .organization, .person]) }.map(\.entity))
                }
            }
            let lemma = tree.lemmas[token]
            if !agents.isEmpty {
                for agent in agents where agentsByNoun[lemma]?[agent] == nil { agentsByNoun[lemma, default: [:]][agent] = token }
            } else if tree.children(of: token).contains(where: { $0 < token && ["the", "this", "these"].contains(tree.forms[$0]) }),
                let known = agentsByNoun[lemma], known.count == 1, let agent = known.first
            {
                found[token] = Agent(entity: agent.key, source: agent.value)
            }
        }
        return found
    }
}
