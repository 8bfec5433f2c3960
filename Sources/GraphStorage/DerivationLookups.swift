internal import GraphModel

/// What a derivation looked up, and what it has just written, so that it need not look that up.
final class DerivationLookups {
    /// A profile that came in the derivation at hand.
    struct Included {
        var profile: Profile
        var local: LocalEntity
        /// In the spelling of the table.
        var keys: [String]
    }

    /// What tells profiles apart, short of their words: two hashes, of which one is another one in each run of the program, so that no
    /// profile can be made to look like another one.
    struct ProfileDigest: Hashable {
        var hash: Int64
        var check: Int

        init(_ profile: Profile) {
            hash = profile.hash
            var hasher = Hasher()
            profile.feed(&hasher)
            check = hasher.finalize()
        }
    }

    /// The entities of profiles.
    var entities: [Int64: Int64] = [:]
    /// The rows of profiles.
    var profiles: [ProfileDigest: Int64] = [:]
    /// The ids of entities.
    var ids: [Int64: Entity.ID] = [:]
    /// The profiles that came, or the first of very many.
    var included: [Int64: Included] = [:]
    /// The entities that came, or the first of very many, each with all its profiles.
    var newEntities: [Int64: [Included]] = [:]

    /// How many profiles and entities that came are kept in memory.
    private static let limit = 1 << 16

    /// The rows of entities that came, by their ids.
    var entityRows: [Entity.ID: Int64] = [:]
    /// Blocking keys that are not in their table yet.
    var newKeys: [(key: String, profile: Int64)] = []
    /// The profiles that share a key, of keys that came.
    var sharing: [String: [Int64]] = [:]
    /// The pairs of entities that have to do with each other; nil if that is not known of all of them.
    private var connected: Set<Pair>?

    private struct Pair: Hashable {
        var first: Int64
        var second: Int64
    }

    /// A number of the file that changes when somebody else writes to it.
    private var version = 0

    /// Forgets everything if somebody else has changed the file.
    func hold(for version: Int) {
        if version != self.version { clear() }
        self.version = version
    }

    func clear() {
        (entities, profiles, ids, connected) = ([:], [:], [:], nil)
        forgetNew()
    }

    /// Says that nobody has to do with anybody.
    func holdNoConnections() { connected = [] }

    /// Says that a relation went.
    func loseConnection() { connected = nil }

    /// Takes in that two entities have to do with each other.
    /// - Returns: whether they had before; nil if that is not known.
    func connect(_ a: Int64, _ b: Int64) -> Bool? {
        if let count = connected?.count, count >= 1 << 21 { connected = nil }
        return connected?.insert(Pair(first: min(a, b), second: max(a, b))).inserted == false ? true : connected == nil ? nil : false
    }

    func remember(_ profile: Int64, _ value: Included) {
        if included[profile] != nil || included.count < Self.limit { included[profile] = value }
    }

    /// Gathers the profiles of an entity from now on, which has none so far; false if there are too many such entities.
    func expect(_ entity: Int64) -> Bool {
        guard newEntities.count < Self.limit else { return false }
        newEntities[entity] = []
        return true
    }

    /// Says that nothing is new any more.
    func forgetNew() {
        (included, newEntities, entityRows, sharing) = ([:], [:], [:], [:])
        newKeys = []
    }
}
