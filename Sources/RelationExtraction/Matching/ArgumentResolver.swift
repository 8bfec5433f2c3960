internal import GraphModel

/// Finds the entities that an argument's head tokens mean.
struct ArgumentResolver {
    let tree: DependencyTree
    let resolved: ResolvedMentions
    /// Common nouns that stand for whom they belong to: "Venezuela's energy sector", "US citizens", "Trump's policy".
    let reachNouns: Set<String>
    let measureNouns: Set<String>
    /// Bodies of a state that are told by where they are: "police in Spain".
    let stateNouns: Set<String>

    /// Sites that are told by where they are: "a market in Omdurman".
    private let siteNouns: Set<String>
    /// "the Cambodian prime minister", who is not named, acts as Cambodia.
    let officeNouns: Set<String>
    private let formerModifiers: Set<String>

    /// Tokens of nationalities, parties and faiths, as the language model names them.
    private let affiliations: Set<Int>
    /// Entities by the lower-case names that the article gives them.
    private let entityByName: [String: LocalEntity.ID]

    /// Who is behind an event that a definite noun speaks of again: "killed in the airstrike".
    var eventAgents: [Int: EventAgents.Agent] = [:]

    /// How far from the head token an entity may be found.
    enum Reach: Sendable {
        /// The token's own mention.
        case none
        /// Through nouns that the word lists name.
        case listed
        /// Through the possessor of any noun too: who criticizes Russia's annexation of a place criticizes Russia.
        case anyPossession
    }

    /// An entity that fills a slot, and by which token.
    struct Filler: Hashable {
        var entity: LocalEntity.ID
        var token: Int
        var weight: Double
    }

    init(tree: DependencyTree, resolved: ResolvedMentions, words: WordClasses) {
        self.tree = tree
        self.resolved = resolved
        affiliations = Set(tree.document.names.filter { $0.type == .affiliation }.flatMap(\.tokens))
        var entityByName: [String: LocalEntity.ID] = [:]
        for entity in resolved.entities where entity.type != .person && !entity.isNominal {
            for name in [entity.name] + entity.aliases where entityByName[name.lowercased()] == nil { entityByName[name.lowercased()] = entity.id }
        }
        self.entityByName = entityByName
        reachNouns = words["reach-nouns"]
        measureNouns = words["measure-nouns"]
        stateNouns = words["state-nouns"]
        siteNouns = words["site-nouns"]
        officeNouns = words["office-nouns"]
        formerModifiers = words["former-modifiers"].union(words["non-office-modifiers"])
    }

    /// Whether the language model takes it for a nationality, a party or a faith.
    func isAffiliation(_ token: Int) -> Bool { affiliations.contains(token) }

    /// Whether this is the adjective or noun of a party or faith ("Democratic", "a Republican").
    func isPartyName(_ token: Int) -> Bool {
        (affiliations.contains(token) || tree.partOfSpeech(of: token) == .adjective)
            && resolved.entities(headedBy: token).contains { resolved.entities[$0].type == .organization }
    }

    /// Entities that the name headed by this token bears in itself: Iran for "Iranian Revolutionary Guard Corps".
    func nestedFillers(in token: Int, types: Set<EntityType>) -> [Filler] {
        guard let index = resolved.mention(headedBy: token), resolved.mentions[index].kind == .name else { return [] }
        let range = resolved.mentions[index].tokens
        let own = Set(resolved.referents[index])
        // "New York State" is what "New York" may mean, and does not lie in it.
        if ["state", "province", "region"].contains(tree.forms[range.upperBound - 1]) { return [] }
        for first in range.lowerBound..<min(range.upperBound, range.lowerBound + 3) {
            for last in stride(from: min(range.upperBound - 1, first + 4), to: first, by: -1) {
                let words = tree.document.text(of: first..<last).lowercased()
                guard let entity = entityByName[words], !own.contains(entity), types.contains(resolved.entities[entity].type) else { continue }
                return [Filler(entity: entity, token: first, weight: 0.95)]
            }
        }
        return []
    }

    /// The entities of these types that the token means, itself or by a few hops that each cost confidence.
    func fillers(of token: Int, types: Set<EntityType>, reach: Reach = .listed) -> [Filler] {
        fillers(of: token, types: types, weight: 1, reach: reach, hops: reach == .none ? 0 : 2).removingRepeats()
    }

    private func fillers(of token: Int, types: Set<EntityType>, weight: Double, reach: Reach, hops: Int) -> [Filler] {
        // "235 Democrats" are people, not their party.
        if affiliations.contains(token), tree.has(token, child: .numericModifier) { return [] }
        let direct = resolved.entities(headedBy: token)
        let allowed = direct.filter { types.contains(resolved.entities[$0].type) }
        let isGroup = !direct.isEmpty && direct.allSatisfy { resolved.entities[$0].isNominal }
        if isGroup {
            // "Palestinian militants", "rebels of the Northern Front" stand for whom they belong to.
            let owners = owners(of: token, types: types, weight: weight, reach: reach, hops: hops)
            if !owners.isEmpty { return owners }
        }
        if !allowed.isEmpty { return allowed.map { Filler(entity: $0, token: token, weight: weight) } }
        guard direct.isEmpty, tree.isNominal(token) else { return [] }
        for child in tree.children(of: token) where tree.label(of: child) == .apposition || tree.label(of: child) == .flat {
            // "two presidents, Bill Clinton and Andrew Johnson"
            let members = tree.forms[token].hasSuffix("s") ? tree.coordination(of: child) : [child]
            let found = members.flatMap { member in
                resolved.entities(headedBy: member).filter { types.contains(resolved.entities[$0].type) }.map {
                    Filler(entity: $0, token: member, weight: weight)
                }
            }
            if !found.isEmpty { return found }
        }
        let lemma = tree.lemmas[token]
        if measureNouns.contains(lemma) {
            for child in tree.children(of: token) where tree.label(of: child) == .nominalModifier && tree.preposition(of: child) == "of" {
                let found = tree.coordination(of: child).flatMap { fillers(of: $0, types: types, weight: weight * 0.95, reach: reach, hops: hops) }
                if !found.isEmpty { return found }
            }
        }
        return owners(of: token, types: types, weight: weight, reach: reach, hops: hops)
    }

    /// Those to whom a common noun belongs, where that is what it stands for.
    private func owners(of token: Int, types: Set<EntityType>, weight: Double, reach: Reach, hops: Int) -> [Filler] {
        guard hops > 0, tree.isNoun(token) else { return [] }
        let lemma = tree.lemmas[token]
        if let agent = eventAgents[token]?.entity, types.contains(resolved.entities[agent].type) {
            return [Filler(entity: agent, token: token, weight: weight * 0.75)]
        }
        let isOfficial = officeNouns.contains(lemma)
        if isOfficial, !isInOffice(token) { return [] }
        let isListed = isOfficial || reachNouns.contains(lemma), isState = stateNouns.contains(lemma) || siteNouns.contains(lemma)
        for step in Step.allCases {
            guard isListed || step == .place && isState || step == .possessor && reach == .anyPossession else { continue }
            if step == .place && !isState { continue }
            for child in tree.children(of: token).reversed() where step.allows(child, of: token, in: tree) {
                let found = tree.coordination(of: child).flatMap {
                    fillers(of: $0, types: types, weight: weight * step.weight, reach: reach, hops: hops - 1)
                }
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// Whether nothing says that the office was lost, or that it is another party's.
    private func isInOffice(_ noun: Int) -> Bool {
        !tree.children(of: noun).contains { $0 < noun && formerModifiers.contains(tree.forms[$0]) }
    }

    /// The hops from a common noun to whom it belongs, the surest first.
    private enum Step: CaseIterable {
        case possessor, of, modifier, place

        var weight: Double {
            switch self {
            case .possessor, .of: 0.85
            case .modifier, .place: 0.8
            }
        }

        func allows(_ child: Int, of noun: Int, in tree: DependencyTree) -> Bool {
            switch (self, tree.label(of: child)) {
            case (.possessor, .possessive): true
            case (.of, .nominalModifier):
                ["of", "by", "from"].contains(tree.preposition(of: child))
                    // "gunmen loyal to General Saleh"
                    || tree.preposition(of: child) == "to" && tree.children(of: noun).contains { ["loyal", "allied"].contains(tree.forms[$0]) }
            case (.place, .nominalModifier): ["in", "near", "at", "outside", "across"].contains(tree.preposition(of: child))
            case (.modifier, .compound), (.modifier, .adjectivalModifier): child < noun
            default: false
            }
        }
    }
}
