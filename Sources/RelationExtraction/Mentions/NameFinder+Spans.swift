internal import GraphModel

/// The language model's names, put together where it parted them and lengthened where it cut them short.
extension NameFinder {
    /// The model's names without dates and money; two halves of one organization's name are put together.
    func mergedSpans() -> [NameSpan] {
        var spans: [NameSpan] = []
        for name in document.names where name.type != .date && name.type != .money {
            // The nickname itself, taken for a name of its own.
            if let last = spans.last, last.type == .person, last.tokens.upperBound < name.tokens.lowerBound, name.tokens.upperBound < tree.count,
                isNickname((name.tokens.lowerBound - 1)..<(name.tokens.upperBound + 1)), last.tokens.upperBound == name.tokens.lowerBound - 1,
                document.names.contains(where: { $0.type == .person && $0.tokens.lowerBound == name.tokens.upperBound + 1 })
            {
                continue
            }
            // "Southern District of New York", of which the model saw two places.
            if let last = spans.last, name.type == .location, [.location, .facility, .organization].contains(last.type),
                name.tokens.lowerBound == last.tokens.upperBound + 1, tree.forms[last.tokens.upperBound] == "of", last.tokens.count > 1,
                Self.needingPlace.contains(document.tokens[last.tokens.upperBound - 1].text)
            {
                spans[spans.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
                continue
            }
            if let last = spans.last, last.type == name.type, name.type == .organization || name.type == .person {
                let gap = last.tokens.upperBound..<name.tokens.lowerBound
                let sameSentence = tree.sentenceOfToken[last.tokens.lowerBound] == tree.sentenceOfToken[name.tokens.lowerBound]
                let endsOpen = [",", "-", "–", "&", "and", "of", "'s", "’s"].contains(tree.forms[last.tokens.upperBound - 1])
                let isHyphen = gap.count == 1 && ["-", "–", "&"].contains(tree.forms[gap.lowerBound])
                if sameSentence, name.type == .person, isNickname(gap) {
                    spans[spans.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
                    continue
                }
                if sameSentence, gap.isEmpty && (endsOpen || isJoined(last.tokens, name.tokens)) || isHyphen && isTight(gap.lowerBound) {
                    spans[spans.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
                    continue
                }
            }
            spans.append(name)
        }
        return spans
    }

    /// Last words of names that say of which place they are.
    private static let needingPlace: Set<String> = ["District", "Diocese", "Archdiocese", "Gulf", "Bay", "Strait", "Isle", "Kingdom", "Port"]

    /// Whether the tokens are a name in quotation marks: 'Wilmer "El Gato" Pacheco'.
    func isNickname(_ tokens: Range<Int>) -> Bool {
        guard tokens.count > 2, tokens.count < 7, let first = tokens.first, let last = tokens.last else { return false }
        return Self.quotationMarks.contains(document.tokens[first].text) && Self.quotationMarks.contains(document.tokens[last].text)
            && (document.tokens[first + 1].text.first?.isUppercase ?? false)
            && !(first + 1..<last).contains { Self.quotationMarks.contains(document.tokens[$0].text) || tree.partOfSpeech(of: $0) == .verb }
    }

    /// The part of a person's name that stands in quotation marks, marks included, with names before and after it.
    func nickname(in tokens: Range<Int>) -> Range<Int>? {
        guard let open = tokens.first(where: { Self.quotationMarks.contains(document.tokens[$0].text) }), open > tokens.lowerBound,
            let close = tokens.last(where: { Self.quotationMarks.contains(document.tokens[$0].text) }), close + 1 < tokens.upperBound,
            isNickname(open..<(close + 1))
        else { return nil }
        return open..<(close + 1)
    }

    private static let quotationMarks: Set<String> = ["\"", "“", "”", "``", "''"]

    /// Whether the second part depends on the first, or the first on the second, as the words of one name do.
    func isJoined(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        let (a, b) = (tree.head(ofName: first), tree.head(ofName: second))
        let labels: [DependencyLabel] = [.flat, .compound, .apposition]
        return tree.head(of: b) == a && labels.contains(tree.label(of: b)) || tree.head(of: a) == b && labels.contains(tree.label(of: a))
            || tree.head(of: a) == tree.head(of: b) && tree.label(of: a) == tree.label(of: b) && labels.contains(tree.label(of: a))
    }

    /// Whether no space stands on either side of the token.
    func isTight(_ token: Int) -> Bool {
        token > 0 && token + 1 < tree.count && document.tokens[token - 1].span.end == document.tokens[token].span.start
            && document.tokens[token].span.end == document.tokens[token + 1].span.start
    }

    /// "Islamic State of Iraq and the Levant", of which the model saw two places: well-known names that hold the model's.
    func replacedByLongerKnownNames(_ spans: [NameSpan]) -> [NameSpan] {
        guard !spans.isEmpty else { return spans }
        var longer: [NameSpan] = []
        for sentence in document.sentences {
            for match in matches(in: sentence.tokens) where match.tokens.count > 2 || isAdministration(match) {
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

    /// "Trump administration", of which the model saw the president.
    private func isAdministration(_ match: NameCandidate) -> Bool {
        match.tokens.count == 2 && match.senses.contains(where: \.isOfCountryByName) && tree.forms[match.tokens.upperBound - 1] == "administration"
    }

    /// The span with the capitalized noun that it is part of: "Hong Kong Police" before "Headquarters".
    func extended(_ span: NameSpan, among spans: [NameSpan]) -> Range<Int> {
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
    func purpose(after span: NameSpan) -> Range<Int>? {
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
}
