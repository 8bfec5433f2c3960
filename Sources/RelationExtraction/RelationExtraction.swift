internal import GraphModel

/// One pass of the patterns over one document whose mentions are resolved.
struct RelationExtraction {
    let ontology: Ontology
    let patterns: PatternSet
    let lexicon: StatusLexicon
    let grammar: Grammar
    /// For a relation type those that say more of the same parties.
    private let covering: [RelationType.ID: Set<RelationType.ID>]
    /// Makes probabilities of the confidences of patterns; nil to keep these.
    private let confidence: ConfidenceModel?

    init(ontology: Ontology, patterns: PatternSet, confidence: ConfidenceModel? = nil) {
        self.confidence = confidence
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
        let all = GroupActors.added(to: resolved, in: tree, words: patterns.words)
        let told = confident(statements(of: tree, all), ConfidenceReader(tree: tree, resolved: all, ontology: ontology))
        return GroupActors.pruned(all.entities, named: resolved.entities.count, told)
    }

    /// The statements with the probabilities that they are right.
    private func confident(_ statements: [Statement<LocalEntity.ID>], _ reader: ConfidenceReader) -> [Statement<LocalEntity.ID>] {
        confidence?.applied(to: statements, reader) ?? statements
    }

    /// The statements of the document, what their confidence depends on, and what each of that adds to it.
    func confidences(
        _ document: AnnotatedDocument, _ resolved: ResolvedMentions
    ) -> [(statement: Statement<LocalEntity.ID>, features: ConfidenceFeatures, reasons: [(feature: ConfidenceFeature, amount: Double)])] {
        let tree = DependencyTree(document)
        let all = GroupActors.added(to: resolved, in: tree, words: patterns.words)
        let plain = statements(of: tree, all)
        let reader = ConfidenceReader(tree: tree, resolved: all, ontology: ontology)
        return zip(confident(plain, reader), reader.features(of: plain)).map { ($0, $1, confidence?.contributions($1) ?? []) }
    }

    private func statements(of tree: DependencyTree, _ resolved: ResolvedMentions) -> [Statement<LocalEntity.ID>] {
        var matcher = PatternMatcher(tree: tree, patterns: patterns, ontology: ontology, resolved: resolved)
        let found = matcher.matches()
        let matches = found + PostsLeft.completed(matcher.halves, found, tree: tree, ontology: ontology)
        let status = StatusReader(tree: tree, lexicon: lexicon, grammar: grammar)
        let qualifiers = QualifierReader(tree: tree, resolved: resolved, resolver: matcher.resolver, lexicon: lexicon)
        let hearsay = Hearsay(SpeechReader(tree), resolver: matcher.resolver, ontology: ontology)
        let narrative = NarrativeDate(tree: tree, resolved: resolved)
        let dates = EventDates(halves: matcher.halves, qualifiers: qualifiers, status: status, ontology: ontology)
        var statements: [Statement<LocalEntity.ID>] = []
        var places: [Key: Int] = [:]
        var quoted: Set<Int> = []
        for match in matches {
            let sentence = tree.sentenceOfToken[match.frame.token]
            for var statement in self.statements(of: match, tree, status, qualifiers) {
                if statement.date == nil { statement.date = dates.date(of: statement) }
                if ontology[statement.type]?.kind == .event, match.pattern.kind != .role, !qualifiers.isDaysApart(match.frame.token),
                    !isLookedBackOn(match.frame.token, tree), let date = narrative.date(ofEventIn: sentence, statement)
                {
                    statement.date = date
                }
                let key = Key(statement, sentence: sentence)
                var place = statements.count
                if let known = places[key] {
                    guard statements[known].evidence.confidence < statement.evidence.confidence else { continue }
                    place = known
                    statements[place] = statement
                } else {
                    places[key] = place
                    statements.append(statement)
                }
                let isHearsay = statement.status == .asserted && hearsay.holds(statement, at: match.frame.token)
                if isHearsay { quoted.insert(place) } else { quoted.remove(place) }
            }
        }
        let told = hearsay.withAccusations(withHearsay(statements, quoted: quoted), quoted: quoted, resolved)
        let alive = Obituary(
            tree: tree, resolver: matcher.resolver, status: status, ontology: ontology, statements: withoutWeaker(told)
        ).applied(
            frames: &matcher.frames)
        return Succession(alive, ontology).applied(to: alive)
    }

    /// "Iran admits downing the jet": what is admitted happened before the day of the news.
    private func isLookedBackOn(_ trigger: Int, _ tree: DependencyTree) -> Bool {
        guard let verb = tree.head(of: trigger), [.openComplement, .clausalComplement, .object].contains(tree.label(of: trigger)) else {
            return false
        }
        return ["admit", "acknowledge", "confess", "recall", "remember", "commemorate", "regret", "avenge"].contains(tree.lemmas[verb])
    }

    /// The statements, with what only another's quoted words tell alleged.
    private func withHearsay(
        _ statements: [Statement<LocalEntity.ID>], quoted: Set<Int>
    ) -> [Statement<LocalEntity.ID>] {
        struct Fact: Hashable {
            var subject: Int
            var type: RelationType.ID
            var object: Int
        }
        guard !quoted.isEmpty else { return statements }
        func fact(_ statement: Statement<LocalEntity.ID>) -> Fact {
            Fact(subject: statement.subject, type: statement.type, object: statement.object)
        }
        let told = Set(statements.indices.filter { !quoted.contains($0) && statements[$0].status == .asserted }.map { fact(statements[$0]) })
        var statements = statements
        for index in quoted where !told.contains(fact(statements[index])) { statements[index].status = .alleged }
        return statements
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
        let reading = reading(of: match, reader)
        var qualifiers = qualifierReader.qualifiers(of: match)
        // People have titles; "subsidiary" or "port" is the relation itself.
        if !type.domain.contains(.person) { qualifiers.title = nil }
        // "The regulator settled for 54 million": the money is not that of its being a part of the state.
        if !isEvent, match.pattern.kind != .clause { qualifiers.amount = nil }
        let sentence = document.sentences[tree.sentenceOfToken[trigger]].tokens
        let triggerTokens = [trigger, match.frame.particleToken, match.literals.first].compactMap { $0 }
        let triggerText = triggerTokens.sorted().map { document.tokens[$0].text }.joined(separator: " ")
        let entities = qualifierReader.resolved.entities
        let pairs = match.pairs.filter { isEvent || !entities[$0.subject.entity].isNominal && !entities[$0.object.entity].isNominal }
        return pairs.map { pair in
            var (subject, object) = (pair.subject.entity, pair.object.entity)
            if type.isSymmetric, object < subject { (subject, object) = (object, subject) }
            let confidence = match.pattern.confidence * match.weight * pair.subject.weight * pair.object.weight
            // "the attack" of which the article told before who was behind it, and when.
            let source = qualifierReader.resolver.eventAgents[pair.subject.token]?.source
            let time = qualifierReader.time(of: match, party: pair.object.token) ?? source.flatMap { qualifierReader.time(ofEvent: $0) }
            var status = source.map { min(reading.status, reader.reading(of: $0, isState: false).status) } ?? reading.status
            if status == .asserted, let date = time?.date, type.traits.contains(.bounded), isLongPast(date, document) { status = .former }
            // An announced measure takes effect on the day that is named.
            let effect =
                status == .planned && type.traits.contains(.measure) ? dayToCome(after: tree.sentenceOfToken[trigger], document) : nil
            let evidence = Evidence(
                span: document.span(of: sentence), text: document.text(of: sentence), trigger: triggerText,
                triggerSpan: document.tokens[trigger].span, rule: match.rule, confidence: confidence)
            return Statement(
                document: document.document.id, subject: subject, type: type.id, object: object, status: status, date: effect ?? time?.date,
                until: time?.until, qualifiers: qualifiers, evidence: evidence)
        }
    }

    /// Whether this lies in an earlier year than the article's: a race of that year is over.
    private func isLongPast(_ date: PartialDate, _ document: AnnotatedDocument) -> Bool {
        document.document.published.map { $0.firstDay.dayNumber - date.lastDay.dayNumber > 180 } ?? false
    }

    /// The status of a match, a pattern's own taken in, with the words that say so.
    func reading(of match: PatternMatch, _ reader: StatusReader) -> StatusReader.Reading {
        let tree = reader.tree
        let trigger = match.frame.token
        let isState = ontology[match.pattern.relation]?.kind == .state
        let traits = ontology[match.pattern.relation]?.traits ?? []
        var reading =
            match.pattern.kind == .role
            ? reader.roleReading(of: trigger, isKinship: traits.contains(.kinship)) : reader.reading(of: trigger, isState: isState)
        if let status = match.pattern.status { reading.note(status, trigger) }
        noteTrigger(of: match, reader, &reading)
        // "incoming prime minister"
        if traits.contains(.post), tree.children(of: trigger).contains(where: { tree.forms[$0] == "incoming" }) {
            reading.note(.planned, trigger)
        }
        // "the president-elect" has won, and a chamber that votes to impeach has impeached.
        let telling: Set<String> = match.pattern.relation == "won_election_in" ? ["elect", "project", "declare"] : ["vote"]
        if ["won_election_in", "impeached"].contains(match.pattern.relation), reading.cues.allSatisfy({ telling.contains(tree.lemmas[$0]) }) {
            reading = StatusReader.Reading()
        }
        return reading
    }

    /// "announced an investment in", "abandoned its attack on": where the trigger is a verb over what names the event.
    private func noteTrigger(of match: PatternMatch, _ reader: StatusReader, _ reading: inout StatusReader.Reading) {
        let tree = reader.tree
        let trigger = match.frame.token
        let announcing = match.pattern.kind == .clause ? trigger : tree.head(of: trigger)
        if let announcing, lexicon.announces(tree.lemmas[announcing]), tree.isVerb(announcing) {
            let traits = ontology[match.pattern.relation]?.traits ?? []
            let isMeasure = traits.contains(.measure) && dayToCome(after: tree.sentenceOfToken[trigger], tree.document) != nil
            if traits.contains(.venture) || isMeasure { reading.note(.planned, announcing) }
        }
        guard match.pattern.kind == .clause else { return }
        for literal in match.literals where patterns.eventNouns[match.pattern.relation]?.contains(tree.lemmas[literal]) ?? false {
            reader.noteVerb(trigger, overEvent: literal, &reading)
        }
    }

    /// The first day still to come when the article appears that the sentence or one of the next two names.
    private func dayToCome(after sentence: Int, _ document: AnnotatedDocument) -> PartialDate? {
        guard let published = document.document.published?.lastDay else { return nil }
        let last = min(sentence + 2, document.sentences.count - 1)
        let range = document.sentences[sentence].tokens.lowerBound..<document.sentences[last].tokens.upperBound
        return document.times.first { range.contains($0.tokens.lowerBound) && $0.date.firstDay.dayNumber > published.dayNumber }?.date
    }
}
