import GraphModel

/// Finds expressions of time and resolves them against the publication date.
///
/// A weekday or a day of a month without a year is the last one up to the publication date, unless the clause speaks of the future; "two
/// days later" counts from the date named before it. Without a publication date only full dates and years are resolved.
struct TimeReader {
    let tokens: [Token]
    let sentences: [Sentence]
    let published: PartialDate?

    func expressions() -> [TimeExpression] {
        var found: [TimeExpression] = []
        for sentence in sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                if let time = expression(at: index, sentence.tokens.upperBound, after: found.last?.date) {
                    found.append(time)
                    index = time.tokens.upperBound
                } else {
                    index += 1
                }
            }
        }
        return found
    }

    func expression(at index: Int, _ limit: Int, after last: PartialDate?) -> TimeExpression? {
        // The longest forms first.
        interval(index, limit) ?? numeric(index, limit) ?? calendarDate(index, limit) ?? weekday(index, limit) ?? ago(index, limit)
            ?? laterOrEarlier(index, limit, last) ?? relativePeriod(index, limit) ?? namedDay(index, limit, last) ?? decade(index, limit)
            ?? year(index, limit)
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

    /// Whether the clause that the token stands in speaks of what is to come.
    func isFuture(_ index: Int) -> Bool {
        var token = index
        var steps = 0
        while let head = tokens[token].head, steps < 40 {
            steps += 1
            let children = tokens.indices[max(0, head - 12)..<min(tokens.count, head + 4)].filter { tokens[$0].head == head }
            for child in children where tokens[child].label == .auxiliary {
                if ["will", "shall", "'ll", "’ll", "wo"].contains(tokens[child].text.lowercased()) { return true }
            }
            let part = tokens[head].partOfSpeech
            if part == .verb || part == .auxiliary {
                let isInfinitive = children.contains { tokens[$0].label == .marker && tokens[$0].lemma == "to" }
                guard isInfinitive, let above = tokens[head].head else { return false }
                return Self.futureVerbs.contains(tokens[above].lemma)
            }
            token = head
        }
        return false
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
    private static let futureVerbs: Set<String> = [
        "plan", "expect", "schedule", "due", "set", "intend", "aim", "hope", "want", "agree", "decide", "promise", "prepare", "go", "likely", "slate",
    ]
}
