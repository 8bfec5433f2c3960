internal import Foundation
internal import GraphModel

// How values of the vocabulary stand in the tables.

extension PartialDate {
    /// 20260103 for 2026-01-03, 20260100 for 2026-01, 20260000 for 2026; in the same order as the dates.
    var code: Int { year * 10_000 + (month ?? 0) * 100 + (day ?? 0) }

    init?(code: Int) {
        let month = code / 100 % 100, day = code % 100
        self.init(year: code / 10_000, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    }
}

extension Status {
    /// The id in the table `status`.
    var code: Int {
        switch self {
        case .cancelled: 0
        case .denied: 1
        case .requested: 2
        case .alleged: 3
        case .planned: 4
        case .possible: 5
        case .former: 6
        case .asserted: 7
        }
    }

    init?(code: Int) {
        guard let status = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = status
    }
}

extension MentionKind {
    /// The number in the table `mention`.
    var code: Int {
        switch self {
        case .name: 0
        case .nominal: 1
        case .pronoun: 2
        }
    }

    init?(code: Int) {
        guard let kind = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = kind
    }
}

/// Lists as JSON, always with the same bytes for the same list.
enum StoredList {
    /// The same bytes as `encode(_:)` of any value, quickly where no character needs to be escaped.
    static func encode(_ list: [String]) throws -> String {
        if list.isEmpty { return "[]" }
        guard list.allSatisfy({ $0.utf8.allSatisfy(isPlain) }) else { return try encodeValue(list) }
        return "[\"" + list.joined(separator: "\",\"") + "\"]"
    }

    /// The list that was encoded.
    static func strings(from text: String) throws -> [String] {
        if text == "[]" { return [] }
        guard !text.utf8.contains(UInt8(ascii: "\\")), text.hasPrefix("[\""), text.hasSuffix("\"]") else {
            return try decode([String].self, from: text)
        }
        // Without a backslash, a quotation mark begins or ends an element.
        var list: [String] = [], isInside = false
        for part in text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false) {
            if isInside { list.append(String(Substring(part))) }
            isInside.toggle()
        }
        return list
    }

    /// Whether a byte stands in JSON as it is, whatever the encoder.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F && byte != UInt8(ascii: "/")
    }

    static func encode(_ value: some Encodable) throws -> String { try encodeValue(value) }

    /// The same bytes as `encode(_:)` of any value.
    static func encode(_ passages: [Passage]) -> String {
        let parts = passages.map { passage in
            "{\"role\":\"\(passage.role.rawValue)\",\"span\":{\"end\":\(passage.span.end),\"start\":\(passage.span.start)}}"
        }
        return "[" + parts.joined(separator: ",") + "]"
    }

    private static func encodeValue(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw DamagedValue(found: text, expected: "a JSON list")
        }
    }
}

/// A value in a table that the program never writes.
struct DamagedValue: Error {
    var found: String
    var expected: String
}

extension SQLRow {
    /// The date in this column, or nil if it is null.
    func date(_ column: Int32) throws -> PartialDate? {
        guard let code = optionalInteger(column) else { return nil }
        return try known(PartialDate(code: code), code, "a date such as 20260103")
    }

    func status(_ column: Int32) throws -> Status { try known(Status(code: integer(column)), integer(column), "a status from 0 to 7") }

    func mentionKind(_ column: Int32) throws -> MentionKind {
        try known(MentionKind(code: integer(column)), integer(column), "a kind of mention from 0 to 2")
    }

    func entityType(_ column: Int32) throws -> EntityType {
        try known(EntityType(rawValue: text(column)), text(column), "a type of entity")
    }

    /// The span from this column and the next one, within a text of so many bytes.
    func span(_ column: Int32, within limit: Int = .max) throws -> TextSpan {
        let start = integer(column), end = integer(column + 1)
        guard 0 <= start, start <= end, end <= limit else {
            throw DamagedValue(found: "the span \(start)..<\(end)", expected: "a span within the article's text")
        }
        return TextSpan(start: start, end: end)
    }

    private func known<Value>(_ value: Value?, _ found: some CustomStringConvertible, _ expected: String) throws -> Value {
        guard let value else { throw DamagedValue(found: found.description, expected: expected) }
        return value
    }
}

extension String {
    /// Whether both are the same byte for byte; `==` would take two spellings of one accented letter for the same.
    func hasSameBytes(as other: String) -> Bool { hasSameBytes(as: other, from: 0, to: other.utf8.count) }

    /// Whether it is what the span covers in a text, byte for byte. Complexity: linear in its length for native strings.
    func isCovered(by span: TextSpan, of text: String) -> Bool {
        span.end <= text.utf8.count && hasSameBytes(as: text, from: span.start, to: span.end)
    }

    private func hasSameBytes(as other: String, from start: Int, to end: Int) -> Bool {
        guard utf8.count == end - start else { return false }
        let isSame = utf8.withContiguousStorageIfAvailable { own in
            other.utf8.withContiguousStorageIfAvailable { bytes in own.elementsEqual(bytes[start..<end]) }
        }
        return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8.dropFirst(start).prefix(end - start))
    }
}
