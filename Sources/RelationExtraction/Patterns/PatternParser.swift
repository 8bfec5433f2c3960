internal import GraphModel

/// Reads pattern files line by line. The language is described in the patterns folder's README.
struct PatternParser {
    let ontology: Ontology
    private(set) var patterns: [Pattern] = []
    private(set) var examples: [PatternExample] = []
    private(set) var classes: [String: [String]] = [:]
    private(set) var problems: [PatternProblem] = []

    init(ontology: Ontology) { self.ontology = ontology }

    /// First pass: the `words` lines, which patterns of any file may use.
    mutating func readWords(_ file: PatternFile) {
        for line in Self.lines(of: file) where line.text.hasPrefix("words ") {
            let halves = line.text.dropFirst("words ".count).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else {
                report(line, "'=' expected after the name of the list: words \(halves.first ?? "name") = first|second")
                continue
            }
            let name = Self.fields(halves[0]).joined(separator: "-")
            classes[name, default: []] += alternatives(halves[1].split(whereSeparator: { $0 == "|" || $0 == " " }).joined(separator: "|"), line)
        }
    }

    /// Second pass: relations, their patterns and examples.
    mutating func readPatterns(_ file: PatternFile) {
        var relation: RelationType?
        var isSkipping = false
        for line in Self.lines(of: file) where !line.text.hasPrefix("words ") {
            if line.text.hasPrefix("relation ") || line.text == "relation" {
                isSkipping = file.ignored.contains(Self.name(line))
                relation = isSkipping ? nil : openRelation(line)
            } else if isSkipping {
                continue
            } else if let relation {
                read(line, relation)
            } else {
                report(line, "'\(line.text)' stands before any relation; begin with a line 'relation NAME'")
            }
        }
    }

    private mutating func openRelation(_ line: PatternSource) -> RelationType? {
        let name = Self.name(line)
        if let type = ontology[name] { return type }
        let guess = nearestWord(to: name, among: ontology.relationTypes.map(\.id)).map { "; did you mean '\($0)'?" } ?? ""
        report(line, "the ontology has no relation '\(name)'\(guess)")
        return nil
    }

    /// The name that a line `relation NAME` opens a block of.
    private static func name(_ line: PatternSource) -> String { line.text.dropFirst("relation".count).trimmedSpaces }

    private mutating func read(_ line: PatternSource, _ relation: RelationType) {
        if line.text.hasPrefix("+ ") || line.text.hasPrefix("- ") { return readExample(line, relation) }
        var text = Substring(line.text)
        var options: [String] = []
        if text.hasSuffix("]"), let open = text.lastIndex(of: "[") {
            options = Self.fields(text[text.index(after: open)...].dropLast().split(separator: ",").joined(separator: " "))
            text = text[..<open].trimmedSpacesSubstring
        }
        let fields = Self.fields(text)
        let built: Pattern?
        switch fields.first {
        case "noun": built = nominal(text.dropFirst(4), .noun, line, relation)
        case "role": built = nominal(text.dropFirst(4), .role, line, relation)
        default: built = clause(fields, line, relation)
        }
        guard var pattern = built, apply(options, to: &pattern, line) else { return }
        for party in [Pattern.Slot.Party.a, .b] where pattern.slot(party) == nil {
            if party == .b && pattern.isReciprocal { continue }
            return report(line, "{\(party.rawValue)} is missing; every pattern says where both parties stand")
        }
        pattern.id = patterns.count
        patterns.append(pattern)
    }

    private mutating func apply(_ options: [String], to pattern: inout Pattern, _ line: PatternSource) -> Bool {
        for option in options {
            if let status = Status(rawValue: option) {
                pattern.status = status
            } else if let number = Double(option), (0...1).contains(number) {
                pattern.confidence = number
            } else if option == "reciprocal" {
                pattern.isReciprocal = true
            } else if option == "not-reciprocal" {
                pattern.isReciprocal = false
            } else if option == "strict" {
                pattern.isStrict = true
            } else if option == "indirect" {
                pattern.requiresReach = true
            } else if option == "acts" {
                pattern.reachesPossessors = true
            } else if option == "no-complement" {
                pattern.forbidsComplement = true
            } else if option == "implied" {
                pattern.impliesObject = true
            } else {
                let known =
                    Status.allCases.map(\.rawValue) + ["reciprocal", "not-reciprocal", "strict", "indirect", "acts", "no-complement", "implied"]
                let guess = nearestWord(to: option, among: known).map { "; did you mean '\($0)'?" } ?? ""
                report(
                    line,
                    "option '\(option)' is none of a status, a confidence from 0 to 1, reciprocal, not-reciprocal, strict, indirect, acts, no-complement, implied\(guess)"
                )
                return false
            }
        }
        return true
    }

    mutating func report(_ line: PatternSource, _ message: String) {
        problems.append(PatternProblem(file: line.file, line: line.line, message: message))
    }

    /// The alternatives of `a|b_c|@class`, with underscores as spaces and classes spelled out.
    mutating func alternatives(_ field: String, _ line: PatternSource) -> [String] {
        var found: [String] = []
        for part in field.split(separator: "|") {
            if part.hasPrefix("@") {
                let name = String(part.dropFirst())
                if let words = classes[name] {
                    found += words
                } else {
                    let guess = nearestWord(to: name, among: classes.keys.sorted()).map { "; did you mean '@\($0)'?" } ?? ""
                    report(line, "no list '@\(name)' is defined; add 'words \(name) = ...' above\(guess)")
                }
            } else {
                found.append(part.split(separator: "_").joined(separator: " ").lowercased())
            }
        }
        return found
    }

    private mutating func readExample(_ line: PatternSource, _ relation: RelationType) {
        let text = line.text.dropFirst(2).trimmedSpacesSubstring
        guard line.text.hasPrefix("+ ") else {
            examples.append(PatternExample(source: line, relation: relation.id, sentence: String(text), expected: nil))
            return
        }
        guard let arrow = text.range(ofText: "=>") else {
            return report(line, "'=>' expected after the sentence: + US forces captured Maduro. => United States > Maduro")
        }
        let sentence = text[..<arrow.lowerBound].trimmedSpaces
        var sides = text[arrow.upperBound...].split(separator: ">", omittingEmptySubsequences: false).map { $0.trimmedSpaces }
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
            return report(line, "two names with '>' between them expected after '=>', such as: United States > Maduro, denied")
        }
        var status = Status.asserted
        if let comma = sides[1].lastIndex(of: ","), let named = Status(rawValue: sides[1][sides[1].index(after: comma)...].trimmedSpaces) {
            status = named
            sides[1] = sides[1][..<comma].trimmedSpaces
        }
        let expected = PatternExample.Expectation(subject: sides[0], object: sides[1], status: status)
        examples.append(PatternExample(source: line, relation: relation.id, sentence: sentence, expected: expected))
    }

    /// Lines with content: comments and blank lines left out, spaces around them taken off.
    private static func lines(of file: PatternFile) -> [PatternSource] {
        var found: [PatternSource] = []
        for (number, raw) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var line = raw[...]
            let isExample = line.trimmedSpaces.hasPrefix("+ ") || line.trimmedSpaces.hasPrefix("- ")
            if let hash = line.firstIndex(of: "#"), !isExample { line = line[..<hash] }
            let text = line.trimmedSpaces
            if !text.isEmpty { found.append(PatternSource(file: file.name, line: number + 1, text: text)) }
        }
        return found
    }

    static func fields(_ text: some StringProtocol) -> [String] { text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map { String($0) } }
}

extension StringProtocol {
    fileprivate var trimmedSpacesSubstring: Substring {
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }

    var trimmedSpaces: String { String(trimmedSpacesSubstring) }
}

extension Substring {
    /// The first place where these ASCII characters stand, or nil.
    fileprivate func range(ofText text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            formIndex(after: &start)
        }
        return nil
    }
}
