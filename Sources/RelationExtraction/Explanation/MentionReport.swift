public import GraphModel

/// Words that refer to somebody or something, whom they refer to, and how one knows.
public struct MentionReport: Sendable, Hashable {
    public var mention: Mention
    /// Index of the sentence.
    public var sentence: Int
    /// The words of the mention.
    public var text: String
    /// One as a rule, several for "both countries", none if nobody knows.
    public var referents: [LocalEntity]
    /// What tells the referent, or why there is none.
    public var how: String
}

/// Tells how the mentions of a document were resolved.
struct MentionReader {
    let tree: DependencyTree
    let resolved: ResolvedMentions
    let gazetteer: Gazetteer

    private var document: AnnotatedDocument { tree.document }

    /// The mentions, and the names and pronouns that refer to nothing of the graph; in text order.
    func reports() -> [MentionReport] {
        var reports = zip(resolved.mentions, resolved.referents).map { mention, referents in
            report(mention, referents, how(mention, referents))
        }
        let covered = Set(resolved.mentions.flatMap(\.tokens))
        for name in document.names where name.type != .date && name.type != .money && covered.isDisjoint(with: name.tokens) {
            let mention = Mention(
                tokens: name.tokens, head: tree.head(ofName: name.tokens), span: document.span(of: name.tokens), kind: .name)
            reports.append(report(mention, [], "\(model(name)), but no person, country, organization or place"))
        }
        for token in 0..<tree.count where !covered.contains(token) && Self.pronouns.contains(tree.forms[token]) {
            let mention = Mention(tokens: token..<(token + 1), head: token, span: document.tokens[token].span, kind: .pronoun)
            reports.append(report(mention, [], "nobody is clearly meant"))
        }
        for token in 0..<tree.count where isUnknownName(token) && !covered.contains(token) {
            let mention = Mention(tokens: token..<(token + 1), head: token, span: document.tokens[token].span, kind: .name)
            reports.append(report(mention, [], "not taken for a name; a line in a gazetteer of your own makes it one"))
        }
        return reports.sorted { ($0.mention.span, $0.mention.head) < ($1.mention.span, $1.mention.head) }
    }

    /// Whether it is written like a name and neither the model nor the gazetteer knows it; headlines write all words so.
    private func isUnknownName(_ token: Int) -> Bool {
        let sentence = document.sentences[tree.sentenceOfToken[token]]
        return tree.partOfSpeech(of: token) == .properNoun && sentence.role == .paragraph && token > sentence.tokens.lowerBound
            && document.tokens[token].text.first?.isUppercase == true && gazetteer.titles[document.tokens[token].text] == nil
            && !document.names.contains { $0.tokens.contains(token) } && !document.times.contains { $0.tokens.contains(token) }
    }

    private func report(_ mention: Mention, _ referents: [LocalEntity.ID], _ how: String) -> MentionReport {
        MentionReport(
            mention: mention, sentence: tree.sentenceOfToken[mention.head], text: document.text(of: mention.tokens).onOneLine,
            referents: referents.map { resolved.entities[$0] }, how: how)
    }

    private func how(_ mention: Mention, _ referents: [LocalEntity.ID]) -> String {
        guard let first = referents.first else { return "nobody is clearly meant" }
        let entity = resolved.entities[first]
        switch mention.kind {
        case .name: return named(mention, entity)
        case .nominal:
            if entity.isNominal { return "a group without a name" }
            if resolved.factHeads.contains(mention.head) { return "gazetteer of your own: \(entity.name)" }
            if let inside = inside(mention, referents) { return "by '\(inside)' in it" }
            return antecedent(mention, first)
        case .pronoun: return antecedent(mention, first)
        }
    }

    private func named(_ mention: Mention, _ entity: LocalEntity) -> String {
        let text = document.text(of: mention.tokens).onOneLine
        let own = gazetteer.own.entries(named: text).map { gazetteer.own.all[$0] }
        if let entry = own.first(where: { $0.name == entity.name && $0.identifiers.allSatisfy { entity.identifiers[$0] == $1 } }) {
            return "gazetteer of your own: \(entry.source)"
        }
        if own.count > 1 { return "\(own.count) entries of your own gazetteer have this name" }
        var parts = document.names.first { $0.tokens.overlaps(mention.tokens) }.map { [model($0)] } ?? []
        if let sense = gazetteer.senses(of: text).lazy.compactMap({ words($0, for: entity) }).first { parts.append(sense) }
        if parts.count < 2, text != entity.name, entity.name.contains(text) { parts.append("short for \(entity.name)") }
        return parts.joined(separator: ", ")
    }

    private func model(_ name: NameSpan) -> String {
        let hundredths = Int((name.probability * 100).rounded())
        return "\(name.type.rawValue) \(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    /// What the gazetteer knows the name as, if that is how it was taken.
    private func words(_ sense: Gazetteer.Sense, for entity: LocalEntity) -> String? {
        switch (sense, entity.type) {
        case (.country(_, .name), .country): "gazetteer: a country"
        case (.country(let index, .adjective), .country): "gazetteer: of \(gazetteer.countries[index].name)"
        case (.country(let index, .capital), .country): "gazetteer: capital of \(gazetteer.countries[index].name), taken for its government"
        case (.country(let index, .capital), .place): "gazetteer: capital of \(gazetteer.countries[index].name)"
        case (.territory, .place): "gazetteer: a territory"
        case (.city, .place): "gazetteer: a city"
        case (.organization(let index), .organization): "gazetteer: \(gazetteer.organizations[index])"
        default: nil
        }
    }

    /// The word within a description that names whom it means: "US" of "US forces".
    private func inside(_ mention: Mention, _ referents: [LocalEntity.ID]) -> String? {
        for child in tree.subtree(of: mention.head) where child != mention.head {
            guard let index = resolved.mention(headedBy: child), resolved.referents[index] == referents else { continue }
            return document.text(of: resolved.mentions[index].tokens).onOneLine
        }
        return nil
    }

    /// The last mention of the same thing before this one.
    private func antecedent(_ mention: Mention, _ referent: LocalEntity.ID) -> String {
        let same = zip(resolved.mentions, resolved.referents).filter { $1.contains(referent) }.map(\.0)
        guard let before = same.last(where: { $0.head < mention.head && $0.kind != .pronoun }) else {
            let after = same.first { $0.head > mention.head && $0.kind == .name }
            return after.map { "ahead to '\(document.text(of: $0.tokens).onOneLine)' in sentence \(tree.sentenceOfToken[$0.head] + 1)" }
                ?? "by its description"
        }
        return "back to '\(document.text(of: before.tokens).onOneLine)' in sentence \(tree.sentenceOfToken[before.head] + 1)"
    }

    private static let pronouns: Set<String> = [
        "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves",
    ]
}
