internal import GraphModel

/// The names of a local entity, in the forms by which it is compared with others.
struct NameForms {
    /// Names that are enough to tell the thing: first and last name, an organization's full name, a place's name.
    var strong: Set<String> = []
    /// Names that several may bear: a surname, an acronym, a short name.
    var weak: Set<String> = []
    /// The words of each strong name, as compared.
    var words: [[String]] = []
    /// The same words as written, for ids.
    var spellings: [[String]] = []
    /// Code of the country whose body it is.
    var country: String?
    /// Identifiers that tell it from namesakes, `scheme:value`, sorted.
    var identities: [String] = []

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
            let spelling = words
            if entity.type == .person { words = words.map(\.withoutVariants) }
            let key = words.joined(separator: "-")
            let isStrong = entity.type == .place || entity.type == .country ? index == 0 || words.count > 1 : words.count > 1
            if isStrong, !entity.isNominal {
                if strong.insert(key).inserted {
                    self.words.append(words)
                    spellings.append(spelling)
                }
            } else {
                weak.insert(key)
            }
        }
        if entity.type == .person { weak.formUnion(self.words.compactMap(\.last)) }
        identities = entity.identities
        strong.formUnion(identities)
        if let body = entity.identifiers["state-body"]?.split(separator: "/"), body.count == 2 {
            // "US/supreme-court" is one thing whatever it is called; its bare name may be another country's.
            country = String(body[0])
            strong.insert("\(body[1])@\(body[0])")
            let words = body[1].split(separator: "-").map(String.init)
            if words.count > 1 { strong.insert(String(body[1])) } else { weak.insert(String(body[1])) }
            if spellings.isEmpty { spellings.append([body[0].lowercased()] + words) }
        }
    }

    private static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "sir", "president", "general", "gen", "king", "queen", "prince", "princess", "pope", "imam", "lord", "lady",
        "sheikh",
        "sayyid", "seyed", "syed", "sayed", "ayatollah", "dame", "hajji", "senator", "governor",
    ]
    private static let legalForms: Set<String> = [
        "inc", "ltd", "llc", "llp", "corp", "co", "plc", "gmbh", "ag", "sa", "nv", "limited", "incorporated",
    ]
}

extension [String] {
    /// The words without the initials between them ("John F. Kennedy"); nil if there are none, or if it begins or ends with one.
    var withoutInitials: [String]? {
        let words = filter { $0.count > 1 }
        return words.count > 1 && words.count < count && words.first == first && words.last == last ? words : nil
    }
}

extension String {
    /// The word without what differs between transcriptions: doubled letters, y for i.
    var withoutVariants: String {
        var output = ""
        for character in self {
            let plain: Character = character == "y" ? "i" : character
            if output.last != plain { output.append(plain) }
        }
        return output
    }
}

extension LocalEntity {
    /// The identifiers that a user's gazetteer gave it, `scheme:value`, sorted; the program's own schemes are none.
    var identities: [String] {
        identifiers.filter { $0.key != "iso3166-1" && $0.key != "state-body" }.map { "\($0.key):\($0.value)" }.sorted()
    }
}

extension Set<String> {
    /// Whether these identifiers and the others cannot be those of one thing: they share none, and differ in a scheme.
    func contradicts(_ other: Set<String>) -> Bool {
        guard !isEmpty, !other.isEmpty, isDisjoint(with: other) else { return false }
        let schemes = { (identities: Set<String>) in Set(identities.map { identity in String(identity.prefix { $0 != ":" }) }) }
        return !schemes(self).isDisjoint(with: schemes(other))
    }
}
