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

    private var isPrepared = false
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
    /// Relations that wait to be written.
    var newRelations: [(row: Int64, key: RejectedRelations.Key, known: Int?)] = []
    /// The last row of a relation, if some wait to be written.
    var lastRelation: Int64?
    /// Relations that may have lost their last statement.
    var relations: Set<Int64> = []
    /// With how many more others, or fewer, entities have to do.
    var degrees: [Int64: Int] = [:]
    /// The last row of an entity that was given, if one was.
    var lastEntity: Int64?
    /// Profiles of entities that are not in their table yet.
    var newResolutions: [(profile: Int64, entity: Int64)] = []
    /// Entities that won or lost a profile.
    var entities: Set<Int64> = []
    /// What was looked up.
    let known: DerivationLookups
    /// Names that are to be written.
    var newNames: [(entity: Int64, position: Int, name: String)] = []
    /// Rows of names that are to go, from the full-text index first.
    var goneNames: [Int64] = []

    /// - Parameter known: what an earlier derivation looked up, if nothing but it has changed the file since.
    init(
        database: Database, resolver: EntityResolver, corrections: CorrectionSet, ontology: Ontology, known: DerivationLookups = DerivationLookups()
    ) {
        self.database = database
        self.ontology = ontology
        self.corrections = corrections
        self.known = known
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
        if isPrepared { return }
        isPrepared = true
        let rules = try SQLStatement(database, "SELECT value FROM setting WHERE name = 'rules'").first { $0.text(0) }
        if rules != self.rules { try startOver() }
    }

    /// Throws away all that is derived and marks all articles to derive it from.
    mutating func startOver() throws {
        try database.execute(sql: "INSERT INTO entity_name_words (entity_name_words) VALUES ('delete-all')")
        for table in ["edge", "relation", "degree", "resolution", "entity_name", "entity", "blocking_key"] {
            try database.execute(sql: "DELETE FROM \(table)")
        }
        known.clear()
        known.holdNoConnections()
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
    }

    /// Takes in a profile that was not there.
    mutating func includeNew(_ id: Int64, _ profile: Profile) throws {
        newProfiles.insert(id)
        try include(id, profile)
    }

    /// Takes in a profile.
    mutating func include(_ id: Int64, _ profile: Profile) throws {
        let local = try profile.localEntity(id: 0), keys = Array(Set(resolver.blockingKeys(local).map(SQLValue.normalized)))
        for key in keys { known.newKeys.append((key, id)) }
        if known.newKeys.count > 1 << 18 { try placeKeys() }
        known.remember(id, .init(profile: profile, local: local, keys: keys))
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
            for table in ["statement", "local_entity"] {
                try SQLStatement(database, "DELETE FROM \(table) WHERE extraction = ?").run(.integer(extraction))
            }
            try SQLStatement(database, "DELETE FROM extraction WHERE id = ?").run(.integer(extraction))
            extractions.remove(extraction)
        }
    }

    /// Derives whatever was marked.
    mutating func finish() throws {
        try placeKeys()
        for profile in abandoned.sorted() { try dropIfUnused(profile) }
        try resolveSeeds()
        let empty = try mergeEntities()
        var rejected = RejectedRelations(corrections)
        try groupNewStatements(&rejected)
        for extraction in extractions.subtracting(written).sorted() { try group(extraction, &rejected) }
        for relation in relations.sorted() { try dropIfUnused(relation: relation) }
        try writeDegrees()
        try copies.finish()
        // Last, since each change of another table makes the full-text index write down what it has gathered.
        try writeNames()
        for entity in empty {
            try SQLStatement(database, "DELETE FROM entity WHERE id = ?").run(.integer(entity))
            known.ids[entity] = nil
        }
        (abandoned, seeds, entities, extractions, relations, written) = ([], [], [], [], [], [])
        (statements, newProfiles, lastEntity) = ([], [], nil)
        known.forgetNew()
    }

    /// What the derived tables depend on beside the articles.
    private var rules: String {
        ([resolver.version, TextSketch.version] + ontology.relationTypes.filter(\.isSymmetric).map(\.id).sorted()).joined(separator: "\n")
    }
}
