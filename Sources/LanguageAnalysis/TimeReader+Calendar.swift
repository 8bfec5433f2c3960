import GraphModel

/// Dates of the calendar: "January 3, 2026", "3 January", "01/03/2026", "2019", "the 1990s".
extension TimeReader {
    /// "2026-01-03", "3/1/2026" (month first as in the United States, unless that is no month).
    func numeric(_ start: Int, _ limit: Int) -> TimeExpression? {
        if let year = yearNumber(start, limit), word(start + 1, limit) == "-", word(start + 3, limit) == "-",
            let month = Int(word(start + 2, limit)), let day = Int(word(start + 4, limit)), let date = PartialDate(year: year, month: month, day: day)
        {
            return TimeExpression(tokens: start..<(start + 5), date: date)
        }
        // "03.01.2026" as in most of Europe: day first.
        let european = word(start, limit).split(separator: ".")
        if european.count == 3, european[2].utf8.count == 4, let day = Int(european[0]), let month = Int(european[1]), let year = Int(european[2]),
            let date = PartialDate(year: year, month: month, day: day)
        {
            return TimeExpression(tokens: start..<(start + 1), date: date)
        }
        // "25-12-2025" likewise, if it can be.
        let hyphened = word(start, limit).split(separator: "-").compactMap { Int($0) }
        if hyphened.count == 3, hyphened[2] > 1000,
            let date = PartialDate(year: hyphened[2], month: hyphened[1], day: hyphened[0])
                ?? PartialDate(year: hyphened[2], month: hyphened[0], day: hyphened[1])
        {
            return TimeExpression(tokens: start..<(start + 1), date: date)
        }
        let parts = word(start, limit).split(separator: "/")
        guard parts.count == 3, let first = Int(parts[0]), let second = Int(parts[1]), var year = Int(parts[2]) else { return nil }
        if year < 100 { year += 2000 }
        guard let date = PartialDate(year: year, month: first, day: second) ?? PartialDate(year: year, month: second, day: first) else { return nil }
        return TimeExpression(tokens: start..<(start + 1), date: date)
    }

    /// "January 3, 2026", "Jan. 3", "3 January 2026", "January 2026", "last April", "early January".
    func calendarDate(_ start: Int, _ limit: Int) -> TimeExpression? {
        var index = start
        var shift: String?
        if ["last", "next", "this", "early", "late", "mid"].contains(word(index, limit)) {
            shift = word(index, limit)
            index += 1
            if word(index, limit) == "-" { index += 1 }
            if ["last", "next", "this"].contains(word(index, limit)) {
                shift = word(index, limit)
                index += 1
            }
        }
        var day: Int?
        if let first = dayOfMonth(index, limit) {
            var next = index + 1
            if word(next, limit) == "of" { next += 1 }
            guard month(next, limit) != nil else { return nil }
            day = first
            index = next
        }
        guard let month = month(index, limit) else { return nil }
        index += 1
        if day == nil {
            let next = word(index, limit) == "the" ? index + 1 : index
            if let second = dayOfMonth(next, limit), !isCount(next, limit) {
                day = second
                index = next + 1
            }
        }
        var end = index
        // "January 3-5", "Jan. 3 to 5": the days between.
        var lastDay: Int?
        if day != nil, ["-", "–", "to"].contains(word(index, limit)), let last = dayOfMonth(index + 1, limit), last > day ?? 31,
            !isCount(index + 1, limit), !["million", "billion", "percent", "%"].contains(word(index + 2, limit))
        {
            lastDay = last
            index += 2
            end = index
        }
        if [",", "of"].contains(word(index, limit)) { index += 1 }
        if let year = yearNumber(index, limit), let date = PartialDate(year: year, month: month, day: day) {
            return TimeExpression(tokens: start..<(index + 1), date: date, until: lastDay.flatMap { PartialDate(year: year, month: month, day: $0) })
        }
        // "in October of last year".
        if let published, ["last", "this", "next"].contains(word(index, limit)), word(index + 1, limit) == "year",
            let date = PartialDate(
                year: published.year + (word(index, limit) == "last" ? -1 : word(index, limit) == "next" ? 1 : 0), month: month, day: day)
        {
            return TimeExpression(tokens: start..<(index + 2), date: date)
        }
        // The attacks of 2001 bear their day as a name.
        if month == 9, day == 11, ["attack", "attacks", "terror", "terrorist", "hijackers"].contains(word(end, limit)) {
            return PartialDate(year: 2001, month: month, day: day).map { TimeExpression(tokens: start..<end, date: $0) }
        }
        // "May" alone is too often no month: a preposition or a day must stand by it.
        if day == nil, shift == nil, !followsTimePreposition(start), !isSeenAsDate(start) { return nil }
        guard let published, let year = yearNamed(before: start, published) ?? year(of: month, day, published, shift, at: end - 1),
            let date = PartialDate(year: year, month: month, day: day)
        else { return nil }
        end = max(end, start + 1)
        return TimeExpression(tokens: start..<end, date: date, until: lastDay.flatMap { PartialDate(year: year, month: month, day: $0) })
    }

    /// "January 3 people died": the number counts something.
    private func isCount(_ index: Int, _ limit: Int) -> Bool {
        guard index + 1 < limit else { return false }
        return tokens[index].label == .numericModifier && tokens[index].head == index + 1 && tokens[index + 1].partOfSpeech == .noun
    }

    func followsTimePreposition(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        return ["in", "since", "by", "until", "till", "during", "from", "to", "of", "and", "through", "for", "before", "after", "between"].contains(
            tokens[index - 1].text.lowercased())
    }

    /// "In the 2016 election he stayed in the race until June": the year that the sentence names before.
    private func yearNamed(before start: Int, _ published: PartialDate) -> Int? {
        guard let sentence = sentences.first(where: { $0.tokens.contains(start) }) else { return nil }
        let years = (sentence.tokens.lowerBound..<start).compactMap { index -> Int? in
            guard let year = yearNumber(index, start), year < published.year, let head = tokens[index].head, head > index,
                [.noun, .properNoun].contains(tokens[head].partOfSpeech)
            else { return nil }
            return year
        }
        return Set(years).count == 1 ? years.first : nil
    }

    /// The year of a month that stands without one.
    func year(of month: Int, _ day: Int?, _ published: PartialDate, _ shift: String?, at index: Int) -> Int? {
        guard let now = published.month else { return published.year }
        switch shift {
        case "this": return published.year
        case "last": return month < now ? published.year : published.year - 1
        case "next": return month > now ? published.year : published.year + 1
        default: break
        }
        let isLater = month > now || (month == now && (day ?? 0) > (published.day ?? 31))
        if isFuture(index) { return month < now || (month == now && (day ?? 31) < (published.day ?? 1)) ? published.year + 1 : published.year }
        // Up to a month ahead an announced day is likelier than one a year ago.
        return isLater && !(month == now || (month == now + 1 && day != nil)) ? published.year - 1 : published.year
    }

    /// "in 2019", "since early 2014", "the 2020 election" is none.
    func year(_ start: Int, _ limit: Int) -> TimeExpression? {
        var index = start
        if ["early", "late", "mid"].contains(word(index, limit)) {
            index += 1
            if word(index, limit) == "-" { index += 1 }
        }
        guard let year = yearNumber(index, limit), let date = PartialDate(year: year) else { return nil }
        let before = start > 0 ? tokens[start - 1].text.lowercased() : ""
        // "1625 UTC", "at 1430 hours" are times of day.
        if Self.afterClock.contains(word(index + 1, limit)) { return nil }
        if isYearOfEvent(index, before) { return TimeExpression(tokens: start..<(index + 1), date: date) }
        let isTime = ["in", "since", "between", "by", "of", "until", "till", "during", "from", "before", "after", "(", "and", "to", "late", "early"]
            .contains(
                before)
        let isModifier = tokens[index].label == .numericModifier || tokens[index].label == .compound
        guard isTime || index > start || isSeenAsDate(index), !isModifier || index > start || before == "in" || before == "(" else { return nil }
        // "in 2020 United States presidential election" names the election.
        if isModifier, index == start, let head = tokens[index].head, head > index + 1, tokens[index + 1].partOfSpeech == .properNoun { return nil }
        // "in 2,000 places" and "2019 people" are counts.
        if index + 1 < limit, tokens[index + 1].partOfSpeech == .noun, tokens[index].head == index + 1, before != "in" { return nil }
        return TimeExpression(tokens: start..<(index + 1), date: date)
    }

    /// "the 1968 assassination", "its 2018 report": a year between a determiner and the common noun that it dates.
    private func isYearOfEvent(_ index: Int, _ before: String) -> Bool {
        guard let head = tokens[index].head, head > index, head <= index + 4, tokens[head].partOfSpeech == .noun, index > 0,
            tokens[index].label == .numericModifier || tokens[index].label == .compound || tokens[index].label == .unmarkedNominalModifier
        else { return false }
        return tokens[index - 1].label == .determiner || tokens[index - 1].label == .possessive || ["'s", "’s"].contains(before)
    }

    private static let afterClock: Set<String> = ["utc", "gmt", "hours", "hrs", "local", "edt", "est", "pst", "pdt", "ist", "cet", "bst", "eastern"]

    /// "the 1990s", "the nineties".
    func decade(_ start: Int, _ limit: Int) -> TimeExpression? {
        let text = word(start, limit)
        if let first = Self.decades[text], start > 0, ["the", "early", "late", "mid"].contains(word(start - 1, limit)),
            let date = PartialDate(year: first)
        {
            return TimeExpression(tokens: start..<(start + 1), date: date, until: PartialDate(year: first + 9))
        }
        guard text.utf8.count == 5, text.hasSuffix("0s"), let year = Int(text.dropLast()), let first = PartialDate(year: year) else { return nil }
        return TimeExpression(tokens: start..<(start + 1), date: first, until: PartialDate(year: year + 9))
    }

    private static let decades: [String: Int] = [
        "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990,
    ]

    /// "from May to July", "from Monday to Friday", "2009-2017", "between 2010 and 2015".
    func interval(_ start: Int, _ limit: Int) -> TimeExpression? {
        let opener = word(start, limit)
        // "2009-2017".
        if let first = yearNumber(start, limit), ["-", "–"].contains(word(start + 1, limit)), let last = yearNumber(start + 2, limit), first < last,
            !["-", "–"].contains(word(start + 3, limit)), let date = PartialDate(year: first)
        {
            return TimeExpression(tokens: start..<(start + 3), date: date, until: PartialDate(year: last))
        }
        guard opener == "from" || opener == "between" else { return nil }
        let closers = opener == "from" ? ["to", "until", "through", "till"] : ["and"]
        // "from 3 to 5 June".
        if dayOfMonth(start + 1, limit) != nil, closers.contains(word(start + 2, limit)), let second = calendarDate(start + 3, limit),
            let last = second.date.day, let day = dayOfMonth(start + 1, limit), day < last,
            let date = PartialDate(year: second.date.year, month: second.date.month, day: day)
        {
            return TimeExpression(tokens: start..<second.tokens.upperBound, date: date, until: second.date)
        }
        guard let first = calendarDate(start + 1, limit) ?? year(start + 1, limit) ?? weekday(start + 1, limit),
            closers.contains(word(first.tokens.upperBound, limit)),
            let second = calendarDate(first.tokens.upperBound + 1, limit) ?? year(first.tokens.upperBound + 1, limit)
                ?? weekday(first.tokens.upperBound + 1, limit)
        else { return nil }
        // "from May to July 2019": the year stands once.
        var date = first.date
        if let month = date.month, date.year > second.date.year || (first.tokens.count < second.tokens.count && second.date.year != date.year),
            let moved = PartialDate(year: second.date.year, month: month, day: date.day)
        {
            date = moved
        }
        guard date <= second.date else { return nil }
        return TimeExpression(tokens: start..<second.tokens.upperBound, date: date, until: second.date)
    }
}
