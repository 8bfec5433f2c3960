import Foundation
import GraphModel

/// What a line of a JSONL file, or a page's metadata, says of an article.
struct ArticleRecord {
    var id: String?
    var title: String?
    var published: PartialDate?
    var url: String?
    var publisher: String?
    var text: String

    init(title: String?, published: PartialDate?, url: String?, publisher: String?, text: String) {
        self.title = title
        self.published = published
        self.url = url
        self.publisher = publisher
        self.text = text
    }

    /// - Throws: `ReadingError.badRecord`, naming the line.
    init(line: [UInt8], source: String, number: Int) throws(ReadingError) {
        func problem(_ problem: ReadingError.RecordProblem) -> ReadingError { .badRecord(source: source, line: number, problem: problem) }
        let value: Value
        do {
            value = try JSONDecoder().decode(Value.self, from: Data(line))
        } catch DecodingError.dataCorrupted(let context) {
            throw problem(.notJSON(detail: Self.detail(context.underlyingError)))
        } catch {
            throw problem(.notJSON(detail: ""))
        }
        guard case .object(let object) = value else { throw problem(.notAnObject) }
        func string(_ key: String) throws(ReadingError) -> String? {
            switch object[key] ?? .null {
            case .null: return nil
            case .string(let string):
                let trimmed = Substring(string).trimmingWhitespace()
                return trimmed.isEmpty ? nil : (key == "text" ? string : String(trimmed))
            case .number(let number) where key == "id": return number
            default: throw problem(.wrongType(key: key, expected: key == "id" ? "a string or a whole number" : "a string"))
            }
        }
        guard let text = try string("text") else { throw problem(.noText) }
        self.text = text
        id = try string("id")
        title = try string("title").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        url = try string("url")
        publisher = try string("publisher")
        if let date = try string("published") {
            // A time of day may follow, as in ISO 8601.
            guard let found = PartialDate(date.prefix { $0 != "T" && $0 != " " }) else { throw problem(.badDate(found: date)) }
            published = found
        }
    }

    private static func detail(_ error: (any Error)?) -> String {
        guard let error = error as NSError?, let text = error.userInfo[NSDebugDescriptionErrorKey] as? String else { return "" }
        return text.last == "." ? String(text.dropLast()) : text
    }

    /// Any JSON value, as far as a record needs it.
    private enum Value: Decodable, Sendable {
        case null
        case string(String)
        case number(String)
        case object([String: Value])
        case other

        init(from decoder: any Decoder) throws {
            if let container = try? decoder.container(keyedBy: Key.self) {
                var object: [String: Value] = [:]
                for name in ArticleRecord.keys {
                    guard let key = Key(stringValue: name), container.contains(key) else { continue }
                    object[name] = try Self.member(container, key)
                }
                self = .object(object)
            } else {
                self = .other
            }
        }

        private static func member(_ container: KeyedDecodingContainer<Key>, _ key: Key) throws -> Value {
            if try container.decodeNil(forKey: key) { return .null }
            do {
                return .string(try container.decode(String.self, forKey: key))
            } catch DecodingError.typeMismatch {
                // No string; bad escapes within a string are no JSON, and thrown on.
            }
            if let number = try? container.decode(Int64.self, forKey: key) { return .number(String(number)) }
            return .other
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { return nil }
    }

    private static let keys = ["id", "title", "published", "text", "url", "publisher"]
}
