extension AnnotatedDocument {
    /// The document in CoNLL-U (universaldependencies.org/format.html), a blank line after each sentence.
    ///
    /// MISC bears `SpaceAfter=No`, `TokenRange=start:end` in UTF-8 bytes of the document's text, and `Name=B-PER` and so on for names.
    public var conllu: String {
        var nameTags = [String?](repeating: nil, count: tokens.count)
        for name in names {
            for token in name.tokens {
                nameTags[token] = (token == name.tokens.lowerBound ? "B-" : "I-") + name.type.rawValue
            }
        }
        var output = "# newdoc id = \(Self.oneLine(document.id))\n"
        for (number, sentence) in sentences.enumerated() {
            output += "# sent_id = \(number + 1)\n# role = \(sentence.role.rawValue)\n# text = \(Self.oneLine(text(of: sentence.tokens)))\n"
            for index in sentence.tokens {
                let token = tokens[index]
                let head = token.head.map { $0 - sentence.tokens.lowerBound + 1 } ?? 0
                var misc: [String] = []
                if index + 1 < sentence.tokens.upperBound, tokens[index + 1].span.start == token.span.end { misc.append("SpaceAfter=No") }
                misc.append("TokenRange=\(token.span.start):\(token.span.end)")
                if let tag = nameTags[index] { misc.append("Name=\(tag)") }
                let columns = [
                    String(index - sentence.tokens.lowerBound + 1), Self.oneLine(token.text), Self.oneLine(token.lemma), token.partOfSpeech.tag,
                    "_", "_", String(head), token.label.name, "_", misc.joined(separator: "|"),
                ]
                output += columns.joined(separator: "\t") + "\n"
            }
            output += "\n"
        }
        return output
    }

    private static func oneLine(_ text: String) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return flat.isEmpty ? "_" : flat
    }
}

extension AnnotatedDocument {
    /// Reads trees and names from CoNLL-U.
    ///
    /// Where tokens bear `TokenRange`, they point into the text of `document`; where none does, the text is put together from the words
    /// and replaces that of `document`. Multiword-token lines and empty nodes are skipped; an absent head is an error.
    ///
    /// - Throws: `ConlluError`, naming the line.
    public init(conllu: String, of document: Document? = nil) throws {
        var reader = ConlluReader(document: document)
        for (number, line) in conllu.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            try reader.read(line: line.last == "\r" ? line.dropLast() : line, number: number + 1)
        }
        try reader.endSentence()
        self = reader.finish()
    }
}

/// Reads CoNLL-U line by line.
private struct ConlluReader {
    private var document: Document
    private let hasText: Bool
    private var tokens: [Token] = []
    private var sentences: [Sentence] = []
    private var names: [NameSpan] = []
    private var text: [UInt8] = []
    private var role = Passage.Role.paragraph
    /// First token of the sentence being read, and the heads as written, with their lines.
    private var first = 0
    private var heads: [(head: Int, line: Int)] = []
    private var spaceAfter = true

    init(document: Document?) {
        hasText = document.map { !$0.text.isEmpty } ?? false
        self.document = document ?? Document(id: "conllu", source: "conllu", title: "", text: "")
    }

    mutating func read(line: Substring, number: Int) throws {
        if line.isEmpty { return try endSentence() }
        if line.first == "#" { return readComment(line) }
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 10 else {
            throw ConlluError(line: number, message: "\(columns.count) columns found, 10 expected; separate them by single tabs")
        }
        if columns[0].contains("-") || columns[0].contains(".") { return }
        guard let part = PartOfSpeech(tag: columns[3]) ?? (columns[3] == "_" ? .other : nil) else {
            throw ConlluError(line: number, message: "'\(columns[3])' is no universal part of speech, such as NOUN or VERB")
        }
        guard let head = Int(columns[6]) ?? (columns[6] == "_" ? 0 : nil), head >= 0 else {
            throw ConlluError(line: number, message: "head '\(columns[6])' found, the number of a token or 0 expected")
        }
        guard let label = DependencyLabel(name: columns[7]) ?? (columns[7] == "_" ? .unspecified : nil) else {
            throw ConlluError(line: number, message: "'\(columns[7])' is no universal dependency relation, such as nsubj")
        }
        let misc = fields(columns[9])
        let span = try span(of: columns[1], misc: misc, line: number)
        let lemma = columns[2] == "_" && columns[1] != "_" ? columns[1] : columns[2]
        readName(misc["Name"])
        tokens.append(
            Token(span: span, text: String(columns[1]), lemma: String(lemma), partOfSpeech: part, head: nil, label: label))
        heads.append((head, number))
        spaceAfter = misc["SpaceAfter"] != "No"
    }

    private mutating func readComment(_ line: Substring) {
        let parts = line.dropFirst().split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces() }
        if parts.count == 2, parts[0] == "role", let role = Passage.Role(rawValue: String(parts[1])) { self.role = role }
    }

    private func fields(_ misc: Substring) -> [Substring: Substring] {
        Dictionary(
            misc.split(separator: "|").compactMap { field in
                let parts = field.split(separator: "=", maxSplits: 1)
                return parts.count == 2 ? (parts[0], parts[1]) : nil
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The token's place: as given, or where it comes to stand in the text put together from the words.
    private mutating func span(of word: Substring, misc: [Substring: Substring], line: Int) throws -> TextSpan {
        if hasText, let range = misc["TokenRange"] {
            let bounds = range.split(separator: ":").compactMap { Int($0) }
            guard bounds.count == 2, 0 <= bounds[0], bounds[0] <= bounds[1], bounds[1] <= document.text.utf8.count else {
                throw ConlluError(line: line, message: "TokenRange=\(range) does not lie in the document's text; give UTF-8 byte offsets start:end")
            }
            return TextSpan(start: bounds[0], end: bounds[1])
        }
        if !text.isEmpty && spaceAfter { text.append(UInt8(ascii: " ")) }
        let start = text.count
        text += word.utf8
        return TextSpan(start: start, end: text.count)
    }

    private mutating func readName(_ tag: Substring?) {
        guard let tag, let type = NameType(rawValue: String(tag.dropFirst(2))) else { return }
        let index = tokens.count
        if tag.hasPrefix("I-"), let last = names.last, last.tokens.upperBound == index, last.type == type, index > first {
            names[names.count - 1].tokens = last.tokens.lowerBound..<(index + 1)
        } else {
            names.append(NameSpan(tokens: index..<(index + 1), type: type, probability: 1))
        }
    }

    mutating func endSentence() throws {
        guard tokens.count > first else { return }
        for (offset, entry) in heads.enumerated() where entry.head > 0 {
            guard entry.head <= heads.count, entry.head != offset + 1 else {
                throw ConlluError(line: entry.line, message: "head \(entry.head) is not another token of the sentence, which has \(heads.count)")
            }
            tokens[first + offset].head = first + entry.head - 1
        }
        try refuseCycles()
        sentences.append(Sentence(tokens: first..<tokens.count, role: role))
        first = tokens.count
        heads = []
        role = .paragraph
        spaceAfter = true
    }

    /// A token that no walk along the heads leads from to a root within the sentence's length stands on a cycle, or hangs on one.
    private func refuseCycles() throws {
        for (offset, entry) in heads.enumerated() {
            var index = first + offset
            var steps = 0
            while let head = tokens[index].head {
                index = head
                steps += 1
                guard steps <= heads.count else {
                    throw ConlluError(line: entry.line, message: "the heads of this sentence run in a circle; they must form a tree")
                }
            }
        }
    }

    mutating func finish() -> AnnotatedDocument {
        if !hasText {
            document.text = String(decoding: text, as: UTF8.self)
            document.passages = sentences.map {
                Passage(
                    span: TextSpan(start: tokens[$0.tokens.lowerBound].span.start, end: tokens[$0.tokens.upperBound - 1].span.end), role: $0.role)
            }
        }
        return AnnotatedDocument(document: document, tokens: tokens, sentences: sentences, names: names)
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var rest = drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return rest
    }
}
