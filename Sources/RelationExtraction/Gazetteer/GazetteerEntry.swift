public import GraphModel

/// A person, country, organization or place that a user knows, and by which names: what such an entry says wins over what the program
/// would make of a name by itself. Its facts resolve names and descriptions; they never make a relation.
public struct GazetteerEntry: Hashable, Sendable {
    /// A post, within its dates.
    public struct Role: Hashable, Sendable {
        /// "president", "chief executive".
        public var title: String
        /// Name of the country, organization, place or, for kin, person that it is a post at.
        public var body: String
        /// The first day; nil if it always held.
        public var from: PartialDate?
        /// The last day; nil if it still holds.
        public var until: PartialDate?

        public init(title: String, body: String, from: PartialDate? = nil, until: PartialDate? = nil) {
            self.title = title
            self.body = body
            self.from = from
            self.until = until
        }

        /// Whether it held on this day; a dated role on an unknown day does not count.
        func holds(on day: PartialDate?) -> Bool {
            guard let day else { return from == nil && until == nil }
            return from.map { $0.firstDay <= day.lastDay } ?? true && until.map { $0.lastDay >= day.firstDay } ?? true
        }
    }

    /// The name that the graph shows.
    public var name: String
    public var aliases: [String]
    /// Nil for what is nothing of the graph: a name that shall make no entity.
    public var type: EntityType?
    /// By scheme, such as `wikidata: Q19872`; they tell namesakes apart.
    public var identifiers: [String: String]
    public var roles: [Role]
    /// Where it is written.
    public var source: PatternSource

    public init(
        name: String, aliases: [String] = [], type: EntityType?, identifiers: [String: String] = [:], roles: [Role] = [], source: PatternSource
    ) {
        self.name = name
        self.aliases = aliases
        self.type = type
        self.identifiers = identifiers
        self.roles = roles
        self.source = source
    }

    /// Whether both bear the same identifier.
    func shares(identifierWith other: GazetteerEntry) -> Bool { identifiers.contains { other.identifiers[$0] == $1 } }

    /// Whether both bear different identifiers of one scheme, so that they are two things.
    func isTold(apartFrom other: GazetteerEntry) -> Bool {
        !shares(identifierWith: other) && identifiers.contains { other.identifiers[$0] != nil && other.identifiers[$0] != $1 }
    }
}

/// The entries of a user's own gazetteers, looked up by name.
struct OwnEntries: Sendable {
    private(set) var all: [GazetteerEntry] = []
    /// Entries by name or alias without accents; several for namesakes.
    private var byName: [String: [Int]] = [:]
    /// For the first word of a name, the length in bytes of the longest name that begins with it.
    private var longest: [String: Int] = [:]
    /// For entries of countries their place among the gazetteer's countries.
    var countries: [Int: Int] = [:]

    var isEmpty: Bool { all.isEmpty }

    /// Entries of this name; none if it is unknown.
    func entries(named name: String) -> [Int] {
        let key = name.gazetteerKey
        if let found = byName[key] { return found }
        if key.utf8.count > 3, key.utf8.allSatisfy({ !(97...122).contains($0) }) { return byName[key.capitalizedWords] ?? [] }
        return []
    }

    /// The length of the longest name that begins with this word, as the text writes it; nil if none does.
    func longest(beginningWith word: String) -> Int? {
        guard let first = Self.firstWord(word.gazetteerKey) else { return nil }
        return longest[first] ?? longest[first.capitalizedWords]
    }

    /// Adds an entry; one that shares an identifier with an earlier one adds to that.
    ///
    /// - Returns: its place.
    /// - Throws: `GazetteerError` if it cannot be told from an earlier one of the same name.
    mutating func add(_ entry: GazetteerEntry) throws(GazetteerError) -> Int {
        if let same = all.firstIndex(where: { $0.shares(identifierWith: entry) }) {
            all[same].aliases += [entry.name] + entry.aliases
            all[same].identifiers.merge(entry.identifiers) { old, _ in old }
            all[same].roles += entry.roles
            index([entry.name] + entry.aliases, same)
            return same
        }
        if let other = all.first(where: { $0.name.gazetteerKey == entry.name.gazetteerKey && !$0.isTold(apartFrom: entry) }) {
            throw GazetteerError(
                table: entry.source.file, line: entry.source.line,
                message: "'\(entry.name)' is already in \(other.source); make them one entry, or give both an identifier to tell them apart")
        }
        all.append(entry)
        index([entry.name] + entry.aliases, all.count - 1)
        return all.count - 1
    }

    private mutating func index(_ names: [String], _ entry: Int) {
        for name in names {
            let key = name.gazetteerKey
            guard let first = Self.firstWord(key) else { continue }
            if !byName[key, default: []].contains(entry) { byName[key, default: []].append(entry) }
            longest[first] = max(longest[first] ?? 0, name.utf8.count + 2)
        }
    }

    private static func firstWord(_ key: String) -> String? { key.split(whereSeparator: { " -'’.".contains($0) }).first.map(String.init) }
}

extension Gazetteer {
    /// Adds the entries of a user's own gazetteer.
    ///
    /// - Throws: `GazetteerError` for the first entry that cannot be told from another of the same name.
    public mutating func add(_ entries: [GazetteerEntry]) throws(GazetteerError) {
        for entry in entries {
            let place = try own.add(entry)
            if entry.type == .country { own.countries[place] = country(of: entry) }
            // So that "the nawab" is looked at as a description of somebody.
            for role in entry.roles {
                guard let word = role.title.lowercased().split(separator: " ").last.map(String.init) else { continue }
                if !offices.contains(word), persons[word] == nil, kin[word] == nil { offices.insert(word) }
            }
        }
    }

    /// The place of an entry's country among the countries, added if it is none of them.
    private mutating func country(of entry: GazetteerEntry) -> Int {
        let code = entry.identifiers["iso3166-1"]
        if let code, let known = countries.firstIndex(where: { $0.code == code }) { return known }
        if code == nil, let known = country(named: entry.name) { return known }
        countries.append(Country(code: code ?? "", name: entry.name))
        return countries.count - 1
    }
}
