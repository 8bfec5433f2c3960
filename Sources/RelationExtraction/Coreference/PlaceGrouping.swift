internal import GraphModel

/// Groups the names of places: the same words, known other names, and names with and without the kind of place.
struct PlaceGrouping {
    let gazetteer: Gazetteer
    let names: [NameCandidate]

    func groups(of places: [Int]) -> [NameGroup] {
        let spellings = NameSpelling.all(of: places, in: names, words: \.words)
        let order = spellings.indices.sorted { (-spellings[$0].words.count, $0) < (-spellings[$1].words.count, $1) }
        var groups: [(spellings: [NameSpelling], territory: Int?, group: NameGroup)] = []
        for index in order {
            let spelling = spellings[index]
            let territory = territory(spelling)
            let home = groups.firstIndex { group in
                territory != nil && group.territory == territory || group.spellings.contains { isShort(spelling, of: $0) }
            }
            if let home {
                groups[home].spellings.append(spelling)
                groups[home].group.members += spelling.members
            } else {
                groups.append(([spelling], territory, NameGroup(kind: .place, members: spelling.members)))
            }
        }
        return groups.map(\.group)
    }

    private func territory(_ spelling: NameSpelling) -> Int? {
        for case .territory(let index, _) in names[spelling.members[0]].senses { return index }
        return nil
    }

    /// "Hagia Sophia" for "Hagia Sophia Museum"; a city is not the short name of a county or a bridge.
    private func isShort(_ short: NameSpelling, of long: NameSpelling) -> Bool {
        guard short.words.count < long.words.count else { return false }
        // "LA" for "Los Angeles", "NSW" for "New South Wales".
        if short.words.count == 1, short.words[0].count > 1, short.text.filter(\.isLetter).allSatisfy(\.isUppercase),
            long.words.compactMap(\.first).map(String.init).joined() == short.words[0]
        {
            return true
        }
        guard names[short.members[0]].senses.isEmpty else { return false }
        // "Donovan" for "Richard J. Donovan Correctional Facility".
        if short.words.count == 1, long.words.count > 3, long.words.contains(short.words[0]), let head = long.words.last {
            return gazetteer[.placeHeads].contains(head.capitalizedWords)
        }
        guard long.words.starts(with: short.words) else { return false }
        return long.words.dropFirst(short.words.count).allSatisfy { word in
            gazetteer[.placeNouns].contains(word) || gazetteer[.placeHeads].contains(word.capitalizedWords) || Self.kinds.contains(word)
        }
    }

    private static let kinds: Set<String> = [
        "museum", "oil", "gas", "nuclear", "power", "international", "refinery", "memorial", "national", "hospital",
    ]
}
