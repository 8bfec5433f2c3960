internal import GraphModel

/// Who "I" and "we" are in quotations.
extension CoreferenceResolver {
    /// "I" and "my" are who speaks; "we" and "our" are the body or country that speaks, or that the speaker speaks for.
    mutating func resolveFirstPersons() {
        var speakers: [Int: LocalEntity.ID?] = [:]
        for token in 0..<tree.count where speech.quotation[token] >= 0 && cast.mentions[token] == nil {
            let isOne = ["i", "me", "my", "mine", "myself"].contains(tree.forms[token])
            guard isOne || ["we", "us", "our", "ours", "ourselves"].contains(tree.forms[token]),
                tree.partOfSpeech(of: token) == .pronoun || tree.partOfSpeech(of: token) == .determiner
            else { continue }
            let quotation = speech.quotation[token]
            let speaker = speakers[quotation] ?? speaker(of: quotation)
            speakers[quotation] = .some(speaker)
            guard let speaker else { continue }
            let isPerson = cast.entities[speaker].type == .person
            guard let referent = isOne ? (isPerson ? speaker : nil) : (isPerson ? body(of: speaker) : speaker) else { continue }
            record(token, token..<(token + 1), .pronoun, [referent])
        }
    }

    /// Who speaks the word, if it stands in a quotation.
    func speaker(at token: Int) -> LocalEntity.ID? {
        speech.isQuoted[token] ? speaker(of: speech.quotation[token]) : nil
    }

    private func speaker(of quotation: Int) -> LocalEntity.ID? {
        guard let subject = speech.speaker(of: quotation) else { return nil }
        if let found = cast.referents[subject], found.count == 1, cast.entities[found[0]].type != .place { return found[0] }
        // "his post read".
        if let owner = tree.child(of: subject, .possessive), let found = cast.referents[owner], found.count == 1,
            cast.entities[found[0]].type == .person
        {
            return found[0]
        }
        return nil
    }

    /// The one body or country that a person speaks for, by the article's words.
    private func body(of person: LocalEntity.ID) -> LocalEntity.ID? {
        let scopes = Set(
            ledger.roles.filter { role in
                role.bearer == person && Self.speaking.contains(role.noun.split(separator: " ").last.map(String.init) ?? role.noun)
            }.compactMap(\.scope))
        guard scopes.count == 1, let scope = scopes.first else { return nil }
        return cast.entities[scope].type == .organization || cast.entities[scope].type == .country ? scope : nil
    }

    /// Who says "we" for a body or a country.
    private static let speaking: Set<String> = [
        "spokesman", "spokeswoman", "spokesperson", "executive", "ceo", "chairman", "chairwoman", "president", "minister", "premier", "chancellor",
        "director", "founder", "head", "ambassador", "leader", "owner", "boss", "secretary-general",
    ]
}
