/// Reads one document of CoNLL-U line by line.
struct ConlluReader {
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
    /// What is still to come of a multiword token as it is written, the number of its last word, and whether a space follows it.
    private var multiword: (rest: Substring, end: Int, spaceAfter: Bool)?
    private var layout = ConlluLayout()
    /// Tags, trees and names are left unread.
    private let isTokensOnly: Bool

    init(document: Document?, tokensOnly: Bool = false) {
        isTokensOnly = tokensOnly
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
        if columns[0].contains("-") { return try readMultiword(columns, line: line, number: number) }
        if columns[0].contains(".") { return }
        guard Int(columns[0]) == tokens.count - first + 1, !columns[1].isEmpty else {
            throw ConlluError(
                line: number, message: "token number '\(columns[0])' with form '\(columns[1])' found, number \(tokens.count - first + 1) expected")
        }
        let misc = fields(columns[9])
        let part = try partOfSpeech(columns[3], line: number)
        let label = try label(columns[7], line: number)
        heads.append((try head(columns[6], line: number), number))
        let span = try span(of: columns[1], misc: misc, line: number)
        let lemma = columns[2] == "_" && columns[1] != "_" ? columns[1] : columns[2]
        if !isTokensOnly { readName(misc["Name"]) }
        layout.misc.append(columns[9].split(separator: "|").filter { $0 != "_" && !$0.hasPrefix("Name=") }.map(String.init))
        tokens.append(
            Token(span: span, text: String(columns[1]), lemma: String(lemma), partOfSpeech: part, head: nil, label: label))
        spaceAfter = misc["SpaceAfter"] != "No"
        if let whole = multiword {
            spaceAfter = true
            if tokens.count - first >= whole.end { (multiword, spaceAfter) = (nil, whole.spaceAfter) }
        }
    }

    private func partOfSpeech(_ tag: Substring, line: Int) throws -> PartOfSpeech {
        if let part = PartOfSpeech(tag: tag) { return part }
        guard tag == "_" || isTokensOnly else {
            throw ConlluError(line: line, message: "'\(tag)' is no universal part of speech, such as NOUN or VERB")
        }
        return .other
    }

    private func head(_ number: Substring, line: Int) throws -> Int {
        if isTokensOnly || number == "_" { return 0 }
        guard let head = Int(number), head >= 0 else {
            throw ConlluError(line: line, message: "head '\(number)' found, the number of a token or 0 expected")
        }
        return head
    }

    private func label(_ name: Substring, line: Int) throws -> DependencyLabel {
        if let label = DependencyLabel(name: name) { return label }
        guard name == "_" || isTokensOnly else {
            throw ConlluError(line: line, message: "'\(name)' is no universal dependency relation, such as nsubj")
        }
        return .unspecified
    }

    /// "1-2 don't": its words stand together.
    private mutating func readMultiword(_ columns: [Substring], line: Substring, number: Int) throws {
        let bounds = columns[0].split(separator: "-").compactMap { Int($0) }
        guard bounds.count == 2, bounds[0] == tokens.count - first + 1, bounds[1] > bounds[0] else {
            throw ConlluError(
                line: number, message: "multiword token '\(columns[0])' found before token \(tokens.count - first + 1); it must begin with that token"
            )
        }
        multiword = (columns[1], bounds[1], fields(columns[9])["SpaceAfter"] != "No")
        layout.multiwords[tokens.count] = String(line)
    }

    private mutating func readComment(_ line: Substring) {
        layout.comments[tokens.count, default: []].append(String(line))
        let parts = line.dropFirst().split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces() }
        guard parts.count == 2 else { return }
        if parts[0] == "role", let role = Passage.Role(rawValue: String(parts[1])) { self.role = role }
        if parts[0] == "newdoc id", !hasText, !parts[1].isEmpty { document.id = String(parts[1]) }
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
        let isGlued = multiword != nil && tokens.count > first && layout.multiwords[tokens.count] == nil && continues(word)
        if !text.isEmpty && spaceAfter && !isGlued { text.append(UInt8(ascii: " ")) }
        if layout.multiwords[tokens.count] != nil { _ = continues(word) }
        let start = text.count
        text += word.utf8
        return TextSpan(start: start, end: text.count)
    }

    /// Whether the multiword token goes on with this word, which is then taken off it.
    private mutating func continues(_ word: Substring) -> Bool {
        guard let whole = multiword, whole.rest.hasPrefix(word) else { return false }
        multiword?.rest = whole.rest.dropFirst(word.count)
        return true
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
        (heads, multiword) = ([], nil)
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

    mutating func finish() -> (document: AnnotatedDocument, layout: ConlluLayout) {
        if !hasText {
            document.text = String(decoding: text, as: UTF8.self)
            document.passages = sentences.map {
                Passage(
                    span: TextSpan(start: tokens[$0.tokens.lowerBound].span.start, end: tokens[$0.tokens.upperBound - 1].span.end), role: $0.role)
            }
        }
        return (AnnotatedDocument(document: document, tokens: tokens, sentences: sentences, names: names), layout)
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var rest = drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return rest
    }
}

extension String {
    /// The lines of a file, without the carriage returns of other systems.
    var conlluLines: some Sequence<Substring> {
        // By bytes: as a Character, "\r\n" is no "\n".
        utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).lazy.map { line in
            Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
    }
}
