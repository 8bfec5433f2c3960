internal import GraphModel

/// Reads off an article what the confidence of its statements depends on.
struct ConfidenceReader {
    let tree: DependencyTree
    let ontology: Ontology
    /// For each entity the heads of its mentions and their kinds, in text order.
    private var mentions: [[(head: Int, kind: MentionKind)]]
    /// For each entity how unsure the language model is that its names are names: 0 for what the gazetteer knows.
    private var doubts: [Double]
    /// The tokens by the place where they begin.
    private var tokenAt: [Int: Int] = [:]

    init(tree: DependencyTree, resolved: ResolvedMentions, ontology: Ontology) {
        self.tree = tree
        self.ontology = ontology
        mentions = Array(repeating: [], count: resolved.entities.count)
        doubts = resolved.entities.map { $0.identifiers.isEmpty ? 1 : 0 }
        var probabilities: [Int: Double] = [:]
        for name in tree.document.names { for token in name.tokens { probabilities[token] = name.probability } }
        for (mention, referents) in zip(resolved.mentions, resolved.referents) {
            for entity in referents {
                mentions[entity].append((mention.head, mention.kind))
                guard mention.kind == .name else { continue }
                let best = mention.tokens.compactMap { probabilities[$0] }.max() ?? 0.5
                doubts[entity] = min(doubts[entity], 1 - best)
            }
        }
        for (index, token) in tree.document.tokens.enumerated() { tokenAt[token.span.start] = index }
    }

    /// The features of each statement of the article, in the same order; `confidence` of each is still that of pattern and hops alone.
    func features(of statements: [Statement<LocalEntity.ID>]) -> [ConfidenceFeatures] {
        struct Parties: Hashable {
            var first: Int
            var second: Int
        }
        struct Said: Hashable {
            var parties: Parties
            var type: RelationType.ID
        }
        func parties(_ statement: Statement<LocalEntity.ID>) -> Parties {
            Parties(first: min(statement.subject, statement.object), second: max(statement.subject, statement.object))
        }
        var sentences: [Said: Set<TextSpan>] = [:]
        var kinds: [Parties: [TextSpan: Set<String>]] = [:]
        for statement in statements {
            let both = parties(statement), span = statement.evidence.span
            sentences[Said(parties: both, type: statement.type), default: []].insert(span)
            kinds[both, default: [:]][span, default: []].insert("\(statement.type) \(statement.subject)")
        }
        return statements.map { statement in
            let both = parties(statement)
            var features = self.features(of: statement)
            features[.repeated] = (sentences[Said(parties: both, type: statement.type)]?.count ?? 1) > 1 ? 1 : 0
            features[.rival] = (kinds[both]?[statement.evidence.span]?.count ?? 1) > 1 ? 1 : 0
            return features
        }
    }

    private func features(of statement: Statement<LocalEntity.ID>) -> ConfidenceFeatures {
        var features = ConfidenceFeatures()
        let evidence = statement.evidence
        features[.doubt] = 1 - evidence.confidence
        let rule = evidence.rule.drop { $0 != ":" }
        features[.noun] = rule.hasPrefix(": noun ") ? 1 : 0
        features[.role] = rule.hasPrefix(": role ") ? 1 : 0
        features[.hedged] = statement.status != .asserted && statement.status != .former ? 1 : 0
        features[.name] = [statement.subject, statement.object].map { doubts[$0] }.max() ?? 0
        guard let trigger = tokenAt[evidence.triggerSpan.start] else { return features }
        let number = tree.sentenceOfToken[trigger]
        let sentence = tree.document.sentences[number]
        features[.headline] = sentence.role == .paragraph ? 0 : 1
        var farthest = 0
        for party in [statement.subject, statement.object] {
            let here = mentions[party].filter { sentence.tokens.contains($0.head) }
            guard let nearest = here.min(by: { abs($0.head - trigger) < abs($1.head - trigger) }) else { continue }
            farthest = max(farthest, abs(nearest.head - trigger))
            switch nearest.kind {
            case .name: break
            case .nominal: features[.description] += 1
            case .pronoun: features[.pronoun] += 1
            }
        }
        features[.distance] = min(2, Double(farthest) / 10)
        return features
    }
}

extension ConfidenceModel {
    /// The statements of an article, with probabilities for the confidences that patterns and hops gave them.
    func applied(to statements: [Statement<LocalEntity.ID>], _ reader: ConfidenceReader) -> [Statement<LocalEntity.ID>] {
        zip(statements, reader.features(of: statements)).map { statement, features in
            var statement = statement
            statement.evidence.confidence = probability(features)
            return statement
        }
    }
}
