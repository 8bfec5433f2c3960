/// A word or sign of a query.
struct QueryToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A keyword, a variable, a name without quotation marks.
        case word(String)
        /// A text in quotation marks.
        case text(String)
        case number(Double)
        case date(PartialDate)
        case sign(Character)
        /// `<=`, `>=` or `<>`.
        case comparison(QueryComparison)
        case end
    }

    var kind: Kind
    /// In Unicode scalars of the query.
    var place: Range<Int>
}

/// Splits a query into words and signs.
struct QueryTokenizer {
    private let query: String
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ query: String) {
        self.query = query
        scalars = Array(query.unicodeScalars)
    }

    /// The tokens, with one for the end of the query as the last.
    static func tokens(of query: String) throws -> [QueryToken] {
        var tokenizer = QueryTokenizer(query), tokens: [QueryToken] = []
        while let token = try tokenizer.next() { tokens.append(token) }
        let end = tokenizer.scalars.count
        return tokens + [QueryToken(kind: .end, place: end..<end)]
    }

    private mutating func next() throws -> QueryToken? {
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
        guard position < scalars.count else { return nil }
        let start = position, first = scalars[start]
        let kind: QueryToken.Kind
        if let closing = Self.quotationMarks[first] {
            kind = .text(try text(until: closing))
        } else if first.isDigit {
            kind = try number()
        } else if first.isWordStart {
            kind = .word(run { $0.isWordPart })
        } else {
            position += 1
            kind = try sign(first, at: start)
        }
        return QueryToken(kind: kind, place: start..<position)
    }

    private mutating func sign(_ first: Unicode.Scalar, at start: Int) throws -> QueryToken.Kind {
        let two = position < scalars.count ? String(first) + String(scalars[position]) : ""
        if let comparison = two == "!=" ? .unequal : two.count == 2 ? QueryComparison(rawValue: two) : nil {
            position += 1
            return .comparison(comparison)
        }
        guard "()[]{}:,.|-<>=*".unicodeScalars.contains(first) else {
            throw QueryError(query: query, place: start..<position, message: "'\(first)' has no meaning in a query; put texts in quotation marks")
        }
        return .sign(Character(first))
    }

    private mutating func text(until closing: Unicode.Scalar) throws -> String {
        let start = position
        position += 1
        var content = String.UnicodeScalarView()
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            if scalar == closing { return String(content) }
            guard scalar == "\\" else {
                content.append(scalar)
                continue
            }
            guard position < scalars.count else { break }
            let escaped = scalars[position]
            position += 1
            content.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
        }
        throw QueryError(query: query, place: start..<(start + 1), message: "this text does not end; expected \(closing) after it")
    }

    private mutating func number() throws -> QueryToken.Kind {
        let start = position
        var digits = run { $0.isDigit || $0 == "_" }
        if digits.utf8.count == 4, follows("-", thenDigits: 2) {
            for _ in 0..<2 where follows("-", thenDigits: 2) {
                position += 1
                digits += "-" + run { $0.isDigit }
            }
            guard let date = PartialDate(digits) else {
                throw QueryError(
                    query: query, place: start..<position, message: "'\(digits)' is no date; write YYYY-MM-DD, YYYY-MM or YYYY, such as 2026-01-09")
            }
            return .date(date)
        }
        if follows(".", thenDigits: 1) {
            position += 1
            digits += "." + run { $0.isDigit }
        }
        if position < scalars.count, scalars[position] == "e" || scalars[position] == "E" {
            position += 1
            digits += "e"
            if position < scalars.count, scalars[position] == "-" || scalars[position] == "+" {
                digits.unicodeScalars.append(scalars[position])
                position += 1
            }
            digits += run { $0.isDigit }
        }
        let rest = run { $0.isWordPart }
        guard rest.isEmpty, let number = Double(digits.filter { $0 != "_" }), number.isFinite else {
            throw QueryError(query: query, place: start..<position, message: "'\(digits + rest)' is no number")
        }
        return .number(number)
    }

    private func follows(_ sign: Unicode.Scalar, thenDigits count: Int) -> Bool {
        guard position + count < scalars.count, scalars[position] == sign else { return false }
        return scalars[(position + 1)...(position + count)].allSatisfy(\.isDigit)
    }

    private mutating func run(while belongs: (Unicode.Scalar) -> Bool) -> String {
        let start = position
        while position < scalars.count, belongs(scalars[position]) { position += 1 }
        return String(String.UnicodeScalarView(scalars[start..<position]))
    }

    private static let quotationMarks: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "'": "'", "“": "”"]
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { (48...57).contains(value) }
    fileprivate var isWordStart: Bool { self == "_" || properties.isAlphabetic }
    fileprivate var isWordPart: Bool { isWordStart || isDigit || properties.generalCategory == .nonspacingMark }
}
