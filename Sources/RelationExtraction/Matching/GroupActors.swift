internal import GraphModel

/// Groups without a name that may take part in an event: "major oil companies", "political prisoners".
enum GroupActors {
    /// The mentions with one more entity for each such group that no mention covers; these entities are nominal and stand last.
    static func added(to resolved: ResolvedMentions, in tree: DependencyTree, words: WordClasses) -> ResolvedMentions {
        let plurals = words["group-nouns"], crowds = words["crowd-nouns"], bodies = crowds.union(words["firm-nouns"]),
            persons = words["lone-actor-nouns"], press = words["press-nouns"], saying = words["speech-verbs"]
        var entities = resolved.entities
        var referents = resolved.referents
        var added: [(mention: Mention, referents: [LocalEntity.ID])] = []
        var byName: [String: LocalEntity.ID] = [:]
        for token in 0..<tree.count where tree.partOfSpeech(of: token) == .noun {
            let lemma = tree.lemmas[token]
            let isPlural = tree.forms[token] != lemma
            let isGroup = isPlural && (plurals.contains(lemma) || persons.contains(lemma)) || crowds.contains(lemma)
            let known = resolved.mention(headedBy: token)
            guard isGroup || !isPlural && persons.contains(lemma), known.map({ referents[$0].isEmpty }) ?? true else { continue }
            // "told reporters"
            if press.contains(lemma), let verb = tree.head(of: token), saying.contains(tree.lemmas[verb]) || tree.lemmas[verb] == "speak",
                [.object, .indirectObject, .oblique].contains(tree.label(of: token))
            {
                continue
            }
            // "journalist Koen Wouters", "the company's lawyers' fund".
            guard !tree.children(of: token).contains(where: { [.apposition, .flat].contains(tree.label(of: $0)) && $0 > token }),
                ![.compound, .possessive].contains(tree.label(of: token)), tree.head(of: token).map({ !isTitle(token, of: $0, tree) }) ?? true
            else { continue }
            var first = token
            for child in tree.children(of: token).reversed() where child < token {
                guard [.adjectivalModifier, .compound].contains(tree.label(of: child)), !tree.isVerb(child) || tree.isPastForm(child) else { break }
                guard resolved.mention(headedBy: child) == nil else { break }
                let start = tree.subtree(of: child).first ?? child
                // Trees may cross.
                guard start < first else { break }
                guard !(start..<first).contains(where: { resolved.mention(headedBy: $0) != nil }) else { break }
                first = min(first, start)
            }
            let range = first..<(token + 1)
            let name = tree.document.text(of: range)
            let mention = Mention(tokens: range, head: token, span: tree.document.span(of: range), kind: .nominal)
            let id = byName[name.lowercased()] ?? entities.count
            if id == entities.count {
                byName[name.lowercased()] = id
                entities.append(LocalEntity(id: id, type: bodies.contains(lemma) ? .organization : .person, name: name, isNominal: true))
            }
            entities[id].mentions.append(mention)
            if let known { referents[known] = [id] } else { added.append((mention, [id])) }
        }
        guard entities.count > resolved.entities.count else { return resolved }
        let all = (zip(resolved.mentions, referents).map { (mention: $0, referents: $1) } + added).sorted {
            $0.mention.head < $1.mention.head
        }
        return ResolvedMentions(mentions: all.map(\.mention), referents: all.map(\.referents), entities: entities, factHeads: resolved.factHeads)
    }

    /// "gunman" of "the gunman John Smith".
    private static func isTitle(_ token: Int, of head: Int, _ tree: DependencyTree) -> Bool {
        head > token && tree.partOfSpeech(of: head) == .properNoun && tree.preposition(of: token).isEmpty
            && [.nominalModifier, .compound, .unmarkedNominalModifier].contains(tree.label(of: token))
    }

    /// The entities without the groups that no statement speaks of, and the statements with their new numbers.
    static func pruned(
        _ entities: [LocalEntity], named: Int, _ statements: [Statement<LocalEntity.ID>]
    ) -> (entities: [LocalEntity], statements: [Statement<LocalEntity.ID>]) {
        guard entities.count > named else { return (entities, statements) }
        let used = Set(statements.flatMap { [$0.subject, $0.object] })
        var kept = Array(entities[..<named])
        var renumbered: [LocalEntity.ID: LocalEntity.ID] = [:]
        for entity in entities[named...] where used.contains(entity.id) {
            renumbered[entity.id] = kept.count
            var entity = entity
            entity.id = kept.count
            kept.append(entity)
        }
        // Statements point to groups only as parties; a qualifier's group that is not kept loses its link.
        let moved = statements.map { statement in
            var statement = statement
            statement.subject = renumbered[statement.subject] ?? statement.subject
            statement.object = renumbered[statement.object] ?? statement.object
            if let place = statement.qualifiers.place?.entity, place >= named { statement.qualifiers.place?.entity = renumbered[place] }
            if let speaker = statement.qualifiers.attributedTo?.entity, speaker >= named {
                statement.qualifiers.attributedTo?.entity = renumbered[speaker]
            }
            return statement
        }
        return (kept, moved)
    }
}
