internal import GraphModel

extension ExtractionReport {
    init(extraction: RelationExtraction, document: AnnotatedDocument, resolved: ResolvedMentions, gazetteer: Gazetteer) {
        let tree = DependencyTree(document)
        let all = GroupActors.added(to: resolved, in: tree, words: extraction.patterns.words)
        var matcher = PatternMatcher(
            tree: tree, patterns: extraction.patterns, ontology: extraction.ontology, resolved: all, collectsNearMisses: true)
        let matches = matcher.matches()
        let kept = Kept(extraction, document, resolved)
        let reader = StatusReader(tree: tree, lexicon: extraction.lexicon, grammar: extraction.grammar)
        tokens = document.tokens
        mentions = MentionReader(tree: tree, resolved: all, gazetteer: gazetteer).reports()
        fired = matches.map { match in
            let reading = extraction.reading(of: match, reader)
            func party(_ filler: ArgumentResolver.Filler) -> Party {
                let entity = all.entities[filler.entity]
                return Party(name: entity.name, type: entity.type, token: filler.token)
            }
            return Fired(
                sentence: tree.sentenceOfToken[match.frame.token], trigger: match.frame.token, relation: match.pattern.relation,
                pattern: match.pattern.source,
                pairs: match.pairs.map { kept.pair(party($0.subject), party($0.object), match, reading.status, tree) },
                status: reading.status, cues: reading.cues.sorted().removingRepeats().map { document.tokens[$0].text })
        }
        let held = Set(fired.map { Held(trigger: $0.trigger, relation: $0.relation) })
        missed = matcher.nearMisses.filter { $0.phrase.lemma != "*" && !held.contains(Held(trigger: $0.token, relation: $0.pattern.relation)) }
            .map {
                Missed(
                    sentence: tree.sentenceOfToken[$0.token], trigger: $0.token, relation: $0.pattern.relation, pattern: $0.pattern.source,
                    conditions: $0.conditions)
            }
            .removingRepeats().enumerated()
            .sorted {
                ($0.element.trigger, $0.element.conditions.count, $0.offset) < ($1.element.trigger, $1.element.conditions.count, $1.offset)
            }
            .map(\.element)
        let tried = Set(fired.map(\.trigger) + matcher.nearMisses.filter { !$0.phrase.isWild }.map(\.token))
        unknown = matcher.unknownPredicates(tried: tried)
    }

    private struct Held: Hashable {
        var trigger: Int
        var relation: RelationType.ID
    }

    /// The statements that the article gives in the end.
    private struct Kept {
        let ontology: Ontology
        let entities: [LocalEntity]
        let statements: [Statement<LocalEntity.ID>]
        let reasons: [[(feature: ConfidenceFeature, amount: Double)]]

        init(_ extraction: RelationExtraction, _ document: AnnotatedDocument, _ resolved: ResolvedMentions) {
            ontology = extraction.ontology
            entities = GroupActors.added(to: resolved, in: DependencyTree(document), words: extraction.patterns.words).entities
            let told = extraction.confidences(document, resolved)
            statements = told.map(\.statement)
            reasons = told.map(\.reasons)
        }

        private static func words(_ feature: ConfidenceFeature, _ amount: Double) -> String {
            let tenths = Int((abs(amount) * 10).rounded())
            return "\(feature.rawValue) \(amount < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10)"
        }

        func pair(_ subject: Party, _ object: Party, _ match: PatternMatch, _ status: Status, _ tree: DependencyTree) -> Pair {
            let type = match.pattern.relation
            let names = Set([subject.name, object.name])
            let sentence = tree.document.span(of: tree.document.sentences[tree.sentenceOfToken[match.frame.token]].tokens)
            func isSame(_ statement: Statement<LocalEntity.ID>) -> Bool {
                let (first, second) = (entities[statement.subject].name, entities[statement.object].name)
                let isTurned = ontology[statement.type]?.isSymmetric == true
                return first == subject.name && second == object.name || isTurned && Set([first, second]) == names
            }
            let same = statements.filter(isSame)
            let here = same.filter { $0.type == type && $0.evidence.span == sentence }
            let trigger = tree.document.tokens[match.frame.token].span
            if let own = here.first(where: { $0.evidence.triggerSpan == trigger && $0.evidence.rule == match.rule }) {
                let reason = own.status == .alleged ? "another says so in a quotation" : "the article tells elsewhere that it ended"
                let note = own.status == status ? nil : "\(own.status.rawValue) in the end: \(reason)"
                let why = statements.firstIndex(of: own).map { reasons[$0] } ?? []
                return Pair(subject: subject, object: object, statement: own, confidence: why.prefix(4).map { Self.words($0, $1) }, note: note)
            }
            if let other = here.first {
                return Pair(subject: subject, object: object, note: "left out: '\(other.evidence.trigger)' says the same more surely")
            }
            if let other = same.first(where: { $0.type != type }) {
                return Pair(subject: subject, object: object, note: "left out: \(other.type) of the same two says more")
            }
            return Pair(subject: subject, object: object, note: "left out: it says nothing new of two who are named")
        }
    }
}
