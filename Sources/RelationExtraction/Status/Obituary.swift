internal import GraphModel

/// Who is dead, by the article's own words: their posts and memberships are former.
struct Obituary {
    let tree: DependencyTree
    let resolver: ArgumentResolver
    let status: StatusReader
    let ontology: Ontology
    let statements: [Statement<LocalEntity.ID>]

    /// The statements, with the states of the dead made former.
    func applied(frames: inout FrameBuilder) -> [Statement<LocalEntity.ID>] {
        let dead = deceased(frames: &frames)
        guard !dead.isEmpty else { return statements }
        return statements.map { statement in
            guard statement.status == .asserted, dead.contains(statement.subject), ontology.has(.untilDeath, statement.type) else { return statement }
            var statement = statement
            statement.status = .former
            return statement
        }
    }

    private func deceased(frames: inout FrameBuilder) -> Set<LocalEntity.ID> {
        var dead = Set(statements.filter { $0.status == .asserted && ontology.has(.kills, $0.type) }.map(\.object))
        dead.formUnion(statements.filter { $0.status == .asserted && ontology.has(.dies, $0.type) }.map(\.subject))
        for token in 0..<tree.count where tree.isVerb(token) {
            let isDeath = Self.dying.contains(tree.lemmas[token])
            // "was shot dead"
            let isFatal = tree.children(of: token).contains {
                tree.forms[$0] == "dead" || tree.forms[$0] == "death" && tree.preposition(of: $0) == "to"
            }
            guard isDeath || Self.killing.contains(tree.lemmas[token]) || isFatal && Self.violence.contains(tree.lemmas[token]) else { continue }
            let frame = frames.frame(at: token)
            let victims = isDeath ? frame.heads(.subject) : frame.isPassive ? frame.heads(.object) : []
            let persons = victims.flatMap { resolver.fillers(of: $0, types: [.person], reach: .none) }.map(\.entity)
            guard !persons.isEmpty, status.reading(of: token, isState: false).status == .asserted else { continue }
            dead.formUnion(persons)
        }
        return dead
    }

    private static let violence: Set<String> = ["shoot", "stab", "beat", "hack", "stone", "gun"]
    private static let dying: Set<String> = ["die", "perish"]
    private static let killing: Set<String> = ["kill", "assassinate", "murder", "execute", "behead", "slay"]
}
