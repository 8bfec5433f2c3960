internal import GraphModel

/// The mentions of one document and the entities they refer to: what the pattern engine sees of who is meant.
struct ResolvedMentions {
    /// In text order of their heads; no two have the same head.
    var mentions: [Mention]
    /// For each mention the entities it refers to: one as a rule, several for "the two countries" or "both", none if unknown.
    var referents: [[LocalEntity.ID]]
    /// The entity with id `i` stands at index `i`.
    var entities: [LocalEntity]
    /// Heads of descriptions of which only a fact of the user's gazetteer tells whom they mean: such a fact makes no relation.
    let factHeads: Set<Int>
    private var mentionByHead: [Int: Int]

    init(mentions: [Mention], referents: [[LocalEntity.ID]], entities: [LocalEntity], factHeads: Set<Int> = []) {
        precondition(mentions.count == referents.count, "one list of referents for each mention")
        self.mentions = mentions
        self.referents = referents
        self.entities = entities
        self.factHeads = factHeads
        mentionByHead = Dictionary(mentions.enumerated().map { ($1.head, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Index of the mention whose head is this token, or nil.
    func mention(headedBy token: Int) -> Int? { mentionByHead[token] }

    /// The entities that the mention headed by this token refers to; empty if there is none or nobody knows.
    func entities(headedBy token: Int) -> [LocalEntity.ID] { mentionByHead[token].map { referents[$0] } ?? [] }
}
