import GraphModel

/// Days along the width of a plot, with marks at whole days, weeks, months or years.
struct TimeAxis {
    struct Tick: Hashable {
        var x: Double
        var label: String
    }

    private let first: Int
    private let last: Int
    let left: Double
    let right: Double
    /// Where the time to scale begins: at `left`, unless a few dates lie long before all others.
    let start: Double
    /// The places of dates that lie long before all others, evenly between `left` and `start`.
    private let early: [PartialDate: Double]

    /// - Parameter dates: what must be on the axis; a month of any year if there are none.
    init(_ dates: [PartialDate], left: Double, right: Double) {
        let ordered = Set(dates).sorted { Self.middle($0) < Self.middle($1) }
        let few = Self.fewEarly(ordered, of: dates)
        let room = few == 0 ? 0 : min(0.3 * (right - left), 40 + 44 * Double(few))
        let step = few == 0 ? 0 : (room - 24) / Double(few)
        early = Dictionary(
            ordered.prefix(few).enumerated().map { number, date in (date, left + step * (Double(number) + 0.5)) },
            uniquingKeysWith: { first, _ in first })
        start = left + room
        let days = ordered.dropFirst(few).flatMap { [$0.firstDay.dayNumber, $0.lastDay.dayNumber] }
        let low = days.min() ?? 0, high = days.max() ?? 30
        // A little room, so that marks do not stand on the border.
        let margin = max(1, (high - low) / 40)
        first = low - margin
        last = max(high + margin, low - margin + 4)
        self.left = left
        self.right = right
    }

    /// How many of the dates, each once and in order, lie so long before all others that these would be crowded into a corner: a gap follows them
    /// that is four times as long as all that comes after it, and they are few.
    private static func fewEarly(_ ordered: [PartialDate], of all: [PartialDate]) -> Int {
        guard let last = ordered.last else { return 0 }
        let found = ordered.indices.dropFirst().filter { index in
            let gap = middle(ordered[index]) - middle(ordered[index - 1]), rest = middle(last) - middle(ordered[index])
            return gap > 90 && gap > 4 * rest && index <= 6 && all.count { middle($0) >= middle(ordered[index]) } * 3 >= all.count * 2
        }
        return found.max { middle(ordered[$0]) - middle(ordered[$0 - 1]) < middle(ordered[$1]) - middle(ordered[$1 - 1]) } ?? 0
    }

    private static func middle(_ date: PartialDate) -> Double { (Double(date.firstDay.dayNumber) + Double(date.lastDay.dayNumber)) / 2 }

    /// Whether the date stands before the time to scale.
    func isEarly(_ date: PartialDate) -> Bool { early[date] != nil }

    var hasEarly: Bool { !early.isEmpty }

    func x(of date: PartialDate) -> Double { early[date] ?? x(of: Self.middle(date)) }

    /// Where the date begins and ends: for a day the same place.
    func span(of date: PartialDate) -> (from: Double, to: Double) {
        if let place = early[date] { return (place, place) }
        return (x(of: Double(date.firstDay.dayNumber)), x(of: Double(date.lastDay.dayNumber)))
    }

    private func x(of day: Double) -> Double { start + (day - Double(first)) / Double(last - first) * (right - start) }

    /// At most this many ticks, in the smallest unit that gives no more.
    func ticks(atMost most: Int = 9) -> [Tick] {
        let starts = Unit.all.lazy.map { unit in unit.starts(from: first, to: last).map { (unit, $0) } }.first { $0.count <= most } ?? []
        var year: Int?
        return starts.map { unit, date in
            defer { year = date.year }
            return Tick(x: x(of: Double(date.dayNumber)), label: unit.label(of: date, withYear: date.year != year))
        }
    }

    /// The spans between the ticks as days, the axis' ends among them.
    func bins() -> [Range<Int>] {
        let starts = Unit.all.lazy.map { $0.starts(from: first, to: last).map(\.dayNumber) }.first { $0.count <= 18 } ?? []
        let edges = [first] + starts.filter { $0 > first } + [last + 1]
        return zip(edges, edges.dropFirst()).map { $0..<$1 }
    }

    func x(ofDay day: Int) -> Double { min(right, max(start, x(of: Double(day)))) }

    private enum Unit {
        case days(Int)
        case months(Int)
        case years(Int)

        static let all: [Unit] =
            [1, 2, 7, 14].map(Unit.days) + [1, 2, 3, 6].map(Unit.months) + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map(Unit.years)

        func starts(from first: Int, to last: Int) -> [PartialDate] {
            let begin = PartialDate(dayNumber: first)
            var dates: [PartialDate] = [], next: PartialDate?
            switch self {
            case .days(let step): next = begin.adding(days: step < 7 ? 0 : (8 - begin.weekday) % 7)
            case .months(let step): next = PartialDate(year: begin.year, month: (((begin.month ?? 1) - 1) / step) * step + 1, day: 1)
            case .years(let step): next = PartialDate(year: max(1, begin.year / step * step), month: 1, day: 1)
            }
            // No more than can be asked for; a wider unit will do then.
            while let date = next, date.dayNumber <= last, dates.count < 40 {
                if date.dayNumber >= first { dates.append(date) }
                switch self {
                case .days(let step): next = date.adding(days: step)
                case .months(let step): next = date.year < 9999 ? date.adding(months: step) : nil
                case .years(let step): next = PartialDate(year: date.year + step, month: 1, day: 1)
                }
            }
            return dates
        }

        func label(of date: PartialDate, withYear: Bool) -> String {
            let month = Self.months[(date.month ?? 1) - 1]
            return switch self {
            case .days: "\(date.day ?? 1) \(month)" + (withYear ? " \(date.year)" : "")
            case .months: month + (withYear ? " \(date.year)" : "")
            case .years: String(date.year)
            }
        }

        private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    }
}
