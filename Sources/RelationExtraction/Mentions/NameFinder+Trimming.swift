internal import GraphModel

/// Names without what the language model took with them: articles, titles, common nouns, a second name.
extension NameFinder {
    /// Parts of a name that name different things: "Niamey, Niger"; "Amnesty International Man-kei Tam"; "Republican Senate".
    func divided(_ tokens: Range<Int>, _ type: NameType) -> [Range<Int>] {
        guard tokens.count > 1, gazetteer.senses(of: text(tokens)).isEmpty else { return [tokens] }
        if type == .location || type == .facility {
            var parts: [Range<Int>] = []
            var start = tokens.lowerBound
            for token in tokens where tree.forms[token] == "," || tree.forms[token] == "in" || isOwner(token, in: tokens) {
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
    func withoutCountry(_ tokens: Range<Int>) -> Range<Int>? {
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
    func withoutCommonNouns(_ tokens: Range<Int>) -> Range<Int> {
        var high = tokens.upperBound
        while high - 1 > tokens.lowerBound, tree.isNoun(high - 1), document.tokens[high - 1].text.first?.isLowercase ?? false {
            high -= 1
        }
        guard high < tokens.upperBound, !gazetteer.senses(of: text(tokens.lowerBound..<high)).isEmpty else { return tokens }
        return tokens.lowerBound..<high
    }

    /// Whether the token is the ending of a known place within a longer one: "China's Jiangsu Province".
    private func isOwner(_ token: Int, in tokens: Range<Int>) -> Bool {
        guard ["'s", "’s"].contains(tree.forms[token]), token > tokens.lowerBound, token + 1 < tokens.upperBound else { return false }
        return gazetteer.senses(of: document.tokens[token - 1].text).contains { $0.isOfCountry || $0.isPlace }
    }

    /// "Manhattan" of "Manhattan District" before "Attorney": a word that belongs to the office that follows.
    func withoutOffice(_ tokens: Range<Int>) -> Range<Int> {
        let last = tokens.upperBound - 1
        guard tokens.count > 1, tokens.upperBound < tree.count, let head = tree.head(of: last), head >= tokens.upperBound,
            gazetteer.titles[document.tokens[tokens.upperBound].text] != nil || document.tokens[tokens.upperBound].text == "Court",
            !gazetteer.senses(of: text(tokens.lowerBound..<last)).isEmpty
        else { return tokens }
        return tokens.lowerBound..<last
    }

    /// The parts of a span that are names: split at brackets, without articles, marks, possessive endings and titles.
    func trimmed(_ span: Range<Int>, _ type: NameType) -> [Range<Int>] {
        if type == .person, nickname(in: span) != nil { return trimmedPart(span, type).map { [$0] } ?? [] }
        var parts: [Range<Int>] = []
        var start = span.lowerBound
        for token in span where ["(", "[", ")", "]", "\"", "“", "”"].contains(document.tokens[token].text) {
            if start < token { parts.append(start..<token) }
            start = token + 1
        }
        if start < span.upperBound { parts.append(start..<span.upperBound) }
        return parts.compactMap { trimmedPart($0, type) }
    }

    func trimmedPart(_ part: Range<Int>, _ type: NameType) -> Range<Int>? {
        var (low, high) = (part.lowerBound, part.upperBound)
        while high - low > 1, ["in", "of", "at", "from", "near"].contains(document.tokens[low].text) { low += 1 }
        // "southeastern Afghanistan" is Afghanistan.
        if type == .location, high - low > 1, Self.directions.contains(document.tokens[low].text),
            !gazetteer.senses(of: text((low + 1)..<high)).isEmpty
        {
            low += 1
        }
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

    /// In lower case; "South Korea" is a name.
    private static let directions: Set<String> = [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
        "southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "northeast", "northwest", "southeast", "southwest",
        "upper", "lower", "mainland", "downtown", "rural",
    ]

    /// "Pope Francis", "King Charles": titles without which a single name is hardly a name.
    func withKeptTitle(_ token: Int, in part: Range<Int>) -> Int {
        guard token > 0, tree.sentenceOfToken[token - 1] == tree.sentenceOfToken[token] else { return token }
        return Self.keptTitles.contains(document.tokens[token - 1].text) ? token - 1 : token
    }

    private static let keptTitles: Set<String> = [
        "Pope", "King", "Queen", "Prince", "Princess", "Imam", "Sheikh", "Saint", "St.", "Emperor", "Sultan", "Ayatollah", "Lord", "Lady", "Sister",
        "Mother",
        "Mullah",
    ]

    func isNationality(_ token: Int) -> Bool {
        gazetteer.senses(of: document.tokens[token].text).contains {
            if case .country(_, .adjective) = $0 { true } else { false }
        }
    }

    func isEdge(_ token: Int) -> Bool {
        switch tree.partOfSpeech(of: token) {
        case .punctuation: return document.tokens[token].text.count == 1 && document.tokens[token].text != "."
        case _ where !document.tokens[token].text.contains(where: { $0.isLetter || $0.isNumber }): return true
        case .determiner, .adposition, .coordinatingConjunction, .subordinatingConjunction, .pronoun:
            return document.tokens[token].text.first?.isLowercase ?? true || tree.forms[token] == "the"
        default: return ["the", ",", "-"].contains(tree.forms[token])
        }
    }
}
