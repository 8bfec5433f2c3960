/// A day, a month or a year of the proleptic Gregorian calendar: what a text really says about when something happened.
public struct PartialDate: Hashable, Sendable {
    /// 1 to 9999.
    public let year: Int
    /// 1 to 12, or nil for a whole year.
    public let month: Int?
    /// 1 to 31, or nil for a whole month or year.
    public let day: Int?

    /// The date with these parts, or nil if the calendar has no such date.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else, dates that do not exist among it.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        self.init(year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }

    /// The first day that the date covers.
    public var firstDay: PartialDate { Self.unchecked(year, month ?? 1, day ?? 1) }

    /// The last day that the date covers.
    public var lastDay: PartialDate {
        let month = self.month ?? 12
        return Self.unchecked(year, month, day ?? Self.days(inMonth: month, of: year))
    }

    /// Days since 1970-01-01 of the first day that the date covers.
    public var dayNumber: Int {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil.
        let month = self.month ?? 1
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (day ?? 1) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that lies `dayNumber` days after 1970-01-01; traps outside the years 1 to 9999.
    public init(dayNumber: Int) {
        // Howard Hinnant: civil_from_days.
        let z = dayNumber + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        precondition((1...9999).contains(year), "day number \(dayNumber) lies outside the years 1 to 9999")
        self = Self.unchecked(year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The date moved by whole days; a month or a year is first narrowed to its first day.
    public func adding(days: Int) -> PartialDate { PartialDate(dayNumber: dayNumber + days) }

    /// The month moved by whole months; the day, if any, is held within the month's length.
    public func adding(months: Int) -> PartialDate {
        let total = year * 12 + (month ?? 1) - 1 + months
        let year = total / 12, month = total % 12 + 1
        precondition((1...9999).contains(year), "the date lies outside the years 1 to 9999")
        return Self.unchecked(year, month, day.map { min($0, Self.days(inMonth: month, of: year)) })
    }

    /// ISO 8601 day of the week of the first day that the date covers: 1 is Monday, 7 is Sunday.
    public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

    /// The number of days of a month.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func unchecked(_ year: Int, _ month: Int, _ day: Int?) -> PartialDate {
        guard let date = PartialDate(year: year, month: month, day: day) else {
            preconditionFailure("what broke: \(year)-\(month)-\(day ?? 0) is no date")
        }
        return date
    }
}

extension PartialDate: CustomStringConvertible, Comparable, Codable {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    public var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return ([padded(year, 4)] + [month, day].compactMap { $0.map { padded($0, 2) } }).joined(separator: "-")
    }

    /// By first day; of two dates with the same first day the wider one comes first.
    public static func < (a: PartialDate, b: PartialDate) -> Bool {
        (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = PartialDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no date of the form YYYY, YYYY-MM or YYYY-MM-DD")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
