import GraphModel

/// Whether a clause speaks of what is to come: then a weekday or a day of a month is the next one.
extension TimeReader {
    /// Walks from the token up to the verb that it belongs to and reads that verb's tense and mood; `strictly`, only "will" counts.
    func isFuture(_ index: Int, strictly: Bool = false) -> Bool {
        var token = index
        var steps = 0
        while let head = tokens[token].head, steps < 40 {
            steps += 1
            let part = tokens[head].partOfSpeech
            if part == .verb || part == .auxiliary || children(of: head).contains(where: { tokens[$0].label == .copula }) {
                return isFuture(verb: head, time: token, strictly)
            }
            token = head
        }
        return false
    }

    private func isFuture(verb: Int, time: Int, _ strictly: Bool) -> Bool {
        let children = children(of: verb)
        let helpers = children.filter { tokens[$0].label == .auxiliary || tokens[$0].label == .passiveAuxiliary || tokens[$0].label == .copula }
            .map { tokens[$0].text.lowercased() }
        if helpers.contains(where: { ["will", "shall", "'ll", "’ll", "wo"].contains($0) }) { return true }
        let isPerfect = helpers.contains { ["have", "has", "had", "'ve", "’ve"].contains($0) }
        if isPerfect || strictly { return false }
        if helpers.contains(where: { ["would", "could", "may", "might", "should", "must", "can", "ca"].contains($0) }) { return true }
        let isPresent = helpers.contains { ["is", "are", "am", "'s", "’s", "'re", "’re"].contains($0) }
        let word = tokens[verb].text.lowercased()
        if children.contains(where: { tokens[$0].label == .marker && tokens[$0].text.lowercased() == "to" }) {
            // "plans to meet", "is to take effect", "set to begin"; a bare "to" clause of purpose says nothing.
            guard let above = tokens[verb].head else { return isPresent }
            return isPresent || Self.futureVerbs.contains(tokens[above].lemma.lowercased())
                || Self.futureVerbs.contains(tokens[above].text.lowercased())
        }
        // "is meeting on Monday", "is scheduled for Monday".
        if isPresent, word.hasSuffix("ing") || Self.announcing.contains(tokens[verb].lemma) { return true }
        let isNoun = tokens[verb].partOfSpeech != .verb
        if helpers.isEmpty, !isNoun, Self.announcing.contains(tokens[verb].lemma), !isPast(word, tokens[verb].lemma) || preposition(of: time) == "for"
        {
            return true
        }
        // "begins on Monday", but not in headlines, which tell the past in the present.
        return helpers.isEmpty && Self.scheduledVerbs.contains(tokens[verb].lemma) && word == tokens[verb].lemma + (word.hasSuffix("es") ? "es" : "s")
            && role(of: verb) == .paragraph
    }

    private func children(of head: Int) -> [Int] {
        tokens.indices[max(0, head - 12)..<min(tokens.count, head + 4)].filter { tokens[$0].head == head }
    }

    private func preposition(of token: Int) -> String {
        children(of: token).first { tokens[$0].label == .caseMarker }.map { tokens[$0].text.lowercased() } ?? ""
    }

    private func isPast(_ word: String, _ lemma: String) -> Bool { word != lemma && !word.hasSuffix("s") }

    private func role(of token: Int) -> Passage.Role {
        var (low, high) = (0, sentences.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if sentences[middle].tokens.lowerBound <= token { low = middle } else { high = middle }
        }
        return sentences.isEmpty ? .paragraph : sentences[low].role
    }

    /// Words before "to" that make what follows a thing to come.
    private static let futureVerbs: Set<String> = [
        "plan", "expect", "schedule", "due", "set", "intend", "aim", "hope", "want", "agree", "decide", "promise", "prepare", "go", "likely", "slate",
        "pledge", "vow", "need", "have", "be", "scheduled", "expected", "slated", "about", "ready", "bound", "poised", "order", "ask", "tell", "urge",
        "invite", "deadline",
    ]
    /// "expected on Monday".
    private static let announcing: Set<String> = ["schedule", "slate", "expect", "plan", "due", "set", "postpone", "reschedule", "anticipate"]
    private static let scheduledVerbs: Set<String> = [
        "begin", "start", "open", "end", "expire", "take", "go", "meet", "vote", "visit", "face", "return", "resume", "come", "arrive", "leave",
        "head",
        "travel", "hold", "continue", "convene", "reconvene", "close",
    ]
}
