/// What a CoNLL-U document says besides its words: comments, multiword tokens, and the MISC column.
///
/// With it a new annotation of the same tokens can be written into the frame of the old one.
public struct ConlluLayout: Hashable, Sendable {
    /// By the index of the token that they stand before.
    var comments: [Int: [String]] = [:]
    /// Whole lines, by the index of the token that they begin with.
    var multiwords: [Int: String] = [:]
    /// For each token its MISC fields but for names.
    var misc: [[String]] = []

    init() {}

    /// The comments that stand before the sentence that begins with this token.
    public func comments(before token: Int) -> [String] { comments[token] ?? [] }
}

/// One document of a CoNLL-U file.
public struct ConlluDocument: Sendable {
    /// Its tokens and sentences; what else the file says of them is left out.
    public let tokens: AnnotatedDocument
    public let layout: ConlluLayout

    /// The documents of a CoNLL-U file, each from its comment `# newdoc` on; a file without one is one document.
    ///
    /// Only tokens, sentences and roles are read: other columns may hold anything.
    /// - Throws: `ConlluError`, naming the line.
    public static func tokens(ofFile text: String) throws -> [ConlluDocument] {
        var found: [ConlluDocument] = []
        var reader = ConlluReader(document: nil, tokensOnly: true)
        func end() throws {
            try reader.endSentence()
            let (tokens, layout) = reader.finish()
            if !tokens.sentences.isEmpty { found.append(ConlluDocument(tokens: tokens, layout: layout)) }
            reader = ConlluReader(document: nil, tokensOnly: true)
        }
        for (number, line) in text.conlluLines.enumerated() {
            if line.hasPrefix("# newdoc") { try end() }
            try reader.read(line: line, number: number + 1)
        }
        try end()
        return found
    }
}

extension AnnotatedDocument {
    /// The document in CoNLL-U, in the frame of the file that its tokens were read from: with that file's comments and multiword tokens.
    public func conllu(in layout: ConlluLayout) -> String {
        precondition(layout.misc.count == tokens.count, "a layout of \(layout.misc.count) tokens for a document of \(tokens.count)")
        let nameTags = nameTags
        var output = ""
        for sentence in sentences {
            for comment in layout.comments(before: sentence.tokens.lowerBound) { output += comment + "\n" }
            for index in sentence.tokens {
                if let line = layout.multiwords[index] { output += line + "\n" }
                let misc = layout.misc[index] + (nameTags[index].map { ["Name=\($0)"] } ?? [])
                output += row(of: index, in: sentence, misc: misc.isEmpty ? "_" : misc.joined(separator: "|"))
            }
            output += "\n"
        }
        return output
    }
}
