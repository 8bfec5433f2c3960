internal import GraphModel

/// Finds quotations and who speaks in them.
struct SpeechReader {
    let tree: DependencyTree

    /// Tokens inside quotation marks, the marks excluded.
    let isQuoted: [Bool]
    /// For each token inside a quotation its number, else -1.
    let quotation: [Int]
    /// The tokens from the first to the last of each quotation.
    let quotations: [Range<Int>]

    init(_ tree: DependencyTree) {
        self.tree = tree
        var number = [Int](repeating: -1, count: tree.count)
        var ranges: [Range<Int>] = []
        var open: Int?, depth = 0
        let tokens = tree.document.tokens
        for index in 0..<tree.count {
            switch tokens[index].text {
            case "“", "``":
                if open == nil { open = index + 1 } else if index > 0, tree.sentenceOfToken[index] == tree.sentenceOfToken[index - 1] { depth += 1 }
            case "”", "''":
                if depth > 0 {
                    depth -= 1
                } else {
                    if let start = open, start < index { ranges.append(start..<index) }
                    open = nil
                }
            case "\"":
                if let start = open {
                    if start < index { ranges.append(start..<index) }
                    open = nil
                } else {
                    open = index + 1
                }
            default: break
            }
            // A quotation never closed is none.
            if let start = open, index - start > 400 { (open, depth) = (nil, 0) }
        }
        for (index, range) in ranges.enumerated() { for token in range { number[token] = index } }
        quotation = number
        quotations = ranges
        isQuoted = number.map { $0 >= 0 }
    }

    /// The head token of who speaks in the quotation, or nil: the subject of the verb of saying next to it.
    func speaker(of quotation: Int) -> Int? {
        let range = quotations[quotation]
        let first = tree.sentenceOfToken[range.lowerBound], last = tree.sentenceOfToken[range.upperBound - 1]
        var best: (distance: Int, subject: Int)?
        for sentence in [last, first] + (first > 0 ? [first - 1] : []) {
            for token in tree.document.sentences[sentence].tokens
            where !isQuoted[token] && Self.saying.contains(tree.lemmas[token]) && (tree.isVerb(token) || tree.lemmas[token] == "accord") {
                guard let subject = tree.child(of: token, .subject) ?? inheritedSubject(of: token), !isQuoted[subject] else { continue }
                let distance = token < range.lowerBound ? range.lowerBound - token : token - range.upperBound
                if best.map({ distance < $0.distance }) ?? true { best = (distance, subject) }
            }
            if best != nil { break }
        }
        return best?.subject
    }

    /// "he condemned the attack, saying ...".
    private func inheritedSubject(of verb: Int) -> Int? {
        switch tree.label(of: verb) {
        case .conjunct, .adverbialClause, .openComplement:
            tree.head(of: verb).flatMap { tree.isVerb($0) ? tree.child(of: $0, .subject) ?? inheritedSubject(of: $0) : nil }
        default: nil
        }
    }

    static let saying: Set<String> = [
        "say", "tell", "add", "write", "tweet", "state", "declare", "announce", "read", "post", "explain", "note", "argue", "claim", "insist", "warn",
        "stress",
        "reply", "respond", "ask", "call", "describe", "conclude", "continue", "remark", "comment", "recall", "observe", "emphasize", "emphasise",
        "urge", "promise",
        "vow", "assert", "admit", "acknowledge", "confirm", "reveal", "quip", "joke", "boast", "complain", "lament", "affirm", "accuse", "thank",
        "cite", "put",
    ]
}
