internal import GraphModel

/// One way of saying a relation: the trigger, what must stand beside it, and where its two parties are found.
struct Pattern: Sendable {
    enum Kind: String, Sendable {
        /// A verb, or "be" and an adjective or participle.
        case clause
        /// A noun that names an event: "the capture of B by A".
        case noun
        /// A noun that names what A is to B: "the president of B, A".
        case role
    }

    /// Its index in the pattern set.
    var id: Int
    var relation: RelationType.ID
    var kind: Kind
    var triggers: [TriggerPhrase]
    var items: [Item]
    /// Overrides the status that the text gives, if that says nothing stronger.
    var status: Status?
    var confidence = 0.9
    /// Whether a plural subject may fill both sides ("A and B met").
    var isReciprocal: Bool
    /// Whether parties must be mentions themselves, not nouns that stand for their owner.
    var isStrict = false
    /// Whether the object must be reached through such a noun ("head of Bolivia's armed forces").
    var requiresReach = false
    /// Whether the possessor of any noun may stand for it ("condemned Russia's annexation").
    var reachesPossessors = false
    /// Whether a complement after the object rules the pattern out ("called it a lie").
    var forbidsComplement = false
    /// Whether an infinitive must follow ("told B to leave").
    var needsInfinitive = false
    /// Whether a role without its country or place takes the one that the article is about.
    var impliesObject = false
    var source: PatternSource
    /// For a clause: whether the trigger is an adjective or participle after "be".
    var triggersAdjective = false

    enum Item: Hashable, Sendable {
        case slot(Slot)
        case literal(Literal)
        case qualifier(QualifierSlot)
    }

    struct Slot: Hashable, Sendable {
        enum Party: String, Sendable, Hashable { case a = "A", b = "B" }
        var party: Party
        /// Where to look, in order of preference.
        var selectors: [Selector]
        /// Entity types that the author allows here, within the ontology's domain and range.
        var types: Set<EntityType>?
        /// One of these lower-case words must stand in the entity's name.
        var names: Set<String>?

        func allows(_ name: String) -> Bool {
            guard let names else { return true }
            return !names.isDisjoint(with: name.lowercased().split(separator: " ").map(String.init))
        }
    }

    /// Words that must stand there: "take {B} prisoner", "take part in {B}".
    struct Literal: Hashable, Sendable {
        var words: [String]
        /// Prepositions before it; empty for an object or a complement.
        var prepositions: [String]
    }

    struct QualifierSlot: Hashable, Sendable {
        enum Kind: String, Sendable, Hashable, CaseIterable { case title, amount, place, charge }
        var kind: Kind
        var prepositions: [String]
    }

    var slots: [Slot] {
        items.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }
    }

    func slot(_ party: Slot.Party) -> Slot? { slots.first { $0.party == party } }
}

/// Where in a frame a party is looked for.
enum Selector: Hashable, Sendable {
    case role(ArgumentRole)
    case oblique(String)

    /// As the pattern language writes it.
    var words: String {
        switch self {
        case .oblique(let preposition): preposition
        case .role(.possessor): "'s"
        case .role(.modifier): "mod"
        case .role(.subject): "by"
        case .role(.holder): "holder"
        case .role(.itself): "self"
        case .role(.follower): "comma"
        case .role(.supporter): "supporter"
        case .role(.object): "object"
        case .role(.indirectObject): "recipient"
        case .role(.complement): "complement"
        case .role(.oblique): "oblique"
        }
    }
}

/// The words that make a pattern be tried: one lemma, or several words around it.
struct TriggerPhrase: Hashable, Sendable {
    /// Lower-case lemmas (or words as written) in text order; `*` stands for any word.
    var words: [String]
    /// Index of the word that heads the phrase.
    var head: Int

    var lemma: String { words[head] }
    var text: String { words.joined(separator: " ") }

    /// Whether it stands for any noun (`*`), or for any common noun that ends so (`*ist`).
    var isWild: Bool { lemma.hasPrefix("*") }

    /// What it is looked up by.
    var key: String { isWild ? "*" : lemma }

    /// How much it says: of phrases at one noun the weightiest counts. What follows the head after "of" as `*` adds nothing.
    var weight: Int { words.last == "*" && head < words.count - 1 ? head + 1 : words.count }

    /// A phrase of nouns: its head is the last word before "of", "for", "in" or "to".
    static func noun(_ words: [String]) -> TriggerPhrase {
        let end = words.firstIndex { ["of", "for", "in", "to", "at", "on"].contains($0) } ?? words.count
        return TriggerPhrase(words: words, head: max(0, end - 1))
    }
}

/// Where a pattern is written.
public struct PatternSource: Hashable, Sendable, CustomStringConvertible {
    public var file: String
    /// 1-based.
    public var line: Int
    /// The line without its comment.
    public var text: String

    public init(file: String, line: Int, text: String) {
        self.file = file
        self.line = line
        self.text = text
    }

    public var description: String { "\(file):\(line)" }
}
