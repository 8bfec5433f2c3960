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
        // A day to come does not tell when what the sentence reports happened.
        let past = document.times.filter { time in document.document.published.map { time.date.dayNumber <= $0.lastDay.dayNumber } ?? true }
        datedSentences = Set(past.filter { $0.date.month != nil }.map { tree.sentenceOfToken[$0.tokens.lowerBound] })
        var anchor: (sentence: Int, date: PartialDate)?
        if let published = document.document.published?.lastDay {
            let body = document.sentences.indices.filter { document.sentences[$0].role == .paragraph }.prefix(3)
            for sentence in body where anchor == nil {
                let times = document.times.filter { tree.sentenceOfToken[$0.tokens.lowerBound] == sentence && $0.date.day != nil && $0.until == nil }
                guard let time = times.count == 1 ? times.first : Self.main(times, tree) else { continue }
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

    /// The time that hangs on the sentence's main verb, where only one does.
    private static func main(_ times: [TimeExpression], _ tree: DependencyTree) -> TimeExpression? {
        let main = times.filter { time in
            var place = time.tokens.lowerBound
            while let head = tree.head(of: place), time.tokens.contains(head) { place = head }
            guard let head = tree.head(of: place) else { return false }
            return tree.label(of: head) == .root
        }
        return main.count == 1 ? main.first : nil
    }
}
