internal import class GRDB.Database
public import GraphModel

/// An entity that a name may mean.
public struct NameMatch: Hashable, Sendable {
    /// How well the name fits, best first.
    public enum Quality: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// It is the entity's id.
        case identifier
        /// It is the entity's name.
        case name
        /// It is another name of the entity.
        case alias
        /// It is one of its names but for case, accents and punctuation.
        case folded
        /// Its words are among the words of one of its names; the last one may be cut short.
        case words
        /// It is a letter or three away from one of its names, or from a word of one.
        case near

        public static func < (a: Quality, b: Quality) -> Bool { a.rawValue < b.rawValue }
    }

    /// Without its mentions.
    public var entity: Entity
    /// The name that fits.
    public var name: String
    public var quality: Quality
    /// How many relations the entity has.
    public var relations: Int

    public init(entity: Entity, name: String, quality: Quality, relations: Int) {
        self.entity = entity
        self.name = name
        self.quality = quality
        self.relations = relations
    }
}

extension GraphStore {
    /// The entities that a name may mean: the best fit first, of those that fit alike the one with more relations. Misspelt names are
    /// looked for only if nothing else fits.
    public func lookup(_ name: String, limit: Int = 5) throws -> [NameMatch] {
        try read { database in
            let finder = NameFinder(database: database, wanted: name)
            var found = try finder.exact() + finder.byWords()
            if found.isEmpty { found = try finder.near() }
            var best: [Int64: NameFinder.Hit] = [:]
            for hit in found
            where best[hit.entity].map({ hit.quality < $0.quality || (hit.quality == $0.quality && hit.distance < $0.distance) }) ?? true {
                best[hit.entity] = hit
            }
            let reader = GraphReader(database: database, ontology: ontology)
            let entities = Dictionary(uniqueKeysWithValues: try reader.entities(Set(best.keys)).map { ($0.row, $0.entity) })
            let matches = try best.values.compactMap { hit -> (NameMatch, Int)? in
                guard let entity = entities[hit.entity] else { return nil }
                let relations = try finder.relationCount(hit.entity)
                return (NameMatch(entity: entity, name: hit.name, quality: hit.quality, relations: relations), hit.distance)
            }
            let ranked = matches.sorted { a, b in
                (a.0.quality.rawValue, a.1, -a.0.relations, a.0.entity.id) < (b.0.quality.rawValue, b.1, -b.0.relations, b.0.entity.id)
            }
            return ranked.prefix(limit).map(\.0)
        }
    }
}

/// Which letters a word has, so far as 64 bits tell them apart.
private struct LetterSet {
    private var bits: UInt64 = 0

    init(_ letters: some Sequence<UInt32>) { for letter in letters { bits |= 1 << UInt64(letter & 63) } }

    /// How many letters must at least be changed to come from a word of these to one of those.
    func distance(to other: LetterSet) -> Int { max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount) }
}

/// Looks for one name among those of all entities.
private struct NameFinder {
    struct Hit {
        var entity: Int64
        var name: String
        var quality: NameMatch.Quality
        var distance = 0
    }

    let database: Database
    let wanted: String
    private let folded: FoldedName

    init(database: Database, wanted: String) {
        self.database = database
        self.wanted = wanted
        folded = FoldedName(wanted)
    }

    func exact() throws -> [Hit] {
        let byID = try SQLStatement(database, "SELECT id FROM entity WHERE name_id = ?")
            .map(.key(wanted)) { Hit(entity: $0.id(0), name: wanted, quality: .identifier) }
        let sql = "SELECT entity, name, position FROM entity_name WHERE folded = ?"
        let byName = try SQLStatement(database, sql).map(.text(folded.text)) { row -> Hit? in
            let name = row.text(1)
            // Names of nothing but signs are all folded to the empty one.
            if folded.text.isEmpty, name.isEmpty || name != wanted { return nil }
            let quality: NameMatch.Quality = name != wanted ? .folded : row.integer(2) == 0 ? .name : .alias
            return Hit(entity: row.id(0), name: name, quality: quality)
        }
        return byID + byName.compactMap(\.self)
    }

    func byWords() throws -> [Hit] {
        // The words hold letters and digits only, and in quotes none of them is an operator of FTS5.
        let words = wordsOfQuery
        guard !words.isEmpty else { return [] }
        let pattern = words.map { "\"\($0)\"" }.joined(separator: " ") + "*"
        let sql = """
            SELECT n.entity, n.name FROM entity_name_words w JOIN entity_name n ON n.id = w.rowid
            WHERE entity_name_words MATCH ? ORDER BY length(n.name), n.id LIMIT 200
            """
        return try SQLStatement(database, sql).map(.text(pattern)) { Hit(entity: $0.id(0), name: $0.text(1), quality: .words) }
    }

    /// Names of which each word is nearly one of the wanted ones; where there is none, names that are nearly the wanted one as a whole.
    func near() throws -> [Hit] {
        let byWords = try nearByWords()
        return byWords.isEmpty ? try nearAsAWhole() : byWords
    }

    /// Looks at the words of all names rather than at the names, which are many more.
    private func nearByWords() throws -> [Hit] {
        let words = folded.words.prefix(8).map { Array($0.unicodeScalars.prefix(50)) }
        // In a single letter, everything is near everything.
        guard words.contains(where: { $0.count > 2 }) else { return [] }
        var near = words.map { _ in [(distance: Int, word: String)]() }
        let letters = words.map { LetterSet($0.lazy.map(\.value)) }, limits = words.map { EditDistance.limit(for: $0.count) }
        try SQLStatement(database, "SELECT term FROM temp.name_word").forEach { row in
            // Nearly all are far from all words, which their letters tell most quickly.
            let isFar = row.withBytes(0) { bytes in
                guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
                let own = LetterSet(bytes.lazy.map(UInt32.init))
                return words.indices.allSatisfy { abs(words[$0].count - bytes.count) > limits[$0] || letters[$0].distance(to: own) > limits[$0] }
            }
            if isFar { return }
            let term = row.text(0), scalars = Array(term.unicodeScalars)
            for (index, word) in words.enumerated() {
                guard let distance = EditDistance.between(word, scalars, limit: limits[index]), distance < word.count else { continue }
                near[index].append((distance, term))
            }
        }
        guard near.allSatisfy({ !$0.isEmpty }) else { return [] }
        let pattern = near.map { found in
            let best = found.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(20)
            return "(" + best.map { "\"\($0.word)\"" }.joined(separator: " OR ") + ")"
        }.joined(separator: " AND ")
        let sql = """
            SELECT n.entity, n.name, n.folded FROM entity_name_words w JOIN entity_name n ON n.id = w.rowid
            WHERE entity_name_words MATCH ? ORDER BY length(n.name), n.id LIMIT 200
            """
        return try SQLStatement(database, sql).map(.text(pattern)) { row in
            // How far the words are apart counts before how many other words the name has.
            let parts = row.text(2).split(separator: " ").map { Array($0.unicodeScalars) }
            let distance = words.reduce(0) { sum, word in
                sum + (parts.compactMap { EditDistance.between(word, $0, limit: EditDistance.limit(for: word.count)) }.min() ?? 3)
            }
            return Hit(entity: row.id(0), name: row.text(1), quality: .near, distance: distance * 8 + min(7, parts.count - words.count))
        }
    }

    private func nearAsAWhole() throws -> [Hit] {
        let wanted = Array(folded.text.unicodeScalars.prefix(100))
        guard !wanted.isEmpty else { return [] }
        let limit = EditDistance.limit(for: wanted.count)
        var hits: [Hit] = []
        try SQLStatement(database, "SELECT entity, name, folded FROM entity_name").forEach { row in
            let name = Array(row.text(2).unicodeScalars.prefix(200))
            if let distance = EditDistance.between(wanted, name, limit: limit), distance < wanted.count {
                hits.append(Hit(entity: row.id(0), name: row.text(1), quality: .near, distance: distance))
            }
        }
        return hits
    }

    func relationCount(_ entity: Int64) throws -> Int {
        let sql = "SELECT (SELECT count(*) FROM relation WHERE subject = ?1) + (SELECT count(*) FROM relation WHERE object = ?1)"
        return try SQLStatement(database, sql).first(.integer(entity)) { $0.integer(0) } ?? 0
    }

    /// The words as the full-text index splits them: at every character that is neither letter nor digit.
    private var wordsOfQuery: [String] {
        wanted.unicodeScalars.split {
            !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0.properties.generalCategory == .nonspacingMark)
        }
        .prefix(20).map { String(String.UnicodeScalarView($0)) }
    }
}
