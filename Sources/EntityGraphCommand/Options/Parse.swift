import ArgumentParser
import EntityGraph

/// Values of options, from their words; what is wrong with them is said with an example.
enum Parse {
    static func date(_ text: String) throws -> PartialDate {
        guard let date = PartialDate(text) else {
            throw ValidationError("'\(text)' is no date; write YYYY-MM-DD, YYYY-MM or YYYY, such as 2026-01-09")
        }
        return date
    }

    static func time(_ text: String) throws -> CorrectionTime {
        guard let time = CorrectionTime(text) else {
            throw ValidationError("'\(text)' is no time; write YYYY-MM-DD or YYYY-MM-DDTHH:MM, such as 2026-01-10T09:30")
        }
        return time
    }

    static func confidence(_ text: String) throws -> Double {
        guard let value = Double(text), (0...1).contains(value) else {
            throw ValidationError("'\(text)' is no confidence; write a number from 0 to 1, such as 0.5")
        }
        return value
    }

    /// A number of days, such as 7d or 2w.
    static func days(_ text: String) throws -> Int {
        guard let unit = text.last.flatMap({ ["d": 1, "w": 7][$0] }), let number = Int(text.dropLast()), (1...3650).contains(number * unit) else {
            throw ValidationError("'\(text)' is no length of time; write days or weeks, such as 7d or 2w")
        }
        return number * unit
    }

    static func status(_ text: String) throws -> Status { try word(text, as: "status") }

    static func entityType(_ text: String) throws -> EntityType { try word(text, as: "entity type") }

    private static func word<Value: RawRepresentable & CaseIterable>(_ text: String, as kind: String) throws -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: text) else {
            let meant = text.count > 4 ? suggestion(for: text, among: Value.allCases.map(\.rawValue)) : ""
            throw ValidationError("'\(text)' is no \(kind)\(meant); it is one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return value
    }
}
