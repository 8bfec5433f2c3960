internal import GraphModel

/// Groups the names of people: full names first, then shorter ones to the full names they shorten.
struct PersonGrouping {
    let names: [NameCandidate]
    /// Names that stand in headlines, which shorten before the text says the full name.
    let inHeadlines: Set<Int>
    /// Pairs of names that are not of one person.
    var apart: Set<Set<Int>> = []

    func groups(of persons: [Int]) -> [NameGroup] {
        let spellings = NameSpelling.all(of: persons, in: names) { $0.words.filter { !Self.suffixes.contains($0) } }
        let single = Set(spellings.filter { $0.words.count == 1 }.flatMap(\.words))
        // The longest names first; of equally long ones that which comes first.
        let order = spellings.indices.sorted { (-spellings[$0].words.count, $0) < (-spellings[$1].words.count, $1) }
        var groups: [(fullest: [String], group: NameGroup, fullCount: Int)] = []
        for index in order {
            let spelling = spellings[index]
            let fits = groups.indices.filter {
                Self.isShort(spelling.words, of: groups[$0].fullest) && !isApart(spelling, groups[$0].group)
                    && !isNamesake(spelling, of: groups[$0].fullest, groups[$0].group)
            }
            if let best = choose(fits, groups, spelling, single) {
                groups[best].group.members += spelling.members
                if spelling.words.count > 1 { groups[best].fullCount += spelling.members.count }
            } else {
                groups.append((spelling.words, NameGroup(kind: .person, members: spelling.members), spelling.members.count))
            }
        }
        return groups.map(\.group)
    }

    private func isApart(_ spelling: NameSpelling, _ group: NameGroup) -> Bool {
        apart.contains { pair in pair.contains(where: spelling.members.contains) && pair.contains(where: group.members.contains) }
    }

    /// Whether a first and last name is that of somebody else than a longer one: news gives the fullest name first, so that "Nicolás
    /// Maduro Guerra" after "Nicolás Maduro" is his son.
    private func isNamesake(_ spelling: NameSpelling, of full: [String], _ group: NameGroup) -> Bool {
        guard spelling.words.count > 1, spelling.words.count < full.count, full.allSatisfy({ $0.count > 1 }),
            let own = spelling.members.first(where: { !inHeadlines.contains($0) }), let other = group.members.min()
        else { return false }
        return own < other
    }

    /// Of several bearers of a short name the one whose full name the text uses most; of equals one whom it does not call by the first
    /// name; of those the first.
    private func choose(
        _ fits: [Int], _ groups: [(fullest: [String], group: NameGroup, fullCount: Int)], _ spelling: NameSpelling, _ single: Set<String>
    ) -> Int? {
        let bySurname = fits.filter { groups[$0].fullest.suffix(spelling.words.count) == spelling.words[...] }
        let rank = { (fit: Int) in
            (groups[fit].fullCount, single.contains(groups[fit].fullest[0]) ? 0 : 1, -(groups[fit].group.members.min() ?? 0))
        }
        return (bySurname.isEmpty ? fits : bySurname).max { rank($0) < rank($1) }
    }

    static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

    /// Whether a name shortens, or spells otherwise, a longer one.
    static func isShort(_ short: [String], of full: [String]) -> Bool {
        guard !short.isEmpty, short.count <= full.count else { return false }
        if short.count == full.count { return zip(short, full).allSatisfy { isAlike($0, $1) || $0.isInitial(of: $1) || $1.isInitial(of: $0) } }
        if short.count == 1 {
            // A surname, a single name anywhere but among particles, or the first name.
            guard !particles.contains(short[0]), short[0].count > 1 else { return false }
            return full.contains { isAlike($0, short[0]) } || full.count > 1 && endsAlike(short[0], full[full.count - 1])
        }
        // In the same order, ends alike: "Recep Erdogan", "J. Biden", "al-Muhandis".
        var rest = full[...]
        for word in short {
            guard let place = rest.firstIndex(where: { isAlike($0, word) || word.isInitial(of: $0) }) else { return false }
            rest = rest[(place + 1)...]
        }
        return isAlike(short[short.count - 1], full[full.count - 1]) || short.prefix(2) == full.prefix(2)
    }

    /// "Saree" for "Yahya Sarea": surnames that differ in a last vowel only.
    private static func endsAlike(_ a: String, _ b: String) -> Bool {
        guard a.count == b.count, a.count >= 5, a.dropLast() == b.dropLast(), let first = a.last, let second = b.last else { return false }
        return "aeiouy".contains(first) && "aeiouy".contains(second)
    }

    private static let particles: Set<String> = [
        "al", "el", "de", "da", "do", "dos", "del", "van", "von", "bin", "ibn", "ben", "la", "le", "di", "abu", "der", "den",
    ]

    /// Equal, or long words that differ in one letter ("Zelensky", "Zelenskyy").
    static func isAlike(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let (first, second) = (Array(a.utf8), Array(b.utf8))
        guard min(first.count, second.count) >= 5, abs(first.count - second.count) <= 1 else { return false }
        guard first.first == second.first else { return false }
        var i = 0
        while i < min(first.count, second.count), first[i] == second[i] { i += 1 }
        if first.count == second.count { return first[(i + 1)...] == second[(i + 1)...] && first.count >= 7 }
        let (long, short) = first.count > second.count ? (first, second) : (second, first)
        return long[(i + 1)...] == short[i...]
    }
}

extension String {
    /// Whether the text is a single letter that the name begins with.
    func isInitial(of name: String) -> Bool { count == 1 && name.hasPrefix(self) }
}
