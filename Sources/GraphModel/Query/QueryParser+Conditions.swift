// The part of a query after WHERE.

extension QueryParser {
    /// A side of a comparison as it stands in the text.
    struct Term {
        enum Content {
            case text(String)
            /// A word that is no property of a variable: a variable, or a value that needs no quotation marks.
            case word(String)
            case number(Double)
            case date(PartialDate)
            case property(QueryProperty)
        }

        var content: Content
        var place: Range<Int>
    }

    /// condition = conjunction {"OR" conjunction}
    mutating func condition() throws -> QueryCondition {
        var condition = try conjunction()
        while accept(word: "OR") { condition = .or(condition, try conjunction()) }
        return condition
    }

    /// conjunction = negation {"AND" negation}
    private mutating func conjunction() throws -> QueryCondition {
        var condition = try negation()
        while accept(word: "AND") { condition = .and(condition, try negation()) }
        return condition
    }

    /// negation = "NOT" negation | "(" condition ")" | comparison
    private mutating func negation() throws -> QueryCondition {
        if accept(word: "NOT") { return .not(try negation()) }
        guard accept("(") else { return try comparison() }
        let inner = try condition()
        guard accept(")") else { throw error("expected AND, OR or ')'") }
        return inner
    }

    /// comparison = term (sign term | "CONTAINS" term | ["NOT"] "IN" "[" term {"," term} "]" | "IS" ["NOT"] "NULL")
    private mutating func comparison() throws -> QueryCondition {
        let left = try term()
        if let sign = comparisonSign() {
            let right = try term()
            return try condition(left, sign, right)
        }
        if accept(word: "CONTAINS") {
            let right = try term()
            guard case .property(let property) = left.content, property.kind == .text else {
                throw error("CONTAINS looks into a property that is a text, such as p.name or r.title", at: left.place)
            }
            guard case .text(let text) = right.content else {
                throw error("expected a text in quotation marks after CONTAINS", at: right.place)
            }
            return .contains(.property(property), .text(text))
        }
        if accept(word: "IS") {
            let isNegated = accept(word: "NOT")
            try expect(word: "NULL")
            guard case .property(let property) = left.content else { throw error("expected a property, such as r.until", at: left.place) }
            return isNegated ? .isKnown(property) : .not(.isKnown(property))
        }
        let isNegated = accept(word: "NOT")
        guard accept(word: "IN") else { throw error("expected a comparison: =, <>, <, <=, >, >=, CONTAINS, IN or IS NULL") }
        guard accept("[") else { throw error("expected '[' and values with commas between them") }
        var condition = try condition(left, .equal, term())
        while accept(",") { condition = .or(condition, try self.condition(left, .equal, term())) }
        guard accept("]") else { throw error("expected ',' and another value, or ']'") }
        return isNegated ? .not(condition) : condition
    }

    private mutating func comparisonSign() -> QueryComparison? {
        switch token.kind {
        case .comparison(let comparison):
            advance()
            return comparison
        case .sign(let sign):
            guard let comparison = QueryComparison(rawValue: String(sign)) else { return nil }
            advance()
            return comparison
        default: return nil
        }
    }

    /// term = text | number | date | word | variable "." property
    mutating func term() throws -> Term {
        let start = token
        let isNegative = accept("-")
        switch token.kind {
        case .number(let number):
            advance()
            return Term(content: .number(isNegative ? -number : number), place: start.place.lowerBound..<tokenEnd)
        case .text(let text) where !isNegative:
            advance()
            return Term(content: .text(text), place: start.place)
        case .date(let date) where !isNegative:
            advance()
            return Term(content: .date(date), place: start.place)
        case .word(let word) where !isNegative:
            advance()
            guard accept(".") else { return Term(content: .word(word), place: start.place) }
            let element = try element(word, at: start.place)
            let place = token.place
            return Term(content: .property(try property(of: element)), place: start.place.lowerBound..<place.upperBound)
        default: throw error("expected a property such as r.date, or a value: a text in quotation marks, a number, a date or a word")
        }
    }

    /// What a variable stands for.
    func element(_ name: String, at place: Range<Int>) throws -> Element {
        guard let element = variables[name] else {
            let known = variables.keys.sorted()
            let hint = known.isEmpty ? "; the pattern names none, write (\(name)) or -[\(name)]- there" : suggestion(for: name, among: known)
            throw error("'\(name)' is no variable of the pattern\(hint)", at: place)
        }
        return element
    }

    /// The property whose name follows.
    mutating func property(of element: Element) throws -> QueryProperty {
        switch element {
        case .node(let index):
            let (word, place) = try word("a property of an entity: name, type or id")
            guard let property = NodeProperty(rawValue: word) else { throw unknown(word, NodeProperty.self, of: "an entity", at: place) }
            return .node(index, property)
        case .edge(let index):
            let (word, place) = try word("a property of a relation, such as status")
            guard let property = EdgeProperty(rawValue: word) else { throw unknown(word, EdgeProperty.self, of: "a relation", at: place) }
            return .edge(index, property)
        }
    }

    private func condition(_ left: Term, _ sign: QueryComparison, _ right: Term) throws -> QueryCondition {
        if case .property(let property) = left.content {
            return .comparison(.property(property), sign, try operand(right, comparedTo: property))
        }
        if case .property(let property) = right.content {
            return .comparison(try operand(left, comparedTo: property), sign, .property(property))
        }
        guard case .word(let first) = left.content, case .word(let second) = right.content else {
            throw error("expected a property of a variable, such as p.name, on one side", at: left.place)
        }
        guard case .node(let a) = try element(first, at: left.place), case .node(let b) = try element(second, at: right.place) else {
            throw error("only entities are compared as a whole; compare properties of the relation", at: left.place)
        }
        switch sign {
        case .equal: return .same(a, b)
        case .unequal: return .not(.same(a, b))
        default: throw error("entities are equal or not: use = or <>", at: left.place)
        }
    }

    /// The value that a term gives where it is held against a property.
    func operand(_ term: Term, comparedTo property: QueryProperty) throws -> QueryOperand {
        switch (property.kind, term.content) {
        case (let kind, .property(let other)):
            guard other.kind == kind else { throw error("this is a \(other.kind.rawValue), the other side a \(kind.rawValue)", at: term.place) }
            return .property(other)
        case (.number, .number(let number)): return .number(number)
        case (.date, .date(let date)): return .date(date)
        case (.date, .number(let number)):
            if let year = Int(exactly: number).flatMap({ PartialDate(year: $0) }), year.year > 999 { return .date(year) }
            throw error("'\(number)' is no date; write YYYY-MM-DD, YYYY-MM or YYYY, such as 2026-01-09", at: term.place)
        case (.date, .text(let text)):
            guard let date = PartialDate(text) else {
                throw error("'\(text)' is no date; write YYYY-MM-DD, YYYY-MM or YYYY, such as 2026-01-09", at: term.place)
            }
            return .date(date)
        case (.text, .text(let text)), (.text, .word(let text)):
            if let value = try enumerated(text, property, at: term.place) { return .text(value) }
            if case .word = term.content { throw error("put the text in quotation marks: \"\(text)\"", at: term.place) }
            return .text(text)
        case (let kind, _):
            throw error(
                "expected a \(kind == .date ? "date such as 2026-01-09" : kind == .number ? "number" : "text in quotation marks")", at: term.place)
        }
    }

    /// A value of a property that has but a few; nil for other properties.
    private func enumerated(_ text: String, _ property: QueryProperty, at place: Range<Int>) throws -> String? {
        switch property {
        case .node(_, .type): return try entityType(text, at: place).rawValue
        case .edge(_, .status):
            guard let status = Status(rawValue: text) else {
                let known = Status.allCases.map(\.rawValue)
                throw error(
                    "'\(text)' is no status\(suggestion(for: text, among: known)) (statuses are \(known.joined(separator: ", ")))", at: place)
            }
            return status.rawValue
        case .edge(_, .type):
            guard ontology[text] != nil else {
                throw error("the ontology has no relation '\(text)'\(suggestion(for: text, among: ontology.relationTypes.map(\.id)))", at: place)
            }
            return text
        default: return nil
        }
    }
}
