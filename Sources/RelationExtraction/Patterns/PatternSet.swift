public import GraphModel

/// A pattern file: its name for messages, and its text.
public struct PatternFile: Hashable, Sendable {
    public var name: String
    public var text: String
    /// Relations whose patterns and examples in this file are left out, whether the ontology has them or not.
    public var ignored: Set<RelationType.ID>

    public init(name: String, text: String, ignored: Set<RelationType.ID> = []) {
        self.name = name
        self.text = text
        self.ignored = ignored
    }
}

/// Patterns, word lists and example sentences, read and checked, with patterns indexed by the word that triggers them.
public struct PatternSet: Sendable {
    let patterns: [Pattern]
    let words: WordClasses
    /// Sentences that must or must not match, in file order.
    public let examples: [PatternExample]
    /// Patterns by category and head lemma of their trigger; `*` for any noun that is a mention.
    let index: [PredicateFrame.Category: [String: [Candidate]]]

    /// For each relation the nouns that name it: "attack" for attacked.
    let eventNouns: [RelationType.ID: Set<String>]

    /// A pattern, and which of its phrases has the word.
    struct Candidate: Sendable {
        var pattern: Int
        var phrase: Int
    }

    /// Reads pattern files; later files add to earlier ones.
    ///
    /// - Throws: `PatternProblems`, naming file and line of everything that is wrong.
    public init(_ files: [PatternFile], ontology: Ontology) throws(PatternProblems) {
        var parser = PatternParser(ontology: ontology)
        for file in files { parser.readWords(file) }
        for file in files { parser.readPatterns(file) }
        guard parser.problems.isEmpty else { throw PatternProblems(parser.problems) }
        patterns = parser.patterns
        examples = parser.examples
        words = WordClasses(parser.classes.mapValues(Set.init))
        var index: [PredicateFrame.Category: [String: [Candidate]]] = [:]
        for pattern in patterns {
            for (number, phrase) in pattern.triggers.enumerated() {
                index[pattern.category, default: [:]][phrase.key, default: []].append(Candidate(pattern: pattern.id, phrase: number))
            }
        }
        self.index = index
        var events: [RelationType.ID: Set<String>] = [:]
        for pattern in patterns where pattern.kind == .noun { events[pattern.relation, default: []].formUnion(pattern.triggers.map(\.lemma)) }
        eventNouns = events
    }

    /// The lines of all patterns, in file order.
    public var sources: [(relation: RelationType.ID, line: PatternSource)] { patterns.map { ($0.relation, $0.source) } }

    /// Lines that say what an earlier line of the same relation says already, each with the first such line and the
    /// word that both have; in file order.
    public var repeats: [(line: PatternSource, first: PatternSource, phrase: String)] {
        struct Meaning: Hashable {
            var relation: RelationType.ID
            var category: PredicateFrame.Category
            var kind: Pattern.Kind
            var phrase: TriggerPhrase
            var items: [Pattern.Item]
        }
        var known: [Meaning: PatternSource] = [:]
        var found: [(line: PatternSource, first: PatternSource, phrase: String)] = []
        for pattern in patterns {
            for phrase in pattern.triggers {
                let meaning = Meaning(
                    relation: pattern.relation, category: pattern.category, kind: pattern.kind, phrase: phrase, items: pattern.items)
                if let first = known[meaning] {
                    if found.last?.line != pattern.source { found.append((pattern.source, first, phrase.text)) }
                } else {
                    known[meaning] = pattern.source
                }
            }
        }
        return found
    }

    /// How many patterns each relation type has.
    public var counts: [RelationType.ID: Int] { patterns.reduce(into: [:]) { $0[$1.relation, default: 0] += 1 } }
}

extension Pattern {
    /// The part of speech of its trigger.
    var category: PredicateFrame.Category {
        switch kind {
        case .clause: triggersAdjective ? .adjective : .verb
        case .noun, .role: .noun
        }
    }
}

/// Named lists of words that files define with `words NAME = a|b|c`; the engine reads some by name.
struct WordClasses: Sendable {
    private let classes: [String: Set<String>]

    init(_ classes: [String: Set<String>]) { self.classes = classes }

    /// The words of this class; none if no file defines it.
    subscript(name: String) -> Set<String> { classes[name] ?? [] }

    var names: [String] { classes.keys.sorted() }
}
