internal import GraphModel

/// A closing rule of the ontology in terms of rows: where to look for the events that end a state, and for the states that an event ends.
struct RelationClosing {
    typealias Row = RelationReader.Row
    typealias Pattern = RelationReader.Pattern

    /// The row of the event's type.
    let event: Int64
    /// The rows of the states' types.
    let states: Set<Int64>
    private let rule: ClosingRule
    private let isEventSymmetric: Bool
    private let symmetricStates: Set<Int64>

    /// The rules whose event and states occur in the store.
    static func all(of ontology: Ontology, types: [Int64: String]) -> [RelationClosing] {
        let rows = Dictionary(types.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return ontology.relationTypes.flatMap { type -> [RelationClosing] in
            guard let event = rows[type.id] else { return [] }
            return type.closes.compactMap { rule in
                let states = rule.states.compactMap { rows[$0] }
                guard !states.isEmpty else { return nil }
                return RelationClosing(
                    event: event, states: Set(states), rule: rule, isEventSymmetric: type.isSymmetric,
                    symmetricStates: Set(rule.states.filter { ontology[$0]?.isSymmetric == true }.compactMap { rows[$0] }))
            }
        }
    }

    /// Where the events stand that may end this state.
    func events(ending state: Row) -> [Pattern] {
        var patterns: [Pattern] = []
        for (subject, object) in ways(state.subject, state.object, isSymmetric: symmetricStates.contains(state.type)) {
            var pattern = Pattern(subject: nil, type: event, object: nil)
            bind(&pattern, rule.subject, to: subject)
            bind(&pattern, rule.object, to: object)
            patterns.append(pattern)
            if isEventSymmetric { patterns.append(Pattern(subject: pattern.object, type: event, object: pattern.subject)) }
        }
        return patterns
    }

    /// Where the states stand that this event may end.
    func states(endedBy event: Row) -> [Pattern] {
        ways(event.subject, event.object, isSymmetric: isEventSymmetric).flatMap { subject, object in
            func party(_ party: ClosingRule.Party?) -> Int64? { party.map { $0 == .subject ? subject : object } }
            return states.sorted().flatMap { type -> [Pattern] in
                let pattern = Pattern(subject: party(rule.subject), type: type, object: party(rule.object))
                return symmetricStates.contains(type)
                    ? [pattern, Pattern(subject: pattern.object, type: type, object: pattern.subject)] : [pattern]
            }
        }
    }

    private func bind(_ pattern: inout Pattern, _ party: ClosingRule.Party?, to entity: Int64) {
        switch party {
        case .subject: pattern.subject = entity
        case .object: pattern.object = entity
        case nil: break
        }
    }

    private func ways(_ a: Int64, _ b: Int64, isSymmetric: Bool) -> [(Int64, Int64)] { isSymmetric ? [(a, b), (b, a)] : [(a, b)] }
}
