internal import GraphModel

/// Keeps the entries of the user's gazetteer together, and apart from each other, whatever their names alone would suggest.
struct OwnGrouping {
    let gazetteer: Gazetteer
    let names: [NameCandidate]

    /// The groups with one for each entry: all names that mean it, and the shorter ones that were put to one of these.
    func applied(to groups: [NameGroup]) -> [NameGroup] {
        guard !gazetteer.own.isEmpty else { return groups }
        var rest: [NameGroup] = []
        var byEntry: [Int: NameGroup] = [:]
        for group in groups {
            let entries = Set(group.members.compactMap { names[$0].entry }).sorted()
            guard let first = entries.first else {
                rest.append(group)
                continue
            }
            var latest = first
            for member in group.members.sorted() {
                latest = names[member].entry ?? latest
                var own = byEntry[latest] ?? NameGroup(kind: group.kind, members: [], body: group.body, entry: latest)
                if let kind = names[member].kind, names[member].entry != nil { own.kind = kind }
                own.members.append(member)
                byEntry[latest] = own
            }
        }
        return rest + byEntry.sorted { $0.key < $1.key }.map(\.value)
    }
}
