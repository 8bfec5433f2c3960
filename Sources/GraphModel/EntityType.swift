/// The kinds of things that the graph holds.
public enum EntityType: String, CaseIterable, Sendable, Hashable, Codable, Comparable {
    /// A single human being.
    case person
    /// A member or observer of the United Nations, Taiwan or Kosovo.
    case country
    /// A company, party, body, court, armed group, newspaper, team.
    case organization
    /// A city, region, territory, river, building: any location that is not a country.
    case place

    public static func < (a: EntityType, b: EntityType) -> Bool { a.rawValue < b.rawValue }
}
