internal import GraphModel

/// Who no longer holds a post, by what the article says elsewhere: it names a successor, or tells of the resignation or the fall.
struct Succession {
    private let lost: Set<Post>
    private let fallen: Set<LocalEntity.ID>
    /// Candidacies that the article says have ended.
    private let ended: Set<Candidacy>
    private let ontology: Ontology

    private struct Post: Hashable {
        var holder: LocalEntity.ID
        var body: LocalEntity.ID
    }

    private struct Candidacy: Hashable {
        var type: RelationType.ID
        var candidate: LocalEntity.ID
        var body: LocalEntity.ID

        init(_ statement: Statement<LocalEntity.ID>) {
            (type, candidate, body) = (statement.type, statement.subject, statement.object)
        }
    }

    init(_ statements: [Statement<LocalEntity.ID>], _ ontology: Ontology) {
        self.ontology = ontology
        let told = statements.filter { $0.status == .asserted }
        var lost: Set<Post> = []
        let heads = told.filter { ontology.has(.topPost, $0.type) }
        for successor in heads where Self.isProvisional(successor) {
            // "Delcy Rodríguez, the interim president": whoever else led the country does not now.
            for other in heads where other.object == successor.object && other.subject != successor.subject {
                guard !Self.isProvisional(other), Self.isSamePost(successor, other) else { continue }
                lost.insert(Post(holder: other.subject, body: other.object))
            }
        }
        for statement in told {
            let traits = ontology[statement.type]?.traits ?? []
            if traits.contains(.resignation) { lost.insert(Post(holder: statement.subject, body: statement.object)) }
            if traits.contains(.dismissal) { lost.insert(Post(holder: statement.object, body: statement.subject)) }
            if traits.contains(.succession) {
                for head in heads where head.subject == statement.subject { lost.insert(Post(holder: statement.object, body: head.object)) }
                let posts = Set(heads.filter { $0.subject == statement.object }.map(\.object))
                if posts.count == 1 { lost.formUnion(posts.map { Post(holder: statement.object, body: $0) }) }
            }
        }
        // A provisional head of one text may be called plain president in the next sentence.
        let provisional = Set(heads.filter(Self.isProvisional).map { Post(holder: $0.subject, body: $0.object) })
        self.lost = lost.subtracting(provisional)
        ended = Set(statements.filter { $0.status == .former && ontology.has(.bounded, $0.type) }.map { Candidacy($0) })
        fallen = Set(told.filter { ontology.has(.overthrow, $0.type) }.map(\.object))
    }

    /// The statements, with the posts that were lost made former.
    func applied(to statements: [Statement<LocalEntity.ID>]) -> [Statement<LocalEntity.ID>] {
        statements.map { statement in
            if statement.status == .asserted, ended.contains(Candidacy(statement)) {
                var statement = statement
                statement.status = .former
                return statement
            }
            guard statement.status == .asserted, ontology.has(.post, statement.type) else { return statement }
            let isLost = lost.contains(Post(holder: statement.subject, body: statement.object))
            guard isLost || ontology.has(.topPost, statement.type) && fallen.contains(statement.subject) else { return statement }
            var statement = statement
            statement.status = .former
            return statement
        }
    }

    /// "interim president" and "president", or "leader": not "acting prime minister" and "president".
    private static func isSamePost(_ a: Statement<LocalEntity.ID>, _ b: Statement<LocalEntity.ID>) -> Bool {
        func post(_ statement: Statement<LocalEntity.ID>) -> Substring? { statement.qualifiers.title?.lowercased().split(separator: " ").last }
        return post(a) == post(b) || ["leader", "strongman", "ruler", "dictator", "autocrat"].contains(post(b) ?? "leader")
    }

    private static func isProvisional(_ statement: Statement<LocalEntity.ID>) -> Bool {
        let words = (statement.qualifiers.title ?? "").lowercased().split(separator: " ")
        return words.contains { ["interim", "acting", "new", "transitional", "incoming", "caretaker", "provisional"].contains($0) }
    }
}
