import GraphModel

/// Finds a day as newspapers write it: `January 9, 2026`, `Jan. 9 2026`, `9 January 2026`, `2026-01-09`.
enum WrittenDate {
    /// The first day with a year in the text.
    static func first(in text: Substring) -> PartialDate? {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "/" }
        for (index, word) in words.enumerated() {
            if let date = numeric(word) { return date }
            guard let month = month(word) else { continue }
            if index + 2 < words.count, let day = day(words[index + 1]), let year = year(words[index + 2]),
                let date = PartialDate(year: year, month: month, day: day)
            {
                return date
            }
            if index > 0, index + 1 < words.count, let day = day(words[index - 1]), let year = year(words[index + 1]),
                let date = PartialDate(year: year, month: month, day: day)
            {
                return date
            }
        }
        return nil
    }

    /// 1 to 12 for the name of a month or its abbreviation.
    static func month(_ word: some StringProtocol) -> Int? {
        let lower = word.lowercased()
        guard lower.utf8.count >= 3 else { return nil }
        if lower == "sept" { return 9 }
        return months.firstIndex { $0 == lower || (lower.utf8.count == 3 && $0.hasPrefix(lower)) }.map { $0 + 1 }
    }

    /// Whether the line holds a date and nothing else but weekday, hour and time zone.
    static func isWholeLine(_ line: Substring) -> Bool {
        guard first(in: line) != nil else { return false }
        return line.split { !$0.isLetter && !$0.isNumber }.allSatisfy { word in
            word.first?.isNumber == true || month(word) != nil || weekdays.contains(String(word.lowercased().prefix(3)))
                || clockWords.contains(word.lowercased()) || (word.utf8.count <= 4 && word.allSatisfy { $0.isUppercase })
        }
    }

    private static func numeric(_ word: Substring) -> PartialDate? {
        let stem = word.split(separator: "T", maxSplits: 1).first ?? word
        let date = PartialDate(String(stem.map { $0 == "/" ? "-" : $0 }))
        return date?.day == nil ? nil : date
    }

    private static func day(_ word: Substring) -> Int? {
        var digits = word
        for suffix in ["st", "nd", "rd", "th"] where word.lowercased().hasSuffix(suffix) { digits = word.dropLast(2) }
        return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
    }

    private static func year(_ word: Substring) -> Int? {
        word.utf8.count == 4 ? Int(word).flatMap { (1000...9999).contains($0) ? $0 : nil } : nil
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
    private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let clockWords: Set<String> = ["am", "pm", "at", "on", "noon", "midnight", "local", "time", "hrs", "hours"]
}
