import GraphModel
import Testing

@testable import LanguageAnalysis

/// Expressions of time against publication dates on all sides of weeks, months and years.
@Suite struct RelativeDateTests {
    @Test(
        "resolves against its publication date",
        arguments: [
            // Wednesday 31 December 2025 and Thursday 1 January 2026: over the turn of the year.
            ("2026-01-01", "on Wednesday", "2025-12-31"), ("2026-01-01", "yesterday", "2025-12-31"), ("2026-01-01", "last month", "2025-12"),
            ("2026-01-01", "last year", "2025"), ("2026-01-01", "on December 30", "2025-12-30"), ("2026-01-01", "last week", "2025-12-22/2025-12-28"),
            ("2026-01-01", "this week", "2025-12-29/2026-01-04"), ("2026-01-01", "in November", "2025-11"),
            ("2026-01-01", "two days ago", "2025-12-30"),
            ("2026-01-01", "on New Year's Day", "2026-01-01"), ("2026-01-01", "the previous day", "2025-12-31"),
            ("2026-01-01", "overnight", "2026-01-01"), ("2025-12-31", "tomorrow", "2026-01-01"), ("2025-12-31", "next month", "2026-01"),
            ("2025-12-31", "next year", "2026"), ("2025-12-31", "next week", "2026-01-05/2026-01-11"),
            ("2025-12-31", "the following day", "2026-01-01"),
            ("2025-12-31", "earlier this month", "2025-12"), ("2025-12-31", "next Friday", "2026-01-02"), ("2025-12-31", "on Monday", "2025-12-29"),
            // Sunday 1 March 2026: a week's last day, after a short month.
            ("2026-03-01", "on Sunday", "2026-03-01"), ("2026-03-01", "on Saturday", "2026-02-28"), ("2026-03-01", "a month ago", "2026-02"),
            ("2026-03-01", "this week", "2026-02-23/2026-03-01"), ("2026-03-01", "last Sunday", "2026-02-22"),
            ("2026-03-01", "yesterday", "2026-02-28"),
            ("2026-03-01", "on February 28", "2026-02-28"), ("2026-03-01", "on the 28th", "2026-02-28"),
            ("2026-03-01", "three months ago", "2025-12"),
            ("2026-03-01", "next Monday", "2026-03-02"), ("2026-03-01", "a week ago", "2026-02-22"), ("2026-03-01", "late last year", "2025"),
            // Friday 1 March 2024: after a leap day.
            ("2024-03-01", "yesterday", "2024-02-29"), ("2024-03-01", "on Thursday", "2024-02-29"), ("2024-03-01", "two days ago", "2024-02-28"),
            ("2024-03-01", "on February 29", "2024-02-29"), ("2024-03-01", "last month", "2024-02"), ("2024-03-01", "four years ago", "2020"),
            ("2024-03-01", "last Thursday", "2024-02-29"), ("2024-03-01", "a fortnight ago", "2024-02-16"),
            // Monday 15 June 2026.
            ("2026-06-15", "on Monday", "2026-06-15"), ("2026-06-15", "Monday morning", "2026-06-15"),
            ("2026-06-15", "on Sunday evening", "2026-06-14"),
            ("2026-06-15", "late Saturday", "2026-06-13"), ("2026-06-15", "last Monday", "2026-06-08"), ("2026-06-15", "this Monday", "2026-06-15"),
            ("2026-06-15", "last week", "2026-06-08/2026-06-14"), ("2026-06-15", "over the weekend", "2026-06-13/2026-06-14"),
            ("2026-06-15", "in May", "2026-05"), ("2026-06-15", "in early May", "2026-05"), ("2026-06-15", "in mid-May", "2026-05"),
            ("2026-06-15", "in July", "2025-07"), ("2026-06-15", "last December", "2025-12"), ("2026-06-15", "this April", "2026-04"),
            ("2026-06-15", "last spring", "2026-03/2026-05"), ("2026-06-15", "last winter", "2025-12/2026-02"),
            ("2026-06-15", "on June 3", "2026-06-03"), ("2026-06-15", "on 3 June", "2026-06-03"), ("2026-06-15", "on June 30", "2026-06-30"),
            ("2026-06-15", "two years ago", "2024"), ("2026-06-15", "a decade ago", "2016"), ("2026-06-15", "three decades ago", "1996"),
            ("2026-06-15", "five days ago", "2026-06-10"), ("2026-06-15", "ten days ago", "2026-06-05"), ("2026-06-15", "several years ago", ""),
            ("2026-06-15", "18 months ago", "2024-12"), ("2026-06-15", "last night", "2026-06-14"), ("2026-06-15", "this evening", "2026-06-15"),
            ("2026-06-15", "earlier today", "2026-06-15"), ("2026-06-15", "late yesterday", "2026-06-14"),
            ("2026-06-15", "yesterday afternoon", "2026-06-14"),
            ("2026-06-15", "the night before", "2026-06-14"), ("2026-06-15", "on Friday the 12th", "2026-06-12"),
            ("2026-06-15", "on Friday, June 12", "2026-06-12"), ("2026-06-15", "Friday (June 12)", "2026-06-12"),
            ("2026-06-15", "in the past week", "2026-06-08/2026-06-14"), ("2026-06-15", "since last year", "2025"),
            ("2026-06-15", "since March", "2026-03"),
            ("2026-06-15", "until 2030", "2030"), ("2026-06-15", "by late 2027", "2027"), ("2026-06-15", "in mid-2019", "2019"),
            ("2026-06-15", "at the end of 2019", "2019"), ("2026-06-15", "at the beginning of May", "2026-05"),
            ("2026-06-15", "in the 1980s", "1980/1989"),
            ("2026-06-15", "in the late 1980s", "1980/1989"), ("2026-06-15", "on 25-12-2025", "2025-12-25"),
            ("2026-06-15", "on 2025-12-25", "2025-12-25"),
            ("2026-06-15", "on 6/3/26", "2026-06-03"), ("2026-06-15", "on Sept. 11, 2001", "2001-09-11"),
            ("2026-06-15", "on the 4th of July, 2025", "2025-07-04"),
            ("2026-06-15", "in October of last year", "2025-10"), ("2026-06-15", "in August last year", "2025-08"),
            ("2026-06-15", "in March this year", "2026-03"),
            ("2026-06-15", "from 3 to 5 June", "2026-06-03/2026-06-05"), ("2026-06-15", "between May 3 and June 4", "2026-05-03/2026-06-04"),
            ("2026-06-15", "between March and May", "2026-03/2026-05"), ("2026-06-15", "from 2019 to 2021", "2019/2021"),
            ("2026-06-15", "in the first quarter", "2026-01/2026-03"), ("2026-06-15", "in the second half of last year", "2025-07/2025-12"),
            ("2026-06-15", "earlier this year", "2026"), ("2026-06-15", "this past Saturday", "2026-06-13"),
            ("2026-06-15", "the past Friday", "2026-06-12"),
            ("2026-06-15", "half a year ago", "2025-12"), ("2026-06-15", "a year and a half ago", "2024-12"),
            ("2026-06-15", "two and a half years ago", "2023-12"),
            ("2026-06-15", "24 hours ago", "2026-06-14"), ("2026-06-15", "48 hours earlier", "2026-06-13"),
            ("2026-06-15", "an hour ago", "2026-06-15"),
            ("2026-06-15", "in the early hours of Saturday", "2026-06-13"), ("2026-06-15", "a day earlier", "2026-06-14"),
            ("2026-06-15", "the week before", "2026-06-08/2026-06-14"), ("2026-06-15", "the month before", "2026-05"),
            ("2026-06-15", "the year before", "2025"),
            ("2026-06-15", "the previous year", "2025"), ("2026-06-15", "the previous week", "2026-06-08/2026-06-14"),
        ])
    func resolves(published: String, text: String, expected: String) {
        #expect(TimeReaderTests.read("It happened \(text).", published: published).joined(separator: " ") == expected)
    }

    @Test(
        "counts from the date named before",
        arguments: [
            ("She won on May 3, 2019. A month later she resigned.", "2019-05-03 2019-06"),
            ("She won on May 3, 2019. A year later she resigned.", "2019-05-03 2020"),
            ("It began on February 28, 2024 and ended two days later.", "2024-02-28 2024-03-01"),
            ("They met on Monday and again the following day.", "2026-06-15 2026-06-16"),
            ("They met on December 31, 2025, and the next day.", "2025-12-31 2026-01-01"),
            ("He died in 1994. Three years earlier he had retired.", "1994 1991"),
            ("He was shot on Thursday; she fled the same day.", "2026-06-11 2026-06-11"),
            ("It fell in March 2011. Six months later it rose.", "2011-03 2011-09"),
        ])
    func anchored(text: String, expected: String) {
        #expect(TimeReaderTests.read(text, published: "2026-06-15").joined(separator: " ") == expected)
    }
}
