internal import GraphModel

/// The dependency trees of one document, with the way down from heads to dependents that tokens do not hold themselves.
struct DependencyTree {
    let document: AnnotatedDocument
    /// Lower-case lemmas, those of proper nouns too.
    let lemmas: [String]
    /// Lower-case words as the text writes them.
    let forms: [String]
    /// Index of the sentence of each token.
    let sentenceOfToken: [Int]
    private let firstChild: [Int]
    private let dependents: [Int]

    /// Complexity: linear in the number of tokens.
    init(_ document: AnnotatedDocument) {
        self.document = document
        let tokens = document.tokens
        lemmas = tokens.map { $0.lemma.lowercased() }
        forms = tokens.map { $0.text.lowercased() }
        var counts = [Int](repeating: 0, count: tokens.count + 1)
        for token in tokens {
            if let head = token.head { counts[head + 1] += 1 }
        }
        for index in 0..<tokens.count { counts[index + 1] += counts[index] }
        firstChild = counts
        var dependents = [Int](repeating: 0, count: counts[tokens.count])
        for (index, token) in tokens.enumerated() {
            guard let head = token.head else { continue }
            dependents[counts[head]] = index
            counts[head] += 1
        }
        self.dependents = dependents
        var sentenceOfToken = [Int](repeating: 0, count: tokens.count)
        for (number, sentence) in document.sentences.enumerated() {
            for token in sentence.tokens { sentenceOfToken[token] = number }
        }
        self.sentenceOfToken = sentenceOfToken
    }

    var count: Int { lemmas.count }

    func head(of token: Int) -> Int? { document.tokens[token].head }
    func label(of token: Int) -> DependencyLabel { document.tokens[token].label }
    func partOfSpeech(of token: Int) -> PartOfSpeech { document.tokens[token].partOfSpeech }

    /// Dependents in text order.
    func children(of token: Int) -> ArraySlice<Int> { dependents[firstChild[token]..<firstChild[token + 1]] }

    /// The first dependent with this label, or nil.
    func child(of token: Int, _ label: DependencyLabel) -> Int? {
        children(of: token).first { document.tokens[$0].label == label }
    }

    func has(_ token: Int, child label: DependencyLabel) -> Bool { child(of: token, label) != nil }

    func isNominal(_ token: Int) -> Bool {
        switch partOfSpeech(of: token) {
        case .noun, .properNoun, .pronoun, .numeral, .symbol, .other: true
        default: false
        }
    }

    func isNoun(_ token: Int) -> Bool {
        let part = partOfSpeech(of: token)
        return part == .noun || part == .properNoun
    }

    func isVerb(_ token: Int) -> Bool { partOfSpeech(of: token) == .verb }

    /// The preposition that marks a nominal, several words joined by spaces ("out of", "because of"); empty without one.
    func preposition(of token: Int) -> String {
        var words: [String] = []
        for child in children(of: token) where label(of: child) == .caseMarker {
            if forms[child] == "'s" || forms[child] == "’s" || forms[child] == "'" || forms[child] == "’" { continue }
            words.append(forms[child])
            for part in children(of: child) where label(of: part) == .fixed { words.append(forms[part]) }
        }
        return words.count == 1 ? words[0] : words.joined(separator: " ")
    }

    /// The words that introduce a clause ("to", "if", "of"); empty without any.
    func marker(of token: Int) -> String {
        for child in children(of: token) where label(of: child) == .marker {
            var marker = forms[child]
            for part in children(of: child) where label(of: part) == .fixed { marker += " " + forms[part] }
            return marker
        }
        return ""
    }

    /// The token and every nominal coordinated with it, in text order.
    func coordination(of token: Int) -> [Int] {
        var members = [token]
        for child in children(of: token) where label(of: child) == .conjunct && !isVerb(child) {
            members += coordination(of: child)
        }
        return members
    }

    /// Whether a coordinated verb or noun stands in the first place of its coordination.
    func firstConjunct(of token: Int) -> Int {
        var first = token
        while label(of: first) == .conjunct, let head = head(of: first) { first = head }
        return first
    }

    /// The token and all that depends on it, in text order.
    func subtree(of token: Int) -> [Int] {
        var found = [token]
        var next = 0
        while next < found.count {
            found += children(of: found[next])
            next += 1
        }
        return found.sorted()
    }

    /// Whether the token is a word like "captured" or "seen": a participle or a past form, told by its spelling.
    func isPastForm(_ token: Int) -> Bool {
        let form = forms[token]
        guard isVerb(token) || partOfSpeech(of: token) == .adjective, !form.hasSuffix("ing") else { return false }
        if form.hasSuffix("ed") || form.hasSuffix("en") || form.hasSuffix("wn") { return true }
        return form != lemmas[token] && !form.hasSuffix("s")
            || Self.unchangedParticiples.contains(form)
    }

    func isGerund(_ token: Int) -> Bool { forms[token].hasSuffix("ing") && isVerb(token) }

    private static let unchangedParticiples: Set<String> = ["hit", "put", "cut", "shut", "set", "beat", "hurt", "shot", "led", "held", "split"]
}
