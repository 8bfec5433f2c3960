internal import class GRDB.Database
internal import GraphModel

/// Brings what follows from the articles up to date after some of them changed: who is who, the relations, which articles are copies.
///
/// Everything that it leaves in the tables depends only on the articles that are there, not on the order in which they came.
struct Derivation {
    /// A statement that was just written, about profiles.
    struct NewStatement {
        var row: Int64
        var extraction: Int64
        var subject: Int64
        var type: Int64
        var object: Int64
        var status: Int64
        var isSymmetric: Bool
        /// The last day of its article's date.
        var known: Int?
    }

    let database: Database
    let ontology: Ontology
    private let uncorrected: EntityResolver
    private(set) var resolver: EntityResolver
    private(set) var corrections: CorrectionSet
    var copies: CopyDerivation

    /// What was looked up and holds for the time of the derivation.
    final class Lookups {
        /// The entities of profiles.
        var entities: [Int64: Int64] = [:]
        /// Profiles by their hashes.
        var profiles: [Int64: (row: Int64, profile: Profile)] = [:]
        /// The ids of entities.
        var ids: [Int64: Entity.ID] = [:]
    }

    /// Profiles that came, or whose neighbours by blocking keys went.
    var seeds: Set<Int64> = []
    /// Profiles that no derived article speaks of.
    var newProfiles: Set<Int64> = []
    /// Profiles that may have lost their last article.
    var abandoned: Set<Int64> = []
    /// Extractions whose statements may have come to be about other entities.
    var extractions: Set<Int64> = []
    /// Statements that are in no relation yet.
    var statements: [NewStatement] = []
    /// Extractions all of whose statements are among `statements`.
    private var written: Set<Int64> = []
    /// Relations that may have lost their last statement.
    var relations: Set<Int64> = []
    /// With how many more others, or fewer, entities have to do.
    var degrees: [Int64: Int] = [:]
    /// Entities that won or lost a profile.
    var entities: Set<Int64> = []
    /// What was looked up.
    let known = Lookups()

    init(database: Database, resolver: EntityResolver, corrections: CorrectionSet, ontology: Ontology) {
        self.database = database
        self.ontology = ontology
        self.corrections = corrections
        uncorrected = resolver
        self.resolver = resolver.applying(corrections)
        copies = CopyDerivation(database: database)
    }

    /// Goes by these corrections from now on.
    mutating func follow(_ corrections: CorrectionSet) {
        self.corrections = corrections
        resolver = uncorrected.applying(corrections)
    }

    /// Starts over if the store was derived by other rules than today's.
    mutating func prepare() throws {
        let rules = try SQLStatement(database, "SELECT value FROM setting WHERE name = 'rules'").first { $0.text(0) }
        if rules != self.rules { try startOver() }
    }

    /// Throws away all that is derived and marks all articles to derive it from.
    mutating func startOver() throws {
        for table in ["edge", "relation", "degree", "resolution", "entity_name", "entity", "blocking_key"] {
            try database.execute(sql: "DELETE FROM \(table)")
        }
        try SQLStatement(database, "INSERT OR REPLACE INTO setting VALUES ('rules', ?)").run(.text(rules))
        let types = try SQLStatement(database, "SELECT id, name FROM relation_type").map { ($0.id(0), $0.text(1)) }
        for (id, name) in types {
            try SQLStatement(database, "UPDATE relation_type SET is_symmetric = ? WHERE id = ?")
                .run(.flag(ontology[name]?.isSymmetric == true), .integer(id))
        }
        let profiles = try SQLStatement(database, "SELECT id, \(Profile.columns) FROM profile").map { ($0.id(0), try Profile($0, at: 1)) }
        for (id, profile) in profiles { try include(id, profile) }
        extractions.formUnion(try SQLStatement(database, "SELECT id FROM extraction").map { $0.id(0) })
        try copies.startOver()
        (known.entities, known.ids) = ([:], [:])
    }

    /// Takes in a profile that was not there.
    mutating func includeNew(_ id: Int64, _ profile: Profile) throws {
        newProfiles.insert(id)
        try include(id, profile)
    }

    /// Takes in a profile.
    mutating func include(_ id: Int64, _ profile: Profile) throws {
        for key in Set(resolver.blockingKeys(try profile.localEntity(id: 0))).sorted() {
            try SQLStatement(database, "INSERT INTO blocking_key VALUES (?, ?)").run(.key(key), .integer(id))
        }
        seeds.insert(id)
    }

    /// Takes in a new statement.
    mutating func derive(_ statement: NewStatement) { statements.append(statement) }

    /// Says that all statements of a new extraction were handed over.
    mutating func isGrouped(_ extraction: Int64) { written.insert(extraction) }

    /// Deletes what was found in a document.
    mutating func forget(extractionsOf document: Int64) throws {
        try copies.forget(document)
        for extraction in try SQLStatement(database, "SELECT id FROM extraction WHERE document = ?").map(.integer(document), transform: { $0.id(0) })
        {
            // Only what has been derived can be forgotten.
            if written.contains(extraction) { try finish() }
            let cited = "SELECT DISTINCT e.relation FROM statement s JOIN edge e ON e.statement = s.id WHERE s.extraction = ?"
            relations.formUnion(try SQLStatement(database, cited).map(.integer(extraction)) { $0.id(0) })
            abandoned.formUnion(
                try SQLStatement(database, "SELECT DISTINCT profile FROM local_entity WHERE extraction = ?").map(.integer(extraction)) { $0.id(0) })
            // Whatever refers to it goes explicitly: while very many articles are loaded, references go unchecked.
            let edges = "DELETE FROM edge WHERE statement IN (SELECT id FROM statement WHERE extraction = ?)"
            try SQLStatement(database, edges).run(.integer(extraction))
            for table in ["statement", "mention", "local_entity"] {
                try SQLStatement(database, "DELETE FROM \(table) WHERE extraction = ?").run(.integer(extraction))
            }
            try SQLStatement(database, "DELETE FROM extraction WHERE id = ?").run(.integer(extraction))
            extractions.remove(extraction)
        }
    }

    /// Derives whatever was marked.
    mutating func finish() throws {
        for profile in abandoned.sorted() { try dropIfUnused(profile) }
        try resolveSeeds()
        for entity in entities.sorted() { try merge(entity) }
        var rejected = RejectedRelations(corrections)
        try groupNewStatements(&rejected)
        for extraction in extractions.subtracting(written).sorted() { try group(extraction, &rejected) }
        for relation in relations.sorted() { try dropIfUnused(relation: relation) }
        try writeDegrees()
        for entity in entities.sorted() where try profiles(of: entity).isEmpty {
            try SQLStatement(database, "DELETE FROM entity_name WHERE entity = ?").run(.integer(entity))
            try SQLStatement(database, "DELETE FROM entity WHERE id = ?").run(.integer(entity))
            known.ids[entity] = nil
        }
        try copies.finish()
        (abandoned, seeds, entities, extractions, relations, written) = ([], [], [], [], [], [])
        (statements, newProfiles) = ([], [])
    }

    /// What the derived tables depend on beside the articles.
    private var rules: String {
        ([resolver.version, TextSketch.version] + ontology.relationTypes.filter(\.isSymmetric).map(\.id).sorted()).joined(separator: "\n")
    }
}
