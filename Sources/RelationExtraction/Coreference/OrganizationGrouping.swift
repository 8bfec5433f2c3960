internal import GraphModel

/// Groups the names of organizations: full names, acronyms, names without their country, and short names.
struct OrganizationGrouping {
    let tree: DependencyTree
    let gazetteer: Gazetteer
    let names: [NameCandidate]

    private struct Item {
        var spelling: NameSpelling
        /// Words without country, article and legal form.
        var bare: [String]
        var country: Int?
        /// Index into the gazetteer's organizations.
        var known: Int?
        var first: Int
    }

    private struct Group {
        var items: [Item]
        var country: Int?
        var known: Int?
    }

    func groups(of organizations: [Int]) -> [NameGroup] {
        let spellings = NameSpelling.all(of: organizations, in: names, words: \.words)
        let items = spellings.map(item).sorted {
            (-$0.bare.count, -$0.spelling.words.count, $0.first) < (-$1.bare.count, -$1.spelling.words.count, $1.first)
        }
        var groups: [Group] = []
        for item in items {
            if let place = home(of: item, in: groups) {
                groups[place].items.append(item)
                groups[place].country = groups[place].country ?? item.country
                groups[place].known = groups[place].known ?? item.known
            } else {
                groups.append(Group(items: [item], country: item.country, known: item.known))
            }
        }
        return groups.map { group in
            NameGroup(kind: .organization, members: group.items.flatMap(\.spelling.members), body: body(group))
        }
    }

    /// What a group is as a body of a state: by the country in its name, or by a name that every country has one of.
    private func body(_ group: Group) -> NameGroup.Body? {
        let words = group.items[0].bare
        guard words.contains(where: { StateBodies.heads.contains($0.capitalizedWords) }) else { return nil }
        if let country = group.country { return NameGroup.Body(country: country, words: words) }
        return words.allSatisfy(StateBodies.generic.contains) ? NameGroup.Body(country: nil, words: words) : nil
    }

    private func item(_ spelling: NameSpelling) -> Item {
        var words = spelling.words
        if words.first == "the" { words.removeFirst() }
        var country: Int?
        let candidate = names[spelling.members[0]]
        var known: Int?
        for case .organization(let index) in candidate.senses { known = index; break }
        if known == nil || words.count > 2 {
            // "US House of Representatives", "Parliament of Iraq".
            for count in stride(from: min(3, words.count - 1), through: 1, by: -1) {
                if country == nil, let found = self.country(in: candidate, first: count), words.count > count {
                    country = found
                    words.removeFirst(count)
                }
            }
            if country == nil, let of = words.lastIndex(of: "of"), of > 0, of + 1 < words.count {
                let tail = words[(of + 1)...].map { $0.capitalizedWords }.joined(separator: " ")
                if let found = gazetteer.country(named: tail) {
                    country = found
                    words.removeSubrange(of...)
                }
            }
        }
        while words.count > 1, let last = words.last, Self.legalForms.contains(last) { words.removeLast() }
        if words.count > 1, words.last == "com" { words.removeLast() }
        if words.count == 1, words[0].hasSuffix("com"), candidate.text.contains(".com") { words[0].removeLast(3) }
        // "Justice Department" is the "Department of Justice".
        if words.count == 2, words[1] == "department" || words[1] == "ministry" {
            words = [words[1], "of"] + (words[0] == "foreign" ? ["foreign", "affairs"] : [words[0]])
        }
        return Item(spelling: spelling, bare: words, country: country, known: known, first: spelling.members[0])
    }

    /// The country that the first words of a name mean.
    private func country(in candidate: NameCandidate, first count: Int) -> Int? {
        let parts = candidate.text.split(separator: " ")
        let skip = parts.first.map { $0.lowercased() } == "the" ? 1 : 0
        guard parts.count > count + skip else { return nil }
        return gazetteer.country(named: parts[skip..<(skip + count)].joined(separator: " "))
    }

    private static let legalForms: Set<String> = [
        "inc", "ltd", "llc", "llp", "corp", "co", "plc", "gmbh", "ag", "sa", "nv", "limited", "incorporated", "corporation",
    ]

    private func home(of item: Item, in groups: [Group]) -> Int? {
        if let known = item.known, let same = groups.firstIndex(where: { $0.known == known }) { return same }
        if let same = groups.firstIndex(where: { group in
            agrees(item.country, group.country) && group.items.contains { $0.bare == item.bare || $0.spelling.words == item.spelling.words }
        }) {
            return same
        }
        if isAcronym(item.spelling.text) {
            let letters = item.spelling.words.joined()
            let fits = groups.indices.filter { groups[$0].items.contains { isAcronym(letters, of: $0) || stands(item, inBracketsAfter: $0) } }
            if let first = fits.first { return first }
        }
        if item.known != nil {
            // "NBC" for "NBC News".
            return groups.firstIndex { group in
                group.known == nil && item.bare.count == 1
                    && group.items.contains {
                        $0.bare.first == item.bare[0]
                            && $0.bare.dropFirst().allSatisfy { gazetteer[.organizationHeads].contains($0.capitalizedWords) }
                    }
            }
        }
        let fits = groups.indices.filter { place in
            agrees(item.country, groups[place].country) && groups[place].items.contains { isShort(item, of: $0) }
        }
        return fits.min {
            (groups[$0].items[0].first > item.first ? 1 : 0, groups[$0].items[0].first) < (
                groups[$1].items[0].first > item.first ? 1 : 0, groups[$1].items[0].first
            )
        }
    }

    private func agrees(_ a: Int?, _ b: Int?) -> Bool { a == nil || b == nil || a == b }

    private func isAcronym(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count >= 2 && letters.count <= 7 && !text.contains(" ") && letters.filter(\.isUppercase).count * 2 > letters.count
    }

    /// Whether the letters are the initials of the name, small words counted or not.
    private func isAcronym(_ letters: String, of item: Item) -> Bool {
        let words = item.spelling.words
        guard words.count >= 2, letters != item.spelling.words.joined() else { return false }
        let small: Set<String> = ["of", "the", "and", "for", "in", "on", "to", "de", "&"]
        let initials = [words, words.filter { !small.contains($0) }, item.bare, item.bare.filter { !small.contains($0) }]
        return initials.contains {
            let first = $0.compactMap(\.first).map(String.init).joined()
            // "PDVSA" for "Petróleos de Venezuela".
            return first == letters || first.count > 2 && ["sa", "ag", "se"].contains { first + $0 == letters }
        }
    }

    /// "the African Continental Free Trade Area (AfCFTA)", "ODESC [Officials Committee ...]".
    private func stands(_ item: Item, inBracketsAfter long: Item) -> Bool {
        item.spelling.members.contains { short in
            long.spelling.members.contains { long in
                isBracketed(names[short].tokens, after: names[long].tokens) || isBracketed(names[long].tokens, after: names[short].tokens)
            }
        }
    }

    private func isBracketed(_ second: Range<Int>, after first: Range<Int>) -> Bool {
        let start = second.lowerBound
        guard start >= 2, tree.sentenceOfToken[start] == tree.sentenceOfToken[start - 1] else { return false }
        return ["(", "["].contains(tree.document.tokens[start - 1].text) && first.upperBound == start - 1
    }

    /// "Ford" for "Ford Motor Company", "the Council" for "Legislative Council", "House" for "House of Representatives".
    private func isShort(_ short: Item, of long: Item) -> Bool {
        guard short.bare.count < long.bare.count, let head = short.bare.last, !short.spelling.text.contains(".com") else { return false }
        if short.bare.count > 1, short.bare.first == long.bare.first, head == long.bare.last, short.known == nil, isInOrder(short.bare, in: long.bare)
        {
            return true
        }
        let isGeneric = gazetteer[.organizationHeads].contains(head.capitalizedWords)
        if long.bare.starts(with: short.bare) {
            let next = long.bare[short.bare.count]
            if !isGeneric, long.bare.dropFirst(short.bare.count).contains(where: StateBodies.local.contains) { return false }
            if isGeneric { return next == "of" || next == "for" || next == "on" || next == "in" }
            return long.known == nil && !isPlaceName(short.bare)
        }
        if long.bare.suffix(short.bare.count) == short.bare[...] {
            guard long.known == nil || short.bare.count > 1 else { return false }
            if short.bare.count > 1 { return !isPlaceName(Array(long.bare.dropLast(short.bare.count))) }
            return isGeneric
                && short.spelling.members.allSatisfy { member in
                    let before = names[member].tokens.lowerBound - 1
                    return before >= 0 && tree.forms[before] == "the"
                }
        }
        return false
    }

    private func isInOrder(_ short: [String], in long: [String]) -> Bool {
        var rest = long[...]
        for word in short {
            guard let place = rest.firstIndex(of: word) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }

    private func isPlaceName(_ words: [String]) -> Bool {
        let text = words.map(\.capitalizedWords).joined(separator: " ")
        return gazetteer.senses(of: text).contains { $0.isPlace || $0.isOfCountry }
    }
}
