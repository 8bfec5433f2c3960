internal import GraphModel

/// Puts the names of one article into groups that each name one thing.
struct EntityGrouping {
    let tree: DependencyTree
    let gazetteer: Gazetteer
    let names: [NameCandidate]

    /// In the order of first names.
    func groups() -> [NameGroup] {
        var groups: [NameGroup] = []
        var countries: [Int: Int] = [:]
        var persons: [Int] = [], organizations: [Int] = [], places: [Int] = []
        for (index, name) in names.enumerated() where name.aliasOf == nil {
            switch name.kind {
            case .country(let country):
                if let group = countries[country] {
                    groups[group].members.append(index)
                } else {
                    countries[country] = groups.count
                    groups.append(NameGroup(kind: .country(country), members: [index]))
                }
            case .person: persons.append(index)
            case .organization: organizations.append(index)
            case .place: places.append(index)
            case nil: break
            }
        }
        let inHeadlines = persons.filter { tree.document.sentences[tree.sentenceOfToken[names[$0].tokens.lowerBound]].role != .paragraph }
        groups += PersonGrouping(names: names, inHeadlines: Set(inHeadlines), apart: kinApart(persons)).groups(of: persons)
        groups += OrganizationGrouping(tree: tree, gazetteer: gazetteer, names: names).groups(of: organizations)
        groups += PlaceGrouping(gazetteer: gazetteer, names: names).groups(of: places)
        addAliases(to: &groups)
        groups = OwnGrouping(gazetteer: gazetteer, names: names).applied(to: groups)
        for index in groups.indices { groups[index].members.sort() }
        return groups.sorted { ($0.members.first ?? 0) < ($1.members.first ?? 0) }
    }
}

extension EntityGrouping {
    /// "Nicolás Maduro Guerra, the son of Nicolás Maduro": names that a word for kin sets apart.
    private func kinApart(_ persons: [Int]) -> Set<Set<Int>> {
        var apart: Set<Set<Int>> = []
        for (first, second) in zip(persons, persons.dropFirst()) {
            let gap = names[first].tokens.upperBound..<max(names[first].tokens.upperBound, names[second].tokens.lowerBound)
            guard gap.count > 0, gap.count < 8, tree.sentenceOfToken[gap.lowerBound] == tree.sentenceOfToken[names[second].tokens.lowerBound],
                gap.contains(where: { gazetteer.kin[tree.lemmas[$0]] != nil }), names[first].words.count > 1, names[second].words.count > 1
            else { continue }
            apart.insert([first, second])
        }
        return apart
    }

    /// Second names go to whom the text gives them.
    private func addAliases(to groups: inout [NameGroup]) {
        for (index, name) in names.enumerated() {
            guard let full = name.aliasOf else { continue }
            let home = groups.firstIndex { group in group.kind == name.kind && group.members.contains { names[$0].words == full } }
            if let home { groups[home].members.append(index) }
        }
    }
}

/// Names of one spelling, and how often they occur.
struct NameSpelling {
    var words: [String]
    var text: String
    var members: [Int]

    /// The spellings of these names in the order of first occurrence.
    static func all(of indices: [Int], in names: [NameCandidate], words: (NameCandidate) -> [String]) -> [NameSpelling] {
        var spellings: [NameSpelling] = []
        var known: [[String]: Int] = [:]
        for index in indices {
            let words = words(names[index])
            if let spelling = known[words] {
                spellings[spelling].members.append(index)
            } else {
                known[words] = spellings.count
                spellings.append(NameSpelling(words: words, text: names[index].text, members: [index]))
            }
        }
        return spellings
    }
}
