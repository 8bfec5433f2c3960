import GraphModel

/// Gives the words of headlines the capitals that they have in the article's sentences.
///
/// In "Trump Cancels Second Wave of US Attacks" every word looks like a name. A word that the body writes in lower case loses its capital;
/// a word that the body writes with a capital within a sentence keeps it, and so does a word that the body does not know.
struct Truecaser {
    private var lower: [String: Int] = [:]
    private var capital: [String: Int] = [:]

    init(texts: [String], sentences: [Sentence]) {
        for sentence in sentences where sentence.role == .paragraph {
            for index in sentence.tokens.dropFirst() {
                let text = texts[index]
                guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { continue }
                if first.properties.isUppercase {
                    if text.unicodeScalars.dropFirst().contains(where: \.properties.isLowercase) { capital[text.lowercased(), default: 0] += 1 }
                } else {
                    lower[text, default: 0] += 1
                }
            }
        }
    }

    /// The words of a sentence as the model should see them.
    func words(of sentence: Sentence, _ texts: [String]) -> [String] {
        let words = Array(texts[sentence.tokens])
        guard sentence.role != .paragraph, isTitleCased(words) else { return words }
        return words.enumerated().map { index, word in
            guard let first = word.unicodeScalars.first, first.properties.isUppercase,
                word.unicodeScalars.dropFirst().contains(where: \.properties.isLowercase)
            else { return word }
            let key = word.lowercased()
            guard capital[key] == nil else { return word }
            if lower[key] != nil || (index > 0 && Self.commonWords.contains(key)) { return index == 0 ? word : key }
            return word
        }
    }

    /// Whether most of the longer words have a capital.
    private func isTitleCased(_ words: [String]) -> Bool {
        let long = words.dropFirst().filter { $0.unicodeScalars.count > 3 && $0.unicodeScalars.first?.properties.isAlphabetic == true }
        let capitals = long.filter { $0.unicodeScalars.first?.properties.isUppercase == true }
        return !long.isEmpty && capitals.count * 2 > long.count
    }

    /// Words that headlines write with a capital and that are hardly ever names.
    private static let commonWords: Set<String> = [
        "after", "against", "amid", "agrees", "announces", "arrested", "arrests", "attack", "attacks", "backs", "bans", "before", "begins", "bid",
        "buys",
        "call", "calls", "cancels", "captures", "charged", "charges", "claims", "court", "cuts", "deal", "dead", "death", "denies", "despite",
        "drops",
        "ends", "faces", "fires", "first", "former", "from", "gets", "help", "hits", "into", "investigation", "joins", "kills", "killed", "launches",
        "leader", "leaves", "loses", "makes", "meets", "minister", "new", "off", "officials", "orders", "over", "plan", "plans", "police", "protests",
        "raids", "rejects", "releases", "report", "reports", "resigns", "says", "second", "seeks", "sends", "sentenced", "shooting", "signs",
        "strike",
        "strikes", "sues", "sanctions", "suspect", "takes", "talks", "threatens", "trial", "troops", "urges", "visits", "vote", "votes", "vows",
        "wave",
        "wants", "warns", "wins", "with", "without", "year", "years", "accuses", "agreement", "indicts", "invests", "investment", "appoints", "names",
    ]
}
