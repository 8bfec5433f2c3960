import GraphModel

/// Finds expressions of time and resolves them against the publication date.
///
/// A weekday or a day of a month without a year is the last one up to the publication date, unless the clause speaks of the future; "two
/// days later" counts from the date named before it. Without a publication date only full dates and years are resolved.
struct TimeReader {
    let tokens: [Token]
    let sentences: [Sentence]
    let published: PartialDate?
    /// What the model takes for names: "May" of "Theresa May" is no month, "January" that the model sees as a date is one.
    var names: [NameSpan] = []

    /// The dates that an expression may count from.
    struct Anchors {
        /// The date named last.
        var date: PartialDate?
        /// The last day named in the sentences just before, and the last one that is not after the publication.
        var day: PartialDate?
        var pastDay: PartialDate?
        /// Number of the sentence that named the day.
        var sentence = 0
    }

    func expressions() -> [TimeExpression] {
        var found: [TimeExpression] = []
        var anchors = Anchors()
        let isName = marks { $0.type != .date && $0.type != .money && $0.probability >= 0.5 }
        for (number, sentence) in sentences.enumerated() {
            // A day named long before is hardly meant any more.
            if number > anchors.sentence + 3 { anchors.day = nil }
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                if let time = expression(at: index, sentence.tokens.upperBound, after: anchors), !time.tokens.allSatisfy({ isName[$0] }) {
                    found.append(time)
                    anchors.date = time.date
                    if time.date.day != nil, time.until == nil {
                        (anchors.day, anchors.sentence) = (time.date, number)
                        if published.map({ time.date <= $0 }) ?? true { anchors.pastDay = time.date }
                    }
                    index = time.tokens.upperBound
                } else {
                    index += 1
                }
            }
        }
        return found
    }

    func expression(at index: Int, _ limit: Int, after anchors: Anchors) -> TimeExpression? {
        // The longest forms first.
        if let time = interval(index, limit) ?? numeric(index, limit) ?? calendarDate(index, limit) { return time }
        if let time = holiday(index, limit) ?? weekday(index, limit) ?? ago(index, limit) ?? fromNow(index, limit) { return time }
        if let time = laterOrEarlier(index, limit, anchors) ?? relativePeriod(index, limit) ?? partOfYear(index, limit) { return time }
        return namedDay(index, limit, anchors) ?? periodBefore(index, limit, anchors) ?? dayAlone(index, limit) ?? decade(index, limit)
            ?? year(index, limit)
    }

    /// For each token whether it lies in a name of that kind.
    private func marks(_ isMeant: (NameSpan) -> Bool) -> [Bool] {
        var marks = [Bool](repeating: false, count: tokens.count)
        for name in names where isMeant(name) { for token in name.tokens { marks[token] = true } }
        return marks
    }

    /// Whether the model sees a date at this token.
    func isSeenAsDate(_ index: Int) -> Bool {
        names.contains { $0.type == .date && $0.probability >= 0.5 && $0.tokens.contains(index) }
    }

    // MARK: Words

    func word(_ index: Int, _ limit: Int) -> String { index < limit ? tokens[index].text.lowercased() : "" }

    func month(_ index: Int, _ limit: Int) -> Int? {
        guard index < limit, tokens[index].text.unicodeScalars.first?.properties.isUppercase == true else { return nil }
        let word = word(index, limit)
        // "May" and "March" are verbs too.
        if word == "may" || word == "march", tokens[index].partOfSpeech == .auxiliary || tokens[index].partOfSpeech == .verb { return nil }
        return Self.months[word.hasSuffix(".") ? String(word.dropLast()) : word]
    }

    /// A number from 1 to 31, "3rd" among them.
    func dayOfMonth(_ index: Int, _ limit: Int) -> Int? {
        let word = word(index, limit)
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard let day = Int(digits), (1...31).contains(day), ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else { return nil }
        return day
    }

    func yearNumber(_ index: Int, _ limit: Int) -> Int? {
        let word = word(index, limit)
        guard word.utf8.count == 4, let year = Int(word), (1500...2100).contains(year) else { return nil }
        return year
    }

    static let months: [String: Int] = [
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7,
        "jul": 7,
        "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    ]
    static let weekdays: [String: Int] = [
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7, "mon.": 1, "tue.": 2, "tues.": 2,
        "wed.": 3,
        "thu.": 4, "thurs.": 4, "fri.": 5, "sat.": 6, "sun.": 7,
    ]
}
