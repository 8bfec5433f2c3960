internal import GraphModel

/// Tells whose president an article means by "President Andrzej Duda": the country it is about, as far as that is plain.
struct ImpliedContext {
    private let resolved: ResolvedMentions
    private let tree: DependencyTree
    /// Entities that each sentence calls by name, and where it does so.
    private let namedInSentence: [Int: [(entity: LocalEntity.ID, token: Int)]]
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
        var named: [Int: [(entity: LocalEntity.ID, token: Int)]] = [:]
        var counts = [Int](repeating: 0, count: resolved.entities.count)
        var inHeadline = Set<LocalEntity.ID>()
        for (mention, referents) in zip(resolved.mentions, resolved.referents) where mention.kind == .name {
            for entity in referents {
                counts[entity] += 1
                named[tree.sentenceOfToken[mention.head], default: []].append((entity, mention.head))
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
    /// Every sentence that gives the title speaks for the countries that it names before it ("In Argentina, President
    /// Javier Milei ..."); without any, an entity must be named three times as often as all others of its type.
    /// An entity whose post somebody else holds is out of the question.
    /// An object that must bear one of certain words in its name (a senator's senate) may be named anywhere, if it is the only such.
    func object(
        for holder: LocalEntity.ID, titledAt tokens: [Int], phrase: String, relation: RelationType.ID, slot: Pattern.Slot?
    ) -> LocalEntity.ID? {
        let types = slot?.types ?? [.country]
        if let slot, slot.names != nil {
            let named = byFrequency.filter { types.contains(resolved.entities[$0.entity].type) && slot.allows(resolved.entities[$0.entity].name) }
            let isKnown = named.contains { postsOfHolder[Holding(holder: holder, relation: relation)]?.contains($0.entity) ?? false }
            return named.count == 1 && !isKnown ? named[0].entity : nil
        }
        let known = postsOfHolder[Holding(holder: holder, relation: relation)] ?? []
        if known.contains(where: { types.contains(resolved.entities[$0].type) }) { return nil }
        let candidates = byFrequency.filter { candidate in
            guard types.contains(resolved.entities[candidate.entity].type), candidate.entity != holder else { return false }
            let others = explicit[Post(phrase: phrase, object: candidate.entity)] ?? []
            return others.subtracting([holder]).isEmpty
        }
        var votes: [LocalEntity.ID: Int] = [:]
        for token in tokens {
            let before = (namedInSentence[tree.sentenceOfToken[token]] ?? []).filter { $0.token < token }
            for entity in Set(before.map(\.entity)) { votes[entity, default: 0] += 1 }
        }
        let near = candidates.filter { votes[$0.entity] != nil }.sorted {
            (votes[$0.entity] ?? 0, $0.count, $1.entity) > (votes[$1.entity] ?? 0, $1.count, $0.entity)
        }
        if let first = near.first {
            let isPlain = near.count == 1 || votes[first.entity] ?? 0 > votes[near[1].entity] ?? 0 || first.count >= 2 * near[1].count
            return isPlain ? first.entity : nil
        }
        // "The Finnish government welcomed it. Prime Minister Antti Salo ...": the only country of the sentence before, if the article names others once at most.
        if let last = tokens.first, let before = onlyEntity(inSentenceBefore: last, types), let first = candidates.first,
            first.entity == before, first.count > 1,
            byFrequency.allSatisfy({
                $0.entity == before || $0.count == 1 || !types.contains(resolved.entities[$0.entity].type)
            })
        {
            return before
        }
        // Far from any country's name only an article about one country says whose president it means.
        guard let first = candidates.first, first.count >= 2 || first.isInHeadline else { return nil }
        let countries = byFrequency.filter { types.contains(resolved.entities[$0.entity].type) && $0.entity != holder }
        return countries.count == 1 || countries.count > 1 && first.entity == countries[0].entity && first.count >= 5 * countries[1].count
            ? first.entity : nil
    }

    /// The one entity of these types that the sentence before, in the same paragraph, names.
    private func onlyEntity(inSentenceBefore token: Int, _ types: Set<EntityType>) -> LocalEntity.ID? {
        let sentence = tree.sentenceOfToken[token]
        guard sentence > 0, tree.document.sentences[sentence - 1].role == .paragraph else { return nil }
        let named = Set((namedInSentence[sentence - 1] ?? []).map(\.entity).filter { types.contains(resolved.entities[$0].type) })
        return named.count == 1 ? named.first : nil
    }
}
