internal import GraphModel

/// Says which post is left where the verb does not: "Halcyon's chairman, David Okafor, resigned on Sunday" resigned from Halcyon.
enum PostsLeft {
    /// Resignations of which only the person was found, with the body at which the text gives the person a post.
    ///
    /// A post in the same sentence is taken first, else the only one of the article; several leave it open.
    static func completed(_ halves: [HalfMatch], _ matches: [PatternMatch], tree: DependencyTree, ontology: Ontology) -> [PatternMatch] {
        let posts = matches.filter { $0.pattern.kind == .role && ontology.has(.post, $0.pattern.relation) }
        let told = matches.filter { ontology.has(.resignation, $0.pattern.relation) }
        var done = Set(told.map(\.frame.token))
        var found: [PatternMatch] = []
        for half in halves where ontology.has(.resignation, half.match.pattern.relation) && !half.subjects.isEmpty {
            // "left on Sunday" may leave anything; "resigned on Sunday" leaves a post.
            guard half.match.pattern.slot(.b)?.selectors.contains(.role(.object)) == false, !done.contains(half.match.frame.token) else { continue }
            var match = half.match
            match.weight *= 0.8
            match.pairs = half.subjects.compactMap { person in
                let held = posts.flatMap { post in
                    post.pairs.filter { $0.subject.entity == person.entity }.map { (post.frame.token, $0.object.entity) }
                }
                let near = Set(held.filter { tree.sentenceOfToken[$0.0] == half.sentence }.map(\.1))
                let bodies = near.isEmpty ? Set(held.map(\.1)) : near
                guard bodies.count == 1, let body = bodies.first else { return nil }
                return (person, ArgumentResolver.Filler(entity: body, token: person.token, weight: 0.9))
            }
            guard !match.pairs.isEmpty else { continue }
            done.insert(match.frame.token)
            found.append(match)
        }
        return found
    }
}
