internal import GraphModel

/// Finds the runs of tokens that are names: those of the language model, mended, and those of the gazetteer that it missed.
struct NameFinder {
    let tree: DependencyTree
    let gazetteer: Gazetteer

    var document: AnnotatedDocument { tree.document }

    /// In text order; none overlaps another save nested ones.
    func candidates() -> [NameCandidate] {
        var found: [NameCandidate] = []
        var covered = [Bool](repeating: false, count: tree.count)
        let all = replacedByLongerKnownNames(mergedSpans())
        let purposes = all.compactMap { purpose(after: $0) }
        let spans = all.filter { span in !purposes.contains { $0.lowerBound < span.tokens.lowerBound && $0.contains(span.tokens.lowerBound) } }
        for span in spans {
            for tokens in trimmed(extended(span, among: spans), span.type).flatMap({ divided($0, span.type) }) {
                let isPersonAfterBody = span.type == .organization && tokens.lowerBound > span.tokens.lowerBound && follows(tokens, span)
                var candidate = NameCandidate(tokens: tokens, label: isPersonAfterBody ? .person : span.type, text: text(tokens))
                if span.type == .person, let inner = nickname(in: tokens) {
                    candidate.nickname = text((inner.lowerBound + 1)..<(inner.upperBound - 1))
                    candidate.text = text(tokens.lowerBound..<inner.lowerBound) + " " + text(inner.upperBound..<tokens.upperBound)
                }
                candidate.senses = gazetteer.senses(of: candidate.text)
                for token in span.tokens
                where span.type != .miscellaneous && span.type != .affiliation && span.type != .location || tokens.contains(token) {
                    covered[token] = true
                }
                found.append(candidate)
            }
        }
        found = refinedByGazetteer(found)
        for candidate in found { for token in candidate.tokens { covered[token] = true } }
        found += missed(covered)
        found += nested(in: found)
        return found.sorted { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
    }

    func text(_ tokens: Range<Int>) -> String { document.text(of: tokens).onOneLine.withoutJoiners }

    /// Whether the tokens are what is left of a span after a well-known organization of several words.
    func follows(_ tokens: Range<Int>, _ span: NameSpan) -> Bool {
        guard tokens.upperBound == span.tokens.upperBound, tokens.count > 1,
            let known = match(at: span.tokens.lowerBound, until: tokens.lowerBound), known.tokens.upperBound == tokens.lowerBound
        else { return false }
        return known.tokens.count > 1
    }

    /// Splits what the model ran together around a country's name ("Venezuela Strikes", "2020 United States presidential election").
    private func refinedByGazetteer(_ found: [NameCandidate]) -> [NameCandidate] {
        found.flatMap { candidate -> [NameCandidate] in
            guard candidate.senses.isEmpty, candidate.tokens.count > 1 else { return [candidate] }
            switch candidate.label {
            case .miscellaneous, .affiliation, .location:
                if candidate.label == .location, !isWeak(candidate.tokens) { return [candidate] }
                let inner = matches(in: candidate.tokens).filter { $0.senses.contains(where: \.isOfCountry) || candidate.label == .affiliation }
                return inner.isEmpty ? [candidate] : inner
            default: return [candidate]
            }
        }
    }

    /// Whether a location's name ends in a common noun or a role: then it is no name of a place as a whole.
    private func isWeak(_ tokens: Range<Int>) -> Bool {
        tree.partOfSpeech(of: tokens.upperBound - 1) == .noun || tree.partOfSpeech(of: tokens.upperBound - 1) == .adjective
    }

    /// Countries and well-known names where the model saw none.
    private func missed(_ covered: [Bool]) -> [NameCandidate] {
        document.sentences.flatMap { sentence in
            matches(in: sentence.tokens).filter { candidate in
                guard !candidate.tokens.contains(where: { covered[$0] }) else { return false }
                return candidate.senses.contains { sense in
                    switch sense {
                    case .country(_, .capital), .city: false
                    case .country, .territory: true
                    case .organization:
                        candidate.tokens.allSatisfy {
                            tree.partOfSpeech(of: $0) == .properNoun || tree.partOfSpeech(of: $0) == .adjective
                                || tree.partOfSpeech(of: $0) == .adposition || isSpelledAsName($0, in: sentence)
                        }
                            && !Self.commonWords.contains(candidate.text)
                    }
                }
            }
        }
    }

    /// Whether the spelling tells a name whatever the part of speech: a capital inside a sentence, or after a small letter.
    private func isSpelledAsName(_ token: Int, in sentence: Sentence) -> Bool {
        let letters = document.tokens[token].text.drop { $0.isUppercase }
        if letters.contains(where: \.isUppercase), letters.first?.isLowercase ?? false { return true }
        return sentence.role == .paragraph && token > sentence.tokens.lowerBound && document.tokens[token].text.first?.isUppercase ?? false
    }

    private static let commonWords: Set<String> = [
        "IS", "WHO", "ICE", "Fed", "Labour", "Congress", "Conservatives", "AP", "AU", "Wagner", "Democratic", "Republican",
    ]

    /// The longest names of the gazetteer in a run of tokens, from left to right.
    func matches(in range: Range<Int>) -> [NameCandidate] {
        var found: [NameCandidate] = []
        var token = range.lowerBound
        while token < range.upperBound {
            if let match = match(at: token, until: range.upperBound) {
                found.append(match)
                token = match.tokens.upperBound
            } else {
                token += 1
            }
        }
        return found
    }

    func match(at token: Int, until end: Int) -> NameCandidate? {
        let word = document.tokens[token].text
        guard let first = word.first, first.isUppercase || first == "a" else { return nil }
        let key = word.gazetteerKey
        let start = key.split(whereSeparator: { " -'".contains($0) }).first.map(String.init) ?? key
        guard let limit = gazetteer.longest[start] ?? gazetteer.longest[start.capitalizedWords] else { return nil }
        var high = token + 1
        while high < end, document.tokens[high].span.end - document.tokens[token].span.start <= limit + 4 { high += 1 }
        while high > token {
            let text = text(token..<high)
            let senses = gazetteer.senses(of: text)
            if !senses.isEmpty, !isCurrency(high) { return NameCandidate(tokens: token..<high, label: nil, senses: senses, text: text) }
            high -= 1
        }
        return nil
    }

    /// Whether an amount of money follows: "US$ 31,080".
    ///
    /// "lent Ghana $500 million" names Ghana: only short names and signs without a space before them make a currency.
    func isCurrency(_ token: Int) -> Bool {
        guard token < tree.count, document.tokens[token].text.hasPrefix("$") else { return false }
        guard token > 0 else { return true }
        let before = document.tokens[token - 1]
        return before.span.end == document.tokens[token].span.start || before.text.utf8.count <= 2
    }

    /// The country within the name of one of its bodies: "US" in "US House of Representatives", "Iraq" in "Parliament of Iraq".
    private func nested(in found: [NameCandidate]) -> [NameCandidate] {
        found.flatMap { candidate -> [NameCandidate] in
            guard candidate.tokens.count > 1, candidate.senses.isEmpty || candidate.senses.allSatisfy({ !$0.isOfCountry }),
                candidate.label == .organization || candidate.label == .facility
            else { return [] }
            let names = candidate.tokens.map { document.tokens[$0].text }
            guard names.contains(where: { StateBodies.heads.contains($0) }) else { return [] }
            return matches(in: candidate.tokens).compactMap { inner in
                guard inner.senses.contains(where: { $0.isOfCountryByName || $0.isTerritoryByName }), inner.tokens != candidate.tokens else {
                    return nil
                }
                let atStart = inner.tokens.lowerBound == candidate.tokens.lowerBound
                let before = inner.tokens.lowerBound - 1
                guard atStart || tree.forms[before] == "of" || tree.forms[before] == "the" && tree.forms[max(0, before - 1)] == "of" else {
                    return nil
                }
                var inner = inner
                inner.isNested = true
                return inner
            }
        }
    }
}

extension String {
    /// The text without zero-width characters.
    fileprivate var withoutJoiners: String {
        guard utf8.contains(0xE2) || utf8.contains(0xEF) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !(0x200B...0x200D).contains($0.value) && $0.value != 0xFEFF }))
    }
}

extension Gazetteer.Sense {
    /// Whether it means a territory, not by an adjective.
    var isTerritoryByName: Bool { if case .territory(_, false) = self { true } else { false } }

    /// Whether it means a country, by its capital among other things.
    var isOfCountry: Bool { if case .country = self { true } else { false } }
    var isOfCountryByName: Bool {
        switch self {
        case .country(_, .name), .country(_, .adjective): true
        default: false
        }
    }
}
