internal import GraphModel

/// Tries the patterns of a set on the predicates of one document.
struct PatternMatcher {
    let tree: DependencyTree
    let patterns: PatternSet
    let ontology: Ontology
    private(set) var resolver: ArgumentResolver
    var frames: FrameBuilder
    /// Filled only when asked for: `explain` shows them.
    private(set) var nearMisses: [NearMiss] = []
    private let collectsNearMisses: Bool
    /// Roles whose holder is known and whose country or place the sentence does not name.
    private var unplaced: [(match: PatternMatch, holders: [ArgumentResolver.Filler])] = []

    /// Patterns of which one party is missing.
    private(set) var halves: [HalfMatch] = []

    init(tree: DependencyTree, patterns: PatternSet, ontology: Ontology, resolved: ResolvedMentions, collectsNearMisses: Bool = false) {
        self.tree = tree
        self.patterns = patterns
        self.ontology = ontology
        self.collectsNearMisses = collectsNearMisses
        resolver = ArgumentResolver(tree: tree, resolved: resolved, words: patterns.words)
        frames = FrameBuilder(tree: tree, grammar: Grammar(patterns.words))
    }

    /// All matches, in text order of their triggers, then pattern order.
    mutating func matches() -> [PatternMatch] {
        resolver.eventAgents = EventAgents.found(in: tree, nouns: patterns.words["event-nouns"], resolver: resolver, frames: &frames)
        var found: [PatternMatch] = []
        for token in 0..<tree.count { matches(at: token, into: &found) }
        found += HalfMatch.joined(halves, stems: tree.lemmas)
        let context = ImpliedContext(tree: tree, resolved: resolver.resolved, matches: found)
        var titles: [LocalEntity.ID: [Int]] = [:]
        for (match, holders) in unplaced { for holder in holders { titles[holder.entity, default: []].append(match.frame.token) } }
        for (match, holders) in unplaced {
            for holder in holders {
                let object = context.object(
                    for: holder.entity, titledAt: titles[holder.entity] ?? [], phrase: match.phrase.text, relation: match.pattern.relation,
                    slot: match.pattern.slot(.b))
                guard let object else { continue }
                var placed = match
                placed.pairs = [(holder, ArgumentResolver.Filler(entity: object, token: match.frame.token, weight: 0.7))]
                found.append(placed)
            }
        }
        return found
    }

    private mutating func matches(at token: Int, into found: inout [PatternMatch]) {
        let candidates = candidates(at: token)
        if collectsNearMisses { missParticles(at: token) }
        guard !candidates.isEmpty else { return }
        let frame = frames.frame(at: token)
        let first = found.count
        for candidate in candidates {
            let pattern = patterns.patterns[candidate.pattern]
            let phrase = pattern.triggers[candidate.phrase]
            var attempt = PatternAttempt(pattern: pattern, phrase: phrase, frame: frame, tree: tree, resolver: resolver)
            switch attempt.run(ontology: ontology) {
            case .success(let match): found.append(match)
            case .failure(let failure):
                if !failure.holders.isEmpty {
                    let match = PatternMatch(pattern: pattern, phrase: phrase, frame: frame, pairs: [], literals: [], weight: 1)
                    unplaced.append((match, failure.holders))
                }
                if failure.subjects.isEmpty != failure.objects.isEmpty {
                    let match = PatternMatch(pattern: pattern, phrase: phrase, frame: frame, pairs: [], literals: [], weight: 1)
                    halves.append(
                        HalfMatch(
                            match: match, sentence: tree.sentenceOfToken[token], subjects: failure.subjects, objects: failure.objects))
                }
                if collectsNearMisses, let type = ontology[pattern.relation] {
                    nearMisses.append(NearMiss(pattern: pattern, phrase: phrase, token: token, conditions: attempt.failedConditions(type)))
                }
            }
        }
        // A role that a pattern names wins over "any noun".
        if found[first...].contains(where: \.phrase.isWild), found[first...].contains(where: { !$0.phrase.isWild && $0.pattern.kind == .role }) {
            found[first...].removeAll(where: \.phrase.isWild)
        }
        // What the noun itself says wins over what a light verb lends it.
        if found[first...].contains(where: \.isLent) {
            let own = Set(found[first...].filter { !$0.isLent }.map(\.pattern.relation))
            found[first...].removeAll { $0.isLent && own.contains($0.pattern.relation) }
        }
    }

    /// Notes the patterns that would hold, had the verb another particle or none.
    private mutating func missParticles(at token: Int) {
        guard tree.isVerb(token) else { return }
        let frame = frames.frame(at: token)
        for candidate in patterns.index[.verb]?[tree.lemmas[token]] ?? [] {
            let pattern = patterns.patterns[candidate.pattern], phrase = pattern.triggers[candidate.phrase]
            let wanted = phrase.words.count > 1 ? phrase.words[1] : nil
            guard wanted != frame.particle, wanted != nil || !Self.looseParticles.contains(frame.particle ?? "") else { continue }
            var attempt = PatternAttempt(pattern: pattern, phrase: phrase, frame: frame, tree: tree, resolver: resolver)
            guard case .success = attempt.run(ontology: ontology) else { continue }
            let text = wanted.map { "needs '\($0)' after '\(phrase.lemma)'" } ?? "'\(frame.particle ?? "")' makes another verb of '\(phrase.lemma)'"
            nearMisses.append(NearMiss(pattern: pattern, phrase: phrase, token: token, conditions: [FailedCondition(.particle, text)]))
        }
    }

    /// Patterns whose trigger phrase stands at this token; of phrases for nouns only the longest.
    private mutating func candidates(at token: Int) -> [PatternSet.Candidate] {
        switch tree.partOfSpeech(of: token) {
        case .noun, .properNoun: return nounCandidates(at: token)
        case .verb, .auxiliary, .adjective:
            guard tree.label(of: token) != .caseMarker, tree.label(of: token) != .fixed, tree.label(of: token) != .auxiliary,
                tree.label(of: token) != .passiveAuxiliary, tree.label(of: token) != .copula
            else { return [] }
            var found = patterns.index[.adjective]?[tree.forms[token]] ?? []
            if tree.lemmas[token] != tree.forms[token] { found += patterns.index[.adjective]?[tree.lemmas[token]] ?? [] }
            guard tree.partOfSpeech(of: token) != .adjective || tree.isPastForm(token) else { return found }
            let verbs = patterns.index[.verb]?[tree.lemmas[token]] ?? []
            guard !verbs.isEmpty else { return found }
            let particle = frames.frame(at: token).particle
            found += verbs.filter { candidate in
                let words = patterns.patterns[candidate.pattern].triggers[candidate.phrase].words
                return words.count == 1 ? particle == nil || Self.looseParticles.contains(particle ?? "") : words[1] == particle
            }
            return found
        default: return []
        }
    }

    private func nounCandidates(at token: Int) -> [PatternSet.Candidate] {
        let nouns = patterns.index[.noun] ?? [:]
        var found: [PatternSet.Candidate] = []
        func add(_ word: String, _ part: Int?) {
            for candidate in nouns[word] ?? [] where stands(self.phrase(candidate), at: token, part: part) { found.append(candidate) }
        }
        let lemma = tree.lemmas[token], form = tree.forms[token]
        add(lemma, nil)
        if lemma != form {
            add(form, nil)
        } else if tree.partOfSpeech(of: token) == .properNoun, form.hasSuffix("s") {
            // "Presidents Buhari and Talon": names keep their plural as lemma.
            add(String(form.dropLast()), nil)
        }
        if lemma.utf8.contains(UInt8(ascii: "-")) {
            // "vice-president", "son-in-law" as one token.
            for (index, part) in Self.parts(of: lemma).enumerated() { add(part, index) }
        }
        let isName = tree.partOfSpeech(of: token) == .properNoun || resolver.isAffiliation(token)
        for candidate in nouns["*"] ?? [] where (isName || phrase(candidate).lemma != "*") && stands(phrase(candidate), at: token, part: nil) {
            found.append(candidate)
        }
        let longest = found.lazy.filter { self.patterns.patterns[$0.pattern].kind == .role }.map { self.phrase($0).weight }.max() ?? 0
        return found.filter {
            let weight = phrase($0).weight
            return patterns.patterns[$0.pattern].kind != .role || weight == longest || phrase($0).lemma == "*" && weight == 1
        }
    }

    private func phrase(_ candidate: PatternSet.Candidate) -> TriggerPhrase {
        patterns.patterns[candidate.pattern].triggers[candidate.phrase]
    }

    private static func parts(of word: String) -> [String] { word.split(separator: "-").map(String.init) }

    /// Whether the words of the phrase stand around the token, or the part of a hyphenated token, that is its head.
    private func stands(_ phrase: TriggerPhrase, at token: Int, part: Int?) -> Bool {
        if phrase.isWild, phrase.lemma != "*" {
            guard tree.partOfSpeech(of: token) == .noun, tree.lemmas[token].hasSuffix(phrase.lemma.dropFirst()) else { return false }
        }
        if phrase.words.count == 1 { return true }
        let own = part == nil ? [] : Self.parts(of: tree.lemmas[token])
        var inside = part ?? 0
        var place = token
        for word in phrase.words[..<phrase.head].reversed() {
            if inside > 0 {
                inside -= 1
                guard own[inside] == word else { return false }
            } else {
                place -= 1
                while place >= 0, tree.forms[place] == "-" || tree.forms[place] == "–" { place -= 1 }
                guard place >= 0, reads(place, word) || modifies(token, word) else { return false }
            }
        }
        inside = part ?? 0
        place = token
        for word in phrase.words[(phrase.head + 1)...] {
            if inside + 1 < own.count {
                inside += 1
                guard own[inside] == word else { return false }
            } else {
                place += 1
                while place < tree.count, tree.forms[place] == "-" { place += 1 }
                guard place < tree.count, word == "*" || reads(place, word) else { return false }
            }
        }
        return true
    }

    private func reads(_ token: Int, _ word: String) -> Bool {
        tree.forms[token] == word || tree.lemmas[token] == word || tree.forms[token].hasSuffix("-" + word)
    }

    /// "deputy prime minister" bears "deputy", though not next to "minister".
    private func modifies(_ noun: Int, _ word: String) -> Bool {
        tree.children(of: noun).contains { $0 < noun && tree.forms[$0] == word }
    }

    private static let looseParticles: Set<String> = ["back", "out", "away", "over"]
}
