internal import GraphModel

/// Mends slips of the parser that English grammar rules out, before anything reads the tree.
struct TreeRepair {
    private let document: AnnotatedDocument
    private var tokens: [Token]

    /// The document with such slips mended; the same document if there are none.
    static func repaired(_ document: AnnotatedDocument) -> AnnotatedDocument {
        var repair = TreeRepair(document: document, tokens: document.tokens)
        var changed = false
        for sentence in document.sentences { changed = repair.mend(sentence.tokens) || changed }
        guard changed else { return document }
        return AnnotatedDocument(
            document: document.document, tokens: repair.tokens, sentences: document.sentences, names: document.names, times: document.times,
            amounts: document.amounts)
    }

    private mutating func mend(_ range: Range<Int>) -> Bool {
        var changed = false
        for index in range {
            switch tokens[index].label {
            case .subject, .passiveSubject: changed = mendSubject(index, range) || changed
            default: break
            }
        }
        return changed
    }

    private mutating func mendSubject(_ subject: Int, _ range: Range<Int>) -> Bool {
        guard let verb = tokens[subject].head else { return false }
        // "Venezuela's president calls ...": a genitive is no subject, but belongs to the noun after it.
        if let clitic = (subject + 1..<range.upperBound).first(where: {
            tokens[$0].head == subject && tokens[$0].label == .caseMarker && tokens[$0].partOfSpeech == .particle
        }),
            let owner = range.first(where: {
                $0 > clitic && tokens[$0].head == verb && [.subject, .passiveSubject, .object].contains(tokens[$0].label)
            })
        {
            tokens[subject].head = owner
            tokens[subject].label = .possessive
            return true
        }
        // "governor of Alaska Sarah Palin was chosen": a name right behind a role, both taken for subjects, is its apposition.
        if let role = range.first(where: {
            $0 < subject && tokens[$0].head == verb && tokens[$0].label == tokens[subject].label && tokens[$0].partOfSpeech == .noun
        }), tokens[subject].partOfSpeech == .properNoun, subject < verb, !(role + 1..<subject).contains(where: { tokens[$0].text == "," }) {
            tokens[subject].head = role
            tokens[subject].label = .apposition
            return true
        }
        // "the House impeached President Trump": a second subject behind the verb, which has no object, is that object.
        guard subject > verb, tokens[subject].label == .subject, tokens[verb].partOfSpeech == .verb else { return false }
        let hasFirst = range.contains { $0 < verb && tokens[$0].head == verb && tokens[$0].label == .subject }
        let hasObject = range.contains { tokens[$0].head == verb && tokens[$0].label == .object }
        guard hasFirst, !hasObject else { return false }
        tokens[subject].label = .object
        return true
    }
}
