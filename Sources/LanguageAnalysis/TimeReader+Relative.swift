import GraphModel

/// Expressions that count from the publication date or from a date named before.
extension TimeReader {
    /// "Saturday", "last Friday", "next Monday".
    func weekday(_ start: Int, _ limit: Int) -> TimeExpression? {
        var index = start
        var shift: String?
        if ["last", "next", "this", "past", "coming"].contains(word(index, limit)) {
            shift = word(index, limit)
            index += 1
        }
        guard let wanted = Self.weekdays[word(index, limit)], let published, published.day != nil, !isNamedWeekday(index) else { return nil }
        let back = (published.weekday - wanted + 7) % 7
        let ahead = (wanted - published.weekday + 7) % 7
        let days: Int
        switch shift {
        case "next": days = ahead == 0 ? 7 : ahead
        case "coming": days = ahead
        case "last", "past": days = back == 0 ? -7 : -back
        // "Friday's vote might fail" says nothing about when the vote is.
        default: days = isFuture(index, strictly: ["'s", "’s"].contains(word(index + 1, limit))) ? ahead : -back
        }
        var end = index + 1
        if ["morning", "afternoon", "evening", "night"].contains(word(end, limit)) { end += 1 }
        // "Friday, January 9", "Friday 9 January": the date itself says more.
        let isBracketed = word(end, limit) == "("
        if let date = calendarDate(word(end, limit) == "," || isBracketed ? end + 1 : end, limit), date.date.day != nil {
            let closes = isBracketed && word(date.tokens.upperBound, limit) == ")"
            return TimeExpression(tokens: start..<(date.tokens.upperBound + (closes ? 1 : 0)), date: date.date)
        }
        return TimeExpression(tokens: start..<end, date: published.adding(days: days))
    }

    /// "Super Tuesday", "a Tuesday", "every Sunday", "Sunday Times" are no days of this week.
    private func isNamedWeekday(_ index: Int) -> Bool {
        if index > 0, Self.beforeOtherWeekdays.contains(tokens[index - 1].text.lowercased()) { return true }
        guard tokens[index].label == .compound, let head = tokens[index].head, head == index + 1 else { return false }
        return tokens[head].partOfSpeech == .properNoun && !names.contains { $0.type == .person && $0.tokens.contains(head) }
    }

    private static let beforeOtherWeekdays: Set<String> = [
        "super", "black", "bloody", "good", "ash", "palm", "easter", "a", "an", "one", "every", "each", "any", "most", "some", "red", "cyber",
    ]

    /// "a week ago", "two days ago", "three years earlier this ..." is none.
    func ago(_ start: Int, _ limit: Int) -> TimeExpression? {
        guard let published, let (count, unit, end) = period(start, limit), word(end, limit) == "ago" else { return nil }
        return moved(published, count, unit, -1).map { TimeExpression(tokens: start..<(end + 1), date: $0) }
    }

    /// "two days later", "a week earlier", "a day after": counted from the date named before.
    func laterOrEarlier(_ start: Int, _ limit: Int, _ anchors: Anchors) -> TimeExpression? {
        guard let (count, unit, end) = period(start, limit),
            let anchor = (["day", "week", "fortnight", "hour"].contains(unit) ? anchors.day : anchors.date) ?? published
        else { return nil }
        let sign: Int
        switch word(end, limit) {
        case "later": sign = 1
        case "earlier", "previously": sign = -1
        // "two weeks before the vote" hangs on an event.
        case "before" where ["", ".", ",", ";", ")", "”", "\""].contains(word(end + 1, limit)): sign = -1
        default: return nil
        }
        return moved(anchor, count, unit, sign).map { TimeExpression(tokens: start..<(end + 1), date: $0) }
    }

    /// A number of days, weeks, months, years, and the token after it.
    func period(_ start: Int, _ limit: Int) -> (Int, String, Int)? {
        var index = start
        guard start < limit else { return nil }
        if let half = halfYears(start, limit) { return half }
        let first = word(index, limit)
        var count: Double? = first == "a" || first == "an" ? 1 : NumberWords.value(of: first)
        index += 1
        if first == "a", word(index, limit) == "couple" {
            count = 2
            index += word(index + 1, limit) == "of" ? 2 : 1
        }
        if word(index, limit) == "-" { index += 1 }
        let unit = word(index, limit)
        guard let count, count >= 1, count < 1000, count == count.rounded(), let singular = Self.periods[unit] else { return nil }
        return (Int(count), singular, index + 1)
    }

    /// "half a year", "a year and a half", "two and a half years": in months.
    private func halfYears(_ start: Int, _ limit: Int) -> (Int, String, Int)? {
        let words = (0..<5).map { word(start + $0, limit) }
        if words[0...2] == ["half", "a", "year"] { return (6, "month", start + 3) }
        if ["a", "one"].contains(words[0]), words[1...4] == ["year", "and", "a", "half"] { return (18, "month", start + 5) }
        guard words[1...4] == ["and", "a", "half", "years"], let years = NumberWords.value(of: words[0]), years >= 1, years < 100 else { return nil }
        return (Int(years) * 12 + 6, "month", start + 5)
    }

    func moved(_ date: PartialDate, _ count: Int, _ unit: String, _ sign: Int) -> PartialDate? {
        switch unit {
        case "day" where date.day != nil: return date.adding(days: sign * count)
        // Whole days; a few hours more or less leave the day as it is.
        case "hour" where date.day != nil && (count < 12 || count % 24 == 0): return date.adding(days: sign * (count / 24))
        case "week" where date.day != nil: return date.adding(days: sign * count * 7)
        case "fortnight" where date.day != nil: return date.adding(days: sign * count * 14)
        case "month" where date.month != nil:
            let moved = date.adding(months: sign * count)
            return PartialDate(year: moved.year, month: moved.month)
        case "year": return PartialDate(year: date.year + sign * count)
        case "decade": return PartialDate(year: date.year + sign * count * 10)
        default: return nil
        }
    }

    /// "last week", "this month", "next year", "earlier this week", "late last month".
    func relativePeriod(_ start: Int, _ limit: Int) -> TimeExpression? {
        var index = start
        if ["earlier", "later", "late", "early"].contains(word(index, limit)) { index += 1 }
        // "earlier in the month", "over the weekend".
        let isOpen = index > start && word(index, limit) == "in" && word(index + 1, limit) == "the"
        if isOpen { index += 1 }
        let isWeekend =
            start > 0 && ["over", "at", "on", "during"].contains(word(start - 1, limit)) && word(start, limit) == "the"
            && word(start + 1, limit) == "weekend"
        let shift: Int
        switch word(index, limit) {
        case "last", "past", "previous": shift = -1
        case "this": shift = 0
        case "next", "coming": shift = 1
        case "the" where isOpen && ["week", "month", "year"].contains(word(index + 1, limit)): shift = 0
        case "the" where isWeekend: shift = isFuture(index + 1) ? 0 : -1
        default: return nil
        }
        guard let published else { return nil }
        let end = index + 2
        switch word(index + 1, limit) {
        case "week":
            guard published.day != nil else { return nil }
            let monday = published.adding(days: 1 - published.weekday + 7 * shift)
            return TimeExpression(tokens: start..<end, date: monday, until: monday.adding(days: 6))
        case "weekend":
            guard published.day != nil else { return nil }
            let saturday = published.adding(days: 6 - published.weekday + 7 * (published.weekday < 6 ? min(shift, 0) : shift))
            return TimeExpression(tokens: start..<end, date: saturday, until: saturday.adding(days: 1))
        case "month":
            guard published.month != nil else { return nil }
            let moved = published.adding(months: shift)
            return PartialDate(year: moved.year, month: moved.month).map { TimeExpression(tokens: start..<end, date: $0) }
        case "year":
            return PartialDate(year: published.year + shift).map { TimeExpression(tokens: start..<end, date: $0) }
        case "night", "evening":
            guard published.day != nil else { return nil }
            return TimeExpression(tokens: start..<end, date: published.adding(days: min(shift, 0)))
        case "morning", "afternoon":
            guard published.day != nil, shift == 0 else { return nil }
            return TimeExpression(tokens: start..<end, date: published)
        case "decade":
            let first = published.year / 10 * 10 + 10 * shift
            return PartialDate(year: first).map { TimeExpression(tokens: start..<end, date: $0, until: PartialDate(year: first + 9)) }
        default: return nil
        }
    }

    /// "the week before", "the year before", at the end of a clause: before the date named last, else before the publication.
    func periodBefore(_ start: Int, _ limit: Int, _ anchors: Anchors) -> TimeExpression? {
        guard word(start, limit) == "the", word(start + 2, limit) == "before", ["", ".", ",", ";", ")", "”", "\""].contains(word(start + 3, limit))
        else { return nil }
        let range = start..<(start + 3)
        switch word(start + 1, limit) {
        case "week":
            guard let day = anchors.day ?? published, day.day != nil else { return nil }
            let monday = day.adding(days: -6 - day.weekday)
            return TimeExpression(tokens: range, date: monday, until: monday.adding(days: 6))
        case "month":
            guard let date = anchors.date ?? published, date.month != nil else { return nil }
            let moved = date.adding(months: -1)
            return PartialDate(year: moved.year, month: moved.month).map { TimeExpression(tokens: range, date: $0) }
        case "year":
            guard let date = anchors.date ?? published else { return nil }
            return PartialDate(year: date.year - 1).map { TimeExpression(tokens: range, date: $0) }
        default: return nil
        }
    }

    /// "today", "yesterday", "overnight", "the previous day", "the following day", "the same day", "the day before yesterday".
    func namedDay(_ start: Int, _ limit: Int, _ anchors: Anchors) -> TimeExpression? {
        guard let published, published.day != nil else { return nil }
        let words = (0..<4).map { word(start + $0, limit) }
        if Array(words[0...3]) == ["the", "day", "before", "yesterday"] {
            return TimeExpression(tokens: start..<(start + 4), date: published.adding(days: -2))
        }
        if Array(words[0...3]) == ["the", "day", "after", "tomorrow"] {
            return TimeExpression(tokens: start..<(start + 4), date: published.adding(days: 2))
        }
        if let days = Self.namedDays[words[0]] {
            return TimeExpression(tokens: start..<(start + 1), date: published.adding(days: days))
        }
        guard words[0] == "the" else { return nil }
        var anchor = anchors.day ?? published
        let shift: Int
        switch (words[1], words[2]) {
        case ("previous", "day"), ("day", "before"), ("night", "before"), ("previous", "night"): shift = -1
        case ("following", "day"), ("next", "day"), ("day", "after"): shift = 1
        case ("same", "day"):
            shift = 0
            anchor = (isFuture(start + 2) ? anchors.day : anchors.pastDay) ?? published
        default: return nil
        }
        // "the day after the vote" hangs on an event that has no date here.
        if words[1] == "day" || words[1] == "night", words[2] == "before" || words[2] == "after", ![".", ",", ";", ")", ""].contains(words[3]) {
            return nil
        }
        return TimeExpression(tokens: start..<(start + 3), date: anchor.adding(days: shift))
    }

    private static let namedDays: [String: Int] = ["today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0]
    private static let periods: [String: String] = [
        "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year",
        "decade": "decade", "decades": "decade", "fortnight": "fortnight", "hour": "hour", "hours": "hour", "minutes": "hour",
    ]
}
