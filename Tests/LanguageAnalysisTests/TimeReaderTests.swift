import GraphModel
import Testing

@testable import LanguageAnalysis

/// Expressions of time against a publication date, Friday 9 January 2026 unless said otherwise.
@Suite struct TimeReaderTests {
    /// The tokens of a text without trees: every token is the root of itself.
    static func tokens(_ text: String) -> [Token] {
        Tokenizer().tokens(of: text).map { span in
            let word = String(text[span])
            return Token(span: span, text: word, lemma: word.lowercased(), partOfSpeech: .other, head: nil, label: .root)
        }
    }

    static func read(_ text: String, published: String? = "2026-01-09") -> [String] {
        let tokens = tokens(text)
        let reader = TimeReader(
            tokens: tokens, sentences: [Sentence(tokens: 0..<tokens.count, role: .paragraph)], published: published.flatMap { PartialDate($0) })
        return reader.expressions().map { time in time.until.map { "\(time.date)/\($0)" } ?? time.date.description }
    }

    @Test(
        "resolves",
        arguments: [
            ("on Friday", "2026-01-09"), ("on Saturday", "2026-01-03"), ("Sunday night", "2026-01-04"), ("last Friday", "2026-01-02"),
            ("next Monday", "2026-01-12"), ("this Wednesday", "2026-01-07"), ("Friday, January 9, 2026", "2026-01-09"), ("today", "2026-01-09"),
            ("yesterday", "2026-01-08"), ("tomorrow", "2026-01-10"), ("overnight", "2026-01-09"), ("tonight", "2026-01-09"),
            ("last night", "2026-01-08"), ("this morning", "2026-01-09"), ("the day before yesterday", "2026-01-07"),
            ("the day after tomorrow", "2026-01-11"), ("the previous day", "2026-01-08"), ("the following day", "2026-01-10"),
            ("the same day", "2026-01-09"), ("a week ago", "2026-01-02"), ("two days ago", "2026-01-07"), ("three weeks ago", "2025-12-19"),
            ("a month ago", "2025-12"), ("six months ago", "2025-07"), ("a year ago", "2025"), ("ten years ago", "2016"),
            ("a couple of days ago", "2026-01-07"), ("two decades ago", "2006"), ("last week", "2025-12-29/2026-01-04"),
            ("this week", "2026-01-05/2026-01-11"), ("next week", "2026-01-12/2026-01-18"), ("earlier this week", "2026-01-05/2026-01-11"),
            ("last weekend", "2026-01-03/2026-01-04"), ("last month", "2025-12"), ("this month", "2026-01"), ("next month", "2026-02"),
            ("late last month", "2025-12"), ("last year", "2025"), ("this year", "2026"), ("next year", "2027"), ("earlier this year", "2026"),
            ("January 3", "2026-01-03"), ("Jan. 3", "2026-01-03"), ("January 3rd", "2026-01-03"), ("3 January", "2026-01-03"),
            ("the 3rd of January", "2026-01-03"), ("Jan. 3, 2026", "2026-01-03"), ("3 January 2019", "2019-01-03"), ("December 31", "2025-12-31"),
            ("in January 2019", "2019-01"), ("in December", "2025-12"), ("in October", "2025-10"), ("last April", "2025-04"),
            ("next April", "2026-04"),
            ("early January", "2026-01"), ("in mid-May 2020", "2020-05"), ("in 2019", "2019"), ("in early 2019", "2019"), ("since 2014", "2014"),
            ("since late 2014", "2014"), ("by 2030", "2030"), ("in the 1990s", "1990/1999"), ("on 3/1/2026", "2026-03-01"),
            ("on 25/12/2025", "2025-12-25"),
            ("2026-01-03", "2026-01-03"), ("from May to July 2019", "2019-05/2019-07"), ("between 2010 and 2015", "2010/2015"),
            ("from 2001 until 2009", "2001/2009"), ("last decade", "2010/2019"),
        ])
    func resolves(text: String, expected: String) {
        #expect(Self.read("It happened \(text).") == [expected])
    }

    @Test(
        "counts from the date named before",
        arguments: [
            ("He fled on January 3 and returned two days later.", ["2026-01-03", "2026-01-05"]),
            ("He fled on January 3; a week earlier he had voted.", ["2026-01-03", "2025-12-27"]),
            ("He fled on January 3. The next day she followed.", ["2026-01-03", "2026-01-04"]),
        ])
    func anchored(text: String, expected: [String]) {
        #expect(Self.read(text) == expected)
    }

    @Test(
        "finds nothing in",
        arguments: [
            "He may leave. They march on.", "It cost 2019 dollars", "Some 1,990 people came", "Flight 370 left", "two weeks of talks",
            "a day of rest",
            "the last man", "this is it", "room 2019",
        ])
    func findsNothing(text: String) {
        #expect(Self.read(text).isEmpty)
    }

    @Test func withoutAPublicationDateOnlyFullDatesCount() {
        #expect(Self.read("On Friday, on January 3, 2019 and in 2014, a week ago.", published: nil) == ["2019-01-03", "2014"])
    }

    @Test func aWeekdayOfTheFutureIsTheNextOne() throws {
        let document = try AnnotatedDocument(
            conllu: """
                1	They	they	PRON	_	_	3	nsubj	_	_
                2	will	will	AUX	_	_	3	aux	_	_
                3	meet	meet	VERB	_	_	0	root	_	_
                4	on	on	ADP	_	_	5	case	_	_
                5	Monday	Monday	PROPN	_	_	3	obl	_	_
                """)
        let times = TimeReader(tokens: document.tokens, sentences: document.sentences, published: PartialDate("2026-01-09")).expressions()
        #expect(times.map(\.date.description) == ["2026-01-12"])
    }
}

@Suite struct MoneyReaderTests {
    @Test(
        "reads",
        arguments: [
            ("$100 billion", 100e9, "USD"), ("USD 100 billion", 100e9, "USD"), ("100 Billion Dollars", 100e9, "USD"), ("€3bn", 3e9, "EUR"),
            ("3 million euros", 3e6, "EUR"), ("£20m", 20e6, "GBP"), ("540,000 yen", 540_000, "JPY"), ("US$5.5m", 5.5e6, "USD"),
            ("Rs 500 crore", 5e9, "INR"), ("C$2 million", 2e6, "CAD"), ("A$7", 7, "AUD"), ("R$1.5 billion", 1.5e9, "BRL"),
            ("two million Canadian dollars", 2e6, "CAD"), ("half a million", 0, ""), ("$1,000.50", 1000.5, "USD"), ("a billion dollars", 1e9, "USD"),
            ("40 thousand pounds", 40_000, "GBP"), ("CHF 10 million", 10e6, "CHF"), ("$2-billion", 2e9, "USD"), ("12 trillion won", 12e12, "KRW"),
        ])
    func reads(text: String, value: Double, currency: String) {
        let tokens = TimeReaderTests.tokens("They paid \(text) yesterday.")
        let found = MoneyReader(tokens: tokens, sentences: [Sentence(tokens: 0..<tokens.count, role: .paragraph)]).expressions()
        #expect(found.map(\.amount) == (currency.isEmpty ? [] : [MoneyAmount(value: value, currency: currency)]))
    }
}
