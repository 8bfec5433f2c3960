internal import GraphModel

/// Everyone and everything that one article speaks of, as it is put together: entities and the mentions that refer to them.
struct Cast {
    let tree: DependencyTree
    let gazetteer: Gazetteer
    let names: [NameCandidate]
    private(set) var entities: [LocalEntity] = []
    /// By head token.
    private(set) var referents: [Int: [LocalEntity.ID]] = [:]
    private(set) var mentions: [Int: Mention] = [:]
    /// For the first token of each name the token that heads it.
    private(set) var headOfName: [Int: Int] = [:]
    /// For the last token of each name the token that heads it.
    private(set) var headOfNameEnding: [Int: Int] = [:]

    /// The entity that each entry of the user's gazetteer is, as far as the article speaks of it.
    private(set) var entityOfEntry: [Int: LocalEntity.ID] = [:]
    /// Who holds which post by the user's gazetteer.
    var facts: [RoleFact] = []
    /// Nouns of which only such a fact tells whom they mean.
    private(set) var factHeads: Set<Int> = []
    /// How many entities the article calls by name; after them come those that only facts know.
    private var namedCount = 0

    /// The country, or territory with a government, that the article is about, if it is about one.
    private(set) var home: LocalEntity.ID?

    init(tree: DependencyTree, gazetteer: Gazetteer, names: [NameCandidate], groups: [NameGroup]) {
        self.tree = tree
        self.gazetteer = gazetteer
        self.names = names
        for group in groups { add(group) }
        home = findHome()
        for (id, group) in groups.enumerated() {
            if let body = group.body, group.entry == nil { entities[id].identifiers["state-body"] = stateBody(body) }
        }
        namedCount = entities.count
        addRoleFacts()
    }

    private mutating func add(_ group: NameGroup) {
        let id = entities.count
        var entity = LocalEntity(id: id, type: group.kind.type, name: "")
        var texts: [(text: String, count: Int)] = []
        var aliases: Set<String> = []
        for index in group.members {
            let name = names[index]
            if let known = texts.firstIndex(where: { $0.text == name.text }) { texts[known].count += 1 } else { texts.append((name.text, 1)) }
            if name.aliasOf != nil { aliases.insert(name.text) }
            if let nickname = name.nickname {
                for text in [nickname, tree.document.text(of: name.tokens).onOneLine] where !texts.contains(where: { $0.text == text }) {
                    texts.append((text, 0))
                    aliases.insert(text)
                }
            }
            let mention = Mention(
                tokens: name.tokens, head: tree.head(ofName: name.tokens), span: tree.document.span(of: name.tokens), kind: .name)
            record(mention, [id])
            if !name.isNested {
                headOfName[name.tokens.lowerBound] = mention.head
                headOfNameEnding[name.tokens.upperBound - 1] = mention.head
            }
        }
        entity.name = group.entry.map { gazetteer.own.all[$0].name } ?? fullest(texts.filter { !aliases.contains($0.text) }, group)
        entity.aliases = texts.map(\.text).filter { $0 != entity.name }.sorted()
        if case .country(let index) = group.kind, !gazetteer.countries[index].code.isEmpty {
            entity.identifiers["iso3166-1"] = gazetteer.countries[index].code
        }
        if let entry = group.entry {
            entity.identifiers.merge(gazetteer.own.all[entry].identifiers) { $1 }
            entityOfEntry[entry] = id
        }
        entities.append(entity)
    }

    /// Adds an entity that the article does not name; it counts only if a description turns out to mean it.
    mutating func addUnnamed(_ entry: GazetteerEntry, _ type: EntityType, _ index: Int) -> LocalEntity.ID {
        entities.append(LocalEntity(id: entities.count, type: type, name: entry.name, identifiers: entry.identifiers))
        entityOfEntry[index] = entities.count - 1
        return entities.count - 1
    }

    /// Keeps that only a fact of the user's gazetteer tells whom the noun means.
    mutating func noteFact(at noun: Int) { factHeads.insert(noun) }

    /// The country's code and the name of its body, `US/supreme-court`; nil if nothing tells the country.
    private func stateBody(_ body: NameGroup.Body) -> String? {
        let code = body.country.map { gazetteer.countries[$0].code } ?? home.flatMap { entities[$0].identifiers["iso3166-1"] }
        return code.map { "\($0)/\(body.words.joined(separator: "-"))" }
    }

    /// Who has two thirds of the names of countries and territories; those of the headline count three times.
    private func findHome() -> LocalEntity.ID? {
        var counts: [LocalEntity.ID: Int] = [:]
        var all = 0
        for mention in mentions.values {
            guard let id = referents[mention.head]?.first, isState(entities[id], mention) else { continue }
            let weight = tree.document.sentences[tree.sentenceOfToken[mention.head]].role == .headline ? 3 : 1
            counts[id, default: 0] += weight
            all += weight
        }
        guard let best = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), best.value >= 3, best.value * 3 >= all * 2 else { return nil }
        return best.key
    }

    private func isState(_ entity: LocalEntity, _ mention: Mention) -> Bool {
        switch entity.type {
        case .country: true
        case .place:
            gazetteer.senses(of: entity.name).contains {
                if case .territory(let index, false) = $0 { gazetteer.territories[index].hasPeople } else { false }
            }
        default: false
        }
    }

    /// Adds a mention, unless its head already has one.
    mutating func record(_ mention: Mention, _ entities: [LocalEntity.ID]) {
        guard mentions[mention.head] == nil else { return }
        mentions[mention.head] = mention
        referents[mention.head] = entities
    }

    private func fullest(_ texts: [(text: String, count: Int)], _ group: NameGroup) -> String {
        switch group.kind {
        case .country(let index): return gazetteer.countries[index].name
        case .place where group.members.contains(where: { isOfTerritory(names[$0], isAdjective: true) }):
            let whole = texts.map(\.text).filter { text in
                group.members.contains { names[$0].text == text && !isOfTerritory(names[$0], isAdjective: true) }
            }
            if let best = whole.max(by: { $0.utf8.count < $1.utf8.count }) { return best }
            for index in group.members {
                for case .territory(let territory, _) in names[index].senses { return gazetteer.territories[territory].name }
            }
            return texts[0].text
        case .person, .place, .organization:
            let best =
                texts.enumerated().max { first, second in
                    let (a, b) = (first.element.text.nameWords.count, second.element.text.nameWords.count)
                    if a != b { return a < b }
                    if first.element.text.utf8.count != second.element.text.utf8.count, group.kind == .organization {
                        return first.element.text.utf8.count < second.element.text.utf8.count
                    }
                    return (first.element.count, -first.offset) < (second.element.count, -second.offset)
                }?.element.text ?? ""
            if group.kind == .organization, let known = knownName(group, best) { return known }
            return best
        }
    }

    private func isOfTerritory(_ name: NameCandidate, isAdjective: Bool) -> Bool {
        name.senses.contains { if case .territory(_, isAdjective) = $0 { true } else { false } }
    }

    /// The full name of a well-known organization of which the text gives only an acronym or an adjective.
    private func knownName(_ group: NameGroup, _ best: String) -> String? {
        guard best.nameWords.count == 1 else { return nil }
        for index in group.members {
            for case .organization(let known) in names[index].senses where names[index].text == best { return gazetteer.organizations[known] }
        }
        return nil
    }

    /// Mentions by name, in text order.
    var namesInOrder: [Mention] {
        mentions.values.filter { $0.kind == .name }.sorted { ($0.tokens.lowerBound, $0.head) < ($1.tokens.lowerBound, $1.head) }
    }

    /// What the pattern engine sees.
    func resolvedMentions() -> ResolvedMentions {
        var entities = entities
        let heads = mentions.keys.sorted()
        let ordered = heads.compactMap { mentions[$0] }
        for mention in ordered {
            for id in referents[mention.head] ?? [] where (referents[mention.head]?.count ?? 0) == 1 { entities[id].mentions.append(mention) }
        }
        for index in entities.indices { entities[index].mentions.sort { ($0.span, $0.head) < ($1.span, $1.head) } }
        // Whom only facts know, and no word of the article means, is not in the article.
        var numbers: [LocalEntity.ID: LocalEntity.ID] = [:]
        var kept: [LocalEntity] = []
        for var entity in entities where entity.id < namedCount || !entity.mentions.isEmpty {
            numbers[entity.id] = kept.count
            entity.id = kept.count
            kept.append(entity)
        }
        return ResolvedMentions(
            mentions: ordered, referents: heads.map { (referents[$0] ?? []).compactMap { numbers[$0] } }, entities: kept, factHeads: factHeads)
    }
}
