internal import GraphModel

/// Finds the runs of tokens that are names: those of the language model, mended, and those of the gazetteer that it missed.
struct NameFinder {
    let tree: DependencyTree
    let gazetteer: Gazetteer

    private var document: AnnotatedDocument { tree.document }

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
    private func follows(_ tokens: Range<Int>, _ span: NameSpan) -> Bool {
        guard tokens.upperBound == span.tokens.upperBound, tokens.count > 1,
            let known = match(at: span.tokens.lowerBound, until: tokens.lowerBound), known.tokens.upperBound == tokens.lowerBound
        else { return false }
        return known.tokens.count > 1
    }

    // MARK: - The model's spans

    /// The model's names without dates and money; two halves of one organization's name are put together.
    private func mergedSpans() -> [NameSpan] {
        var spans: [NameSpan] = []
        for name in document.names where name.type != .date && name.type != .money {
            if let last = spans.last, last.type == name.type, name.type == .organization || name.type == .person {
                let gap = last.tokens.upperBound..<name.tokens.lowerBound
                let sameSentence = tree.sentenceOfToken[last.tokens.lowerBound] == tree.sentenceOfToken[name.tokens.lowerBound]
                let endsOpen = [",", "-", "–", "&", "and", "of", "'s", "’s"].contains(tree.forms[last.tokens.upperBound - 1])
                let isHyphen = gap.count == 1 && ["-", "–", "&"].contains(tree.forms[gap.lowerBound])
                if sameSentence, gap.isEmpty && (endsOpen || isJoined(last.tokens, name.tokens)) || isHyphen && isTight(gap.lowerBound) {
                    spans[spans.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
                    continue
                }
            }
            spans.append(name)
        }
        return spans
    }

    /// Whether the second part depends on the first, or the first on the second, as the words of one name do.
    private func isJoined(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        let (a, b) = (tree.head(ofName: first), tree.head(ofName: second))
        let labels: [DependencyLabel] = [.flat, .compound, .apposition]
        return tree.head(of: b) == a && labels.contains(tree.label(of: b)) || tree.head(of: a) == b && labels.contains(tree.label(of: a))
            || tree.head(of: a) == tree.head(of: b) && tree.label(of: a) == tree.label(of: b) && labels.contains(tree.label(of: a))
    }

    /// Whether no space stands on either side of the token.
    private func isTight(_ token: Int) -> Bool {
        token > 0 && token + 1 < tree.count && document.tokens[token - 1].span.end == document.tokens[token].span.start
            && document.tokens[token].span.end == document.tokens[token + 1].span.start
    }

    /// "Islamic State of Iraq and the Levant", of which the model saw two places: well-known names that hold the model's.
    private func replacedByLongerKnownNames(_ spans: [NameSpan]) -> [NameSpan] {
        guard !spans.isEmpty else { return spans }
        var longer: [NameSpan] = []
        for sentence in document.sentences {
            for match in matches(in: sentence.tokens) where match.tokens.count > 2 {
                let inside = spans.filter { match.tokens.contains($0.tokens.lowerBound) || match.tokens.contains($0.tokens.upperBound - 1) }
                guard
                    inside.allSatisfy({
                        $0.tokens.count < match.tokens.count && match.tokens.contains($0.tokens.lowerBound)
                            && match.tokens.contains($0.tokens.upperBound - 1)
                    })
                else { continue }
                guard inside.count > 0 else { continue }
                longer.append(
                    NameSpan(tokens: match.tokens, type: match.senses.contains(where: \.isOfCountry) ? .location : .organization, probability: 1))
            }
        }
        if longer.isEmpty { return spans }
        let kept = spans.filter { span in !longer.contains { $0.tokens.contains(span.tokens.lowerBound) } }
        return (kept + longer).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// The span with the capitalized noun that it is part of: "Hong Kong Police" before "Headquarters".
    private func extended(_ span: NameSpan, among spans: [NameSpan]) -> Range<Int> {
        let next = span.tokens.upperBound
        if let purpose = purpose(after: span) { return purpose }
        guard span.type == .facility || span.type == .organization, next < tree.count, tree.partOfSpeech(of: next) == .properNoun,
            tree.sentenceOfToken[next] == tree.sentenceOfToken[next - 1], !spans.contains(where: { $0.tokens.contains(next) })
        else { return span.tokens }
        let word = document.tokens[next].text
        guard
            gazetteer[.placeHeads].contains(word) || gazetteer[.organizationHeads].contains(word) || gazetteer[.organizationSuffixes].contains(word),
            span.tokens.contains(where: { tree.head(of: $0) == next }) || tree.head(of: next).map(span.tokens.contains) ?? false
        else { return span.tokens }
        return span.tokens.lowerBound..<(next + 1)
    }

    /// "Global Coalition to Defeat ISIS", "Committee to Protect Journalists": a body named by what it is for.
    private func purpose(after span: NameSpan) -> Range<Int>? {
        let next = span.tokens.upperBound
        guard span.type == .organization, next + 2 < tree.count, tree.forms[next] == "to",
            gazetteer[.organizationHeads].contains(document.tokens[next - 1].text)
        else { return nil }
        var high = next + 1
        while high < tree.count, tree.sentenceOfToken[high] == tree.sentenceOfToken[next],
            document.tokens[high].text.first?.isUppercase ?? false, tree.partOfSpeech(of: high) != .punctuation
        { high += 1 }
        return high > next + 2 ? span.tokens.lowerBound..<high : nil
    }

    /// Parts of a name that name different things: "Niamey, Niger"; "Amnesty International Man-kei Tam"; "Republican Senate".
    private func divided(_ tokens: Range<Int>, _ type: NameType) -> [Range<Int>] {
        guard tokens.count > 1, gazetteer.senses(of: text(tokens)).isEmpty else { return [tokens] }
        if type == .location || type == .facility {
            var parts: [Range<Int>] = []
            var start = tokens.lowerBound
            for token in tokens where tree.forms[token] == "," {
                if start < token { parts.append(start..<token) }
                start = token + 1
            }
            if start < tokens.upperBound { parts.append(start..<tokens.upperBound) }
            return parts.map { withoutOffice(withoutCommonNouns($0)) }
        }
        if type == .organization {
            let bare = withoutCommonNouns(tokens)
            if bare != tokens { return [bare] }
            if let company = withoutCountry(tokens) { return [company] }
        }
        if type == .organization, let known = match(at: tokens.lowerBound, until: tokens.upperBound), known.tokens.count < tokens.count {
            let rest = known.tokens.upperBound..<tokens.upperBound
            let restText = text(rest)
            let isParty = ["Democratic", "Republican", "Democrat", "Labour", "Conservative"].contains(known.text)
            if isParty, gazetteer.senses(of: restText).contains(where: { !$0.isOfCountry }) { return [known.tokens, rest] }
            let isOrganization = known.senses.contains { if case .organization = $0 { true } else { false } }
            if isOrganization, known.tokens.count > 1, rest.count > 1, tree.partOfSpeech(of: rest.lowerBound) == .properNoun,
                !rest.contains(where: { gazetteer[.organizationHeads].contains(document.tokens[$0].text) || tree.partOfSpeech(of: $0) == .adposition }
                )
            {
                return [known.tokens, rest]
            }
        }
        return [tokens]
    }

    /// "Repsol" of "Repsol of Spain": what is known or no body of a state without its country.
    private func withoutCountry(_ tokens: Range<Int>) -> Range<Int>? {
        guard let of = tokens.last(where: { tree.forms[$0] == "of" }), of > tokens.lowerBound, of + 1 < tokens.upperBound,
            gazetteer.country(named: text((of + 1)..<tokens.upperBound)) != nil
        else { return nil }
        let rest = tokens.lowerBound..<of
        let isKnown = gazetteer.senses(of: text(rest)).contains { if case .organization = $0 { true } else { false } }
        let isBody = rest.contains { gazetteer[.organizationHeads].contains(document.tokens[$0].text) }
        let isGeneric = text(rest).nameWords.allSatisfy(StateBodies.generic.contains)
        return isKnown && !isGeneric || !isBody ? rest : nil
    }

    /// "Baghdad" of "Baghdad airport": the known place before common nouns.
    private func withoutCommonNouns(_ tokens: Range<Int>) -> Range<Int> {
        var high = tokens.upperBound
        while high - 1 > tokens.lowerBound, tree.isNoun(high - 1), document.tokens[high - 1].text.first?.isLowercase ?? false {
            high -= 1
        }
        guard high < tokens.upperBound, !gazetteer.senses(of: text(tokens.lowerBound..<high)).isEmpty else { return tokens }
        return tokens.lowerBound..<high
    }

    /// "Manhattan" of "Manhattan District" before "Attorney": a word that belongs to the office that follows.
    private func withoutOffice(_ tokens: Range<Int>) -> Range<Int> {
        let last = tokens.upperBound - 1
        guard tokens.count > 1, tokens.upperBound < tree.count, let head = tree.head(of: last), head >= tokens.upperBound,
            gazetteer.titles[document.tokens[tokens.upperBound].text] != nil || document.tokens[tokens.upperBound].text == "Court",
            !gazetteer.senses(of: text(tokens.lowerBound..<last)).isEmpty
        else { return tokens }
        return tokens.lowerBound..<last
    }

    /// The parts of a span that are names: split at brackets, without articles, marks, possessive endings and titles.
    private func trimmed(_ span: Range<Int>, _ type: NameType) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = span.lowerBound
        for token in span where ["(", "[", ")", "]", "\"", "“", "”"].contains(document.tokens[token].text) {
            if start < token { parts.append(start..<token) }
            start = token + 1
        }
        if start < span.upperBound { parts.append(start..<span.upperBound) }
        return parts.compactMap { trimmedPart($0, type) }
    }

    private func trimmedPart(_ part: Range<Int>, _ type: NameType) -> Range<Int>? {
        var (low, high) = (part.lowerBound, part.upperBound)
        while low < high, isEdge(low) || ["'s", "’s"].contains(tree.forms[low]) { low += 1 }
        while low < high, isEdge(high - 1) || ["'s", "’s", "'", "’"].contains(tree.forms[high - 1]) { high -= 1 }
        if low < high, isCurrency(high), gazetteer.country(named: text(low..<high)) != nil { return nil }
        if type == .person {
            while high - low > 1, gazetteer.titles[document.tokens[low].text] != nil || tree.forms[low] == "-" || isNationality(low) { low += 1 }
            while low < high, isEdge(low) { low += 1 }
            // "Hester van Nieuwpoort", of which the model saw the end.
            if low > 0, document.tokens[low].text.first?.isLowercase ?? false, tree.partOfSpeech(of: low - 1) == .properNoun,
                tree.sentenceOfToken[low - 1] == tree.sentenceOfToken[low], gazetteer.titles[document.tokens[low - 1].text] == nil
            {
                low -= 1
            }
            if high - low == 1 {
                if gazetteer.titles[document.tokens[low].text] != nil { return nil }
                low = withKeptTitle(low, in: part)
            }
        } else if type != .miscellaneous, high - low > 1, tree.forms[low] == "former" || tree.forms[low] == "then" {
            low += 1
        }
        guard low < high else { return nil }
        // "The Hague".
        if low > 0, document.tokens[low - 1].text == "The", gazetteer.senses(of: text(low..<high)).isEmpty,
            !gazetteer.senses(of: text((low - 1)..<high)).isEmpty
        {
            low -= 1
        }
        if low > 0, document.tokens[low - 1].text == "#" || document.tokens[low].text.hasPrefix("#") || document.tokens[low].text.hasPrefix("@") {
            return nil
        }
        if high - low == 1, document.tokens[low].text.filter(\.isLetter).count < 2 { return nil }
        let hasCapital = (low..<high).contains { document.tokens[$0].text.first.map { $0.isUppercase || !$0.isCased } ?? false }
        return hasCapital ? low..<high : nil
    }

    /// "Pope Francis", "King Charles": titles without which a single name is hardly a name.
    private func withKeptTitle(_ token: Int, in part: Range<Int>) -> Int {
        guard token > 0, tree.sentenceOfToken[token - 1] == tree.sentenceOfToken[token] else { return token }
        return Self.keptTitles.contains(document.tokens[token - 1].text) ? token - 1 : token
    }

    private static let keptTitles: Set<String> = [
        "Pope", "King", "Queen", "Prince", "Princess", "Imam", "Sheikh", "Saint", "St.", "Emperor", "Sultan", "Ayatollah", "Lord", "Lady", "Sister",
        "Mother",
        "Mullah",
    ]

    private func isNationality(_ token: Int) -> Bool {
        gazetteer.senses(of: document.tokens[token].text).contains {
            if case .country(_, .adjective) = $0 { true } else { false }
        }
    }

    private func isEdge(_ token: Int) -> Bool {
        switch tree.partOfSpeech(of: token) {
        case .punctuation: return document.tokens[token].text.count == 1 && document.tokens[token].text != "."
        case _ where !document.tokens[token].text.contains(where: { $0.isLetter || $0.isNumber }): return true
        case .determiner, .adposition, .coordinatingConjunction, .subordinatingConjunction, .pronoun:
            return document.tokens[token].text.first?.isLowercase ?? true || tree.forms[token] == "the"
        default: return ["the", ",", "-"].contains(tree.forms[token])
        }
    }

    // MARK: - The gazetteer

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
                                || tree.partOfSpeech(of: $0) == .adposition
                        }
                            && !Self.commonWords.contains(candidate.text)
                    }
                }
            }
        }
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

    private func match(at token: Int, until end: Int) -> NameCandidate? {
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
    private func isCurrency(_ token: Int) -> Bool { token < tree.count && document.tokens[token].text.hasPrefix("$") }

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
