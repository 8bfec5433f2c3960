/// The events that end states, ready to be looked up by the parties of a state.
///
/// An asserted event ends a state by the rules of its type in the ontology (`RelationType.closes`) on its own day, else on the day of its
/// article. Where both tell a title, the titles must share a word: who quits as minister may stay a member of parliament.
/// A state that began on a known day ends with the first such event from that day on; one of which only an article speaks ends with the
/// first event from the day of that article on, or with one that the same article tells. So what an article says to be so after the
/// event stays as it is said: contradictions are kept. A former state ended with the last such event before its article came out.
public struct StateEndings {
    /// A class since lists of events are made for each state: of someone who has to do with many, for thousands.
    private final class Event {
        let rule: ClosingRule
        let subject: Entity.ID
        let object: Entity.ID
        let date: PartialDate
        let title: String?
        let ending: Ending

        init(rule: ClosingRule, subject: Entity.ID, object: Entity.ID, date: PartialDate, title: String?, ending: Ending) {
            self.rule = rule
            self.subject = subject
            self.object = object
            self.date = date
            self.title = title
            self.ending = ending
        }

        func party(_ party: ClosingRule.Party) -> Entity.ID { party == .subject ? subject : object }
    }

    /// Whose state an event ends: parties that may be anyone are nil.
    private struct Parties: Hashable {
        var subject: Entity.ID?
        var object: Entity.ID?
    }

    private var events: [Parties: [Event]] = [:]
    private let types: [Entity.ID: EntityType]
    private let articles: ArticleIndex
    private let ontology: Ontology

    /// - Parameters:
    ///   - relations: among them all events that may end a state; others are passed over.
    ///   - types: of all entities that are parties of the events or states.
    public init(_ relations: some Sequence<Relation>, types: [Entity.ID: EntityType], articles: ArticleIndex, ontology: Ontology) {
        self.types = types
        self.articles = articles
        self.ontology = ontology
        for relation in relations where relation.status == .asserted {
            guard let type = ontology[relation.type], !type.closes.isEmpty else { continue }
            for statement in relation.statements { add(statement, type) }
        }
    }

    public var isEmpty: Bool { events.isEmpty }

    private mutating func add(_ statement: Statement<Entity.ID>, _ type: RelationType) {
        guard let date = statement.date ?? articles.published(statement.document) else { return }
        for rule in type.closes {
            let ways =
                type.isSymmetric
                ? [(statement.subject, statement.object), (statement.object, statement.subject)] : [(statement.subject, statement.object)]
            for (subject, object) in ways where types[subject].map(rule.by.contains) ?? false {
                let event = Event(
                    rule: rule, subject: subject, object: object, date: date, title: statement.qualifiers.title,
                    ending: Ending(type: type.id, document: statement.document))
                events[Parties(subject: rule.subject.map(event.party), object: rule.object.map(event.party)), default: []].append(event)
            }
        }
    }

    /// The relation with the ends of its statements that other statements tell; what was so ended before is looked at anew.
    public func ending(_ relation: Relation) -> Relation {
        guard let type = ontology[relation.type], type.kind == .state, relation.status != .denied, relation.status != .cancelled else {
            return relation
        }
        let events = isEmpty ? [] : events(ending: relation, type)
        var relation = relation
        for index in relation.statements.indices {
            if relation.statements[index].endedBy != nil {
                relation.statements[index].endedBy = nil
                relation.statements[index].until = nil
            }
            guard relation.statements[index].until == nil, let event = end(of: relation.statements[index], events) else { continue }
            relation.statements[index].until = event.date
            relation.statements[index].endedBy = event.ending
        }
        return relation
    }

    private func events(ending relation: Relation, _ type: RelationType) -> [Event] {
        func found(_ subject: Entity.ID, _ object: Entity.ID) -> [Event] {
            guard let objectType = types[object] else { return [] }
            var found: [Event] = []
            for parties in [Parties(subject: subject, object: object), Parties(subject: subject), Parties(object: object)] {
                for event in events[parties] ?? [] where event.rule.of.contains(objectType) && event.rule.states.contains(type.id) {
                    found.append(event)
                }
            }
            return found
        }
        return found(relation.subject, relation.object) + (type.isSymmetric ? found(relation.object, relation.subject) : [])
    }

    private func end(of state: Statement<Entity.ID>, _ events: [Event]) -> Event? {
        if events.isEmpty { return nil }
        let published = articles.published(state.document), begin = state.date?.firstDay
        let fitting = events.filter { event in
            if let begin, event.date.lastDay < begin { return false }
            guard Self.shareWord(event.title, state.qualifiers.title) else { return false }
            if state.status == .former { return published.map { event.date.firstDay <= $0.lastDay } ?? false }
            if state.date != nil || event.ending.document == state.document { return true }
            return published.map { event.date.lastDay >= $0.lastDay } ?? false
        }
        func precedes(_ a: Event, _ b: Event) -> Bool {
            if a.date != b.date { return a.date < b.date }
            return (articles.rank(of: a.ending.document), a.ending.type) < (articles.rank(of: b.ending.document), b.ending.type)
        }
        return state.status == .former ? fitting.max(by: precedes) : fitting.min(by: precedes)
    }

    /// Whether the titles have a word in common, or one of them is not told.
    private static func shareWord(_ a: String?, _ b: String?) -> Bool {
        guard let a, let b else { return true }
        return !Set(a.nameWords).isDisjoint(with: b.nameWords)
    }
}

extension KnowledgeGraph {
    /// Ends the graph's states by the events that it tells of, as `StateEndings` says.
    mutating func endStates(by ontology: Ontology) {
        let endings = endings(of: relations, in: ArticleIndex(documents), by: ontology)
        guard !endings.isEmpty else { return }
        for index in relations.indices { relations[index] = endings.ending(relations[index]) }
    }

    /// The relations as these of the graph's articles tell them, with the states that ended by then.
    func relations(in articles: ArticleIndex, endedBy ontology: Ontology) -> [Relation] {
        let told = relations.compactMap { relation -> Relation? in
            let statements = relation.statements.filter { articles.contains($0.document) }
            return statements.isEmpty ? nil : Relation(key: relation.key, statements: statements, in: articles)
        }
        let endings = endings(of: told, in: articles, by: ontology)
        return told.map(endings.ending)
    }

    private func endings(of relations: [Relation], in articles: ArticleIndex, by ontology: Ontology) -> StateEndings {
        let types = Dictionary(entities.lazy.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
        return StateEndings(relations, types: types, articles: articles, ontology: ontology)
    }
}
