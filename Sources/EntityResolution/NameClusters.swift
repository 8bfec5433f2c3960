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

        init(members: [Int] = [], weak: Set<String> = [], words: [[String]] = [], spellings: [[String]] = []) {
            self.members = members
            self.weak = weak
            self.words = words
            self.spellings = spellings
        }

        /// One that bears a full name.
        init(_ index: Int, _ form: NameForms) {
            members = [index]
            strong = form.strong
            weak = form.weak
            words = form.words
            spellings = form.spellings
            countries = Set([form.country].compactMap(\.self))
            identities = Set(form.identities)
        }

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
        if entities.count == 1, !forms[0].strong.isEmpty {
            slugs = [Self.slug(Cluster(0, forms[0]), type)]
            return
        }
        var clusters = Self.byStrongNames(entities, forms)
        if type == .person { clusters = Self.joiningLongerNames(clusters) }
        var bare: [String: [Int]] = [:]
        for (index, form) in forms.enumerated() where form.strong.isEmpty { bare[form.weak.min() ?? "", default: []].append(index) }
        var bearers: [String: [Int]] = [:]
        if !bare.isEmpty {
            for (index, cluster) in clusters.enumerated() where !cluster.strong.isEmpty {
                for name in cluster.weak { bearers[name, default: []].append(index) }
            }
        }
        for (name, members) in bare.sorted(by: { $0.key < $1.key }) {
            let fits = bearers[name] ?? []
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
        for cluster in Self.ordered(clusters) {
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
        let order = holders.lazy.filter { $0.value.count > 1 }
            .map { (rank: $0.key.utf8.contains(UInt8(ascii: ":")) ? 0 : 1, name: $0.key, members: $0.value) }
            .sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
        for (_, _, members) in order {
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
            let own = Cluster(index, form)
            let root = root(index)
            if clusters[root] == nil { clusters[root] = own } else { clusters[root]?.absorb(own) }
        }
        return ordered(clusters.values)
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
        guard clusters.count > 1 else { return clusters }
        var joined: [Cluster] = [], longer: [[String]: Set<Int>] = [:]
        /// Notes which shorter names mean the cluster at this place.
        func learn(_ names: [[String]], of place: Int) {
            for name in names where name.count > 1 {
                for count in 2...name.count { longer[Array(name.suffix(count)), default: []].insert(place) }
                if let short = name.withoutInitials { longer[short, default: []].insert(place) }
            }
        }
        let order = clusters.map { (fullest: fullest($0), key: key($0), cluster: $0) }.sorted { (-$0.fullest, $0.key) < (-$1.fullest, $1.key) }
        for (_, _, cluster) in order {
            let fits = Set(cluster.words.lazy.filter { $0.count > 1 }.flatMap { longer[$0] ?? [] })
                .filter { !joined[$0].identities.contradicts(cluster.identities) }
            if fits.count == 1, let place = fits.first {
                joined[place].absorb(cluster)
                learn(cluster.words, of: place)
            } else {
                joined.append(cluster)
                learn(cluster.words, of: joined.count - 1)
            }
        }
        return joined
    }

    private static func ordered(_ clusters: some Collection<Cluster>) -> [Cluster] {
        guard clusters.count > 1 else { return Array(clusters) }
        return clusters.map { (key: key($0), cluster: $0) }.sorted { $0.key < $1.key }.map(\.cluster)
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
