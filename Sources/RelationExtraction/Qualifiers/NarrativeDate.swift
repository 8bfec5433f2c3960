internal import GraphModel

/// The day that an article's opening tells of, which its headline and the sentences that go on about it share.
struct NarrativeDate {
    /// How many sentences after the one that names the day go on about it.
    private static let reach = 4
    /// How many days before publication an opening may tell of and still be the news.
    private static let freshness = 10

    private let date: PartialDate?
    private let sentences: Range<Int>
    private let datedSentences: Set<Int>
    private let entities: Set<LocalEntity.ID>

    /// Reads the day off the first sentences of the body.
    init(tree: DependencyTree, resolved: ResolvedMentions) {
        let document = tree.document
        datedSentences = Set(document.times.filter { $0.date.month != nil }.map { tree.sentenceOfToken[$0.tokens.lowerBound] })
        var anchor: (sentence: Int, date: PartialDate)?
        if let published = document.document.published?.lastDay {
            let body = document.sentences.indices.filter { document.sentences[$0].role == .paragraph }.prefix(3)
            for sentence in body where anchor == nil {
                let times = document.times.filter { tree.sentenceOfToken[$0.tokens.lowerBound] == sentence && $0.date.day != nil && $0.until == nil }
                guard times.count == 1, let time = times.first else { continue }
                let age = published.dayNumber - time.date.dayNumber
                if (0...Self.freshness).contains(age) { anchor = (sentence, time.date) }
            }
        }
        date = anchor?.date
        sentences = anchor.map { 0..<($0.sentence + Self.reach + 1) } ?? 0..<0
        var entities: Set<LocalEntity.ID> = []
        if let anchor {
            for (mention, referents) in zip(resolved.mentions, resolved.referents) where tree.sentenceOfToken[mention.head] == anchor.sentence {
                entities.formUnion(referents)
            }
        }
        self.entities = entities
    }

    /// The day of an event that this sentence tells as fact without a time of its own; nil if the sentence is about something else.
    func date(ofEventIn sentence: Int, _ statement: Statement<LocalEntity.ID>) -> PartialDate? {
        guard let date, statement.date == nil, statement.status == .asserted, sentences.contains(sentence), !datedSentences.contains(sentence),
            entities.contains(statement.subject) || entities.contains(statement.object)
        else { return nil }
        return date
    }
}
