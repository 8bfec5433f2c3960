internal import GraphModel

/// Prepositions that the pattern language knows; other words after the trigger are literals.
let knownPrepositions: Set<String> = [
    "about", "above", "across", "after", "against", "ahead of", "along", "alongside", "amid", "among", "around", "as", "at", "because of", "before",
    "behind", "below", "between", "beyond", "by", "despite", "during", "for", "from", "in", "in favor of", "in favour of", "inside", "into", "near",
    "of",
    "off", "on", "on behalf of", "onto", "opposite", "out of", "outside", "over", "past", "that", "through", "throughout", "to", "to do", "toward",
    "towards", "under", "upon", "via", "with", "within", "without",
]

/// The three forms of a pattern line.
extension PatternParser {
    /// `{A} take part in {B}`, `{A} be responsible for {B}`.
    mutating func clause(_ fields: [String], _ line: PatternSource, _ relation: RelationType) -> Pattern? {
        var items: [Pattern.Item] = []
        var triggers: [TriggerPhrase] = []
        var isAdjective = false
        var prepositions: [String] = []
        var possessive: Pattern.Slot?
        for field in fields {
            if field.hasPrefix("{") {
                guard let parsed = brace(field, line) else { return nil }
                switch parsed {
                case .qualifier(let kind): items.append(.qualifier(Pattern.QualifierSlot(kind: kind, prepositions: prepositions)))
                case .party(var slot, let isPossessive):
                    if isPossessive {
                        slot.selectors = [.role(.possessor)]
                        possessive = slot
                    } else {
                        slot.selectors = clauseSelectors(prepositions, beforeTrigger: triggers.isEmpty, isAdjective: isAdjective)
                        items.append(.slot(slot))
                    }
                }
                // "come to {B}'s aid": the preposition is the aid's.
                if possessive == nil { prepositions = [] }
            } else if triggers.isEmpty {
                let words = alternatives(field, line)
                if words == ["be"] {
                    isAdjective = true
                } else {
                    triggers = words.map { TriggerPhrase(words: $0.split(separator: " ").map(String.init), head: 0) }
                    if isAdjective {
                        items = items.map {
                            guard case .slot(var slot) = $0 else { return $0 }
                            slot.selectors = clauseSelectors([], beforeTrigger: true, isAdjective: true)
                            return .slot(slot)
                        }
                    }
                }
            } else {
                let words = alternatives(field, line)
                if words.allSatisfy({ knownPrepositions.contains($0) || $0 == Self.modifierWord }) {
                    prepositions = words
                } else {
                    items.append(.literal(Pattern.Literal(words: words, prepositions: prepositions)))
                    if let slot = possessive { items.append(.slot(slot)) }
                    (prepositions, possessive) = ([], nil)
                }
            }
        }
        guard !triggers.isEmpty else {
            report(line, "no verb found in '\(line.text)'; write {A} verb {B}, 'noun word: ...' or 'role word: ...'")
            return nil
        }
        let needsInfinitive = prepositions == [PatternAttempt.infinitive]
        guard prepositions.isEmpty || needsInfinitive, possessive == nil else {
            report(line, "the pattern ends after '\(prepositions.joined(separator: "|"))'; a party such as {B} or a word must follow")
            return nil
        }
        var pattern = Pattern(
            id: 0, relation: relation.id, kind: .clause, triggers: triggers, items: items, isReciprocal: relation.isSymmetric, source: line,
            triggersAdjective: isAdjective)
        pattern.needsInfinitive = needsInfinitive
        return pattern
    }

    /// What stands before the noun that the line names: "won the Ohio primary".
    private static let modifierWord = "mod"

    private func clauseSelectors(_ prepositions: [String], beforeTrigger: Bool, isAdjective: Bool) -> [Selector] {
        if !prepositions.isEmpty {
            return prepositions.flatMap { preposition -> [Selector] in
                if preposition == Self.modifierWord { return [.role(.modifier)] }
                return preposition == "to" || preposition == "for"
                    ? [.oblique(preposition), .role(.indirectObject)]
                    : preposition == "by" ? [.role(.subject), .oblique("by")] : [.oblique(preposition)]
            }
        }
        if isAdjective { return [.role(.object), .role(.subject)] }
        return beforeTrigger ? [.role(.subject)] : [.role(.object), .role(.indirectObject)]
    }

    /// `noun capture|seizure: by {A}, of {B}` and `role president: of {B}`; what is left out is filled by defaults.
    mutating func nominal(_ text: Substring, _ kind: Pattern.Kind, _ line: PatternSource, _ relation: RelationType) -> Pattern? {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let words = PatternParser.fields(halves[0]).joined(separator: "_")
        let triggers = alternatives(words, line).map {
            TriggerPhrase.noun($0.split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init))
        }
        guard !triggers.isEmpty else {
            report(line, "a noun expected after '\(kind.rawValue)', such as: \(kind == .noun ? "noun capture: of {B}" : "role president: of {B}")")
            return nil
        }
        var items: [Pattern.Item] = []
        for part in halves.count > 1 ? halves[1].split(separator: ",") : [] {
            let fields = PatternParser.fields(part)
            guard let last = fields.last else { continue }
            var selectors: [Selector] = []
            var prepositions: [String] = []
            for word in fields.dropLast().flatMap({ $0.split(separator: "|").map(String.init) }) where word != "only" {
                guard let selector = nominalSelector(word, line) else { return nil }
                selectors.append(selector)
                if case .oblique(let preposition) = selector { prepositions.append(preposition) }
            }
            guard last.hasPrefix("{") else {
                let words = alternatives(last, line)
                items.append(.literal(Pattern.Literal(words: words, prepositions: prepositions)))
                continue
            }
            guard let parsed = brace(last, line) else { return nil }
            switch parsed {
            case .qualifier(let qualifier): items.append(.qualifier(Pattern.QualifierSlot(kind: qualifier, prepositions: prepositions)))
            case .party(var slot, _):
                if selectors.isEmpty { selectors = defaultSelectors(kind, slot.party) }
                if kind == .role, slot.party == .b, fields.first != "only" { selectors += [.role(.possessor), .role(.modifier)] }
                slot.selectors = selectors.removingRepeats()
                items.append(.slot(slot))
            }
        }
        var pattern = Pattern(
            id: 0, relation: relation.id, kind: kind, triggers: triggers, items: items, isReciprocal: relation.isSymmetric, source: line)
        for party in [Pattern.Slot.Party.a, .b] where pattern.slot(party) == nil {
            pattern.items.append(.slot(Pattern.Slot(party: party, selectors: defaultSelectors(kind, party), types: nil)))
        }
        return pattern
    }

    private func defaultSelectors(_ kind: Pattern.Kind, _ party: Pattern.Slot.Party) -> [Selector] {
        switch (kind, party) {
        case (.role, .a): [.role(.holder)]
        case (.role, .b): [.oblique("of"), .role(.possessor), .role(.modifier)]
        case (_, .a): [.role(.subject), .role(.possessor), .role(.modifier)]
        case (_, .b): [.oblique("of")]
        }
    }

    private mutating func nominalSelector(_ word: String, _ line: PatternSource) -> Selector? {
        let word = word.split(separator: "_").joined(separator: " ")
        switch word {
        case "'s": return .role(.possessor)
        case "mod": return .role(.modifier)
        case "comma": return .role(.follower)
        case "self": return .role(.itself)
        case "by": return .role(.subject)
        case "holder": return .role(.holder)
        default:
            if knownPrepositions.contains(word) { return .oblique(word) }
            let known = ["'s", "mod", "comma", "self", "by", "holder", "only"] + knownPrepositions.sorted()
            let guess = nearestWord(to: word, among: known).map { "; did you mean '\($0)'?" } ?? ""
            report(line, "'\(word)' is neither a preposition nor one of 's, mod, comma, self, by, holder, only\(guess)")
            return nil
        }
    }

    private enum Brace {
        case party(Pattern.Slot, possessive: Bool)
        case qualifier(Pattern.QualifierSlot.Kind)
    }

    /// `{A}`, `{B:country|place}`, `{B:organization~senate}`, `{B}'s`, `{title}`.
    private mutating func brace(_ field: String, _ line: PatternSource) -> Brace? {
        guard let close = field.firstIndex(of: "}") else {
            report(line, "'}' is missing in '\(field)'")
            return nil
        }
        let possessive = field[field.index(after: close)...] == "'s"
        let parts = field[field.index(after: field.startIndex)..<close].split(separator: ":", maxSplits: 1)
        let name = parts.first.map(String.init) ?? ""
        if let kind = Pattern.QualifierSlot.Kind(rawValue: name) { return .qualifier(kind) }
        guard let party = Pattern.Slot.Party(rawValue: name) else {
            let guess = nearestWord(to: name, among: Pattern.QualifierSlot.Kind.allCases.map(\.rawValue)).map { "; did you mean '{\($0)}'?" } ?? ""
            report(line, "{\(name)} is none of {A}, {B}, {title}, {amount}, {place}, {charge}\(guess)")
            return nil
        }
        var slot = Pattern.Slot(party: party, selectors: [], types: nil)
        if parts.count == 2 {
            let sides = parts[1].split(separator: "~", maxSplits: 1)
            slot.types = []
            for word in sides.first?.split(separator: "|") ?? [] {
                guard let type = EntityType(rawValue: String(word)) else {
                    report(line, "'\(word)' is no entity type; person, country, organization and place are")
                    return nil
                }
                slot.types?.insert(type)
            }
            if sides.count == 2 { slot.names = Set(sides[1].split(separator: "|").map { $0.lowercased() }) }
        }
        return .party(slot, possessive: possessive)
    }
}

extension Array where Element: Hashable {
    /// The elements without those that stand earlier already.
    func removingRepeats() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
