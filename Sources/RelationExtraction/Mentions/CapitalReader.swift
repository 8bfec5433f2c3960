internal import GraphModel

/// Tells a capital that stands for the government ("Caracas agreed") from the city ("an operation in Caracas").
struct CapitalReader {
    let tree: DependencyTree

    /// Whether the name of a capital means the government here; where nothing tells, it is the city.
    func isGovernment(_ name: Range<Int>) -> Bool {
        let head = tree.head(ofName: name)
        // "pro-Beijing lawmakers".
        let before = name.lowerBound - 1
        if before > 0, tree.forms[before] == "-", ["pro", "anti"].contains(tree.forms[before - 1]) { return true }
        if before >= 0, ["pro-", "anti-"].contains(tree.forms[before]) { return true }
        if isDateline(name) { return false }
        return isGovernment(at: tree.firstConjunct(of: head))
    }

    /// "AMMAN — A university ...": where the report was written.
    private func isDateline(_ name: Range<Int>) -> Bool {
        let start = tree.document.sentences[tree.sentenceOfToken[name.lowerBound]].tokens.lowerBound
        guard name.lowerBound == start else { return false }
        let behind = (name.upperBound..<min(tree.count, name.upperBound + 8)).prefix { tree.sentenceOfToken[$0] == tree.sentenceOfToken[start] }
        if let next = behind.first, ["—", "–", "-", "(", ":", "--"].contains(tree.forms[next]) { return true }
        return tree.document.text(of: name).filter(\.isLetter).allSatisfy(\.isUppercase)
            && behind.contains { ["—", "–", "-", ":", "--"].contains(tree.forms[$0]) }
    }

    private func isGovernment(at head: Int) -> Bool {
        guard let governor = tree.head(of: head) else { return false }
        switch tree.label(of: head) {
        case .subject:
            if Self.governmentMoods.contains(tree.lemmas[governor]) || Self.governmentMoods.contains(tree.forms[governor]) { return true }
            // "Paris has 400 soldiers in the country"
            if ["have", "keep", "host"].contains(tree.lemmas[governor]), let owned = tree.child(of: governor, .object) {
                return tree.lemmas[governor] != "host" && Self.forces.contains(tree.lemmas[owned])
            }
            return tree.isVerb(governor) && !Self.cityVerbs.contains(tree.lemmas[governor])
        case .passiveSubject: return Self.addressingVerbs.contains(tree.lemmas[governor])
        case .possessive: return Self.governmentThings.contains(tree.lemmas[governor])
        case .agent: return true
        case .object, .indirectObject:
            // "wants Baghdad to disband the militias"
            let isAsked = tree.children(of: governor).contains { tree.label(of: $0) == .openComplement && $0 > head && tree.marker(of: $0) == "to" }
            return Self.addressingVerbs.contains(tree.lemmas[governor]) || isAsked && tree.isVerb(governor)
        case .nominalModifier, .oblique:
            switch tree.preposition(of: head) {
            case "in": return Self.governments.contains(tree.lemmas[governor])
            case "between": return !Self.travelNouns.contains(tree.lemmas[governor])
            case "with", "against", "by": return true
            case "of": return Self.governmentThings.contains(tree.lemmas[governor])
            case "to": return Self.addressedNouns.contains(tree.lemmas[governor]) || Self.addressingVerbs.contains(tree.lemmas[governor])
            case "on": return Self.pressureNouns.contains(tree.lemmas[governor])
            case "from": return Self.receivedNouns.contains(tree.lemmas[governor])
            default: return false
            }
        default: return false
        }
    }

    /// What a city does, as against a government.
    private static let cityVerbs: Set<String> = [
        "attract", "awake", "be", "beat", "become", "boast", "burn", "celebrate", "come", "draw", "enjoy", "experience", "fall", "feature", "flood",
        "go", "grow",
        "have", "host", "house", "include", "lie", "lose", "play", "rank", "record", "remain", "reopen", "see", "shake", "shiver", "sit", "stand",
        "suffer", "wake",
        "win", "swelter",
    ]
    private static let governmentMoods: Set<String> = [
        "commit", "committed", "willing", "ready", "prepared", "concerned", "worried", "keen", "eager", "determined", "reluctant", "unwilling",
        "responsible",
        "angry", "furious", "wary", "cautious", "confident", "open", "opposed", "ally", "partner", "supplier", "opponent", "rival",
    ]
    private static let addressingVerbs: Set<String> = [
        "accuse", "alarm", "anger", "ask", "back", "blame", "condemn", "criticise", "criticize", "defy", "denounce", "embarrass", "force", "help",
        "infuriate",
        "irritate", "lobby", "persuade", "please", "press", "pressure", "prompt", "provoke", "push", "sanction", "support", "tell", "threaten",
        "urge", "warn",
        "sell", "supply", "return", "belong", "complain", "respond", "apologize", "apologise",
    ]
    private static let governmentThings: Set<String> = [
        "accusation", "aggression", "aim", "allegation", "ally", "ambassador", "ambition", "announcement", "approach", "attempt", "attitude",
        "backing",
        "behaviour", "claim", "commitment", "concern", "decision", "demand", "diplomat", "effort", "envoy", "foreign", "influence", "insistence",
        "intention",
        "interest", "interference", "involvement", "military", "move", "offer", "offensive", "plan", "policy", "position", "proposal", "reaction",
        "refusal",
        "request", "response", "rule", "role", "sanction", "side", "stance", "statement", "strategy", "support", "threat", "tie", "view", "war",
        "warning", "will",
        "government", "regime", "army", "force", "forces", "troop", "troops", "soldier", "navy", "warplane", "parliament", "leader", "minister",
    ]
    /// What sits in a capital and is the state: "the government in Caracas".
    private static let governments: Set<String> = ["government", "regime", "leadership", "ruler", "junta", "administration"]
    private static let forces: Set<String> = [
        "soldier", "troop", "force", "warship", "embassy", "ambassador", "intention", "plan", "doubt", "interest",
    ]
    private static let travelNouns: Set<String> = [
        "flight", "road", "train", "route", "railway", "line", "highway", "journey", "trip", "distance", "travel", "fly", "run",
    ]
    private static let addressedNouns: Set<String> = [
        "message", "ambassador", "envoy", "letter", "support", "loyalty", "threat", "response", "warning", "sale", "supply", "aid", "concession",
    ]
    private static let pressureNouns: Set<String> = ["pressure", "sanction", "tariff", "embargo"]
    private static let receivedNouns: Set<String> = [
        "pressure", "support", "response", "comment", "reaction", "approval", "backing", "order", "demand", "cooperation", "permission",
    ]
}
