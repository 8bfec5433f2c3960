internal import GraphModel

/// Tells whose president an article means by "President Andrzej Duda": the country it is about, as far as that is plain.
struct ImpliedContext {
    private let resolved: ResolvedMentions
    private let tree: DependencyTree
    /// Entities that each sentence calls by name.
    private let namedInSentence: [Int: Set<LocalEntity.ID>]
    /// Entities by how often the article calls them by name, the most often first.
    private let byFrequency: [(entity: LocalEntity.ID, count: Int, isInHeadline: Bool)]
    /// Who holds a post at which entity, by the article's own words.
    private let explicit: [Post: Set<LocalEntity.ID>]
    private let postsOfHolder: [Holding: Set<LocalEntity.ID>]

    private struct Post: Hashable {
        var phrase: String
        var object: LocalEntity.ID
    }

    private struct Holding: Hashable {
        var holder: LocalEntity.ID
        var relation: RelationType.ID
    }

    init(tree: DependencyTree, resolved: ResolvedMentions, matches: [PatternMatch]) {
        self.resolved = resolved
        self.tree = tree
        var named: [Int: Set<LocalEntity.ID>] = [:]
        var counts = [Int](repeating: 0, count: resolved.entities.count)
        var inHeadline = Set<LocalEntity.ID>()
        for (mention, referents) in zip(resolved.mentions, resolved.referents) where mention.kind == .name {
            for entity in referents {
                counts[entity] += 1
                named[tree.sentenceOfToken[mention.head], default: []].insert(entity)
                if tree.document.sentences[tree.sentenceOfToken[mention.head]].role == .headline { inHeadline.insert(entity) }
            }
        }
        namedInSentence = named
        byFrequency = counts.indices.filter { counts[$0] > 0 }.map { ($0, counts[$0], inHeadline.contains($0)) }
            .sorted { ($0.count, $1.entity) > ($1.count, $0.entity) }
        var explicit: [Post: Set<LocalEntity.ID>] = [:], posts: [Holding: Set<LocalEntity.ID>] = [:]
        for match in matches where match.pattern.kind == .role {
            for pair in match.pairs {
                explicit[Post(phrase: match.phrase.text, object: pair.object.entity), default: []].insert(pair.subject.entity)
                posts[Holding(holder: pair.subject.entity, relation: match.pattern.relation), default: []].insert(pair.object.entity)
            }
        }
        self.explicit = explicit
        postsOfHolder = posts
    }

    /// The entity at which this person holds the post; nil if the article says it elsewhere, or if it is not plain.
    ///
    /// The only country that the sentence names is taken first ("In Argentina, President Javier Milei ..."), then one that the article
    /// speaks of at least twice as often as of any other. A country whose post somebody else holds is none of them.
    func object(
        for holder: LocalEntity.ID, at token: Int, phrase: String, relation: RelationType.ID, types: Set<EntityType>
    ) -> LocalEntity.ID? {
        let known = postsOfHolder[Holding(holder: holder, relation: relation)] ?? []
        if known.contains(where: { types.contains(resolved.entities[$0].type) }) { return nil }
        let candidates = byFrequency.filter { candidate in
            guard types.contains(resolved.entities[candidate.entity].type), candidate.entity != holder else { return false }
            let others = explicit[Post(phrase: phrase, object: candidate.entity)] ?? []
            return others.subtracting([holder]).isEmpty
        }
        let near = candidates.filter { namedInSentence[tree.sentenceOfToken[token]]?.contains($0.entity) ?? false }
        if near.count == 1 { return near[0].entity }
        guard near.isEmpty, let first = candidates.first, first.count >= 2 || first.isInHeadline else { return nil }
        guard candidates.count > 1 else { return first.entity }
        return first.count >= 2 * candidates[1].count ? first.entity : nil
    }
}
