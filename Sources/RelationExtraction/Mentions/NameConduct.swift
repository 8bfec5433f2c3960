internal import GraphModel

/// What a name is said to do and to be, where its words alone mislead the language model: a ferry line with a place in its name,
/// a newspaper with a Spanish article, "the bank Santara Holdings", "the town of Porto Alba".
struct NameConduct {
    /// Unknown names of several words that act as bodies do, and stand nowhere as places do.
    private var bodies: Set<String> = []
    /// Names that the text calls a bank, a newspaper, or credits as one.
    private var called: Set<String> = []
    /// Names that the text calls a town, a river, a province.
    private var places: Set<String> = []
    /// Names behind "Dr" or "Mrs".
    private var persons: Set<String> = []
    private let gazetteer: Gazetteer

    init(_ candidates: [NameCandidate], tree: DependencyTree, gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        var acting: Set<String> = [], located: Set<String> = []
        for candidate in candidates where !candidate.isNested && candidate.senses.isEmpty && candidate.label != nil {
            let head = tree.head(ofName: candidate.tokens)
            if Self.isKind(gazetteer[.organizationNouns], before: candidate, tree) || Self.isCredited(candidate, head, tree) {
                acting.insert(candidate.text)
                called.insert(candidate.text)
            }
            if Self.isPlaceNoun(above: head, tree, gazetteer) { places.insert(candidate.text) }
            if Self.isTitled(candidate, tree) { persons.insert(candidate.text) }
            let place = tree.firstConjunct(of: head)
            switch tree.label(of: place) {
            case .subject:
                guard let verb = tree.head(of: place), tree.isVerb(verb), candidate.tokens.count > 1, !Self.isPlaceLike(candidate, gazetteer) else {
                    continue
                }
                if Self.acts.contains(tree.lemmas[verb]) { acting.insert(candidate.text) }
            case .oblique, .nominalModifier:
                if ["in", "at", "near", "into", "outside", "around", "through", "across"].contains(tree.preposition(of: place)) {
                    located.insert(candidate.text)
                }
            default: break
            }
        }
        bodies = acting.subtracting(located)
        // "Veldhaven Harbour Line" is what "Harbour Line" is.
        for candidate in candidates where candidate.words.count > 2 && candidate.senses.isEmpty {
            if bodies.contains(where: { candidate.text.hasSuffix(" " + $0) && $0.contains(" ") }) { bodies.insert(candidate.text) }
        }
    }

    /// The kind that the name's conduct tells, or the one decided before.
    func corrected(_ kind: NameCandidate.Kind?, of candidate: NameCandidate) -> NameCandidate.Kind? {
        switch kind {
        case .place where bodies.contains(candidate.text): return .organization
        case .person where called.contains(candidate.text) && gazetteer.givenNames[candidate.words.first ?? ""] == nil: return .organization
        case .organization where persons.contains(candidate.text) && !called.contains(candidate.text): return .person
        case .place where persons.contains(candidate.text) && !places.contains(candidate.text) && !candidate.senses.contains(where: \.isPlace):
            return .person
        case .organization where places.contains(candidate.text) && !bodies.contains(candidate.text): return .place
        case .person where places.contains(candidate.text) && !persons.contains(candidate.text): return .place
        default: return kind
        }
    }

    /// "the bank Santara", "the news site El Cooperante": a common noun for bodies right before the name.
    private static func isKind(_ nouns: Set<String>, before candidate: NameCandidate, _ tree: DependencyTree) -> Bool {
        let head = tree.head(ofName: candidate.tokens)
        // "fighters from Harakat al-Nur".
        if tree.label(of: head) == .nominalModifier, ["from", "of"].contains(tree.preposition(of: head)), candidate.tokens.count > 1,
            let noun = tree.head(of: head), followers.contains(tree.lemmas[noun])
        {
            return true
        }
        let before = candidate.tokens.lowerBound - 1
        guard before >= 0, tree.partOfSpeech(of: before) == .noun, nouns.contains(tree.lemmas[before]), !tree.isPluralNoun(before),
            tree.sentenceOfToken[before] == tree.sentenceOfToken[candidate.tokens.lowerBound]
        else { return false }
        return tree.head(of: before).map(candidate.tokens.contains) ?? false || tree.head(of: tree.head(ofName: candidate.tokens)) == before
    }

    private static let followers: Set<String> = ["fighter", "militant", "gunman", "insurgent", "rebel"]

    /// "according to El Cooperante": a name with a foreign article, credited with a report.
    private static func isCredited(_ candidate: NameCandidate, _ head: Int, _ tree: DependencyTree) -> Bool {
        guard candidate.words.count > 1, articles.contains(candidate.words[0]) else { return false }
        if tree.preposition(of: head) == "according to" { return true }
        let before = candidate.tokens.lowerBound
        if before > 1, tree.forms[before - 1] == "to", tree.forms[before - 2] == "according" { return true }
        return tree.label(of: head) == .subject && tree.head(of: head).map { tree.lemmas[$0] == "report" } ?? false
    }

    private static let articles: Set<String> = ["el", "la", "le", "les", "los", "las", "die", "der", "das", "il", "o", "de", "al"]

    private static func isTitled(_ candidate: NameCandidate, _ tree: DependencyTree) -> Bool {
        let before = candidate.tokens.lowerBound - 1
        guard before >= 0, tree.sentenceOfToken[before] == tree.sentenceOfToken[candidate.tokens.lowerBound] else {
            return false
        }
        return formsOfAddress.contains(tree.document.tokens[before].text)
    }

    private static let formsOfAddress: Set<String> = [
        "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Prof", "Prof.", "Professor", "Sir",
    ]

    /// "the town of Porto Alba".
    private static func isPlaceNoun(above head: Int, _ tree: DependencyTree, _ gazetteer: Gazetteer) -> Bool {
        guard tree.label(of: head) == .nominalModifier, tree.preposition(of: head) == "of", let noun = tree.head(of: head) else { return false }
        return settlements.contains(tree.lemmas[noun])
    }

    private static let settlements: Set<String> = [
        "town", "city", "village", "province", "district", "island", "suburb", "port", "county", "municipality", "region",
    ]

    private static func isPlaceLike(_ candidate: NameCandidate, _ gazetteer: Gazetteer) -> Bool {
        guard let first = candidate.words.first, let last = candidate.words.last else { return true }
        return placeBeginnings.contains(first) || gazetteer[.placeHeads].contains(last.capitalizedWords) || gazetteer[.placeNouns].contains(last)
    }

    private static let placeBeginnings: Set<String> = [
        "north", "south", "east", "west", "new", "san", "santa", "saint", "st", "port", "porto", "puerto", "lake", "mount", "fort", "cape", "upper",
        "lower", "el", "la", "los", "las", "rio", "villa",
    ]

    /// What bodies do and places do not.
    private static let acts: Set<String> = SpeechReader.saying.union([
        "acquire", "apologise", "apologize", "bid", "blame", "buy", "cancel", "carry", "charge", "cut", "decline", "deliver", "employ", "expand",
        "file",
        "fire", "hire", "introduce", "launch", "manufacture", "offer", "open", "operate", "order", "own", "pay", "plan", "produce", "publish",
        "raise",
        "refund", "refuse", "release", "run", "sell", "ship", "sign", "sue", "supply", "suspend", "withdraw",
    ])
}
