/// A cheap test whether a text is English: how many of its words are among the commonest of English, and of its neighbours.
///
/// It refuses only what is plainly another language, for a wrong refusal loses an article: lists of names, headlines in capitals and
/// short texts pass.
struct EnglishTest {
    private(set) var words = 0
    private(set) var common = 0
    private var foreign = 0
    private var latinLetters = 0
    private var otherLetters = 0

    init(_ text: some StringProtocol) {
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
            words += 1
            let string = String(word)
            if Self.english.contains(string) { common += 1 }
            if Self.others.contains(string) { foreign += 1 }
            for scalar in word.unicodeScalars {
                if scalar.value < 0x250 || (0x1E00..<0x1F00).contains(scalar.value) { latinLetters += 1 } else { otherLetters += 1 }
            }
        }
    }

    /// False if the text is plainly not English; true for texts of fewer than 25 words in Latin letters.
    var mayBeEnglish: Bool {
        if otherLetters > 60, otherLetters > latinLetters { return false }
        guard words >= 25 else { return true }
        let share = Double(common) / Double(words)
        return share >= 0.03 && (share >= 0.2 || Double(foreign) <= 1.5 * Double(common))
    }

    private static let english: Set<String> = [
        "the", "of", "and", "to", "that", "for", "was", "with", "as", "by", "at", "from", "his", "has", "have", "it", "its", "an", "be", "been",
        "were", "are", "said", "who", "which", "will", "would", "he", "she", "they", "their", "not", "this", "after", "had", "but", "in", "is",
        "on", "i", "you", "we", "her", "him", "about", "more", "than", "when", "over", "into", "also", "there", "or", "what", "out", "up",
    ]

    /// Frequent in Spanish, Portuguese, French, Italian, German, Dutch, Scandinavian, Indonesian, Polish, Turkish; words and name
    /// particles that English texts often bear ("de", "la", "van", "al") are left out.
    private static let others: Set<String> = [
        "el", "los", "las", "que", "una", "por", "con", "para", "del", "su", "se", "como", "más", "pero", "fue",
        "não", "uma", "os", "dos", "das", "da", "em", "com", "são", "foi", "ao",
        "le", "les", "des", "est", "dans", "un", "une", "du", "et", "qui", "pour", "pas", "sur", "au", "aux", "ce", "il",
        "che", "di", "della", "nel", "gli", "sono", "è", "per", "ha", "alla",
        "der", "und", "das", "den", "ist", "nicht", "ein", "eine", "mit", "dem", "auf", "für", "sich", "von", "im", "zu", "auch",
        "het", "een", "dat", "niet", "zijn", "voor", "met", "te", "aan", "ook", "naar", "maar",
        "og", "och", "att", "som", "på", "det", "til", "av", "ikke", "inte", "er", "är", "har",
        "yang", "dan", "dengan", "untuk", "dari", "pada", "ini", "itu", "tidak",
        "w", "na", "nie", "się", "że", "jest", "ve", "bir", "bu", "için", "ile",
    ]
}
