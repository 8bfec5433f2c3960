import GraphModel
import Testing

@Suite struct PartialDateTests {
    @Test("reads and writes years, months and days", arguments: ["2026", "2026-01", "2026-01-09", "2024-02-29"])
    func roundTrip(text: String) throws {
        #expect(try #require(PartialDate(text)).description == text)
    }

    @Test("refuses what is no date", arguments: ["", "26", "2026-13", "2026-02-30", "2025-02-29", "2026-1-9", "2026-01-09T", "09/01/2026", "-001"])
    func refuses(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test func dayNumbersGoThereAndBackOverFourCenturies() throws {
        let first = try #require(PartialDate("1800-01-01")).dayNumber
        for number in first..<(first + 146_097) {
            #expect(PartialDate(dayNumber: number).dayNumber == number)
        }
    }

    @Test func knowsWeekdays() throws {
        #expect(try #require(PartialDate("2026-01-09")).weekday == 5)
        #expect(try #require(PartialDate("1969-12-28")).weekday == 7)
    }

    @Test func addingMonthsHoldsTheDayWithinTheMonth() throws {
        #expect(try #require(PartialDate("2026-01-31")).adding(months: 1).description == "2026-02-28")
        #expect(try #require(PartialDate("2026-01")).adding(months: -1).description == "2025-12")
    }
}
