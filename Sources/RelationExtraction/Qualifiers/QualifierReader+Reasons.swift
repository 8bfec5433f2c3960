internal import GraphModel

/// For what somebody is charged, punished or blamed, and for which post somebody runs.
extension QualifierReader {
    /// "fined for bribery", "arrested on suspicion of spying", "fired for leaking documents", "sentenced to ten years in prison".
    func charge(of match: PatternMatch) -> String? {
        guard Self.reasoned.contains(match.pattern.relation), match.pattern.kind != .role else { return nil }
        let parties = Set(match.pairs.flatMap { [$0.subject.token, $0.object.token] } + match.literals)
        let times = Set((timesBySentence[tree.sentenceOfToken[match.frame.token]] ?? []).flatMap(\.tokens))
        func text(ofFirst heads: [Int]) -> String? {
            heads.first { !parties.contains($0) && !times.contains($0) && tree.isNoun($0) }.map { self.text(of: $0) }
        }
        for argument in match.frame.arguments where argument.role == .oblique {
            switch argument.preposition {
            case "for", "over": if let found = text(ofFirst: argument.heads) { return found }
            case "to" where match.pattern.relation == "convicted":
                if let found = text(ofFirst: argument.heads) { return found }
            case "on":
                for head in argument.heads where ["charge", "suspicion", "count", "allegation", "accusation"].contains(tree.lemmas[head]) {
                    for child in tree.children(of: head) where ["of", "for"].contains(tree.preposition(of: child)) { return self.text(of: child) }
                    if let crime = tree.child(of: head, .compound) { return self.text(of: crime) }
                    for clause in tree.children(of: head) where tree.marker(of: clause) == "of" { return words(of: clause) }
                }
            default: break
            }
        }
        for clause in tree.children(of: match.frame.token) where ["for", "of"].contains(tree.marker(of: clause)) && tree.isGerund(clause) {
            return words(of: clause)
        }
        return nil
    }

    /// "running for governor of Ohio", "named Vidal prime minister".
    func post(of match: PatternMatch) -> String? {
        switch match.pattern.relation {
        case "candidate_in", "won_election_in":
            return match.literals.first { Self.posts.contains(tree.lemmas[$0]) }.map { tree.document.tokens[$0].text }
        case "appointed":
            let parties = Set(match.pairs.flatMap { [$0.subject.token, $0.object.token] })
            return match.frame.heads(.complement).first { tree.isNoun($0) && !parties.contains($0) }.map { text(of: $0) }
        default: return nil
        }
    }

    /// A gerund with what follows it: "leaking documents".
    private func words(of clause: Int) -> String {
        let last = tree.subtree(of: clause).last { tree.partOfSpeech(of: $0) != .punctuation } ?? clause
        return tree.document.text(of: clause..<(max(last, clause) + 1))
    }

    private static let reasoned: Set<RelationType.ID> = [
        "accused", "criticized", "sanctioned", "banned", "investigated", "arrested", "indicted", "convicted", "acquitted", "sued", "dismissed",
        "apologized_to", "protested_against", "expelled", "extradited", "pardoned", "imprisoned_in",
    ]
    private static let posts: Set<String> = [
        "president", "presidency", "governor", "mayor", "senator", "senate", "chancellor", "premier", "minister", "parliament", "congress", "sheriff",
    ]
}
