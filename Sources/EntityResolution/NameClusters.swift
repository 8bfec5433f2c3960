internal import GraphModel

/// Local entities of one type put together by their names.
struct NameClusters {
    /// For each local entity the readable name of its cluster, in letters of an id.
    private(set) var slugs: [String]

    private struct Cluster {
        var members: [Int] = []
        var strong: Set<String> = []
        var weak: Set<String> = []
        var words: [[String]] = []
        var spellings: [[String]] = []
        var countries: Set<String> = []
        var identities: Set<String> = []

        mutating func absorb(_ other: Cluster) {
            members += other.members
            strong.formUnion(other.strong)
            weak.formUnion(other.weak)
            words += other.words.filter { !words.contains($0) }
            spellings += other.spellings.filter { !spellings.contains($0) }
            countries.formUnion(other.countries)
            identities.formUnion(other.identities)
        }
    }

    init(_ entities: [LocalEntity], type: EntityType) {
        let forms = entities.map(NameForms.init)
        var clusters = Self.byStrongNames(entities, forms)
        if type == .person { clusters = Self.joiningLongerNames(clusters) }
        var bare: [String: [Int]] = [:]
        for (index, form) in forms.enumerated() where form.strong.isEmpty { bare[form.weak.min() ?? "", default: []].append(index) }
        for (name, members) in bare.sorted(by: { $0.key < $1.key }) {
            let fits = clusters.indices.filter { clusters[$0].weak.contains(name) && !clusters[$0].strong.isEmpty }
            // Of several who end in that surname the one whom some article calls by it alone.
            let called = fits.filter { fit in
                clusters[fit].members.contains {
                    entities[$0].aliases.contains { $0.nameWords.map { type == .person ? $0.withoutVariants : $0 } == [name] }
                }
            }
            let home = type == .person && fits.count > 1 ? called : fits
            if home.count == 1 {
                clusters[home[0]].members += members
            } else {
                let spellings = Set(members.map { entities[$0].name.nameWords }).sorted { $0.joined(separator: " ") < $1.joined(separator: " ") }
                clusters.append(Cluster(members: members, weak: [name], words: [[name]], spellings: spellings))
            }
        }
        slugs = [String](repeating: "", count: entities.count)
        var taken: [String: Int] = [:]
        for cluster in clusters.sorted(by: { Self.key($0) < Self.key($1) }) {
            var slug = Self.slug(cluster, type)
            let count = taken[slug, default: 0] + 1
            taken[slug] = count
            if count > 1 { slug += "-\(count)" }
            for member in cluster.members { slugs[member] = slug }
        }
    }

    /// Those that share a full name, unless they are of different countries.
    private static func byStrongNames(_ entities: [LocalEntity], _ forms: [NameForms]) -> [Cluster] {
        var holders: [String: [Int]] = [:]
        for (index, form) in forms.enumerated() { for name in form.strong { holders[name, default: []].append(index) } }
        var parents = Array(entities.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index { index = parents[index] }
            return index
        }
        var identities = forms.map { Set($0.identities) }
        // Shared identifiers first: they tell more than names.
        let order = holders.sorted { ($0.key.contains(":") ? 0 : 1, $0.key) < ($1.key.contains(":") ? 0 : 1, $1.key) }
        for (_, members) in order {
            let countries = Set(members.compactMap { forms[$0].country })
            let groups = countries.count <= 1 ? [members] : Dictionary(grouping: members) { forms[$0].country ?? "" }.map(\.value)
            for group in groups {
                // A name of several whom identifiers tell apart says of nobody else which of them it is.
                let isAmbiguous = Self.isAmbiguous(group.map { identities[root($0)] })
                let group = isAmbiguous ? group.filter { identities[root($0)].isEmpty } : group
                for other in group.dropFirst() {
                    let first = root(group[0]), second = root(other)
                    guard first != second, !identities[first].contradicts(identities[second]) else { continue }
                    parents[max(first, second)] = min(first, second)
                    identities[min(first, second)].formUnion(identities[max(first, second)])
                }
            }
        }
        var clusters: [Int: Cluster] = [:]
        for (index, form) in forms.enumerated() where !form.strong.isEmpty {
            let own = Cluster(
                members: [index], strong: form.strong, weak: form.weak, words: form.words, spellings: form.spellings,
                countries: Set([form.country].compactMap(\.self)), identities: Set(form.identities))
            clusters[root(index), default: Cluster()].absorb(own)
        }
        return clusters.values.sorted { key($0) < key($1) }
    }

    /// Whether several things bear the name, so that it alone tells nobody's.
    private static func isAmbiguous(_ identities: [Set<String>]) -> Bool {
        let known = identities.filter { !$0.isEmpty }
        return known.indices.contains { index in known[..<index].contains { $0.contradicts(known[index]) } }
    }

    /// "Lula da Silva" and "Luiz Inácio Lula da Silva", "John F. Kennedy" and "John Kennedy": a name that shortens exactly one longer
    /// one joins it. "Nicolás Maduro Guerra" is not Nicolás Maduro unless an article calls him so.
    private static func joiningLongerNames(_ clusters: [Cluster]) -> [Cluster] {
        func fullest(_ cluster: Cluster) -> Int { cluster.words.map(\.count).max() ?? 0 }
        var joined: [Cluster] = []
        for cluster in clusters.sorted(by: { (-fullest($0), key($0)) < (-fullest($1), key($1)) }) {
            let fits = joined.indices.filter { place in
                !joined[place].identities.contradicts(cluster.identities)
                    && cluster.words.contains { short in
                        joined[place].words.contains { short.count > 1 && ($0.suffix(short.count) == short[...] || short.isWithoutInitials(of: $0)) }
                    }
            }
            if fits.count == 1 { joined[fits[0]].absorb(cluster) } else { joined.append(cluster) }
        }
        return joined
    }

    /// What orders clusters: their names.
    private static func key(_ cluster: Cluster) -> String {
        (cluster.strong.union(cluster.weak)).sorted().joined(separator: " ") + " " + cluster.countries.sorted().joined(separator: " ")
    }

    /// A person's first and last name where an article gives them alone, a body of a state after its country, else the fullest name.
    private static func slug(_ cluster: Cluster, _ type: EntityType) -> String {
        if let body = cluster.strong.filter({ $0.contains("@") }).min(), let at = body.firstIndex(of: "@") {
            return body[body.index(after: at)...].lowercased() + "-" + body[..<at]
        }
        if let identity = cluster.identities.min() {
            return CrossArticleResolution.slug(identity.split(separator: ":").flatMap { String($0).nameWords })
        }
        let order = { (words: [String]) in (words.count, words.joined(separator: "-")) }
        guard let fullest = cluster.spellings.max(by: { order($0) < order($1) }) else { return "unnamed" }
        guard type == .person else { return CrossArticleResolution.slug(fullest) }
        let short = cluster.spellings.filter { $0.count > 1 && $0.first == fullest.first && $0.allSatisfy { $0.count > 1 } }
        return CrossArticleResolution.slug(short.min { order($0) < order($1) } ?? fullest)
    }
}
