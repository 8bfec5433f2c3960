import GraphModel

/// Parts of a year, holidays and days that stand without their month.
extension TimeReader {
    /// "spring 2019", "the summer of 2019", "last summer", "Q3 2019", "the third quarter of 2019", "the first half of 2020".
    func partOfYear(_ start: Int, _ limit: Int) -> TimeExpression? {
        var index = start
        var shift: String?
        if ["last", "next", "this"].contains(word(index, limit)) {
            shift = word(index, limit)
            index += 1
        }
        guard let (first, months, next) = monthsOfPart(index, limit) else { return nil }
        index = next
        if ["of", "in"].contains(word(index, limit)), yearNumber(index + 1, limit) != nil { index += 1 }
        if let year = yearNumber(index, limit) { return span(start..<(index + 1), year, first, months) }
        guard let published, let now = published.month else { return nil }
        // "in the second half of last year".
        if ["of", "in"].contains(word(index, limit)), ["last", "this", "next"].contains(word(index + 1, limit)), word(index + 2, limit) == "year" {
            let moved = ["last": -1, "this": 0, "next": 1][word(index + 1, limit)] ?? 0
            return span(start..<(index + 3), published.year + moved, first, months)
        }
        // "in the first quarter": the last one that has begun.
        if shift == nil, word(index - 1, limit) == "quarter", start > 1, word(start - 1, limit) == "the",
            ["in", "for"].contains(word(start - 2, limit))
        {
            return span(start..<index, first <= now ? published.year : published.year - 1, first, months)
        }
        guard let shift else { return nil }
        var year = published.year
        switch shift {
        case "last" where first + months > now: year -= 1
        case "next" where first <= now: year += 1
        default: break
        }
        return span(start..<index, year, first, months)
    }

    private func span(_ range: Range<Int>, _ year: Int, _ first: Int, _ months: Int) -> TimeExpression? {
        guard let date = PartialDate(year: year, month: first) else { return nil }
        let last = date.adding(months: months - 1)
        return TimeExpression(tokens: range, date: date, until: PartialDate(year: last.year, month: last.month))
    }

    /// The first month, the number of months, and the token after the part's name.
    private func monthsOfPart(_ index: Int, _ limit: Int) -> (first: Int, months: Int, next: Int)? {
        let word = word(index, limit)
        if let season = Self.seasons[word] { return (season, 3, index + 1) }
        if word.utf8.count == 2, word.hasPrefix("q") || word.hasPrefix("h"), let number = Int(word.dropFirst()) {
            if word.hasPrefix("q"), (1...4).contains(number) { return (number * 3 - 2, 3, index + 1) }
            if word.hasPrefix("h"), (1...2).contains(number) { return (number * 6 - 5, 6, index + 1) }
        }
        guard let number = Self.ordinals[word] else { return nil }
        switch self.word(index + 1, limit) {
        case "quarter": return (number * 3 - 2, 3, index + 2)
        case "half" where number <= 2: return (number * 6 - 5, 6, index + 2)
        default: return nil
        }
    }

    /// "Christmas Day", "New Year's Eve", "9/11".
    func holiday(_ start: Int, _ limit: Int) -> TimeExpression? {
        if word(start, limit) == "9/11" {
            return PartialDate(year: 2001, month: 9, day: 11).map { TimeExpression(tokens: start..<(start + 1), date: $0) }
        }
        var index = start
        let month: Int, day: Int
        if word(index, limit) == "christmas", ["day", "eve"].contains(word(index + 1, limit)) {
            (month, day) = (12, word(index + 1, limit) == "eve" ? 24 : 25)
            index += 2
        } else if word(index, limit) == "new", word(index + 1, limit) == "year", ["'s", "’s"].contains(word(index + 2, limit)),
            ["day", "eve"].contains(word(index + 3, limit))
        {
            (month, day) = word(index + 3, limit) == "eve" ? (12, 31) : (1, 1)
            index += 4
        } else {
            return nil
        }
        if word(index, limit) == ",", yearNumber(index + 1, limit) != nil { index += 1 }
        if let year = yearNumber(index, limit) {
            return PartialDate(year: year, month: month, day: day).map { TimeExpression(tokens: start..<(index + 1), date: $0) }
        }
        guard let published, let year = year(of: month, day, published, nil, at: index - 1) else { return nil }
        return PartialDate(year: year, month: month, day: day).map { TimeExpression(tokens: start..<index, date: $0) }
    }

    /// "on the 3rd": the last such day.
    func dayAlone(_ start: Int, _ limit: Int) -> TimeExpression? {
        guard start > 1, word(start - 1, limit) == "the", ["on", "since", "until", "by"].contains(word(start - 2, limit)),
            word(start, limit).utf8.count > 2,
            let day = dayOfMonth(start, limit), let published, published.day != nil
        else { return nil }
        // An ordinal before a noun counts something else: "on the 3rd floor".
        if start + 1 < limit, [.noun, .properNoun, .adjective].contains(tokens[start + 1].partOfSpeech) || word(start + 1, limit) == "of" {
            return nil
        }
        var month = published
        if day > (published.day ?? 31), !isFuture(start) { month = published.adding(months: -1) }
        return PartialDate(year: month.year, month: month.month, day: day).map { TimeExpression(tokens: start..<(start + 1), date: $0) }
    }

    /// "in two weeks", "in three days' time", if the clause speaks of the future; else it is how long something took.
    func fromNow(_ start: Int, _ limit: Int) -> TimeExpression? {
        guard start > 0, ["in", "within"].contains(word(start - 1, limit)), let published, let (count, unit, end) = period(start, limit),
            isFuture(end - 1)
        else { return nil }
        return moved(published, count, unit, 1).map { TimeExpression(tokens: start..<end, date: $0) }
    }

    static let seasons: [String: Int] = ["spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12]
    static let ordinals: [String: Int] = ["first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4]
}
