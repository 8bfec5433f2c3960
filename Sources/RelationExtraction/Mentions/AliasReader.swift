internal import GraphModel

/// Finds second names that the text itself gives: "X, known as Y", "X, alias Y", "X, nicknamed 'Y'", "Long Name (LN)".
///
/// A second name is of the kind of the first, wherever it stands in the article, whatever the language model takes it for.
struct AliasReader {
    let tree: DependencyTree

    private var document: AnnotatedDocument { tree.document }

    private struct Alias {
        var tokens: Range<Int>
        var full: NameCandidate
    }

    /// The candidates with those that are second names marked as such, and second names that the model overlooked.
    func applied(to candidates: [NameCandidate]) -> [NameCandidate] {
        let found = candidates.compactMap { candidate in isNamed(candidate) ? alias(of: candidate) : nil }
        let nicknamed = candidates.filter { $0.nickname != nil && $0.kind == .person }
        guard !found.isEmpty || !nicknamed.isEmpty else { return candidates }
        var output = candidates
        var seen: Set<String> = []
        for full in nicknamed {
            guard let text = full.nickname, seen.insert(text).inserted else { continue }
            for place in places(of: text, words: text.split(separator: " ").count)
            where !candidates.contains(where: {
                $0.nickname != nil && $0.tokens.overlaps(place)
            }) {
                mark(place, text, full, &output)
            }
        }
        for alias in found {
            let text = text(alias.tokens)
            guard text != alias.full.text, !alias.full.words.contains(text.foldedForNames), seen.insert(text).inserted else { continue }
            for place in places(of: text, words: alias.tokens.count) { mark(place, text, alias.full, &output) }
        }
        return output.sorted { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
    }

    private func isNamed(_ candidate: NameCandidate) -> Bool {
        switch candidate.kind {
        case .person, .organization, .place: !candidate.isNested
        case .country, nil: false
        }
    }

    private func text(_ tokens: Range<Int>) -> String { document.text(of: tokens).onOneLine }

    private func mark(_ place: Range<Int>, _ text: String, _ full: NameCandidate, _ candidates: inout [NameCandidate]) {
        // Part of a longer name: "Falcon" in "Falcon Industries".
        if candidates.contains(where: { $0.tokens.overlaps(place) && $0.tokens.count > place.count && $0.tokens != full.tokens && $0.kind != nil }) {
            return
        }
        if candidates.contains(where: { $0.tokens.overlaps(place) && !$0.own.isEmpty }) { return }
        candidates.removeAll { $0.tokens.overlaps(place) && $0.tokens != full.tokens }
        var alias = NameCandidate(tokens: place, label: full.label, text: text)
        alias.kind = full.kind
        alias.aliasOf = full.words
        candidates.append(alias)
    }

    /// Every run of tokens that reads so.
    private func places(of text: String, words: Int) -> [Range<Int>] {
        guard let first = text.split(separator: " ").first else { return [] }
        return (0..<tree.count).filter { first.hasPrefix(document.tokens[$0].text) && $0 + words <= tree.count }.map { $0..<($0 + words) }.filter {
            self.text($0) == text
        }
    }

    // MARK: - Where second names stand

    private func alias(of candidate: NameCandidate) -> Alias? {
        let start = candidate.tokens.upperBound
        guard start + 1 < tree.count, tree.sentenceOfToken[start] == tree.sentenceOfToken[start - 1] else { return nil }
        let range = bracketed(at: start, candidate) ?? called(at: start)
        return range.map { Alias(tokens: $0, full: candidate) }
    }

    /// "(KSC)" behind a name with these initials.
    private func bracketed(at start: Int, _ candidate: NameCandidate) -> Range<Int>? {
        guard start + 2 < tree.count, document.tokens[start].text == "(", document.tokens[start + 2].text == ")" else { return nil }
        let letters = document.tokens[start + 1].text.filter(\.isLetter)
        guard letters.count > 1, letters.allSatisfy(\.isUppercase), candidate.words.count >= letters.count else { return nil }
        let initials = candidate.words.filter { !Self.small.contains($0) }.compactMap(\.first).map(String.init).joined()
        return initials == letters.lowercased() ? (start + 1)..<(start + 2) : nil
    }

    private static let small: Set<String> = ["of", "the", "and", "for", "in", "on", "to", "de", "&"]

    /// ", also known as Y", " alias Y", ", whom they call Y".
    private func called(at start: Int) -> Range<Int>? {
        var token = start
        let end = document.sentences[tree.sentenceOfToken[start]].tokens.upperBound
        func next() -> String { token < end ? tree.forms[token] : "" }
        while [",", "(", "–", "-"].contains(next()) || Self.between.contains(next()) { token += 1 }
        guard token - start <= 5 else { return nil }
        switch next() {
        case "known" where isModifier(token):
            token += 1
            if next() == "as" || next() == "by" { token += 1 } else { return nil }
        case "nicknamed", "dubbed", "called":
            guard isModifier(token) else { return nil }
            token += 1
        case "alias", "aka", "a.k.a.", "a.k.a": token += 1
        default: return nil
        }
        // "by his nom de guerre, Y".
        let limit = token + 7
        while token < min(end, limit), !isOpening(token), !isCapital(token) { token += 1 }
        guard token < min(end, limit) else { return nil }
        if isOpening(token) {
            let first = token + 1
            guard let close = (first..<end).first(where: { Self.closing.contains(document.tokens[$0].text) }), close > first, close - first <= 5,
                isCapital(first)
            else { return nil }
            let last = [",", "."].contains(tree.forms[close - 1]) ? close - 1 : close
            return last > first ? first..<last : nil
        }
        let first = token
        while token < end, isCapital(token) || ["the", "of", "de"].contains(next()) && token + 1 < end && isCapital(token + 1), token - first < 5 {
            token += 1
        }
        return first..<token
    }

    /// Whether the verb says of the name before it what that is called, rather than what it calls something else.
    private func isModifier(_ verb: Int) -> Bool {
        let subject = tree.child(of: verb, .subject) ?? tree.child(of: verb, .passiveSubject)
        if let subject, !["who", "which"].contains(tree.forms[subject]) { return false }
        return [.adnominalClause, .relativeClause, .adverbialClause, .parataxis, .adjectivalModifier].contains(tree.label(of: verb))
    }

    private func isCapital(_ token: Int) -> Bool { document.tokens[token].text.first?.isUppercase ?? false }

    private func isOpening(_ token: Int) -> Bool { ["\"", "“", "``", "‘", "'"].contains(document.tokens[token].text) }

    private static let closing: Set<String> = ["\"", "”", "''", "’", "'"]
    private static let between: Set<String> = [
        "also", "better", "widely", "popularly", "commonly", "formerly", "locally", "sometimes", "previously", "who", "which", "is", "was",
    ]
}
