internal import GraphModel

/// A local entity without its article and mentions: all that tells one thing from another. Articles share it.
struct Profile {
    var type: EntityType
    var name: String
    /// As JSON.
    var aliases: String
    /// As JSON.
    var identifiers: String
    var isNominal: Bool

    init(_ entity: LocalEntity) throws {
        type = entity.type
        name = entity.name
        aliases = try StoredList.encode(entity.aliases)
        identifiers = entity.identifiers.isEmpty ? "{}" : try StoredList.encode(entity.identifiers)
        isNominal = entity.isNominal
    }

    /// Reads five columns from this one on, in the order of the table.
    init(_ row: SQLRow, at column: Int32) throws {
        type = try row.entityType(column)
        name = row.text(column + 1)
        aliases = row.text(column + 2)
        identifiers = row.text(column + 3)
        isNominal = row.flag(column + 4)
    }

    /// The columns of the table, for `init(_:at:)`.
    static let columns = "type, name, aliases, identifiers, is_nominal"

    /// A number that differs for nearly all profiles that differ: FNV-1a.
    var hash: Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in [type.rawValue, name, aliases, identifiers, isNominal ? "1" : "0"] {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return Int64(bitPattern: hash)
    }

    /// Lets a hash depend on every byte of the properties.
    func feed(_ hasher: inout Hasher) {
        for part in [type.rawValue, name, aliases, identifiers, isNominal ? "1" : "0"] {
            var part = part
            part.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
            hasher.combine(part.utf8.count)
        }
    }

    /// The local entity of these properties, without mentions.
    func localEntity(id: LocalEntity.ID) throws -> LocalEntity {
        LocalEntity(
            id: id, type: type, name: name, aliases: try StoredList.strings(from: aliases),
            identifiers: identifiers == "{}" ? [:] : try StoredList.decode([String: String].self, from: identifiers), isNominal: isNominal)
    }

    /// Whether both are alike byte for byte; Swift's `==` would take two spellings of one accented letter for the same.
    func isIdentical(to other: Profile) -> Bool {
        type == other.type && isNominal == other.isNominal && name.hasSameBytes(as: other.name) && aliases.hasSameBytes(as: other.aliases)
            && identifiers.hasSameBytes(as: other.identifiers)
    }

    /// An order that depends on nothing but the properties.
    func precedes(_ other: Profile) -> Bool {
        if type != other.type { return type.rawValue < other.type.rawValue }
        if !name.hasSameBytes(as: other.name) { return name.utf8.lexicographicallyPrecedes(other.name.utf8) }
        if !aliases.hasSameBytes(as: other.aliases) { return aliases.utf8.lexicographicallyPrecedes(other.aliases.utf8) }
        if !identifiers.hasSameBytes(as: other.identifiers) { return identifiers.utf8.lexicographicallyPrecedes(other.identifiers.utf8) }
        return !isNominal && other.isNominal
    }
}
