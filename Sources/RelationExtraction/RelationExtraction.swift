internal import GraphModel

/// One pass of the patterns over one document whose mentions are resolved.
struct RelationExtraction {
    let ontology: Ontology
    let patterns: PatternSet
    let lexicon: StatusLexicon
    let grammar: Grammar
    /// For a relation type those that say more of the same parties.
    private let covering: [RelationType.ID: Set<RelationType.ID>]

    init(ontology: Ontology, patterns: PatternSet) {
        self.ontology = ontology
        self.patterns = patterns
        lexicon = StatusLexicon(patterns.words)
        grammar = Grammar(patterns.words)
        var covering: [RelationType.ID: Set<RelationType.ID>] = [:]
        for type in ontology.relationTypes { for covered in type.covers { covering[covered, default: []].insert(type.id) } }
        self.covering = covering
    }

    /// The statements of the document, in text order of their triggers; of equal ones in a sentence the surest.
    ///
    /// The entities are those of `resolved`, and after them the groups without a name that statements speak of.
    func extract(
        _ document: AnnotatedDocument, _ resolved: ResolvedMentions
    ) -> (entities: [LocalEntity], statements: [Statement<LocalEntity.ID>]) {
        let tree = DependencyTree(document)
        let all = GroupActors.added(to: resolved, in: tree, nouns: patterns.words["group-nouns"])
        return GroupActors.pruned(all.entities, named: resolved.entities.count, statements(of: tree, all))
    }

    private func statements(of tree: DependencyTree, _ resolved: ResolvedMentions) -> [Statement<LocalEntity.ID>] {
        var matcher = PatternMatcher(tree: tree, patterns: patterns, ontology: ontology, resolved: resolved)
        let matches = matcher.matches()
        let status = StatusReader(tree: tree, lexicon: lexicon, grammar: grammar)
        let qualifiers = QualifierReader(tree: tree, resolved: resolved, resolver: matcher.resolver, lexicon: lexicon)
        let narrative = NarrativeDate(tree: tree, resolved: resolved)
        var statements: [Statement<LocalEntity.ID>] = []
        var places: [Key: Int] = [:]
        for match in matches {
            let sentence = tree.sentenceOfToken[match.frame.token]
            for var statement in self.statements(of: match, tree, status, qualifiers) {
                if ontology[statement.type]?.kind == .event, let date = narrative.date(ofEventIn: sentence, statement) { statement.date = date }
                let key = Key(statement, sentence: sentence)
                if let place = places[key] {
                    if statements[place].evidence.confidence < statement.evidence.confidence { statements[place] = statement }
                } else {
                    places[key] = statements.count
                    statements.append(statement)
                }
            }
        }
        let alive = Obituary(tree: tree, resolver: matcher.resolver, status: status, statements: withoutWeaker(statements)).applied(
            frames: &matcher.frames)
        return Succession(alive).applied(to: alive)
    }

    /// The statements without those that a more specific one of the same parties covers: an official's nationality goes without saying.
    private func withoutWeaker(_ statements: [Statement<LocalEntity.ID>]) -> [Statement<LocalEntity.ID>] {
        struct Parties: Hashable {
            var subject: Int
            var object: Int
            var status: Status
        }
        func parties(_ statement: Statement<LocalEntity.ID>) -> Parties {
            Parties(subject: statement.subject, object: statement.object, status: statement.status)
        }
        var types: [Parties: Set<RelationType.ID>] = [:]
        for statement in statements { types[parties(statement), default: []].insert(statement.type) }
        return statements.filter { covering[$0.type]?.isDisjoint(with: types[parties($0)] ?? []) ?? true }
    }

    private struct Key: Hashable {
        var sentence: Int
        var subject: Int
        var object: Int
        var type: String
        var status: Status

        init(_ statement: Statement<LocalEntity.ID>, sentence: Int) {
            self.sentence = sentence
            (subject, object, type, status) = (statement.subject, statement.object, statement.type, statement.status)
        }
    }

    private func statements(
        of match: PatternMatch, _ tree: DependencyTree, _ reader: StatusReader, _ qualifierReader: QualifierReader
    ) -> [Statement<LocalEntity.ID>] {
        guard let type = ontology[match.pattern.relation] else { return [] }
        let isEvent = type.kind == .event
        let document = tree.document
        let trigger = match.frame.token
        let status = reading(of: match, reader).status
        let time = qualifierReader.time(of: match)
        var qualifiers = qualifierReader.qualifiers(of: match)
        // People have titles; "subsidiary" or "port" is the relation itself.
        if !type.domain.contains(.person) { qualifiers.title = nil }
        let sentence = document.sentences[tree.sentenceOfToken[trigger]].tokens
        let triggerTokens = [trigger, match.frame.particleToken, match.literals.first].compactMap { $0 }
        let triggerText = triggerTokens.sorted().map { document.tokens[$0].text }.joined(separator: " ")
        let entities = qualifierReader.resolved.entities
        let pairs = match.pairs.filter { isEvent || !entities[$0.subject.entity].isNominal && !entities[$0.object.entity].isNominal }
        return pairs.map { pair in
            var (subject, object) = (pair.subject.entity, pair.object.entity)
            if type.isSymmetric, object < subject { (subject, object) = (object, subject) }
            let confidence = match.pattern.confidence * match.weight * pair.subject.weight * pair.object.weight
            let evidence = Evidence(
                span: document.span(of: sentence), text: document.text(of: sentence), trigger: triggerText,
                triggerSpan: document.tokens[trigger].span, rule: match.rule, confidence: confidence)
            return Statement(
                document: document.document.id, subject: subject, type: type.id, object: object, status: status, date: time?.date,
                until: time?.until, qualifiers: qualifiers, evidence: evidence)
        }
    }
    /// The status of a match, a pattern's own taken in, with the words that say so.
    func reading(of match: PatternMatch, _ reader: StatusReader) -> StatusReader.Reading {
        let trigger = match.frame.token
        let isState = ontology[match.pattern.relation]?.kind == .state
        let isKinship = ["parent_of", "sibling_of", "relative_of"].contains(match.pattern.relation)
        var reading =
            match.pattern.kind == .role ? reader.roleReading(of: trigger, isKinship: isKinship) : reader.reading(of: trigger, isState: isState)
        if let status = match.pattern.status { reading.note(status, trigger) }
        return reading
    }
}
