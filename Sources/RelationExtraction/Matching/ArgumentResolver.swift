internal import GraphModel

/// Finds the entities that an argument's head tokens mean.
struct ArgumentResolver {
    let tree: DependencyTree
    let resolved: ResolvedMentions
    /// Common nouns that stand for whom they belong to: "Venezuela's energy sector", "US citizens", "Trump's policy".
    let reachNouns: Set<String>
    let measureNouns: Set<String>

    /// An entity that fills a slot, and by which token.
    struct Filler: Hashable {
        var entity: LocalEntity.ID
        var token: Int
        var weight: Double
    }

    init(tree: DependencyTree, resolved: ResolvedMentions, words: WordClasses) {
        self.tree = tree
        self.resolved = resolved
        reachNouns = words["reach-nouns"]
        measureNouns = words["measure-nouns"]
    }

    /// The entities of these types that the token means, itself or by a few hops that each cost confidence.
    func fillers(of token: Int, types: Set<EntityType>, hops: Int = 2) -> [Filler] {
        fillers(of: token, types: types, weight: 1, hops: hops).removingRepeats()
    }

    private func fillers(of token: Int, types: Set<EntityType>, weight: Double, hops: Int) -> [Filler] {
        let direct = resolved.entities(headedBy: token)
        let allowed = direct.filter { types.contains(resolved.entities[$0].type) }
        if !allowed.isEmpty { return allowed.map { Filler(entity: $0, token: token, weight: weight) } }
        guard direct.isEmpty, tree.isNominal(token) else { return [] }
        for child in tree.children(of: token) where tree.label(of: child) == .apposition || tree.label(of: child) == .flat {
            let found = resolved.entities(headedBy: child).filter { types.contains(resolved.entities[$0].type) }
            if !found.isEmpty { return found.map { Filler(entity: $0, token: child, weight: weight) } }
        }
        let lemma = tree.lemmas[token]
        if measureNouns.contains(lemma) {
            for child in tree.children(of: token) where tree.label(of: child) == .nominalModifier && tree.preposition(of: child) == "of" {
                let found = tree.coordination(of: child).flatMap { fillers(of: $0, types: types, weight: weight * 0.95, hops: hops) }
                if !found.isEmpty { return found }
            }
        }
        guard hops > 0, reachNouns.contains(lemma) else { return [] }
        for step in Step.allCases {
            for child in tree.children(of: token).reversed() where step.allows(child, of: token, in: tree) {
                let found = tree.coordination(of: child).flatMap { fillers(of: $0, types: types, weight: weight * step.weight, hops: hops - 1) }
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// The hops from a common noun to whom it belongs, the surest first.
    private enum Step: CaseIterable {
        case possessor, of, modifier

        var weight: Double {
            switch self {
            case .possessor, .of: 0.85
            case .modifier: 0.8
            }
        }

        func allows(_ child: Int, of noun: Int, in tree: DependencyTree) -> Bool {
            switch (self, tree.label(of: child)) {
            case (.possessor, .possessive): true
            case (.of, .nominalModifier): ["of", "by"].contains(tree.preposition(of: child))
            case (.modifier, .compound), (.modifier, .adjectivalModifier): child < noun
            default: false
            }
        }
    }
}
