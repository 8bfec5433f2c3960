extension AnnotatedDocument {
    /// The document in CoNLL-U (universaldependencies.org/format.html), a blank line after each sentence.
    ///
    /// Clitics and the word that bears them make a multiword token ("don't" holds "do" and "n't"), as in the English treebanks. MISC bears
    /// `SpaceAfter=No`, `TokenRange=start:end` in UTF-8 bytes of the document's text, and `Name=B-PER` and so on for names.
    public var conllu: String { conllu(firstSentence: 1) }

    /// The same with other numbers for its sentences, which differ within a file.
    ///
    /// - Parameter firstSentence: the `sent_id` of the first sentence; the others count on.
    public func conllu(firstSentence: Int) -> String {
        let nameTags = nameTags
        var output = "# newdoc id = \(Self.oneLine(document.id))\n"
        for (number, sentence) in sentences.enumerated() {
            output += "# sent_id = \(firstSentence + number)\n# role = \(sentence.role.rawValue)\n# text = \(written(sentence.tokens))\n"
            var partsEnd = sentence.tokens.lowerBound
            for index in sentence.tokens {
                let isGlued = index + 1 < sentence.tokens.upperBound && tokens[index + 1].span.start == tokens[index].span.end
                if index >= partsEnd, let end = multiwordEnd(from: index, before: sentence.tokens.upperBound) {
                    partsEnd = end
                    let numbers = "\(index - sentence.tokens.lowerBound + 1)-\(end - sentence.tokens.lowerBound)"
                    let spacing = end < sentence.tokens.upperBound && tokens[end].span.start == tokens[end - 1].span.end ? "SpaceAfter=No" : "_"
                    let form = tokens[index..<end].map(\.text).joined()
                    output += "\(numbers)\t\(Self.oneLine(form))\t_\t_\t_\t_\t_\t_\t_\t\(spacing)\n"
                }
                var misc: [String] = []
                if isGlued, index >= partsEnd { misc.append("SpaceAfter=No") }
                misc.append("TokenRange=\(tokens[index].span.start):\(tokens[index].span.end)")
                if let tag = nameTags[index] { misc.append("Name=\(tag)") }
                output += row(of: index, in: sentence, misc: misc.joined(separator: "|"))
            }
            output += "\n"
        }
        return output
    }

    /// The name tag of each token, `B-PER` and so on; nil outside of names.
    var nameTags: [String?] {
        var tags = [String?](repeating: nil, count: tokens.count)
        for name in names {
            for token in name.tokens { tags[token] = (token == name.tokens.lowerBound ? "B-" : "I-") + name.type.rawValue }
        }
        return tags
    }

    /// The line of one token.
    func row(of index: Int, in sentence: Sentence, misc: String) -> String {
        let token = tokens[index]
        let head = token.head.map { $0 - sentence.tokens.lowerBound + 1 } ?? 0
        let columns = [
            String(index - sentence.tokens.lowerBound + 1), Self.oneLine(token.text), Self.oneLine(token.lemma), token.partOfSpeech.tag, "_", "_",
            String(head), token.label.name, "_", misc,
        ]
        return columns.joined(separator: "\t") + "\n"
    }

    /// The words of a sentence with a space wherever the text parts them.
    private func written(_ range: Range<Int>) -> String {
        var line = ""
        for index in range {
            if index > range.lowerBound, tokens[index].span.start > tokens[index - 1].span.end { line += " " }
            line += Self.oneLine(tokens[index].text)
        }
        return line
    }

    /// Behind the clitics that stand on the word at `index`; nil if none does.
    private func multiwordEnd(from index: Int, before limit: Int) -> Int? {
        guard tokens[index].partOfSpeech != .punctuation, !isClitic(index) else { return nil }
        var end = index + 1
        while end < limit, tokens[end].span.start == tokens[end - 1].span.end, isClitic(end) { end += 1 }
        return end > index + 1 ? end : nil
    }

    /// "n't", "'s", "'ll", and the second half of "cannot" and "gonna".
    private func isClitic(_ index: Int) -> Bool {
        let word = tokens[index].text.lowercased()
        if word == "'" || word == "’" { return tokens[index].partOfSpeech == .particle }
        guard Self.clitics.contains(String(word.map { $0 == "’" || $0 == "`" || $0 == "´" ? "'" : $0 })) else { return false }
        guard let host = Self.hosts[word] else { return true }
        return index > 0 && host.contains(tokens[index - 1].text.lowercased())
    }

    private static let clitics: Set<String> = ["'s", "'m", "'re", "'ve", "'ll", "'d", "n't", "nt", "not", "na", "ta", "s", "m", "ve", "ll"]
    /// Those that are clitics only on these words.
    private static let hosts: [String: Set<String>] = [
        "nt": ["do", "does", "did", "ca", "wo", "is", "are", "was", "were", "have", "has", "had", "would", "could", "should"],
        "not": ["can"], "na": ["gon", "wan"], "ta": ["got", "get"], "s": ["it", "that", "let", "what", "he", "she", "there", "here"],
        "m": ["i"], "ve": ["i", "you", "we", "they", "would", "could", "should"], "ll": ["i", "you", "they", "it"],
    ]

    static func oneLine(_ text: String) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return flat.isEmpty ? "_" : flat
    }
}

extension AnnotatedDocument {
    /// Reads trees and names from CoNLL-U.
    ///
    /// Where tokens bear `TokenRange`, they point into the text of `document`; where none does, the text is put together from the words
    /// and replaces that of `document`. Multiword-token lines say what stands together, empty nodes are skipped; an absent head is an error.
    ///
    /// - Throws: `ConlluError`, naming the line.
    public init(conllu: String, of document: Document? = nil) throws {
        var reader = ConlluReader(document: document)
        for (number, line) in conllu.conlluLines.enumerated() { try reader.read(line: line, number: number + 1) }
        try reader.endSentence()
        self = reader.finish().document
    }
}
