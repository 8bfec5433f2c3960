import GraphModel
import Testing

@testable import LanguageAnalysis

/// Names marked in the text as `[Mahan Air|ORG 0.9]`: what the model reads, and what the document makes of it.
@Suite struct NameHarmonizerTests {
    func harmonized(_ marked: String) -> [String] {
        var text = "", spans: [(TextSpan, NameType, Double)] = []
        for piece in marked.split(separator: "[", omittingEmptySubsequences: false) {
            let parts = piece.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
            let label = parts[0].split(separator: "|")
            guard parts.count == 2, label.count == 2, let type = NameType(rawValue: String(label[1].prefix { $0 != " " })) else {
                text += piece
                continue
            }
            let start = text.utf8.count
            text += label[0]
            spans.append((TextSpan(start: start, end: text.utf8.count), type, Double(label[1].drop { $0 != " " }.dropFirst()) ?? 1))
            text += parts[1]
        }
        let tokens = Tokenizer().tokens(of: text).map { span in
            let word = String(text[span])
            let isName = word.first?.isUppercase ?? false
            return Token(span: span, text: word, lemma: word, partOfSpeech: isName ? .properNoun : .other, head: nil, label: .root)
        }
        let readings = spans.map { span, type, probability in
            let first = tokens.firstIndex { $0.span.start >= span.start } ?? 0
            var reading = NameReading(tokens: first..<(tokens.firstIndex { $0.span.start >= span.end } ?? tokens.count), type: type)
            reading.probability = probability
            reading.likelihood = [type: probability]
            return reading
        }
        let sentences = [Sentence(tokens: 0..<tokens.count, role: .paragraph)]
        return NameHarmonizer(tokens: tokens, sentences: sentences).names(readings).map { name in
            "\(name.type.rawValue) " + name.tokens.map { tokens[$0].text }.joined(separator: " ")
        }
    }

    @Test(
        "brings names into line",
        arguments: [
            // The surname of a full name, and a spelling that the document mostly reads otherwise.
            ("[Bruce McArthur|PER] left. [McArthur|ORG 0.9] fled.", "PER Bruce McArthur, PER McArthur"),
            ("[Ford Motor Company|ORG] sold. [Ford|PER 0.7] said so.", "ORG Ford Motor Company, ORG Ford"),
            ("[Wiranto|PER] fell. [Wiranto|PER] rose. [Wiranto|LOC 0.8] slept.", "PER Wiranto, PER Wiranto, PER Wiranto"),
            // One against one stays as it is.
            ("[Lincoln|PER 0.9] in [Lincoln|LOC 0.9].", "PER Lincoln, LOC Lincoln"),
            // Overlooked, and not where it is part of something else or no name.
            ("[Maduro|PER] and [Maduro|PER] met; then Maduro slept.", "PER Maduro, PER Maduro, PER Maduro"),
            ("[May|PER] met [May|PER]; they may go.", "PER May, PER May"),
            ("[the Maduro's|PER] wife; [“Vessel”|ORG]; [The Hague|LOC]; [The Verge|ORG]", "PER Maduro, ORG Vessel, LOC The Hague, ORG Verge"),
            ("the [Educational,|ORG] [Scientific Organization|ORG]", "ORG Educational , Scientific Organization"),
            ("on [Friday|DATE], [Venezuelan|NORP] [The Post|MISC]", "DATE Friday, NORP Venezuelan, MISC The Post"),
        ])
    func harmonizes(marked: String, expected: String) {
        #expect(harmonized(marked).joined(separator: ", ") == expected)
    }
}
