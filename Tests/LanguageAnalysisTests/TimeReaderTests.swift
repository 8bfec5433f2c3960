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
            ("from 2001 until 2009", "2001/2009"), ("last decade", "2010/2019"), ("a fortnight ago", "2025-12-26"),
            ("earlier in the month", "2026-01"), ("over the weekend", "2026-01-03/2026-01-04"), ("at the weekend", "2026-01-03/2026-01-04"),
            ("in spring 2019", "2019-03/2019-05"), ("in the summer of 2019", "2019-06/2019-08"), ("last summer", "2025-06/2025-08"),
            ("last autumn", "2025-09/2025-11"), ("in Q3 2019", "2019-07/2019-09"), ("in the third quarter of 2019", "2019-07/2019-09"),
            ("in the first half of 2020", "2020-01/2020-06"), ("on Christmas Day", "2025-12-25"), ("on New Year's Eve", "2025-12-31"),
            ("on Christmas Eve, 2019", "2019-12-24"), ("on 9/11", "2001-09-11"), ("in the September 11 attacks", "2001-09-11"),
            ("on 03.01.2026", "2026-01-03"), ("on the 3rd", "2026-01-03"), ("on the 21st", "2025-12-21"), ("January the 3rd", "2026-01-03"),
            ("on January 3-5", "2026-01-03/2026-01-05"), ("from Jan. 3 to 5, 2019", "2019-01-03/2019-01-05"), ("in 2009-2017", "2009/2017"),
            ("in the nineties", "1990/1999"), ("on Monday 5 January", "2026-01-05"), ("from Monday to Wednesday", "2026-01-05/2026-01-07"),
            ("late on Thursday", "2026-01-08"), ("two weeks earlier", "2025-12-26"), ("in the 2000s", "2000/2009"),
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
            ("He fled on January 3, as in 2016. The same day she followed.", ["2026-01-03", "2016", "2026-01-03"]),
            ("It fell in 1989. Two years later it rose.", ["1989", "1991"]),
        ])
    func anchored(text: String, expected: [String]) {
        #expect(Self.read(text) == expected)
    }

    @Test(
        "finds nothing in",
        arguments: [
            "He may leave. They march on.", "It cost 2019 dollars", "Some 1,990 people came", "Flight 370 left", "two weeks of talks",
            "a day of rest",
            "the last man", "this is it", "room 2019", "on Super Tuesday", "every Sunday", "a Tuesday", "at 1625 UTC", "two weeks before the vote",
            "the day after the vote", "on the 3rd of nothing", "a quarter of them", "in two weeks",
        ])
    func findsNothing(text: String) {
        #expect(Self.read(text).isEmpty)
    }

    @Test func withoutAPublicationDateOnlyFullDatesCount() {
        #expect(Self.read("On Friday, on January 3, 2019 and in 2014, a week ago.", published: nil) == ["2019-01-03", "2014"])
    }

    /// Clauses as `word/UPOS/head/label`, with the day they speak of; heads count from 1.
    @Test(
        "takes the next day where the clause speaks of the future",
        arguments: [
            ("They/PRON/3/nsubj will/AUX/3/aux meet/VERB/0/root on/ADP/5/case Monday/PROPN/3/obl", "2026-01-12"),
            ("They/PRON/3/nsubj have/AUX/3/aux met/VERB/0/root on/ADP/5/case Monday/PROPN/3/obl", "2026-01-05"),
            ("They/PRON/3/nsubj are/AUX/3/aux meeting/VERB/0/root on/ADP/5/case Monday/PROPN/3/obl", "2026-01-12"),
            ("They/PRON/3/nsubj were/AUX/3/aux meeting/VERB/0/root on/ADP/5/case Monday/PROPN/3/obl", "2026-01-05"),
            ("They/PRON/2/nsubj plan/VERB/0/root to/PART/4/mark meet/VERB/2/xcomp on/ADP/6/case Monday/PROPN/4/obl", "2026-01-12"),
            ("They/PRON/2/nsubj failed/VERB/0/root to/PART/4/mark meet/VERB/2/xcomp on/ADP/6/case Monday/PROPN/4/obl", "2026-01-05"),
            ("It/PRON/3/nsubj:pass is/AUX/3/aux:pass scheduled/VERB/0/root for/ADP/5/case Monday/PROPN/3/obl", "2026-01-12"),
            ("It/PRON/3/nsubj would/AUX/3/aux end/VERB/0/root on/ADP/5/case Monday/PROPN/3/obl", "2026-01-12"),
            ("It/PRON/4/nsubj would/AUX/4/aux have/AUX/4/aux ended/VERB/0/root on/ADP/6/case Monday/PROPN/4/obl", "2026-01-05"),
            ("It/PRON/2/nsubj begins/VERB/0/root on/ADP/4/case Monday/PROPN/2/obl", "2026-01-12"),
            ("It/PRON/2/nsubj began/VERB/0/root on/ADP/4/case Monday/PROPN/2/obl", "2026-01-05"),
            ("They/PRON/3/nsubj will/AUX/3/aux meet/VERB/0/root on/ADP/5/case December/PROPN/3/obl 10/NUM/5/nummod", "2026-12-10"),
            ("They/PRON/2/nsubj met/VERB/0/root on/ADP/4/case December/PROPN/2/obl 10/NUM/4/nummod", "2025-12-10"),
            ("The/DET/3/det 1968/NUM/3/nummod killing/NOUN/4/nsubj shook/VERB/0/root them/PRON/4/obj", "1968"),
            ("They/PRON/3/nsubj will/AUX/3/aux meet/VERB/0/root in/ADP/6/case two/NUM/6/nummod weeks/NOUN/3/obl", "2026-01-23"),
        ])
    func readsTense(clause: String, expected: String) throws {
        let lines = clause.split(separator: " ").enumerated().map { index, word in
            let parts = word.split(separator: "/")
            let lemma = ["begins": "begin", "scheduled": "schedule", "met": "meet", "meeting": "meet"][String(parts[0])] ?? parts[0].lowercased()
            return "\(index + 1)\t\(parts[0])\t\(lemma)\t\(parts[1])\t_\t_\t\(parts[2])\t\(parts[3])\t_\t_"
        }
        let document = try AnnotatedDocument(conllu: lines.joined(separator: "\n"))
        let times = TimeReader(tokens: document.tokens, sentences: document.sentences, published: PartialDate("2026-01-09")).expressions()
        #expect(times.map(\.date.description) == [expected])
    }

    @Test func namesOfPeopleAreNoMonths() {
        let tokens = Self.tokens("In May Theresa May left.")
        let may = NameSpan(tokens: 2..<4, type: .person, probability: 0.9)
        let reader = TimeReader(
            tokens: tokens, sentences: [Sentence(tokens: 0..<tokens.count, role: .paragraph)], published: PartialDate("2026-01-09"), names: [may])
        #expect(reader.expressions().map(\.tokens) == [1..<2])
    }
}

@Suite struct MoneyReaderTests {
    @Test(
        "reads",
        arguments: [
            ("$100 billion", 100e9, "USD"), ("USD 100 billion", 100e9, "USD"), ("100 Billion Dollars", 100e9, "USD"), ("€3bn", 3e9, "EUR"),
            ("3 million euros", 3e6, "EUR"), ("£20m", 20e6, "GBP"), ("540,000 yen", 540_000, "JPY"), ("US$5.5m", 5.5e6, "USD"),
            ("Rs 500 crore", 5e9, "INR"), ("C$2 million", 2e6, "CAD"), ("A$7", 7, "AUD"), ("R$1.5 billion", 1.5e9, "BRL"),
            ("two million Canadian dollars", 2e6, "CAD"), ("half a million", 0, ""), ("half a million dollars", 500_000, "USD"),
            ("twenty-five million euros", 25e6, "EUR"), ("5 million €", 5e6, "EUR"), ("€7m", 7e6, "EUR"), ("$1,000.50", 1000.5, "USD"),
            ("a billion dollars", 1e9, "USD"),
            ("40 thousand pounds", 40_000, "GBP"), ("CHF 10 million", 10e6, "CHF"), ("$2-billion", 2e9, "USD"), ("12 trillion won", 12e12, "KRW"),
        ])
    func reads(text: String, value: Double, currency: String) {
        let tokens = TimeReaderTests.tokens("They paid \(text) yesterday.")
        let found = MoneyReader(tokens: tokens, sentences: [Sentence(tokens: 0..<tokens.count, role: .paragraph)]).expressions()
        #expect(found.map(\.amount) == (currency.isEmpty ? [] : [MoneyAmount(value: value, currency: currency)]))
    }

    @Test(
        "shares the scale of a range",
        arguments: [
            ("between $5 and $7 billion", [5e9, 7e9]), ("$5 billion to $7 billion", [5e9, 7e9]), ("$5-$7bn", [5e9, 7e9]), ("$5 and $7", [5, 7]),
            ("$700 to $2 million", [700, 2e6]),
        ])
    func readsRanges(text: String, values: [Double]) {
        let tokens = TimeReaderTests.tokens("They paid \(text) yesterday.")
        let found = MoneyReader(tokens: tokens, sentences: [Sentence(tokens: 0..<tokens.count, role: .paragraph)]).expressions()
        #expect(found.map(\.amount.value) == values)
    }
}
