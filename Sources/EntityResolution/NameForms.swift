internal import GraphModel

/// The names of a local entity, in the forms by which it is compared with others.
struct NameForms {
    /// Names that are enough to tell the thing: first and last name, an organization's full name, a place's name.
    var strong: Set<String> = []
    /// Names that several may bear: a surname, an acronym, a short name.
    var weak: Set<String> = []
    /// The words of each strong name.
    var words: [[String]] = []

    init(_ entity: LocalEntity) {
        for (index, name) in ([entity.name] + entity.aliases).enumerated() {
            var words = name.nameWords
            if words.count > 1, words.first == "the" { words.removeFirst() }
            switch entity.type {
            case .person:
                words = words.filter { !Self.generations.contains($0) }
                while words.count > 1, Self.titles.contains(words[0]) { words.removeFirst() }
            case .organization:
                while words.count > 1, let last = words.last, Self.legalForms.contains(last) { words.removeLast() }
            case .country, .place: break
            }
            guard !words.isEmpty else { continue }
            let key = words.joined(separator: "-")
            let isStrong = entity.type == .place || entity.type == .country ? index == 0 || words.count > 1 : words.count > 1
            if isStrong, !entity.isNominal {
                if strong.insert(key).inserted { self.words.append(words) }
            } else {
                weak.insert(key)
            }
        }
        if entity.type == .person { weak.formUnion(self.words.compactMap(\.last)) }
    }

    private static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "sir", "president", "general", "gen", "king", "queen", "prince", "princess", "pope", "imam", "lord", "lady",
        "sheikh",
    ]
    private static let legalForms: Set<String> = [
        "inc", "ltd", "llc", "llp", "corp", "co", "plc", "gmbh", "ag", "sa", "nv", "limited", "incorporated",
    ]
}

extension [String] {
    /// Whether the longer name has the same words, and initials between them ("John F. Kennedy").
    func isWithoutInitials(of longer: [String]) -> Bool {
        guard count < longer.count, longer.first == first, longer.last == last else { return false }
        return longer.filter { $0.count > 1 } == self
    }
}
