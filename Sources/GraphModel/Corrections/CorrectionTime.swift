/// A second of a day in Universal Time: when a correction was made.
public struct CorrectionTime: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let day: PartialDate
    /// Seconds since midnight.
    public let second: Int

    /// - Precondition: `second` lies within a day.
    public init(secondsSince1970: Int) {
        let days = Int((Double(secondsSince1970) / 86_400).rounded(.down))
        day = PartialDate(dayNumber: days)
        second = secondsSince1970 - days * 86_400
    }

    /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`, with or without `Z`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let date = parts.first.flatMap({ PartialDate($0) }), date.day != nil else { return nil }
        day = date
        guard parts.count == 2 else {
            second = 0
            return
        }
        let clock = parts[1].hasSuffix("Z") ? parts[1].dropLast() : parts[1][...]
        let numbers = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(numbers.count), numbers.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
            return nil
        }
        let values = numbers.compactMap { Int($0) }
        guard values[0] < 24, values.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        second = values[0] * 3600 + values[1] * 60 + (values.count > 2 ? values[2] : 0)
    }

    /// `YYYY-MM-DDTHH:MM:SSZ`.
    public var description: String {
        let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day)T\(clock.joined(separator: ":"))Z"
    }

    public static func < (a: CorrectionTime, b: CorrectionTime) -> Bool { (a.day, a.second) < (b.day, b.second) }
}
