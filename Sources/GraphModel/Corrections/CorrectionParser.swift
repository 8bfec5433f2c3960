/// Why a line is no correction.
public struct CorrectionSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Column of the line, from 1, in characters.
    public var column: Int
    public var found: String
    public var expected: String

    public init(column: Int, found: String, expected: String) {
        self.column = column
        self.found = found
        self.expected = expected
    }

    public var description: String { "column \(column): found \(found), expected \(expected)" }
}

extension Correction {
    /// The correction that a line of text says, as `description` writes it.
    public init(line: some StringProtocol) throws(CorrectionSyntaxError) {
        var parser = try CorrectionParser(String(line))
        self = try parser.correction()
    }
}

extension Correction: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            self = try Correction(line: try container.decode(String.self))
        } catch let error as CorrectionSyntaxError {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Reads the text form of a correction, word by word.
struct CorrectionParser {
    private struct Piece {
        var text: String
        var isQuoted: Bool
        var column: Int
    }

    private var pieces: [Piece]
    private var next = 0
    private let end: Int

    init(_ line: String) throws(CorrectionSyntaxError) {
        let characters = Array(line.unicodeScalars)
        var pieces: [Piece] = [], place = 0
        while place < characters.count {
            if characters[place] == " " || characters[place] == "\t" {
                place += 1
                continue
            }
            let column = place + 1
            if characters[place] == "\"" {
                let text = try Self.string(characters, &place)
                pieces.append(Piece(text: text, isQuoted: true, column: column))
            } else {
                var text = String.UnicodeScalarView()
                while place < characters.count, characters[place] != " ", characters[place] != "\t", characters[place] != "\"" {
                    text.append(characters[place])
                    place += 1
                }
                pieces.append(Piece(text: String(text), isQuoted: false, column: column))
            }
        }
        self.pieces = pieces
        end = characters.count + 1
    }

    private static func string(_ characters: [Unicode.Scalar], _ place: inout Int) throws(CorrectionSyntaxError) -> String {
        let start = place + 1
        var text = String.UnicodeScalarView()
        place += 1
        while place < characters.count {
            let scalar = characters[place]
            place += 1
            if scalar == "\"" { return String(text) }
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            guard place < characters.count else { break }
            let escape = characters[place]
            place += 1
            switch escape {
            case "n": text.append("\n")
            case "r": text.append("\r")
            case "t": text.append("\t")
            case "\"", "\\": text.append(escape)
            case "u":
                let digits = String(String.UnicodeScalarView(characters[place...].prefix(4)))
                guard digits.count == 4, let value = UInt32(digits, radix: 16), let decoded = Unicode.Scalar(value) else {
                    throw CorrectionSyntaxError(column: place, found: "\\u\(digits)", expected: "\\u and four hexadecimal digits")
                }
                text.append(decoded)
                place += 4
            default: throw CorrectionSyntaxError(column: place - 1, found: "\\\(escape)", expected: "one of \\\" \\\\ \\n \\r \\t \\u")
            }
        }
        throw CorrectionSyntaxError(column: start, found: "a string without an end", expected: "a closing \"")
    }

    // MARK: The grammar

    mutating func correction() throws(CorrectionSyntaxError) -> Correction {
        let time = try value("a time such as 2026-01-10T09:30:00Z") { CorrectionTime($0) }
        let action = try self.action()
        let reason = try take("because") ? string("the reason") : ""
        guard next == pieces.count else { throw problem("the end of the line") }
        return Correction(action, time: time, reason: reason)
    }

    private mutating func action() throws(CorrectionSyntaxError) -> Correction.Action {
        let actions = ["merge", "split", "rename", "retype", "alias", "reject", "confirm", "add"]
        switch try value("one of \(actions.joined(separator: ", "))", { actions.contains($0) ? $0 : nil }) {
        case "merge":
            let from = try reference()
            try expect("into")
            return .merge(from, into: try reference())
        case "split":
            let entity = try reference()
            let portion = try self.portion()
            return .split(entity, portion, label: try take("as") ? string("a name") : nil)
        case "rename":
            let entity = try reference()
            try expect("to")
            return .rename(entity, to: try string("a name"))
        case "retype":
            let entity = try reference()
            try expect("to")
            return .retype(entity, to: try type())
        case "alias":
            let entity = try reference()
            try expect("as")
            return .alias(entity, try string("a name"))
        case "confirm": return .confirm(try relation(from: try reference()))
        case "add":
            let relation = try relation(from: try reference())
            return .add(try handmade(relation))
        default:
            let entity = try reference()
            guard next < pieces.count, pieces[next].isQuoted || pieces[next].text != "because" else { return .rejectEntity(entity) }
            return .rejectRelation(try relation(from: entity))
        }
    }

    private mutating func portion() throws(CorrectionSyntaxError) -> Correction.Portion {
        if try take("names") { return .names(try strings("a name")) }
        guard try take("articles") else { throw problem("'names' or 'articles'") }
        let articles = try strings("the id of an article")
        try expect("names")
        return .articles(articles, names: try strings("a name"))
    }

    private mutating func relation(from subject: EntityReference) throws(CorrectionSyntaxError) -> RelationReference {
        guard next < pieces.count else { throw problem("a relation such as met_with") }
        let type = pieces[next].text
        next += 1
        var relation = RelationReference(subject: subject, type: type, object: try reference())
        if try take("status") { relation.status = try status() }
        if try take("from") { relation.article = try string("the id of an article") }
        return relation
    }

    private mutating func handmade(_ relation: RelationReference) throws(CorrectionSyntaxError) -> HandmadeRelation {
        guard let status = relation.status else { throw problem("'status'") }
        var made = HandmadeRelation(subject: relation.subject, type: relation.type, object: relation.object, status: status)
        if try take("date") { made.date = try date() }
        if try take("until") { made.until = try date() }
        if try take("source") { made.source = try string("a source") }
        return made
    }

    private mutating func reference() throws(CorrectionSyntaxError) -> EntityReference {
        let isNominal = try take("unnamed")
        var reference = EntityReference(type: try type(), name: try string("a name"), isNominal: isNominal)
        while try take("with") {
            guard next < pieces.count else { throw problem("the name of an identifier") }
            let scheme = pieces[next].text
            next += 1
            reference.identifiers[scheme] = try string("an identifier")
        }
        if try take("alone") {
            reference.aliases = []
        } else if try take("also") {
            reference.aliases = Set(try strings("a name")).sorted()
        }
        if try take("in") { reference.article = try string("the id of an article") }
        return reference
    }

    private mutating func type() throws(CorrectionSyntaxError) -> EntityType {
        try value("person, country, organization or place") { EntityType(rawValue: $0) }
    }

    private mutating func status() throws(CorrectionSyntaxError) -> Status {
        try value("one of \(Status.allCases.map(\.rawValue).joined(separator: ", "))") { Status(rawValue: $0) }
    }

    private mutating func date() throws(CorrectionSyntaxError) -> PartialDate { try value("a date such as 2026-01-09") { PartialDate($0) } }

    // MARK: Words

    private mutating func strings(_ what: String) throws(CorrectionSyntaxError) -> [String] {
        var strings = [try string(what)]
        while next < pieces.count, pieces[next].isQuoted { strings.append(try string(what)) }
        return strings
    }

    private mutating func string(_ what: String) throws(CorrectionSyntaxError) -> String {
        guard next < pieces.count, pieces[next].isQuoted else { throw problem("\(what) in double quotes") }
        next += 1
        return pieces[next - 1].text
    }

    private mutating func value<Value>(_ what: String, _ read: (String) -> Value?) throws(CorrectionSyntaxError) -> Value {
        guard next < pieces.count, !pieces[next].isQuoted, let value = read(pieces[next].text) else { throw problem(what) }
        next += 1
        return value
    }

    /// Whether this word comes next, which is then read.
    private mutating func take(_ word: String) throws(CorrectionSyntaxError) -> Bool {
        guard next < pieces.count, !pieces[next].isQuoted, pieces[next].text == word else { return false }
        next += 1
        return true
    }

    private mutating func expect(_ word: String) throws(CorrectionSyntaxError) {
        guard try take(word) else { throw problem("'\(word)'") }
    }

    private func problem(_ expected: String) -> CorrectionSyntaxError {
        guard next < pieces.count else { return CorrectionSyntaxError(column: end, found: "the end of the line", expected: expected) }
        return CorrectionSyntaxError(column: pieces[next].column, found: pieces[next].text.quotedAsJSON, expected: expected)
    }
}
