import GraphModel

/// Gives the words of headlines the capitals that they have in the article's sentences.
///
/// In "Trump Cancels Second Wave of US Attacks" every word looks like a name. A word that the body writes in lower case loses its capital;
/// a word that the body writes with a capital within a sentence keeps it; of the others those lose it that are common words of English or
/// that look like another form of a word of the body ("Investigating", "investigation"). Headlines in capitals alone get the spelling of the body.
struct Truecaser {
    private var lower: [String: Int] = [:]
    private var capital: [String: [String: Int]] = [:]
    /// First letters of the body's words in lower case that are long enough to tell a word by.
    private var stems: Set<Substring> = []

    init(texts: [String], sentences: [Sentence]) {
        guard sentences.contains(where: { $0.role != .paragraph }) else { return }
        for sentence in sentences where sentence.role == .paragraph {
            for (offset, index) in sentence.tokens.enumerated() {
                let text = texts[index]
                guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { continue }
                if !first.properties.isUppercase {
                    lower[text, default: 0] += 1
                    if text.utf8.count >= Self.stemLength { stems.insert(text.prefix(Self.stemLength)) }
                } else if offset > 0 {
                    capital[text.lowercased(), default: [:]][text, default: 0] += 1
                }
            }
        }
    }

    /// The words of a sentence as the model should see them.
    func words(of sentence: Sentence, _ texts: [String]) -> [String] {
        let words = Array(texts[sentence.tokens])
        guard sentence.role != .paragraph else { return words }
        if isAllCapitals(words) { return words.enumerated().map { spelling(of: $1, isFirst: $0 == 0) } }
        guard isTitleCased(words) else { return words }
        return words.enumerated().map { index, word in
            guard index > 0, isCapitalized(word) else { return word }
            let key = word.lowercased()
            let isName = count(key) > lower[key, default: 0]
            return !isName && isCommon(key) ? key : word
        }
    }

    /// A word in capitals as the body writes it.
    private func spelling(of word: String, isFirst: Bool) -> String {
        let key = word.lowercased()
        guard word != key else { return word }
        let small = lower[key, default: 0]
        if count(key) > small, let forms = capital[key], let best = forms.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { return best.key }
        // Short words that nobody knows are acronyms as a rule.
        if !isFirst, isCommon(key) { return key }
        if key.utf8.count <= 3, !isCommon(key) { return word }
        var scalars = String.UnicodeScalarView(key.unicodeScalars)
        if let first = scalars.first {
            scalars.removeFirst()
            return first.properties.titlecaseMapping + String(scalars)
        }
        return key
    }

    private func count(_ key: String) -> Int { capital[key]?.values.reduce(0, +) ?? 0 }

    private func isCommon(_ key: String) -> Bool {
        if lower[key] != nil || CommonWords.all.contains(key[...]) { return true }
        guard key.utf8.count >= 7, capital[key] == nil else { return false }
        return stems.contains(key.prefix(Self.stemLength)) || Self.endings.contains(where: key.hasSuffix)
    }

    /// Whether most of the longer words have a capital.
    private func isTitleCased(_ words: [String]) -> Bool {
        let long = words.dropFirst().filter { $0.unicodeScalars.count > 3 && $0.unicodeScalars.first?.properties.isAlphabetic == true }
        let capitals = long.count { $0.unicodeScalars.first?.properties.isUppercase == true }
        return !long.isEmpty && capitals * 3 > long.count * 2
    }

    private func isAllCapitals(_ words: [String]) -> Bool {
        let letters = words.joined().unicodeScalars.filter(\.properties.isAlphabetic)
        let capitals = letters.count(where: \.properties.isUppercase)
        return words.count > 2 && letters.count > 8 && capitals * 10 > letters.count * 9
    }

    /// A capital followed by small letters.
    private func isCapitalized(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return false }
        return word.unicodeScalars.dropFirst().contains(where: \.properties.isLowercase)
    }

    private static let stemLength = 6
    /// Endings of verbs, abstract nouns and adverbs that names seldom have.
    private static let endings = ["ing", "tion", "tions", "ment", "ments", "ness", "ously", "ably", "ively", "ity", "ities", "ations"]
}
