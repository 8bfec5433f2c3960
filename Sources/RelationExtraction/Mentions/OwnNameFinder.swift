internal import GraphModel

/// Puts the names of the user's own gazetteer over what the model and the built-in tables make of the text.
struct OwnNameFinder {
    let tree: DependencyTree
    let gazetteer: Gazetteer

    private var document: AnnotatedDocument { tree.document }

    /// The candidates with the user's names among them, those in text order.
    func applied(to candidates: [NameCandidate]) -> [NameCandidate] {
        guard !gazetteer.own.isEmpty else { return candidates }
        let matches = document.sentences.flatMap { self.matches(in: $0.tokens) }
        guard !matches.isEmpty else { return candidates }
        var kept = candidates
        var added: [NameCandidate] = []
        for match in matches {
            let touching = kept.filter { $0.tokens.overlaps(match.tokens) }
            guard !touching.contains(where: { holds($0, match, matches) }) else { continue }
            if touching.isEmpty, isCommonWord(match.tokens) { continue }
            var candidate = NameCandidate(
                tokens: match.tokens, label: touching.first { !$0.isNested }?.label, text: document.text(of: match.tokens).onOneLine)
            candidate.senses = gazetteer.senses(of: candidate.text)
            candidate.own = match.entries
            kept.removeAll { $0.tokens.overlaps(match.tokens) }
            added.append(candidate)
        }
        var all = (kept + added).sorted { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
        decide(&all)
        return all
    }

    private struct Match {
        var tokens: Range<Int>
        var entries: [Int]
    }

    /// The longest names of the user's in a sentence, from left to right.
    private func matches(in sentence: Range<Int>) -> [Match] {
        var found: [Match] = []
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            if let match = match(at: token, until: sentence.upperBound) {
                found.append(match)
                token = match.tokens.upperBound
            } else {
                token += 1
            }
        }
        return found
    }

    private func match(at token: Int, until end: Int) -> Match? {
        guard let limit = gazetteer.own.longest(beginningWith: document.tokens[token].text) else { return nil }
        var high = token + 1
        while high < end, document.tokens[high].span.end - document.tokens[token].span.start <= limit + 4 { high += 1 }
        while high > token {
            let entries = gazetteer.own.entries(named: document.text(of: token..<high).onOneLine)
            if !entries.isEmpty { return Match(tokens: token..<high, entries: entries) }
            high -= 1
        }
        return nil
    }

    /// Whether a name of the text is a longer one in which the user's name is only a part: "Oosterling Foundation" holds "Oosterling".
    ///
    /// Not so if nothing but titles and other names of the user's stands beside it.
    private func holds(_ candidate: NameCandidate, _ match: Match, _ matches: [Match]) -> Bool {
        guard !candidate.isNested, candidate.tokens.lowerBound <= match.tokens.lowerBound, candidate.tokens.upperBound >= match.tokens.upperBound,
            candidate.tokens.count > match.tokens.count
        else { return false }
        return candidate.tokens.contains { token in
            if matches.contains(where: { $0.tokens.contains(token) }) || tree.partOfSpeech(of: token) == .punctuation { return false }
            let word = document.tokens[token].text
            return gazetteer.titles[word] == nil && !gazetteer.offices.contains(word.lowercased())
        }
    }

    /// A single word at the beginning of a sentence that is no name by its part of speech.
    private func isCommonWord(_ tokens: Range<Int>) -> Bool {
        let first = document.sentences[tree.sentenceOfToken[tokens.lowerBound]].tokens.lowerBound
        return tokens.count == 1 && tokens.lowerBound == first && tree.partOfSpeech(of: first) != .properNoun
    }

    // MARK: - Namesakes

    /// Decides which entry each name means. Of namesakes the one that the article calls by a name of its own, or by its post, is meant; where
    /// that leaves several, none is.
    private func decide(_ candidates: inout [NameCandidate]) {
        let certain = Set(candidates.filter { $0.own.count == 1 }.map { $0.own[0] })
        var chosen: [[Int]: Int?] = [:]
        for index in candidates.indices where !candidates[index].own.isEmpty {
            let entries = candidates[index].own
            if entries.count == 1 {
                candidates[index].entry = entries[0]
            } else {
                let choice = chosen[entries] ?? choose(entries, certain)
                chosen[entries] = .some(choice)
                candidates[index].entry = choice
            }
        }
    }

    private func choose(_ entries: [Int], _ certain: Set<Int>) -> Int? {
        let called = entries.filter(certain.contains)
        if called.count == 1 { return called[0] }
        let scores = entries.map { entry in gazetteer.own.all[entry].roles.map(evidence).max() ?? 0 }
        guard let best = scores.max(), best > 0, scores.count(where: { $0 == best }) == 1, let place = scores.firstIndex(of: best) else { return nil }
        return entries[place]
    }

    /// How much the article says that a role is meant: 2 for the title and the body, 1 for the body alone.
    private func evidence(of role: GazetteerEntry.Role) -> Int {
        guard role.holds(on: document.document.published) else { return 0 }
        let body = role.body.nameWords
        guard !body.isEmpty, names(contain: body) || countryIsNamed(role.body) else { return 0 }
        let title = role.title.lowercased().split(separator: " ").last.map(String.init) ?? ""
        return tree.lemmas.contains(title) ? 2 : 1
    }

    private func names(contain words: [String]) -> Bool {
        guard tree.count >= words.count else { return false }
        return (0...(tree.count - words.count)).contains { start in
            words.indices.allSatisfy { document.tokens[start + $0].text.nameWords == [words[$0]] }
        }
    }

    private func countryIsNamed(_ name: String) -> Bool {
        guard let country = gazetteer.country(named: name) else { return false }
        return document.tokens.contains { gazetteer.country(named: $0.text) == country }
    }
}
