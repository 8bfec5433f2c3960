/// A word, clitic or punctuation mark, with its place in the sentence's dependency tree.
public struct Token: Hashable, Sendable {
    public var span: TextSpan
    /// The token as the text writes it.
    public var text: String
    /// Dictionary form, lower case save for proper nouns.
    public var lemma: String
    public var partOfSpeech: PartOfSpeech
    /// Index of the head in the document's tokens; nil for the root of a sentence.
    public var head: Int?
    public var label: DependencyLabel

    public init(span: TextSpan, text: String, lemma: String, partOfSpeech: PartOfSpeech, head: Int?, label: DependencyLabel) {
        self.span = span
        self.text = text
        self.lemma = lemma
        self.partOfSpeech = partOfSpeech
        self.head = head
        self.label = label
    }
}

/// A run of tokens that form one dependency tree.
public struct Sentence: Hashable, Sendable {
    /// Indices into the document's tokens; never empty.
    public var tokens: Range<Int>
    /// The role of the passage it stands in.
    public var role: Passage.Role

    public init(tokens: Range<Int>, role: Passage.Role) {
        self.tokens = tokens
        self.role = role
    }
}

/// Classes of names that the language model tells apart.
public enum NameType: String, CaseIterable, Sendable, Hashable, Codable {
    case person = "PER"
    case organization = "ORG"
    /// Countries, cities, regions, waters.
    case location = "LOC"
    /// Buildings, airports, bridges.
    case facility = "FAC"
    /// Nationalities, religious and political groups, mostly as adjectives.
    case affiliation = "NORP"
    case date = "DATE"
    case money = "MONEY"
    /// Products, events, laws, works.
    case miscellaneous = "MISC"
}

/// A run of tokens that the language model takes for a name.
public struct NameSpan: Hashable, Sendable {
    public var tokens: Range<Int>
    public var type: NameType
    /// 0 to 1.
    public var probability: Double

    public init(tokens: Range<Int>, type: NameType, probability: Double) {
        self.tokens = tokens
        self.type = type
        self.probability = probability
    }
}

/// A run of tokens that says when, resolved against the publication date.
public struct TimeExpression: Hashable, Sendable {
    public var tokens: Range<Int>
    /// The day, month or year it means, or the first of an interval.
    public var date: PartialDate
    /// The end of an interval ("from May to July"); nil for a point.
    public var until: PartialDate?

    public init(tokens: Range<Int>, date: PartialDate, until: PartialDate? = nil) {
        self.tokens = tokens
        self.date = date
        self.until = until
    }
}

/// A run of tokens that names an amount of money.
public struct MoneyExpression: Hashable, Sendable {
    public var tokens: Range<Int>
    public var amount: MoneyAmount

    public init(tokens: Range<Int>, amount: MoneyAmount) {
        self.tokens = tokens
        self.amount = amount
    }
}

/// A sum of money.
public struct MoneyAmount: Hashable, Sendable, Codable {
    /// In whole units of the currency.
    public var value: Double
    /// ISO 4217 code.
    public var currency: String

    public init(value: Double, currency: String) {
        self.value = value
        self.currency = currency
    }
}

/// What language analysis hands to extraction: tokens, sentences, trees, names, dates and money of one document.
///
/// Tokens are in text order and their spans do not overlap; sentences cover all tokens in order; heads form one tree a sentence.
/// Names, times and amounts are in order and lie within one sentence each.
public struct AnnotatedDocument: Sendable {
    public let document: Document
    public let tokens: [Token]
    public let sentences: [Sentence]
    public let names: [NameSpan]
    public let times: [TimeExpression]
    public let amounts: [MoneyExpression]

    public init(
        document: Document, tokens: [Token], sentences: [Sentence], names: [NameSpan] = [], times: [TimeExpression] = [],
        amounts: [MoneyExpression] = []
    ) {
        self.document = document
        self.tokens = tokens
        self.sentences = sentences
        self.names = names
        self.times = times
        self.amounts = amounts
    }

    /// The text span from the first to the last of these tokens.
    public func span(of range: Range<Int>) -> TextSpan {
        precondition(!range.isEmpty, "a span of no tokens")
        return TextSpan(start: tokens[range.lowerBound].span.start, end: tokens[range.upperBound - 1].span.end)
    }

    /// The document's words from the first to the last of these tokens, as the text writes them.
    public func text(of range: Range<Int>) -> String { String(document.text[span(of: range)]) }
}
